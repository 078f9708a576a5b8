using System.Net;
using System.Net.Sockets;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Local;

internal static class PortChoice
{
    /// <summary>
    /// The ports to use, with what is wrong about chosen ones; default ports that are busy give way to the next free ones.
    /// </summary>
    public static (IReadOnlyList<int> Ports, IReadOnlyList<ConfigurationFault> Faults) Choose(LocalOptions local, Func<int, bool> isFree)
    {
        if (!local.PortsChosen)
            return (NextFree(local.Ports, isFree), []);
        var busy = local.Ports.Where(port => !isFree(port));
        return (
            local.Ports,
            [
                .. busy.Select(port => new ConfigurationFault(
                    "Local:Ports",
                    "configured",
                    $"port {port} is in use by another program.",
                    "Stop that program or choose other ports."
                )),
            ]
        );
    }

    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static List<int> NextFree(IReadOnlyList<int> wanted, Func<int, bool> isFree)
    {
        var chosen = new List<int>();
        foreach (var first in wanted)
        {
            var port = first;
            while (chosen.Contains(port) || (!isFree(port) && port < IPEndPoint.MaxPort))
                port++;
            chosen.Add(port);
        }
        return chosen;
    }
}
