namespace SupplierBot.BotFramework;

/// <summary>Where the channel's tokens come from and where ours are fetched (facts/bot-framework.md §2.3).</summary>
/// <param name="Issuer">Of the channel's tokens, compared whole.</param>
/// <param name="Metadata">OpenID document that names the keys of the issuer.</param>
/// <param name="Login">Authority of the directory that issues our own tokens.</param>
/// <param name="Scope">What our own tokens are for.</param>
/// <param name="ChannelHosts">Ends of host names beside those of the public cloud that belong to the channel, each with its dot.</param>
public sealed record BotCloud(string Issuer, Uri Metadata, Uri Login, string Scope, IReadOnlyList<string> ChannelHosts)
{
    public static readonly BotCloud Public = new(
        "https://api.botframework.com",
        new("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        new("https://login.microsoftonline.com/"),
        "https://api.botframework.com/.default",
        []);

    public static readonly BotCloud USGov = new(
        "https://api.botframework.us",
        new("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        new("https://login.microsoftonline.us/"),
        "https://api.botframework.us/.default",
        [".botframework.us", ".botframework.azure.us", ".teams.microsoft.us"]);

    public static readonly BotCloud China = new(
        "https://api.botframework.azure.cn",
        new("https://login.botframework.azure.cn/v1/.well-known/openidconfiguration"),
        new("https://login.partner.microsoftonline.cn/"),
        "https://api.botframework.azure.cn/.default",
        [".botframework.azure.cn"]);
}
