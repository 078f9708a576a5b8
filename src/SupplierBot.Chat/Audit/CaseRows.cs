using System.Runtime.CompilerServices;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;

namespace SupplierBot.Chat.Audit;

/// <summary>What is kept of one case, as it is kept.</summary>
/// <param name="Head">Null where events or slots are left of a case that is not there.</param>
internal sealed record CaseRows(string Id, Row? Head, IReadOnlyList<Row> Events, IReadOnlyList<Row> Slots);

/// <summary>
/// Every case of the organisation with its events and slots, in the order of their keys. Heads, events and slots are three ranges sorted by
/// case, read side by side: one case is in memory however many there are, and each range is read once.
/// </summary>
internal static class CaseWalk
{
    /// <summary>The ranges whose rows belong to one case each.</summary>
    public static IReadOnlyList<string> Prefixes { get; } = [Keys.CasePrefix, Keys.EventPrefix, Keys.SlotPrefix];

    public static async IAsyncEnumerable<CaseRows> CasesAsync(
        this ITable table,
        string partition,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await using var heads = await OneAhead.OfAsync(table.PrefixAsync(partition, Keys.CasePrefix, cancellation));
        await using var events = await OneAhead.OfAsync(table.PrefixAsync(partition, Keys.EventPrefix, cancellation));
        await using var slots = await OneAhead.OfAsync(table.PrefixAsync(partition, Keys.SlotPrefix, cancellation));
        OneAhead[] ranges = [heads, events, slots];
        while (ranges.Select(range => range.CaseId).OfType<string>().Min(StringComparer.Ordinal) is { } id)
        {
            var head = await heads.TakeAsync(id);
            yield return new(id, head.Count > 0 ? head[0] : null, await events.TakeAsync(id), await slots.TakeAsync(id));
        }
    }

    /// <summary>One case on its own, read so that nothing was committed in between; as it is where it changes all the time.</summary>
    public static async Task<CaseRows> CaseAsync(this ITable table, string partition, string id, CancellationToken cancellation)
    {
        for (var tries = 0; ; tries++)
        {
            var head = await table.GetAsync(partition, Keys.Case(id), cancellation);
            var events = await table.PrefixAsync(partition, Keys.EventsOf(id), cancellation).ToListAsync(cancellation);
            var slots = await table.PrefixAsync(partition, $"{Keys.SlotPrefix}{id}-", cancellation).ToListAsync(cancellation);
            var after = await table.GetAsync(partition, Keys.Case(id), cancellation);
            if (head?.ETag == after?.ETag || tries == 3)
                return new(id, after, events, slots);
        }
    }

    /// <summary><c>a-REQ-2026-0001-00000001</c>: the number ends at the third hyphen after the prefix.</summary>
    private static string CaseOf(string key)
    {
        var end = Keys.CasePrefix.Length - 1;
        for (var hyphens = 0; hyphens < 3 && end >= 0; hyphens++)
            end = key.IndexOf('-', end + 1);
        return end < 0 ? key[Keys.CasePrefix.Length..] : key[Keys.CasePrefix.Length..end];
    }

    /// <summary>A range of which the next row is known.</summary>
    private sealed class OneAhead : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<Row> rows;
        private bool any;

        private OneAhead(IAsyncEnumerator<Row> rows) => this.rows = rows;

        /// <summary>The case of the next row; null at the end.</summary>
        public string? CaseId => any ? CaseOf(rows.Current.Key) : null;

        public static async Task<OneAhead> OfAsync(IAsyncEnumerable<Row> range)
        {
            var ahead = new OneAhead(range.GetAsyncEnumerator());
            ahead.any = await ahead.rows.MoveNextAsync();
            return ahead;
        }

        public async Task<IReadOnlyList<Row>> TakeAsync(string caseId)
        {
            var taken = new List<Row>();
            for (; CaseId == caseId; any = await rows.MoveNextAsync())
                taken.Add(rows.Current);
            return taken;
        }

        public ValueTask DisposeAsync() => rows.DisposeAsync();
    }
}
