using System.Net;

namespace SupplierBot.BotFramework.Connector;

/// <summary>
/// Addresses that lead to this machine, into a network, or to the metadata of a cloud's machine (169.254.169.254). RFC 6890. Pure.
/// </summary>
internal static class Networks
{
    private static readonly IReadOnlyList<IPNetwork> Inside =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "224.0.0.0/3",
            "::/127",
            "fc00::/7",
            "fe80::/10",
            "ff00::/8",
            "64:ff9b:1::/48",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    /// <summary>
    /// One that an IPv6 address carries (mapped, or translated by 64:ff9b::/96) counts as itself. Azure's wire server is a public address
    /// that is none.
    /// </summary>
    public static bool IsInside(IPAddress address) =>
        Plain(address) is var plain && (Inside.Any(network => network.Contains(plain)) || plain.Equals(WireServer));

    private static readonly IPAddress WireServer = IPAddress.Parse("168.63.129.16");
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    private static IPAddress Plain(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : Translated.Contains(address) ? new(address.GetAddressBytes().AsSpan(12))
        : address;
}
