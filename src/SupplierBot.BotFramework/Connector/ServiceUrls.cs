using System.Net;
using System.Net.Sockets;

namespace SupplierBot.BotFramework.Connector;

/// <summary>
/// Which addresses may be spoken to. A reply carries our token to the address the activity named, so it is checked on arrival and again at
/// the one place that sends (PROTOCOL.md "Service URLs").
/// </summary>
public sealed class ServiceUrls
{
    // Exact: anybody can register another name under trafficmanager.net.
    private const string TeamsHost = "smba.trafficmanager.net";
    private const string ChannelHosts = ".botframework.com";

    private readonly List<Uri> extra;
    private readonly IReadOnlyList<string> channelHosts;

    /// <param name="extra">Further addresses, each with what is below its path: https, or http on a loopback address (a local client, a
    /// test).</param>
    /// <param name="channelHosts">The channel's hosts in this cloud: a whole name, or an end with its dot.</param>
    /// <exception cref="ArgumentException">One that is neither, or has a user, a query or a fragment, or is an address inside a
    /// network.</exception>
    public ServiceUrls(IEnumerable<string> extra, IReadOnlyList<string>? channelHosts = null) =>
        (this.extra, this.channelHosts) = ([.. extra.Select(Configured)], [ChannelHosts, .. channelHosts ?? []]);

    public bool Allows(string? serviceUrl) =>
        TryRead(serviceUrl) is { } address && (Known(address) || extra.Any(given => Below(given, address)));

    /// <summary>Who is named where it is not allowed: the host alone, because a path can name a conversation.</summary>
    internal static string HostOf(string serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) ? $"{address.Scheme}://{address.IdnHost}" : "no address";

    /// <summary>
    /// Opens the connection. A name that is allowed and leads into a network of our own (a poisoned name server) gets none: what listens
    /// there takes nothing of a token as proof of anything. A loopback address that was configured is meant.
    /// </summary>
    internal async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var asked = context.InitialRequestMessage.RequestUri!;
        // Through a proxy the name is the proxy's, whose address is its owner's affair.
        var found =
            asked.IdnHost == context.DnsEndPoint.Host && !extra.Any(given => Loopback(given) && given.IdnHost == asked.IdnHost)
                ?
                [
                    .. (await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation)).Where(address =>
                        !Networks.IsInside(address)
                    ),
                ]
                : await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        if (found.Length == 0)
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The name leads to no public address.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool Known(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps
        && address.IsDefaultPort
        && address.HostNameType == UriHostNameType.Dns
        && (
            address.IdnHost == TeamsHost
            || channelHosts.Any(host => host[0] == '.' ? address.IdnHost.EndsWith(host, StringComparison.Ordinal) : address.IdnHost == host)
        );

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
        && address.UserInfo.Length == 0
        && address.Query.Length == 0
        && address.Fragment.Length == 0
        && !text.Contains('@', StringComparison.Ordinal)
            ? address
            : null;

    private static Uri Configured(string text) =>
        TryRead(text) is { } address
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && Loopback(address)))
        && (Loopback(address) || !IPAddress.TryParse(address.IdnHost, out var ip) || !Networks.IsInside(ip))
            ? address
            : throw new ArgumentException(
                $"'{text}' is not a service address: https, or http on a loopback address; no user, query or fragment, no address inside a network."
            );

    private static bool Loopback(Uri address) =>
        address.IdnHost == "localhost" || (IPAddress.TryParse(address.IdnHost, out var ip) && IPAddress.IsLoopback(ip));
}
