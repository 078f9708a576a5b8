using System.Threading.Channels;

namespace SupplierBot.Chat.Delivery;

/// <summary>Wakes the dispatcher after a commit, so that nobody waits for the sweep.</summary>
public sealed class WakeSignal
{
    private readonly Channel<bool> signal = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Wake() => signal.Writer.TryWrite(true);

    /// <summary>What waits shorter than the sweep would otherwise wait for it.</summary>
    public void WakeAfter(TimeSpan wait, TimeProvider time) => _ = Task.Delay(wait, time).ContinueWith(_ => Wake(), TaskScheduler.Default);

    /// <summary>The same, unless the sweep comes first.</summary>
    public void WakeAfter(TimeSpan wait, TimeSpan sweep, TimeProvider time)
    {
        if (wait < sweep)
            WakeAfter(wait, time);
    }

    /// <summary>Returns at the next commit or after <paramref name="sweep"/>, whichever comes first.</summary>
    public async Task WaitAsync(TimeSpan sweep, TimeProvider time, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(sweep, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            await signal.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The sweep is due.
        }
    }
}
