using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Backup;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Telemetry;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Backup;

/// <summary>What goes out and comes in again is what it was.</summary>
public sealed class ExportImportTests
{
    [Fact]
    public async Task The_export_of_the_import_is_the_export()
    {
        await using var bot = await WithEverythingAsync();
        using var moved = new BackupTransfer(bot);
        var file = await BackupTransfer.ExportAsync(bot.The<ITable>(), moved.Settings);
        Assert.IsType<Imported.Done>(await moved.ImportAsync(file));
        Assert.Equal(file, await moved.ExportAgainAsync());
        Assert.Equal(file, await BackupTransfer.ExportAsync(bot.The<ITable>(), moved.Settings));
    }

    /// <summary>
    /// A failure here means that files written before come in differently: keep the old file, read its format, and put a new one beside it.
    /// </summary>
    [Fact]
    public async Task A_file_of_the_first_format_comes_in_and_goes_out_as_it_is()
    {
        var file = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "tests", "SupplierBot.Chat.Tests", "Stores", "Golden", "backup-1.jsonl")
        );
        await using var bot = await TestBot.StartAsync();
        using var moved = new BackupTransfer(bot);
        Assert.Equal(2, Assert.IsType<Imported.Done>(await moved.ImportAsync(file)).Cases);
        Assert.Equal(file, await moved.ExportAgainAsync());
        // It is of a time when policies were not kept, and says so of each case.
        var found = new List<string>();
        var audited = await new ChainAudit(moved.Target, moved.Settings).RunAsync(found.Add, CancellationToken.None);
        Assert.Equal((2L, 3L, 2), (audited.Cases, audited.Events, found.Count));
        Assert.All(found, words => Assert.EndsWith("it was assessed under is not kept, or not as it was", words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Everything_is_in_the_file_and_nothing_that_follows_from_the_rest()
    {
        await using var bot = await WithEverythingAsync();
        var lines = (await BackupTransfer.ExportAsync(bot.The<ITable>(), bot.The<ChatSettings>())).Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        );
        Assert.StartsWith(
            """{"kind":"supplierbot-backup","format":1,"product":"1.2.3","organisation":"test","policies":[""",
            lines[0],
            StringComparison.Ordinal
        );
        Assert.StartsWith("{\"kind\":\"end\",\"lines\":" + (lines.Length - 1), lines[^1], StringComparison.Ordinal);
        Assert.Equal(
            ["REQ-2026-0001", "REQ-2026-0002"],
            lines.Where(line => line.StartsWith("""{"kind":"case""", StringComparison.Ordinal)).Select(line => line[21..34])
        );
        foreach (var partition in new[] { "test", "test.v", "test.p", "test.d", "test.d.teams:priya" })
            Assert.Contains(lines, line => line.StartsWith($$"""{"kind":"row","partition":"{{partition}}",""", StringComparison.Ordinal));
        foreach (var prefix in new[] { "k-", "o-", "s-", "c-", "z-later" })
            Assert.Contains(
                lines,
                line => line.StartsWith($$"""{"kind":"row","partition":"test","key":"{{prefix}}""", StringComparison.Ordinal)
            );
        Assert.DoesNotContain(lines, line => line.Contains("\"key\":\"i", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.DoesNotContain("\"key\":\"import\"", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_moved_is_found_decided_and_delivered_as_before()
    {
        await using var bot = await WithEverythingAsync();
        using var moved = new BackupTransfer(bot);
        await moved.ImportAsync(await BackupTransfer.ExportAsync(bot.The<ITable>(), moved.Settings));
        foreach (var key in await bot.KeysAsync("i"))
        {
            var row = await moved.Target.GetAsync(RowEditing.Partition, key, CancellationToken.None);
            Assert.Equal((await bot.RowAsync(key)).Values, row?.Values);
        }
        var cases = new CaseStore(moved.Target, moved.Settings);
        Assert.Equal(2, (await cases.OfAsync(TestBot.Rita.Id, 10, CancellationToken.None)).Count);
        Assert.True(HashChain.Verify(await cases.EventsAsync("REQ-2026-0002", CancellationToken.None)));
        foreach (var marker in await bot.KeysAsync("k-"))
            Assert.StartsWith("REQ-2026-000", await cases.DoneOnAsync(marker[2..], CancellationToken.None), StringComparison.Ordinal);
        Assert.Equal(0, (await new ChainAudit(moved.Target, moved.Settings).RunAsync(_ => { }, CancellationToken.None)).Broken);
        Assert.Equal(
            "Gamma Graphs",
            (
                await new DraftStore(moved.Target, moved.Settings, bot.The<TurnMetrics>(), bot.Time).FindAsync(
                    TestBot.Priya.Id,
                    CancellationToken.None
                )
            )!.Value.Draft.Answers.One("name")
        );
    }

    [Fact]
    public async Task What_a_replica_holds_does_not_travel()
    {
        await using var bot = await WithEverythingAsync();
        using var moved = new BackupTransfer(bot);
        var outbox = (await bot.KeysAsync("o-"))[0];
        var slot = (await bot.KeysAsync("m-"))[0];
        var soon = bot.Time.GetUtcNow().AddMinutes(1);
        await bot.PutAsync(
            (await bot.RowAsync(outbox)).Changed(
                StoredJson.Default.OutboxItem,
                item => item with { LeaseOwner = "replica", LeaseUntil = soon, Attempts = 3 }
            )
        );
        await bot.PutAsync(
            (await bot.RowAsync(slot)).Changed(
                StoredJson.Default.SlotState,
                held => held with { Holder = "replica", HeldUntil = soon, Posting = true }
            )
        );
        var file = await BackupTransfer.ExportAsync(bot.The<ITable>(), moved.Settings);
        Assert.DoesNotContain("replica", file, StringComparison.Ordinal);
        await moved.ImportAsync(file);
        var free = Rows.Read(
            (await moved.Target.GetAsync(RowEditing.Partition, outbox, CancellationToken.None))!,
            StoredJson.Default.OutboxItem
        );
        Assert.Equal(("", DateTimeOffset.UnixEpoch, 3), (free.LeaseOwner, free.LeaseUntil, free.Attempts));
        var begun = Rows.Read(
            (await moved.Target.GetAsync(RowEditing.Partition, slot, CancellationToken.None))!,
            StoredJson.Default.SlotState
        );
        Assert.Equal((null, null, true), (begun.Holder, begun.HeldUntil, begun.Posting));
        Assert.Equal(file, await moved.ExportAgainAsync());
    }

    [Fact]
    public async Task Every_type_of_value_comes_back_as_it_was()
    {
        await using var bot = await TestBot.StartAsync();
        var values = new Dictionary<string, object>
        {
            ["Text"] = "ä 🙂 \"quoted\" \\ \u2028 <b>",
            ["Int"] = int.MinValue,
            ["Long"] = long.MaxValue,
            ["Yes"] = true,
            ["No"] = false,
            ["Double"] = 0.1 + 0.2,
            ["Time"] = new DateTimeOffset(2026, 11, 17, 9, 0, 0, TimeSpan.Zero).AddTicks(1234567),
            ["Guid"] = Guid.Parse("5b0a3a2e-6f0d-4c61-9a53-000000000002"),
            ["Bytes"] = new byte[] { 0, 255, 10 },
            ["Empty"] = "",
        };
        await bot.PutAsync(new Row("y-1", values));
        using var moved = new BackupTransfer(bot);
        await moved.ImportAsync(await BackupTransfer.ExportAsync(bot.The<ITable>(), moved.Settings));
        Assert.Equivalent(values, (await moved.Target.GetAsync(RowEditing.Partition, "y-1", CancellationToken.None))!.Values, strict: true);
    }

    [Fact]
    public async Task A_case_of_many_rows_and_long_texts_comes_in_over_several_transactions()
    {
        await using var bot = await WithEverythingAsync();
        var head = await bot.ReadAsync("r-REQ-2026-0001", StoredJson.Default.Case);
        var (hash, count) = (head.ChainHead, head.EventCount);
        for (var more = 0; more < 300; more++)
        {
            var text = new string('"', more % 10 == 0 ? 30_000 : 10);
            var chained = HashChain.Append(
                hash,
                ++count,
                head.Id,
                new(
                    AuditEventKind.Reminded,
                    TestBot.Sam.Id,
                    bot.Time.GetUtcNow(),
                    [new("comment", HashChain.Salted("salt", text)), new(CaseSeal.Detail, CaseSeal.Of(head))],
                    text,
                    "salt"
                )
            );
            await bot.PutAsync(
                Rows.Of(Keys.Event(head.Id, count), chained.Event, StoredJson.Default.AuditEvent)
                    .With("Sequence", count)
                    .With("Canonical", chained.Canonical.ToArray())
                    .With("PreviousHash", hash)
                    .With("Hash", chained.Hash)
            );
            hash = chained.Hash;
        }
        await bot.PutAsync(Rows.Of("r-REQ-2026-0001", head with { ChainHead = hash, EventCount = count }, StoredJson.Default.Case));
        using var moved = new BackupTransfer(bot);
        var file = await BackupTransfer.ExportAsync(bot.The<ITable>(), moved.Settings);
        var dying = new CountingTable(moved.Target)
        {
            BeforeCommitting = batch =>
                batch.Any(change => change.Key == "r-REQ-2026-0001") ? throw new IOException("staged") : Task.CompletedTask,
        };
        await Assert.ThrowsAsync<IOException>(() => moved.ImportAsync(file, dying));
        Assert.NotEmpty(
            await moved.Target.ReadAsync(RowEditing.Partition, "a-REQ-2026-0001-", "a-REQ-2026-0001.", 10, CancellationToken.None)
        );
        Assert.Null(await new CaseStore(moved.Target, moved.Settings).FindAsync("REQ-2026-0001", CancellationToken.None));
        Assert.IsType<Imported.Done>(await moved.ImportAsync(file));
        Assert.Equal(file, await moved.ExportAgainAsync());
        Assert.Equal(
            0,
            (
                await new ChainAudit(moved.Target, moved.Settings).RunAsync(
                    broken => Assert.Fail(broken.ToString()),
                    CancellationToken.None
                )
            ).Broken
        );
    }

    [Fact]
    public async Task What_was_damaged_by_hand_goes_along_as_it_is()
    {
        await using var bot = await WithEverythingAsync();
        await bot.RemoveAsync("r-REQ-2026-0001");
        await bot.PutAsync((await bot.RowAsync("r-REQ-2026-0002")).With("Shape", 9));
        await bot.PutAsync((await bot.RowAsync("s-SUP-0001")).With("J0", "{"));
        await bot.PutAsync(new Row("a-strange", new Dictionary<string, object> { ["J0"] = "?" }));
        await bot.PutAsync(new Row("o-strange", new Dictionary<string, object> { ["J0"] = "?" }));
        using var moved = new BackupTransfer(bot);
        var file = await BackupTransfer.ExportAsync(bot.The<ITable>(), moved.Settings);
        Assert.Equal(2, Assert.IsType<Imported.Done>(await moved.ImportAsync(file)).Unreadable);
        Assert.Equal(file, await moved.ExportAgainAsync());
    }

    [Fact]
    public async Task A_case_decided_while_it_is_exported_is_in_the_file_before_or_after_it_never_between()
    {
        await using var bot = await WithEverythingAsync();
        var sent = await bot.ReadAsync("r-REQ-2026-0001", StoredJson.Default.Case);
        var busy = new CountingTable(bot.The<ITable>())
        {
            BeforeReading = from => from == "a-" ? bot.RejectsAsync(TestBot.Sam, sent) : Task.CompletedTask,
        };
        using var moved = new BackupTransfer(bot);
        await moved.ImportAsync(await BackupTransfer.ExportAsync(busy, moved.Settings));
        Assert.Equal(
            (2L, 4L, 0L),
            (await new ChainAudit(moved.Target, moved.Settings).RunAsync(_ => { }, CancellationToken.None)) is var audited
                ? (audited.Cases, audited.Events, audited.Findings)
                : default
        );
    }

    /// <summary>An open case and a closed one, a draft, what waits to be delivered, a row of a kind that comes later.</summary>
    internal static async Task<TestBot> WithEverythingAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.The<PolicyStore>().PlaceAsync(DefaultPolicy.Text(), CancellationToken.None);
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        var sent = await bot.SendsAsync(TestBot.Rita, "Beta Boards", SampleAnswers.NotesApp("Beta Boards"));
        await bot.DeliverAsync();
        await bot.RejectsAsync(TestBot.Sam, sent);
        await bot.SaysAsync(TestBot.Priya, "new Gamma Graphs");
        await bot.PutAsync(new Row("z-later", new Dictionary<string, object> { ["Value"] = 1 }));
        return bot;
    }
}
