using Microsoft.Data.Sqlite;
using SupplierBot.Chat.Ports;
using SupplierBot.Storage.Tables.Sqlite;
using SupplierBot.Storage.Tests.Kit;

namespace SupplierBot.Storage.Tests.Tables.Sqlite;

public sealed class SqliteTableTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_table_is_made_with_its_folders_and_found_again()
    {
        var path = folder[Path.Combine("data", "deep", "table.db")];
        string? etag;
        await using (var table = SqliteTable.Open(path))
            etag = await Put(table, "r-1");

        await using var again = SqliteTable.Open(path);

        Assert.Equal(etag, (await again.GetAsync("org", "r-1", CancellationToken.None))!.ETag);
    }

    [Fact]
    public async Task An_ETag_never_comes_back_after_the_table_was_opened_again()
    {
        var path = folder["table.db"];
        string? first;
        await using (var table = SqliteTable.Open(path))
        {
            first = await Put(table, "r-1");
            await table.CommitAsync("org", [new RowChange.Delete("r-1")], CancellationToken.None);
        }

        await using var again = SqliteTable.Open(path);
        await Put(again, "r-1");

        Assert.Equal(
            new CommitResult.Conflict(0, ConflictKind.Stale),
            await again.CommitAsync("org", [new RowChange.Delete("r-1", first)], CancellationToken.None)
        );
    }

    [Fact]
    public async Task A_second_opening_is_refused_until_the_first_is_closed()
    {
        var path = folder["table.db"];
        await using (SqliteTable.Open(path))
            Assert.Contains("another process has this table open", Fault(TableFileFault.InUse, path), StringComparison.Ordinal);

        await using var table = SqliteTable.Open(path);
        await Put(table, "r-1");
    }

    /// <summary>A command that leaves a note while the bot writes: nothing of either is lost, and no version comes twice.</summary>
    [Fact]
    public async Task A_command_beside_the_bot_writes_in_turn_with_it()
    {
        var path = folder["table.db"];
        await using var bot = SqliteTable.Open(path);
        var writing = Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Run(() => Put(bot, $"bot-{number:D3}"))));
        var commands = Enumerable
            .Range(0, 5)
            .Select(number =>
                Task.Run(async () =>
                {
                    await using var command = SqliteTable.OpenBeside(path);
                    return await Put(command, $"note-{number}");
                })
            );
        var etags = (await Task.WhenAll(commands)).Concat(await writing).ToList();
        Assert.Equal(etags.Count, etags.Distinct().Count());
        Assert.Equal(105, (await bot.ReadAsync("org", "!", "~", 1000, CancellationToken.None)).Count);

        // What one of them read and the other changed is a conflict for both.
        await using var beside = SqliteTable.OpenBeside(path);
        var read = (await bot.GetAsync("org", "note-0", CancellationToken.None))!;
        await Put(beside, "note-0");
        Assert.Equal(
            new CommitResult.Conflict(0, ConflictKind.Stale),
            await bot.CommitAsync("org", [new RowChange.Delete("note-0", read.ETag)], CancellationToken.None)
        );
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        var path = folder["notes.txt"];
        var text = string.Concat(Enumerable.Repeat("Not a database at all. ", 100));
        File.WriteAllText(path, text);

        Fault(TableFileFault.Foreign, path);

        Assert.Equal(text, File.ReadAllText(path));
    }

    [Fact]
    public void Another_programs_database_is_refused_and_left_as_it_is()
    {
        var path = folder["other.db"];
        Say(path, "CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)");
        var bytes = File.ReadAllBytes(path);

        Assert.Contains("another program's database", Fault(TableFileFault.Foreign, path), StringComparison.Ordinal);

        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task A_newer_file_is_refused_with_both_numbers()
    {
        var path = folder["table.db"];
        await SqliteTable.Open(path).DisposeAsync();
        Say(path, "PRAGMA user_version = 2");

        Assert.Contains("the file has schema 2, this release knows 1", Fault(TableFileFault.Newer, path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_cut_short_is_refused_as_damaged()
    {
        var path = folder["table.db"];
        await using (var table = SqliteTable.Open(path))
            for (var i = 0; i < 50; i++)
                await Put(table, $"r-{i}", new string('x', 4_000));
        using (var file = File.OpenWrite(path))
            file.SetLength(file.Length / 2);

        Assert.Contains("restore the last backup", Fault(TableFileFault.Damaged, path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_its_table_is_refused_and_its_lock_let_go()
    {
        var path = folder["table.db"];
        await SqliteTable.Open(path).DisposeAsync();
        Say(path, "ALTER TABLE row RENAME TO other");
        Fault(TableFileFault.Unreachable, path);
        Say(path, "ALTER TABLE other RENAME TO row");

        await SqliteTable.Open(path).DisposeAsync();
    }

    /// <summary>
    /// One row that cannot be read is no value and no end of its range; anyone who reads it finds nothing of what it said.
    /// </summary>
    [Theory]
    [InlineData("0901")]
    [InlineData("")]
    [InlineData("FFFFFFFF")]
    public async Task A_row_that_cannot_be_read_hides_no_other_and_is_no_empty_row(string body)
    {
        var path = folder["table.db"];
        await using (var table = SqliteTable.Open(path))
        {
            await Put(table, "r-1");
            await Put(table, "r-2");
        }
        Say(path, $"UPDATE row SET body = x'{body}' WHERE key = 'r-1'");

        await using var again = SqliteTable.Open(path);

        var damaged = (await again.GetAsync("org", "r-1", CancellationToken.None))!;
        Assert.Equal(Convert.FromHexString(body), Assert.IsType<byte[]>(Assert.Single(damaged.Values).Value));
        Assert.Equal(["r-1", "r-2"], (await again.ReadAsync("org", "r-", "r.", 10, CancellationToken.None)).Select(row => row.Key));
    }

    [Fact]
    public async Task A_read_only_file_is_refused_at_the_start()
    {
        var path = folder["table.db"];
        await SqliteTable.Open(path).DisposeAsync();
        File.SetAttributes(path, FileAttributes.ReadOnly);

        Assert.Contains("the file is read-only", Fault(TableFileFault.ReadOnly, path), StringComparison.Ordinal);

        File.SetAttributes(path, FileAttributes.Normal);
    }

    [Fact]
    public async Task A_foreign_lock_while_running_is_reported_and_left_behind()
    {
        var path = folder["table.db"];
        await using var table = SqliteTable.Open(path);
        await Put(table, "r-1");
        using (var other = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            other.Open();
            using var command = other.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE; UPDATE opening SET number = number";
            command.ExecuteNonQuery();

            var fault = await Assert.ThrowsAsync<TableFileException>(() => Put(table, "r-2"));

            Assert.Equal(TableFileFault.InUse, fault.Fault);
            Assert.Contains("another program holds the file. Close it", fault.Message, StringComparison.Ordinal);
            Assert.NotNull(await table.GetAsync("org", "r-1", CancellationToken.None));
        }
        Assert.Null(await table.GetAsync("org", "r-2", CancellationToken.None));
        await Put(table, "r-2");
    }

    [Fact]
    public async Task Noise_in_the_middle_of_the_file_is_damage_and_never_an_answer()
    {
        var path = folder["table.db"];
        await using (var table = SqliteTable.Open(path))
            for (var i = 0; i < 50; i++)
                await Put(table, $"r-{i:D2}", new string('x', 4_000));
        var bytes = File.ReadAllBytes(path);
        new Random(1).NextBytes(bytes.AsSpan(4096 * 2, bytes.Length - 4096 * 2));
        File.WriteAllBytes(path, bytes);

        var fault = await Assert.ThrowsAsync<TableFileException>(async () =>
        {
            await using var again = SqliteTable.Open(path);
            await again.ReadAsync("org", "r-", "r.", 100, CancellationToken.None);
        });
        Assert.Equal(TableFileFault.Damaged, fault.Fault);
    }

    [Fact]
    public void A_path_that_cannot_be_made_is_refused()
    {
        File.WriteAllText(folder["file"], "");
        Directory.CreateDirectory(folder["folder"]);

        Assert.Contains(
            "its folder cannot be made",
            Fault(TableFileFault.Unreachable, folder[Path.Combine("file", "table.db")]),
            StringComparison.Ordinal
        );
        Assert.Contains("this is a folder", Fault(TableFileFault.Unreachable, folder["folder"]), StringComparison.Ordinal);
    }

    /// <summary>The message names the file, whatever else it says.</summary>
    private static string Fault(TableFileFault kind, string path)
    {
        var fault = Assert.Throws<TableFileException>(() => SqliteTable.Open(path));
        Assert.Equal(kind, fault.Fault);
        Assert.StartsWith(path + ": ", fault.Message, StringComparison.Ordinal);
        return fault.Message;
    }

    private static async Task<string?> Put(SqliteTable table, string key, string text = "")
    {
        var change = new RowChange.Put(new Row(key, new Dictionary<string, object> { ["Text"] = text }));
        return Assert.IsType<CommitResult.Committed>(await table.CommitAsync("org", [change], CancellationToken.None)).ETags[0];
    }

    private static void Say(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
