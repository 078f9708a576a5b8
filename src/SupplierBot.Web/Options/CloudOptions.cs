using SupplierBot.BotFramework.Authentication;

namespace SupplierBot.Web.Options;

/// <summary><c>Teams:Cloud</c>, and <c>Teams:Authorities</c> for a cloud that is none of them or for a test.</summary>
internal static class CloudOptions
{
    private static readonly IReadOnlyDictionary<string, BotCloud> Clouds = new Dictionary<string, BotCloud>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["Public"] = BotCloud.Public,
        ["USGov"] = BotCloud.USGov,
        ["China"] = BotCloud.China,
    };

    public static BotCloud Read(SettingsReader reader)
    {
        var cloud = reader.Value("Teams:Cloud", BotCloud.Public, Named);
        return cloud with
        {
            Issuer = reader.Text("Teams:Authorities:Issuer", cloud.Issuer),
            Metadata = reader.Value("Teams:Authorities:Metadata", cloud.Metadata, Address),
            Login = reader.Value("Teams:Authorities:Login", cloud.Login, Secure),
            Scope = reader.Text("Teams:Authorities:Scope", cloud.Scope),
        };
    }

    /// <summary>An authority of one's own is not in the list the public directory gives.</summary>
    public static bool IsOwn(BotCloud cloud) => Clouds.Values.All(known => known.Login != cloud.Login);

    private static Parsed<BotCloud> Named(string text) =>
        Clouds.TryGetValue(text, out var cloud) ? new(cloud) : new("is not a cloud.", $"Use {string.Join(", ", Clouds.Keys)}.");

    /// <summary>A person who can change the keys on their way can let anybody in: in the clear only on this machine.</summary>
    private static Parsed<Uri> Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            ? new(url)
            : new("is not an https address.", "Write https://…; http only on a loopback address.");

    private static Parsed<Uri> Secure(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps
            ? new(url)
            : new("is not an https address.", "Write https://….");
}
