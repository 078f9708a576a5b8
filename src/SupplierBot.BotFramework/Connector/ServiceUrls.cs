using System.Net;

namespace SupplierBot.BotFramework;

/// <summary>
/// Which addresses may be spoken to. A reply carries our token to the address the activity named, so it is checked on arrival
/// and again at the one place that sends (facts/bot-framework.md §6).
/// </summary>
public sealed class ServiceUrls
{
    // Exact: anybody can register another name under trafficmanager.net.
    private const string TeamsHost = "smba.trafficmanager.net";
    private const string ChannelHosts = ".botframework.com";

    private readonly List<Uri> extra;

    /// <param name="extra">Further addresses, each with what is below its path: https, or http on a loopback address (a local client, a test).</param>
    /// <exception cref="ArgumentException">One that is neither, or has a user, a query or a fragment.</exception>
    public ServiceUrls(IEnumerable<string> extra) => this.extra = [.. extra.Select(Configured)];

    public bool Allows(string? serviceUrl) => TryRead(serviceUrl) is { } address && (Known(address) || extra.Any(given => Below(given, address)));

    private static bool Known(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps
        && address.IsDefaultPort
        && address.HostNameType == UriHostNameType.Dns
        && (address.IdnHost == TeamsHost || address.IdnHost.EndsWith(ChannelHosts, StringComparison.Ordinal));

    private static bool Below(Uri given, Uri address) =>
        address.Scheme == given.Scheme
        && address.IdnHost == given.IdnHost
        && address.Port == given.Port
        && WithSlash(address).StartsWith(WithSlash(given), StringComparison.Ordinal);

    private static string WithSlash(Uri address) => address.AbsolutePath.TrimEnd('/') + "/";

    private static Uri? TryRead(string? text) =>
        text is not null
        && text.All(character => character is > ' ' and <= '~' and not '\\')
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0
        && !text.Contains('@', StringComparison.Ordinal)
            ? address
            : null;

    private static Uri Configured(string text) =>
        TryRead(text) is { } address && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && Loopback(address)))
            ? address
            : throw new ArgumentException($"'{text}' is not a service address: https, or http on a loopback address; no user, query or fragment.");

    private static bool Loopback(Uri address) =>
        address.IdnHost == "localhost" || (IPAddress.TryParse(address.IdnHost, out var ip) && IPAddress.IsLoopback(ip));
}
