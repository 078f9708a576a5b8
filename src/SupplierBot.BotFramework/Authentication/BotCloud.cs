namespace SupplierBot.BotFramework.Authentication;

/// <summary>
/// Where the channel's tokens come from and where ours are fetched; issuers and hosts are those of Microsoft's own libraries (teams.net,
/// teams.ts: <c>CloudEnvironment</c>).
/// </summary>
/// <param name="Issuer">Of the channel's tokens, compared whole.</param>
/// <param name="Metadata">OpenID document that names the keys of the issuer.</param>
/// <param name="Login">Authority of the directory that issues our own tokens.</param>
/// <param name="Scope">What our own tokens are for.</param>
/// <param name="ChannelHosts">Hosts beside those every cloud has that belong to the channel: a whole name, or an end with its dot.</param>
public sealed record BotCloud(string Issuer, Uri Metadata, Uri Login, string Scope, IReadOnlyList<string> ChannelHosts)
{
    public static readonly BotCloud Public = new(
        "https://api.botframework.com",
        new("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        new("https://login.microsoftonline.com/"),
        "https://api.botframework.com/.default",
        // GCC signs in as everybody does and has a host of its own.
        ["smba.infra.gcc.teams.microsoft.com"]
    );

    public static readonly BotCloud USGov = new(
        "https://api.botframework.us",
        new("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        new("https://login.microsoftonline.us/"),
        "https://api.botframework.us/.default",
        [".botframework.us", ".botframework.azure.us", ".teams.microsoft.us"]
    );

    public static readonly BotCloud China = new(
        "https://api.botframework.azure.cn",
        new("https://login.botframework.azure.cn/v1/.well-known/openidconfiguration"),
        new("https://login.partner.microsoftonline.cn/"),
        "https://api.botframework.azure.cn/.default",
        [".botframework.azure.cn", "frontend.botapi.msg.infra.teams.microsoftonline.cn"]
    );

    /// <summary>Of the cloud whose channel an issuer is; null for any other.</summary>
    internal static string? NameOf(string issuer) =>
        issuer == Public.Issuer ? nameof(Public)
        : issuer == USGov.Issuer ? nameof(USGov)
        : issuer == China.Issuer ? nameof(China)
        : null;
}
