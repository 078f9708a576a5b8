using Microsoft.Extensions.DependencyInjection;
using SupplierBot.Chat.Ports;
using SupplierBot.Storage.Tables;
using SupplierBot.Storage.Tables.Sqlite;
using SupplierBot.Storage.Tests.Kit;

namespace SupplierBot.Storage.Tests.Tables.Sqlite;

public sealed class SqliteTableClosingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Commits_that_wait_when_the_table_closes_are_written_or_refused_never_forgotten()
    {
        var path = folder["table.db"];
        var table = SqliteTable.Open(path);
        var commits = Enumerable.Range(0, 200).Select(i => Task.Run(() => Add(table, $"r-{i:D3}"))).ToArray();

        await table.DisposeAsync();

        var confirmed = new List<string>();
        foreach (var commit in commits)
            if (await commit is { } key)
                confirmed.Add(key);
        await using var again = SqliteTable.Open(path);
        Assert.Equal(confirmed, (await again.ReadAsync("org", "r-", "r.", 1000, CancellationToken.None)).Select(row => row.Key));
    }

    [Fact]
    public async Task A_closed_table_says_so_and_closes_twice()
    {
        var table = SqliteTable.Open(folder["table.db"]);
        await table.DisposeAsync();
        await table.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => table.GetAsync("org", "r-1", CancellationToken.None));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => table.ReadAsync("org", "a", "b", 1, CancellationToken.None));
        await Assert.ThrowsAsync<ObjectDisposedException>(() =>
            table.CommitAsync("org", [new RowChange.Delete("r-1")], CancellationToken.None)
        );
    }

    [Fact]
    public async Task Closing_leaves_one_file_to_back_up_and_its_lock()
    {
        await using (var table = SqliteTable.Open(folder["table.db"]))
            await Add(table, "r-1");

        Assert.Equal(["table.db", "table.db.lock"], Directory.GetFiles(folder["."]).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task The_container_gives_one_table_and_closes_it()
    {
        var path = folder["table.db"];
        await using (var services = new ServiceCollection().AddSqliteTable(_ => path).BuildServiceProvider())
            Assert.Same(services.GetRequiredService<SqliteTable>(), services.GetRequiredService<ITable>());
        using (var services = new ServiceCollection().AddSqliteTable(_ => path).BuildServiceProvider())
            services.GetRequiredService<ITable>();

        await SqliteTable.Open(path).DisposeAsync();
    }

    private static async Task<string?> Add(SqliteTable table, string key)
    {
        try
        {
            await table.CommitAsync("org", [new RowChange.Add(new Row(key, new Dictionary<string, object>()))], CancellationToken.None);
            return key;
        }
        catch (ObjectDisposedException)
        {
            return null;
        }
    }
}
