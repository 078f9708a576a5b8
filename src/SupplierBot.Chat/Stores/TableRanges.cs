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
}
