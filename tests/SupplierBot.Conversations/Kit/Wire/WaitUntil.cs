using System.Diagnostics;

namespace SupplierBot.Conversations.Kit.Wire;

/// <summary>Waiting for what must come about, however slow the machine is.</summary>
internal static class WaitUntil
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <param name="what">For the failure: what was waited for, and what was there instead.</param>
    public static Task TrueAsync(Func<bool> comesTrue, Func<string> what) => TrueAsync(() => Task.FromResult(comesTrue()), what);

    public static async Task TrueAsync(Func<Task<bool>> comesTrue, Func<string> what)
    {
        var waited = Stopwatch.StartNew();
        while (!await comesTrue())
        {
            if (waited.Elapsed > Patience)
                throw new TimeoutException($"Never came about: {what()}");
            await Task.Delay(Pause);
        }
    }

    public static Task NoneIsLeftAsync(Func<IReadOnlyList<string>> look, string what) =>
        NoneIsLeftAsync(() => Task.FromResult(look()), what);

    /// <summary>
    /// Channels are paced as Teams wants it, so that many cards take minutes; what must come about is that it gets on, to the end.
    /// </summary>
    /// <param name="what">For the failure, before what is left.</param>
    public static async Task NoneIsLeftAsync(Func<Task<IReadOnlyList<string>>> look, string what)
    {
        for (var left = await look(); left.Count > 0; )
        {
            var before = left.Count;
            await TrueAsync(
                async () =>
                {
                    await Task.Delay(Pause);
                    return (left = await look()).Count < before;
                },
                () => $"{what} {string.Join(", ", left)}"
            );
        }
    }
}
