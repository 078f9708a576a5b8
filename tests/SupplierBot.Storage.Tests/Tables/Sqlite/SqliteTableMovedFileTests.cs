using SupplierBot.Chat.Ports;
using SupplierBot.Storage.Tables.Sqlite;
using SupplierBot.Storage.Tests.Kit;

namespace SupplierBot.Storage.Tests.Tables.Sqlite;

/// <summary>Somebody tidies up while the bot runs: what would be lost with the process is not confirmed.</summary>
public sealed class SqliteTableMovedFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(""), InlineData("-wal")]
    public async Task Nothing_is_confirmed_while_the_file_or_its_log_is_away_and_everything_again_when_it_is_back(string part)
    {
        var path = folder["table.db"];
        await using var table = SqliteTable.Open(path);
        await Add(table, "before");
        File.Move(path + part, folder["away"]);

        var fault = await Assert.ThrowsAsync<TableFileException>(() => Add(table, "away"));

        Assert.Equal(TableFileFault.Moved, fault.Fault);
        Assert.StartsWith($"{path}: the file or its log (-wal) was moved, deleted or replaced", fault.Message, StringComparison.Ordinal);
        File.Move(folder["away"], path + part);
        await Add(table, "after");
        Assert.Null(await table.GetAsync("org", "away", CancellationToken.None));
    }

    [Fact]
    public async Task Another_file_in_its_place_is_not_taken_for_it()
    {
        var path = folder["table.db"];
        await using var table = SqliteTable.Open(path);
        await Add(table, "before");
        File.Copy(path, folder["copy"]);
        File.Move(folder["copy"], path, overwrite: true);
        Assert.Equal(TableFileFault.Moved, (await Assert.ThrowsAsync<TableFileException>(() => Add(table, "after"))).Fault);
    }

    [Fact]
    public async Task Readers_notice_it_too()
    {
        var path = folder["table.db"];
        await using var table = SqliteTable.Open(path);
        File.Delete(path);
        Assert.Equal(
            TableFileFault.Moved,
            (await Assert.ThrowsAsync<TableFileException>(() => table.GetAsync("org", "any", CancellationToken.None))).Fault
        );
    }

    /// <summary>As all of Windows: a file there stays in its place while it is open.</summary>
    [Fact]
    public void Where_SQLite_cannot_tell_nothing_has_moved()
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=:memory:");
        connection.Open();
        Assert.False(NativeFile.HasMoved(connection.Handle!));
    }

    private static Task<CommitResult> Add(SqliteTable table, string key) =>
        table.CommitAsync("org", [new RowChange.Add(new(key, new Dictionary<string, object> { ["A"] = 1 }))], CancellationToken.None);
}
