namespace SupplierBot.Chat.Timers;

/// <summary>What a service does again and again: a round that fails is reported, and the next one is tried all the same.</summary>
internal static class Rounds
{
    /// <param name="after">Before the first round.</param>
    /// <param name="every">Between the beginnings of two rounds.</param>
    public static async Task RunAsync(
        Func<CancellationToken, Task> round,
        Action<Exception> failed,
        TimeSpan after,
        TimeSpan every,
        TimeProvider time,
        CancellationToken stopping
    )
    {
        await Task.Delay(after, time, stopping);
        using var next = new PeriodicTimer(every, time);
        do
        {
            try
            {
                await round(stopping);
            }
            catch (Exception fault) when (!stopping.IsCancellationRequested)
            {
                failed(fault);
            }
        } while (await next.WaitForNextTickAsync(stopping));
    }
}
