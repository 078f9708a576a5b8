using System.Collections.Concurrent;
using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Backup;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Upkeep;

namespace SupplierBot.Chat.Tests.Backup;

/// <summary>Files that were cut, changed or meant for somebody else, and imports that were interrupted.</summary>
public sealed class ImportTests
{
    [Fact]
    public async Task A_file_cut_anywhere_is_refused_with_the_line_and_nothing_of_it_comes_in()
    {
        await using var bot = await ExportImportTests.WithEverythingAsync();
        using var moved = new BackupTransfer(bot);
        var file = await BackupTransfer.ExportAsync(bot.The<ITable>(), moved.Settings);
        var chance = new Random(4);
        foreach (
            var length in Enumerable
                .Range(0, 60)
                .Select(_ => chance.Next(1, file.Length - 2))
                .Concat(
                    file.Index()
                        .Where(letter => letter.Item == '\n')
                        .SkipLast(1)
                        .SelectMany(letter => new[] { letter.Index, letter.Index + 1 })
                )
        )
        {
            var words = await moved.RefusedAsync(file[..length]);
            var line = file[..length].Count(letter => letter == '\n') + 1;
            Assert.StartsWith($"Line {line} ", words, StringComparison.Ordinal);
            Assert.Contains("Nothing was imported. Whole before it: ", words, StringComparison.Ordinal);
            Assert.Matches("is cut|is not the first line", words);
        }
        Assert.Equal(0, await moved.CountAsync());
        Assert.IsType<Imported.Done>(await moved.ImportAsync(file));
    }

