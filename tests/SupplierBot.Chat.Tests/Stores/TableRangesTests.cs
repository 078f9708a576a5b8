using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Storage.Tables.Sqlite;

namespace SupplierBot.Chat.Tests.Stores;

public sealed class TableRangesTests : IAsyncLifetime
{
    private const string Partition = "p";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ranges-");
    private SqliteTable kept = null!;
    private CountingTable table = null!;

    public async ValueTask InitializeAsync()
    {
        kept = SqliteTable.Open(Path.Combine(folder.FullName, "rows.db"));
        table = new(kept);
        foreach (var numbers in Enumerable.Range(0, 1_000).Chunk(100))
            await kept.CommitAsync(
                Partition,
                [.. numbers.Select(number => new RowChange.Put(new(Key(number), new Dictionary<string, object> { ["n"] = number })))],
                CancellationToken.None
            );
    }

    public async ValueTask DisposeAsync()
    {
        await kept.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Rows_that_stand_together_are_read_together()
    {
        await IsReadAsync(Enumerable.Range(200, 250));
        var (rows, requests) = table.Count.Take();
        Assert.Equal((250, 3), (rows, requests));
    }

    [Fact]
    public async Task Rows_that_stand_apart_cost_one_range_and_themselves()
    {
        await IsReadAsync(Enumerable.Range(0, 50).Select(number => number * 20));
        var (rows, requests) = table.Count.Take();
        Assert.InRange(rows, 50, 50 + 50);
        Assert.InRange(requests, 47, 51);
    }

    [Fact]
    public async Task Gaps_rows_that_are_missing_and_keys_given_twice_change_nothing() =>
        await IsReadAsync([.. Enumerable.Range(0, 300).Where(number => number % 3 > 0), 5, 999, 2_000, 1_500]);

    [Theory]
    [InlineData()]
    [InlineData(7)]
    [InlineData(5_000)]
    [InlineData(5_000, 5_001)]
    public async Task Few_keys_or_none_are_read(params int[] numbers) => await IsReadAsync(numbers);

    [Fact]
    public async Task Pages_read_ahead_are_those_that_are_there_also_for_those_who_leave_early()
    {
        var all = await Pages(9).AheadAsync(CancellationToken.None).ToListAsync();
        Assert.Equal(Enumerable.Range(0, 9), all);
        await foreach (var page in Pages(9).AheadAsync(CancellationToken.None))
        {
            if (page == 2)
                break;
        }
        await Assert.ThrowsAsync<IOException>(async () => await Pages(9, faultAt: 4).AheadAsync(CancellationToken.None).ToListAsync());
    }

    private async Task IsReadAsync(IEnumerable<int> numbers)
    {
        var keys = numbers.Select(Key).ToList();
        var found = await table.KeysAsync(Partition, keys, CancellationToken.None);
        var there = keys.Distinct().Where(key => string.CompareOrdinal(key, Key(1_000)) < 0).Order(StringComparer.Ordinal);
        Assert.Equal(there, found.Keys.Order(StringComparer.Ordinal));
        Assert.All(found, pair => Assert.Equal(pair.Key, pair.Value.Key));
    }

    private static async IAsyncEnumerable<int> Pages(int count, int faultAt = -1)
    {
        for (var page = 0; page < count; page++)
        {
            await Task.Yield();
            yield return page == faultAt ? throw new IOException("The table is gone.") : page;
        }
    }

    private static string Key(int number) => $"k-{number:D5}";
}
