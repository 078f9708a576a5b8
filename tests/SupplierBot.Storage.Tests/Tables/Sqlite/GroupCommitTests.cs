using SupplierBot.Chat.Ports;
using SupplierBot.Storage.Tables.Sqlite;
using SupplierBot.Storage.Tests.Kit;

namespace SupplierBot.Storage.Tests.Tables.Sqlite;

/// <summary>What the writer does with the batches of one group, on one thread and so in one order.</summary>
public sealed class GroupCommitTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TableFile file;
    private readonly GroupCommit commits;

    public GroupCommitTests()
    {
        file = TableFile.Open(folder["table.db"], alone: true);
        commits = new GroupCommit(file);
    }

    public void Dispose()
    {
        commits.Dispose();
        file.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_refused_batch_rolls_back_alone()
    {
        var group = Group(["r-1", "a-1"], ["r-2", "r-1", "a-2"], ["r-1"], ["r-3", "a-3"]);

        commits.Write(group);

        Assert.IsType<CommitResult.Committed>(await group[0].Done);
        Assert.Equal(new CommitResult.Conflict(1, ConflictKind.Exists), await group[1].Done);
        Assert.Equal(new CommitResult.Conflict(0, ConflictKind.Exists), await group[2].Done);
        Assert.IsType<CommitResult.Committed>(await group[3].Done);
        Assert.Equal(["a-1", "a-3", "r-1", "r-3"], Stored());
    }

    [Fact]
    public async Task Every_batch_has_a_version_of_its_own()
    {
        var group = Group(["r-1"], ["r-2"], ["r-3"]);

        commits.Write(group);

        var results = await Task.WhenAll(group.Select(batch => batch.Done));
        Assert.Equal(3, results.Select(result => Assert.IsType<CommitResult.Committed>(result).ETags[0]).Distinct().Count());
    }

    [Fact]
    public async Task A_full_disk_confirms_nothing_of_the_group_and_the_next_group_goes_on()
    {
        TableFile.Say(file.Connection, "PRAGMA max_page_count = 20");
        var group = new List<PendingBatch>
        {
            Batch("r-1"),
            Batch(new string('x', 30_000), [.. Enumerable.Range(0, 20).Select(i => $"a-{i}")]),
            Batch("r-2"),
        };

        commits.Write(group);

        foreach (var batch in group)
        {
            var fault = await Assert.ThrowsAsync<TableFileException>(() => batch.Done);
            Assert.Equal(TableFileFault.Full, fault.Fault);
            Assert.Contains("no room left on the disk", fault.Message, StringComparison.Ordinal);
        }
        Assert.Empty(Stored());

        var next = Group(["r-3"]);
        commits.Write(next);
        Assert.IsType<CommitResult.Committed>(await next[0].Done);
        Assert.Equal(["r-3"], Stored());
    }

    [Fact]
    public async Task A_file_that_turned_read_only_confirms_nothing_until_it_can_be_written_again()
    {
        TableFile.Say(file.Connection, "PRAGMA query_only = 1");
        var group = Group(["r-1"]);
        commits.Write(group);
        Assert.Equal(TableFileFault.ReadOnly, (await Assert.ThrowsAsync<TableFileException>(() => group[0].Done)).Fault);

        TableFile.Say(file.Connection, "PRAGMA query_only = 0");
        var next = Group(["r-1"]);
        commits.Write(next);
        Assert.IsType<CommitResult.Committed>(await next[0].Done);
    }

    private string[] Stored()
    {
        using var reader = new TableReader(file.Path);
        return [.. reader.Read("org", "", "~", 1000).Select(row => row.Key)];
    }

    private static List<PendingBatch> Group(params string[][] batches) => [.. batches.Select(keys => Batch("", keys))];

    private static PendingBatch Batch(string key) => Batch("", [key]);

    private static PendingBatch Batch(string text, string[] keys) =>
        new("org", [.. keys.Select(key => new RowChange.Add(new Row(key, new Dictionary<string, object> { ["Text"] = text })))]);
}
