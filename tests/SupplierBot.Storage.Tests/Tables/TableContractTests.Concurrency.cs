using SupplierBot.Chat.Ports;

namespace SupplierBot.Storage.Tests.Tables;

public abstract partial class TableContractTests
{
    [Fact]
    public async Task Concurrent_increments_with_the_ETag_lose_nothing()
    {
        await Committed(Add("c-2026", ("N", 0)));

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        for (var done = 0; done < 25; )
                            if (await Increment("c-2026"))
                                done++;
                    })
                )
        );

        Assert.Equal(200, (await Get("c-2026"))!.Values["N"]);
    }

    [Fact]
    public async Task Of_many_that_add_the_same_key_at_once_one_wins()
    {
        var results = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => Task.Run(() => Commit(Add("k-digest-2026-W10", ("Winner", i)), Add($"o-{i}"))))
        );

        var winner = Array.FindIndex(results, result => result is CommitResult.Committed);
        Assert.Equal(19, results.Count(result => result == new CommitResult.Conflict(0, ConflictKind.Exists)));
        Assert.Equal(winner, (await Get("k-digest-2026-W10"))!.Values["Winner"]);
        Assert.Equal([$"o-{winner}"], await Keys("o-", "o."));
    }

    [Fact]
    public async Task Parallel_batches_of_other_rows_all_succeed()
    {
        await Task.WhenAll(
            Enumerable.Range(0, 40).Select(i => Task.Run(() => Committed(Add($"r-{i:D2}"), Add($"a-{i:D2}"), Add($"o-{i:D2}"))))
        );

        Assert.Equal(40, (await Keys("r-", "r.")).Length);
        Assert.Equal(120, (await Keys("a", "z")).Length);
    }

    [Fact]
    public async Task A_read_that_begins_after_a_commit_sees_it_on_whatever_thread() =>
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(worker =>
                    Task.Run(async () =>
                    {
                        for (var i = 0; i < 25; i++)
                        {
                            var etag = (await Committed(Put($"r-{worker}", ("N", i)), Add($"a-{worker}-{i:D2}")))[0];
                            Assert.Equal(etag, (await Get($"r-{worker}"))!.ETag);
                            Assert.Equal(i + 1, (await Keys($"a-{worker}-", $"a-{worker}.")).Length);
                        }
                    })
                )
        );

    [Fact]
    public async Task A_range_never_shows_half_a_batch()
    {
        await Committed([.. Enumerable.Range(0, 10).Select(i => Add($"r-{i}", ("N", 0)))]);
        var writing = Task.Run(async () =>
        {
            for (var n = 1; n <= 100; n++)
                await Committed([.. Enumerable.Range(0, 10).Select(i => Put($"r-{i}", ("N", n)))]);
        });

        while (!writing.IsCompleted)
            Assert.Single(
                (await Table.ReadAsync(Partition, "r-", "r.", 10, CancellationToken.None)).Select(row => row.Values["N"]).Distinct()
            );
        await writing;
    }

    private async Task<bool> Increment(string key)
    {
        var row = (await Get(key))!;
        return await Commit(Replace(key, row.ETag!, ("N", (int)row.Values["N"] + 1))) is CommitResult.Committed;
    }
}
