using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Kit.Clients;

/// <summary>
/// Ports for servers of a test, below the range the system hands out for outgoing connections, so that nobody takes one in between.
/// </summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int Last = 32_000;
    private static readonly HashSet<int> Taken = [];

    public static int Take()
    {
        lock (Taken)
        {
            for (; ; )
            {
                var port = Random.Shared.Next(First, Last);
                if (Taken.Add(port) && PortChoice.IsFree(port))
                    return port;
            }
        }
    }
}