    [Fact]
    public async Task The_cases_that_are_whole_before_the_cut_are_named()
    {
        await using var bot = await ExportImportTests.WithEverythingAsync();
        using var moved = new BackupTransfer(bot);
        var file = await BackupTransfer.ExportAsync(bot.The<ITable>(), moved.Settings);
        var second = file.IndexOf("""{"kind":"case","id":"REQ-2026-0002""", StringComparison.Ordinal);
        Assert.EndsWith(
            "Whole before it: the case REQ-2026-0001.",
            await moved.RefusedAsync(file[..(second + 100)]),
            StringComparison.Ordinal
        );
        Assert.EndsWith("Whole before it: no case.", await moved.RefusedAsync(file[..200]), StringComparison.Ordinal);
        Assert.EndsWith(
            "Whole before it: 2 cases, in the order of the file from REQ-2026-0001 to REQ-2026-0002.",
            await moved.RefusedAsync(file[..^30]),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("\"format\":1", "\"format\":2", "Line 1 says format 2, this release reads 1. Import it with release 1.2.3")]
    [InlineData("\"organisation\":\"test\"", "\"organisation\":\"other\"", "Line 1 says organisation `other`, this one is `test`.")]
    [InlineData("supplierbot-backup", "something", "Line 1 is not the first line of a backup.")]
    [InlineData("{\"kind\":\"supplierbot-backup\"", "\uFEFF{\"kind\":\"supplierbot-backup\"", "Line 1 is not the first line of a backup.")]
    [InlineData("\"partition\":\"test.p\"", "\"partition\":\"other.p\"", "Line 2 holds a row of another organisation (partition other.p).")]
    [InlineData("{\"kind\":\"row\"", "{\"kind\":\"raw\"", "Line 2 is broken: there is no kind `raw`.")]
    [InlineData("{\"kind\":\"row\"", "{\"kind\":", "Line 2 is broken: it is no line of a backup.")]
    [InlineData("\"values\":{", "\"value\":{", "Line 2 is broken: it has no `values`.")]
    [InlineData("{\"int\":1}", "{\"short\":1}", "is broken: there is no type `short`.")]
    [InlineData("{\"int\":1}", "{\"int\":\"1\"}", "is broken: it is no line of a backup.")]
    [InlineData("{\"int\":1}", "{\"int\":1.5}", "is broken: ")]
    [InlineData("{\"int\":1}", "null", "is broken: a value has no type.")]
    [InlineData("\"key\":\"a-REQ-2026-0002", "\"key\":\"a-REQ-2026-0003", "holds rows that are not of the case REQ-2026-0002.")]
    [InlineData("Beta Boards", "Beta Bombs!", "names another SHA-256")]
    [InlineData("\n{\"kind\":\"end\"", "\n\n{\"kind\":\"end\"", "is broken: it is no line of a backup.")]
    [InlineData("\"lines\":", "\"lines\":1", "counts 1")]
    public async Task A_file_changed_by_hand_is_refused_with_line_and_remedy(string from, string to, string words)
    {
        await using var bot = await ExportImportTests.WithEverythingAsync();
        using var moved = new BackupTransfer(bot);
        var file = await BackupTransfer.ExportAsync(bot.The<ITable>(), moved.Settings);
        var at = file.IndexOf(from, StringComparison.Ordinal);
        Assert.Contains(words, await moved.RefusedAsync(file[..at] + to + file[(at + from.Length)..]), StringComparison.Ordinal);
        Assert.Equal(0, await moved.CountAsync());
    }

    [Fact]
    public async Task Other_line_ends_a_line_less_and_a_line_more_are_reported()
    {
        await using var bot = await ExportImportTests.WithEverythingAsync();
        using var moved = new BackupTransfer(bot);
        var file = await BackupTransfer.ExportAsync(bot.The<ITable>(), moved.Settings);
        Assert.Contains(
            "SHA-256",
            await moved.RefusedAsync(file.Replace("\n", "\r\n", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
        var lines = file.Split('\n');
        Assert.Contains(
            "counts",
            await moved.RefusedAsync(string.Join('\n', lines.Take(5).Concat(lines.Skip(6)))),
            StringComparison.Ordinal
        );
        Assert.Contains("stands after the closing line", await moved.RefusedAsync(file + "x\n"), StringComparison.Ordinal);
        Assert.Contains("is not there: the file is cut", await moved.RefusedAsync(""), StringComparison.Ordinal);
        Assert.IsType<Imported.Done>(await moved.ImportAsync(file.TrimEnd('\n')));
    }

    [Fact]
    public async Task Where_the_organisation_has_rows_nothing_comes_in()
    {
        await using var bot = await ExportImportTests.WithEverythingAsync();
        using var moved = new BackupTransfer(bot);
        var file = await BackupTransfer.ExportAsync(bot.The<ITable>(), moved.Settings);
        await moved.Target.CommitAsync(
            Keys.Conversations("test"),
            [new RowChange.Add(new("u-somebody", new Dictionary<string, object>()))],
            CancellationToken.None
        );
        Assert.Contains(
            "has rows here already (the first is u-somebody in test.v)",
            await moved.RefusedAsync(file),
            StringComparison.Ordinal
        );
        Assert.Equal(1, await moved.CountAsync());
    }

    [Fact]
    public async Task What_a_start_alone_wrote_is_no_hindrance()
    {
        await using var bot = await ExportImportTests.WithEverythingAsync();
        using var moved = new BackupTransfer(bot);
        var file = await BackupTransfer.ExportAsync(bot.The<ITable>(), moved.Settings);
        await new IndexMigration(moved.Target, new(moved.Target, moved.Settings), moved.Settings).MakeAsync(CancellationToken.None);
        await new PolicyStore(moved.Target, moved.Settings, new(bot.The<SupplierBot.Onboarding.Policies.Policy>())).PlaceAsync(
            DefaultPolicy.Text(),
            CancellationToken.None
        );
        Assert.IsType<Imported.Done>(await moved.ImportAsync(file));
    }

    [Fact]
    public async Task The_same_file_again_does_nothing_and_another_one_is_refused()
    {
        await using var bot = await ExportImportTests.WithEverythingAsync();
        using var moved = new BackupTransfer(bot);
        var file = await BackupTransfer.ExportAsync(bot.The<ITable>(), moved.Settings);
        await moved.ImportAsync(file);
        await moved.Target.CommitAsync(RowEditing.Partition, [new RowChange.Delete("z-later")], CancellationToken.None);
        Assert.IsType<Imported.Before>(await moved.ImportAsync(file));
        Assert.Null(await moved.Target.GetAsync(RowEditing.Partition, "z-later", CancellationToken.None));
        await bot.SaysAsync(TestBot.Carla, "new Delta Docs");
        Assert.Contains(
            "has rows here already",
            await moved.RefusedAsync(await BackupTransfer.ExportAsync(bot.The<ITable>(), moved.Settings)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Interrupted_anywhere_each_case_is_there_whole_or_not_at_all_and_a_repeat_finishes()
    {
        await using var bot = await ExportImportTests.WithEverythingAsync();
        var file = await BackupTransfer.ExportAsync(bot.The<ITable>(), bot.The<ChatSettings>());
        var finished = false;
        for (var last = 1; !finished; last++)
        {
            using var moved = new BackupTransfer(bot);
            var commits = 0;
            var dying = new CountingTable(moved.Target)
            {
                BeforeCommitting = _ => Interlocked.Increment(ref commits) > last ? throw new IOException("staged") : Task.CompletedTask,
            };
            try
            {
                finished = await moved.ImportAsync(file, dying) is Imported.Done;
            }
            catch (IOException)
            {
                Assert.NotNull(await new ImportState(moved.Target, moved.Settings).UnfinishedAsync(CancellationToken.None));
                Assert.Contains(
                    "another file was begun",
                    await moved.RefusedAsync(file.Replace("1.2.3", "1.2.4", StringComparison.Ordinal) is var other ? Resealed(other) : ""),
                    StringComparison.Ordinal
                );
            }
            // Numbers, policies and roles are whole once all of it is in; a case that is there is whole at once.
            var found = new List<string>();
            await new ChainAudit(moved.Target, moved.Settings).RunAsync(found.Add, CancellationToken.None);
            Assert.Empty(
                finished
                    ? found
                    : found.Where(broken =>
                        broken.StartsWith("REQ-", StringComparison.Ordinal) && broken.Contains("fact", StringComparison.Ordinal)
                    )
            );
            if (!finished)
                Assert.IsType<Imported.Done>(await moved.ImportAsync(file));
            Assert.Null(await new ImportState(moved.Target, moved.Settings).UnfinishedAsync(CancellationToken.None));
            Assert.Equal(file, await moved.ExportAgainAsync());
        }
    }

    [Fact]
    public async Task A_write_nobody_answered_is_written_again()
    {
        await using var bot = await ExportImportTests.WithEverythingAsync();
        using var moved = new BackupTransfer(bot);
        var file = await BackupTransfer.ExportAsync(bot.The<ITable>(), moved.Settings);
        // Each once: several are written at a time, and one that always met the others' faults would give up.
        var unanswered = new ConcurrentDictionary<string, bool>();
        var deaf = new CountingTable(moved.Target)
        {
            BeforeCommitting = batch =>
                batch[0].Key != "import" && unanswered.TryAdd(batch[0].Key, true)
                    ? throw new OutcomeUnknownException("staged")
                    : Task.CompletedTask,
        };
        var import = moved.ImportAsync(file, deaf);
        while (!import.IsCompleted)
        {
            bot.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }
        Assert.IsType<Imported.Done>(await import);
        Assert.True(unanswered.Count > 3);
        Assert.Equal(file, await moved.ExportAgainAsync());
    }

    /// <summary>With the SHA-256 that fits what was changed: as another, whole export.</summary>
    private static string Resealed(string file)
    {
        var end = file.LastIndexOf("{\"kind\":\"end\"", StringComparison.Ordinal);
        var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(file[..end])));
        return file[..end] + file[end..^67] + sha + "\"}\n";
    }
}
