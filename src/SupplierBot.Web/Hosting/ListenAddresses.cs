using System.Net;
using System.Net.Sockets;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Hosting;

/// <summary>Where the host will listen, known before it does: local mode depends on it.</summary>
internal static class ListenAddresses
{
    public const string Default = "http://localhost:3978";

    /// <summary>In the host's own order: Kestrel endpoints beat addresses, addresses beat bare ports.</summary>
    public static IReadOnlyList<string> Read(IConfiguration configuration)
    {
        var endpoints = configuration
            .GetSection("Kestrel:Endpoints")
            .GetChildren()
            .Select(endpoint => endpoint["Url"])
            .OfType<string>()
            .ToList();
        if (endpoints.Count > 0)
            return endpoints;
        if (configuration[WebHostDefaults.ServerUrlsKey] is { Length: > 0 } urls)
            return Split(urls);
        var ports = Ports(configuration, WebHostDefaults.HttpPortsKey, "http")
            .Concat(Ports(configuration, WebHostDefaults.HttpsPortsKey, "https"))
            .ToList();
        return ports.Count > 0 ? ports : [Default];
    }

    /// <summary>The host itself would end with a stack trace.</summary>
    public static IReadOnlyList<ConfigurationFault> Faults(IReadOnlyList<string> addresses) =>
        [
            .. addresses
                .Where(address => !IsAddress(address))
                .Select(address => new ConfigurationFault(
                    WebHostDefaults.ServerUrlsKey,
                    "address to listen at",
                    $"`{address}` is not an address.",
                    $"Write it as {Default}; a port is 0 to 65535."
                )),
        ];

    private static bool IsAddress(string address)
    {
        try
        {
            return BindingAddress.Parse(address) is { Port: >= 0 and <= 65535, Scheme: "http" or "https" };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    public static bool IsLoopback(string address)
    {
        var host = BindingAddress.Parse(address).Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }

    /// <summary>False only where another program has the port; whatever else is wrong with the address, the server tells.</summary>
    public static bool IsFree(string address)
    {
        var (host, port) = (BindingAddress.Parse(address).Host, BindingAddress.Parse(address).Port);
        try
        {
            using var listener = new TcpListener(
                IPAddress.TryParse(host.Trim('[', ']'), out var ip) ? ip
                    : IsLoopback(address) ? IPAddress.Loopback
                    : IPAddress.Any,
                port
            );
            listener.Start();
            return true;
        }
        catch (SocketException fault)
        {
            return fault.SocketErrorCode != SocketError.AddressAlreadyInUse;
        }
    }

    private static IEnumerable<string> Ports(IConfiguration configuration, string key, string scheme) =>
        Split(configuration[key] ?? "").Select(port => $"{scheme}://*:{port}");

    private static string[] Split(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
