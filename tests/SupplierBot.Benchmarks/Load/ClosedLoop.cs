using System.Diagnostics;

namespace SupplierBot.Benchmarks.Load;

/// <summary>One conversation under load: its next turn, done when the bot has answered and, for typed words, its reply is there.</summary>
internal interface ILoad
{
    Task<TurnKind> NextTurnAsync();
}

/// <summary>So many conversations at once, each giving its next turn when the last was answered.</summary>
internal static class ClosedLoop
{
    public static async Task<List<(TurnKind Kind, long Ticks)>> RunAsync(IReadOnlyList<ILoad> conversations, TimeSpan time)
    {
        var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(conversations.Select(conversation => Task.Run(() => GoOnAsync(conversation, end))));
        return [.. all.SelectMany(turns => turns)];
    }

    private static async Task<List<(TurnKind, long)>> GoOnAsync(ILoad conversation, long end)
    {
        var turns = new List<(TurnKind, long)>();
        for (var now = Stopwatch.GetTimestamp(); now < end; )
        {
            var kind = await conversation.NextTurnAsync();
            var after = Stopwatch.GetTimestamp();
            turns.Add((kind, after - now));
            now = after;
        }
        return turns;
    }
}
