using System.Diagnostics;

namespace SupplierBot.Conversations;

/// <summary>Waiting for what must come about, however slow the machine is.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <param name="what">For the failure: what was waited for, and what was there instead.</param>
    public static Task TrueAsync(Func<bool> comesTrue, Func<string> what) => TrueAsync(() => Task.FromResult(comesTrue()), what);

    public static async Task TrueAsync(Func<Task<bool>> comesTrue, Func<string> what)
    {
        var waited = Stopwatch.StartNew();
        while (!await comesTrue())
        {
            if (waited.Elapsed > Patience) throw new TimeoutException($"Never came about: {what()}");
            await Task.Delay(Pause);
        }
    }
}
