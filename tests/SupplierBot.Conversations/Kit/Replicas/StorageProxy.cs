using System.Net;
using System.Net.Sockets;

namespace SupplierBot.Conversations.Kit.Replicas;

/// <summary>
/// The way to the storage. While it is cut, nothing moves and no connection is closed; afterwards what was under way still arrives.
/// </summary>
internal sealed class StorageProxy : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly int target;
    private volatile TaskCompletionSource way = Open();
    private int lost;

    public StorageProxy(int target)
    {
        this.target = target;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>The share of the storage's replies on which the connection breaks: the storage did it and nobody hears.</summary>
    public double Loses { get; set; }
    public int Lost => lost;

    public void Cut() => way = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Mend() => way.TrySetResult();

    public void Dispose()
    {
        ended.Cancel();
        listener.Dispose();
        ended.Dispose();
    }

    private static TaskCompletionSource Open()
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        open.SetResult();
        return open;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await listener.AcceptTcpClientAsync(ended.Token));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var caller = client;
        using var storage = new TcpClient { NoDelay = true };
        caller.NoDelay = true;
        try
        {
            await way.Task.WaitAsync(ended.Token);
            await storage.ConnectAsync(IPAddress.Loopback, target, ended.Token);
            await Task.WhenAny(
                PumpAsync(caller.GetStream(), storage.GetStream(), isReply: false),
                PumpAsync(storage.GetStream(), caller.GetStream(), isReply: true)
            );
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or IOException)
        {
            // One of the two has hung up.
        }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to, bool isReply)
    {
        var bytes = new byte[64 * 1024];
        while (await from.ReadAsync(bytes, ended.Token) is var count and > 0)
        {
            await way.Task.WaitAsync(ended.Token);
            if (isReply && Random.Shared.NextDouble() < Loses)
            {
                Interlocked.Increment(ref lost);
                return;
            }
            await to.WriteAsync(bytes.AsMemory(0, count), ended.Token);
        }
    }
}
