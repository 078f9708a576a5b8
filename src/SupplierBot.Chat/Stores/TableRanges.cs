using System.Runtime.CompilerServices;
using SupplierBot.Chat.Ports;

namespace SupplierBot.Chat.Stores;

/// <summary>Whole ranges, page by page: however many rows there are, one page is in memory.</summary>
internal static class TableRanges
{
    /// <summary>Rows of one read; a case is some 20 KB, so a page of them stays small.</summary>
    private const int PageSize = 100;

    /// <summary>Every key of ours lies between.</summary>
    public const string First = "!";
    public const string Last = "~";

    public static IAsyncEnumerable<Row> PrefixAsync(this ITable table, string partition, string prefix, CancellationToken cancellation) =>
        table.RangeAsync(partition, prefix, Keys.After(prefix), cancellation);

    /// <summary>Rows that are written while the walk goes on may or may not be seen.</summary>
    public static async IAsyncEnumerable<Row> RangeAsync(
        this ITable table,
        string partition,
        string from,
        string before,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var page in table.PagesAsync(partition, from, before, PageSize, cancellation))
        {
            foreach (var row in page)
                yield return row;
        }
    }

    /// <param name="size">Rows a page, 1–1000.</param>
    public static async IAsyncEnumerable<IReadOnlyList<Row>> PagesAsync(
        this ITable table,
        string partition,
        string from,
        string before,
        int size,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        while (await table.ReadAsync(partition, from, before, size, cancellation) is { Count: > 0 } page)
        {
            yield return page;
            // The space is the first character a key can have: no key lies between.
            from = page[^1].Key + " ";
        }
    }

    /// <summary>
    /// The rows of these keys, as far as they are there. Rows that are asked for together mostly stand together, and a range costs a
    /// fraction of as many single reads; where less than half of a range was asked for, the rest is read one by one.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, Row>> KeysAsync(
        this ITable table,
        string partition,
        IReadOnlyCollection<string> keys,
        CancellationToken cancellation
    )
    {
        var found = new Dictionary<string, Row>(StringComparer.Ordinal);
        var wanted = keys.ToHashSet(StringComparer.Ordinal);
        var left = wanted.Order(StringComparer.Ordinal).ToList();
        for (var dense = true; dense && left.Count > 1; )
        {
            var rows = await table.ReadAsync(partition, left[0], left[^1] + " ", Math.Min(left.Count, PageSize), cancellation);
            var before = found.Count;
            foreach (var row in rows.Where(row => wanted.Contains(row.Key)))
                found[row.Key] = row;
            dense = (found.Count - before) * 2 >= rows.Count;
            // What the range has passed is here, or nowhere.
            left = rows is [.., var last] ? [.. left.Where(key => string.CompareOrdinal(key, last.Key) > 0)] : [];
        }
        foreach (var row in await Task.WhenAll(left.Select(key => table.GetAsync(partition, key, cancellation))))
        {
            if (row is not null)
                found[row.Key] = row;
        }
        return found;
    }

    /// <summary>
    /// The next page is read while the one before is worked on, on another core where there is one. Two pages are in memory, however many
    /// there are.
    /// </summary>
    public static async IAsyncEnumerable<T> AheadAsync<T>(
        this IAsyncEnumerable<T> pages,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await using var all = pages.GetAsyncEnumerator(cancellation);
        var next = NextAsync();
        try
        {
            while (await next)
            {
                var page = all.Current;
                next = NextAsync();
                yield return page;
            }
        }
        finally
        {
            // For those who leave early: nobody may dispose of what is still being read.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Task<bool> NextAsync() => Task.Run(() => all.MoveNextAsync().AsTask(), CancellationToken.None);
    }
}
