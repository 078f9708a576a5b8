using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Imports;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Imports;

/// <summary>Batches on a real database, with a connection that loses replies, and killed wherever a test says.</summary>
public sealed class ImportWriterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(CommitFault.None)]
    [InlineData(CommitFault.ReplyLost)]
    [InlineData(CommitFault.ReplyLostAndRepeated)]
    public async Task A_batch_is_on_the_register_whole_with_a_fact_and_nothing_is_found_wrong(CommitFault fault)
    {
        await using var bot = await TestBot.StartAsync();
        bot.Table.CommitFault = fault;
        var batch = await RunAsync(bot, 250);
        bot.Table.CommitFault = CommitFault.None;
        Assert.Equal(("IMP-0001", ImportStage.Done, 1L), (batch.Id, batch.Stage, batch.First));
        var entries = await EntriesAsync(bot);
        Assert.Equal(250, entries.Count);
        Assert.All(entries, entry => Assert.Equal(EntryStatus.Legacy, entry.Status));
        Assert.Equal("Supplier 249", entries[^1].Supplier);
        Assert.Equal(["RegisterImported"], await FactsAsync(bot));
        Assert.Empty(await AuditAsync(bot));
    }

    [Fact]
    public async Task What_can_be_asked_of_it_says_that_nobody_approved_it()
    {
        await using var bot = await TestBot.StartAsync();
        await RunAsync(bot, 12);
        await bot.SaysAsync(TestBot.Rita, "can I use Supplier 3");
        var said = bot.Channel.In("a:teams:rita").Last().Text;
        Assert.Contains("In use since before the register; not assessed yet.", said, StringComparison.Ordinal);
        Assert.Contains("Ask before new uses.", said, StringComparison.Ordinal);
        await bot.SaysAsync(TestBot.Sam, "register legacy");
        Assert.Contains("12", bot.Channel.In("a:teams:sam").Last().Text, StringComparison.Ordinal);
    }

    /// <summary>Each transaction of it is the last one once.</summary>
    [Fact]
    public async Task Killed_anywhere_it_goes_on_or_was_never_there()
    {
        for (var last = 1; ; last++)
        {
            await using var bot = await TestBot.StartAsync();
            var table = new DyingTable(bot.The<ITable>(), last);
            var killed = await KilledAsync(() => RunAsync(bot, 30, table));
            var batches = await bot.The<ImportStore>().AllAsync(Cancellation).ToListAsync(Cancellation);
            Assert.Empty(await AuditAsync(bot));
            foreach (var left in batches)
                await bot.The<ImportWriter>().ContinueAsync(left.Id, Silent.Progress, Cancellation);
            var entries = await EntriesAsync(bot);
            var facts = await FactsAsync(bot);
            Assert.Empty(await AuditAsync(bot));
            Assert.Equal(facts.Count == 0 ? 0 : 30, entries.Count);
            if (!killed)
                break;
        }
    }

    [Fact]
    public async Task Undone_it_leaves_nothing_but_what_somebody_worked_on()
    {
        await using var bot = await TestBot.StartAsync();
        var batch = await RunAsync(bot, 100);
        // One that is missing is written again by the commit that misses it.
        var gone = IndexRows
            .Of((await EntriesAsync(bot))[6])
            .Select(row => row.Key)
            .Single(key => key.StartsWith(Keys.ReviewDuePrefix, StringComparison.Ordinal));
        await bot.The<ITable>()
            .CommitAsync(Keys.Workflow(bot.The<ChatSettings>().OrganisationId), [new RowChange.Delete(gone)], Cancellation);
        await AssessAsync(bot, "SUP-0007");
        var sent = await bot.NewestAsync(TestBot.Rita);
        Assert.Equal(("SUP-0007", "Supplier 6"), (sent.EntryId, sent.Supplier));
        var undone = await bot.The<ImportWriter>().UndoAsync(batch.Id, TestBot.Carla, Silent.Progress, Cancellation);
        Assert.Equal((ImportStage.Undone, "SUP-0007"), (undone.Stage, Assert.Single(undone.Kept)));
        Assert.Equal(["SUP-0007"], (await EntriesAsync(bot)).Select(entry => entry.Id));
        Assert.Equal(["RegisterImported", "ImportUndone"], await FactsAsync(bot));
        Assert.Empty(await AuditAsync(bot));
        // Numbers are never given out again.
        var again = await RunAsync(bot, 5);
        Assert.Equal((101L, ImportStage.Done), (again.First, again.Stage));
        Assert.Empty(await AuditAsync(bot));
    }

    [Fact]
    public async Task An_assessment_that_comes_to_nothing_leaves_it_as_it_was()
    {
        await using var bot = await TestBot.StartAsync();
        await RunAsync(bot, 2);
        var before = (await EntriesAsync(bot))[1];
        await AssessAsync(bot, "SUP-0002");
        Assert.Equal(EntryStatus.Proposed, (await EntriesAsync(bot))[1].Status);
        Assert.Empty(await AuditAsync(bot));
        var sent = await bot.NewestAsync(TestBot.Rita);
        await bot.PressesAsync(TestBot.Rita, CardStamp.OfCase(sent.Id, Slot.Receipt, 1), Verbs.Withdraw, "yes");
        Assert.Equal(before with { ChangedAt = default }, (await EntriesAsync(bot))[1] with { ChangedAt = default }, Same);
        Assert.Empty(await AuditAsync(bot));
        // It can be begun again.
        await AssessAsync(bot, "SUP-0002");
        Assert.Equal(2, (await EntriesAsync(bot)).Count);
    }

    private static bool Same(RegisterEntry one, RegisterEntry other) => EntryVerifier.Text(one) == EntryVerifier.Text(other);

    [Fact]
    public async Task Killed_while_it_is_undone_it_goes_on()
    {
        for (var last = 1; ; last++)
        {
            await using var bot = await TestBot.StartAsync();
            var batch = await RunAsync(bot, 30);
            var killed = await KilledAsync(() =>
                Writer(bot, new DyingTable(bot.The<ITable>(), last)).UndoAsync(batch.Id, TestBot.Carla, Silent.Progress, Cancellation)
            );
            Assert.Empty(await AuditAsync(bot));
            var after = await bot.The<ImportWriter>().ContinueAsync(batch.Id, Silent.Progress, Cancellation);
            Assert.Equal(after.Stage == ImportStage.Undone ? 0 : 30, (await EntriesAsync(bot)).Count);
            Assert.Empty(await AuditAsync(bot));
            if (!killed)
                break;
        }
    }

    [Fact]
    public async Task After_thirty_days_it_stays()
    {
        await using var bot = await TestBot.StartAsync();
        var batch = await RunAsync(bot, 3);
        bot.Time.Advance(ImportBatch.Undoable + TimeSpan.FromMinutes(1));
        Assert.Equal(
            ImportStage.Done,
            (await bot.The<ImportWriter>().UndoAsync(batch.Id, TestBot.Carla, Silent.Progress, Cancellation)).Stage
        );
        Assert.Equal(3, (await EntriesAsync(bot)).Count);
    }

    [Fact]
    public async Task A_changed_line_a_changed_entry_and_a_changed_batch_are_found()
    {
        await using var bot = await TestBot.StartAsync();
        var batch = await RunAsync(bot, 3);
        var entries = await EntriesAsync(bot);
        var workflow = Keys.Workflow(bot.The<ChatSettings>().OrganisationId);
        await PutAsync(Rows.Of(Keys.Entry("SUP-0002"), entries[1] with { Purpose = "Something else" }, StoredJson.Default.RegisterEntry));
        Assert.Contains("SUP-0002: its purpose is not what row 3 of IMP-0001 says", await AuditAsync(bot));
        await PutAsync(Rows.Of(Keys.Entry("SUP-0002"), entries[1], StoredJson.Default.RegisterEntry));
        var lines = await bot.The<ImportStore>().LinesAsync(batch.Id, 0, 10, Cancellation);
        await PutAsync(Rows.Of(Keys.ImportLine(batch.Id, 0), lines[0] with { Notes = "x" }, StoredJson.Default.ImportedLine));
        Assert.Contains("IMP-0001: its lines are not those that were imported", await AuditAsync(bot));
        await PutAsync(Rows.Of(Keys.ImportLine(batch.Id, 0), lines[0], StoredJson.Default.ImportedLine));
        await PutAsync(Rows.Of(Keys.Import(batch.Id), batch with { FileHash = "00" }, StoredJson.Default.ImportBatch));
        Assert.Contains("IMP-0001: its file, its lines or its numbers are not what its fact says", await AuditAsync(bot));

        Task PutAsync(Row row) => bot.The<ITable>().CommitAsync(workflow, [new RowChange.Put(row)], Cancellation);
    }

    private static Task<ImportBatch> RunAsync(TestBot bot, int lines, ITable? table = null) =>
        Writer(bot, table ?? bot.Table)
            .RunAsync(
                new(
                    TestBot.Carla,
                    "suppliers.xlsx",
                    "ab12",
                    [
                        .. Enumerable
                            .Range(0, lines)
                            .Select(number => new ImportedLine
                            {
                                Batch = "",
                                Row = number + 2,
                                Supplier = $"Supplier {number}",
                                Purpose = "Meeting notes",
                                Owner = TestBot.Rita,
                                Website = $"https://supplier{number}.example",
                                AssessBy = new(2027, 1, 29),
                            }),
                    ]
                ),
                Silent.Progress,
                Cancellation
            );

    private static ImportWriter Writer(TestBot bot, ITable table) =>
        new(table, new(table, bot.The<ChatSettings>()), bot.The<ChatSettings>(), bot.Time);

    /// <summary>Rita asks for it, with what the file says filled in, and sends it.</summary>
    private static async Task AssessAsync(TestBot bot, string entryId)
    {
        await bot.SaysAsync(TestBot.Rita, $"assess {entryId}");
        for (var pages = 0; pages < 9; pages++)
        {
            var draft = (await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, Cancellation))!.Value.Draft;
            Assert.Equal(entryId, draft.OfEntry);
            if (Interview.Replay(bot.The<Policy>(), draft, new DateOnly(2026, 11, 17)) is not InterviewState.Asking(var page, _))
            {
                await bot.PressesAsync(TestBot.Rita, CardStamp.OfDraft(draft.Id, "summary", draft.Revision), "submit");
                return;
            }
            var values = SampleAnswers.NotesApp(draft.Answers.One("name")!);
            await bot.PressesAsync(TestBot.Rita, CardStamp.OfDraft(draft.Id, page.Id, draft.Revision), "answer", values: values);
        }
    }

    private static async Task<bool> KilledAsync(Func<Task> work)
    {
        try
        {
            await work();
            return false;
        }
        catch (KilledException)
        {
            return true;
        }
    }

    private static async Task<IReadOnlyList<RegisterEntry>> EntriesAsync(TestBot bot)
    {
        var rows = await bot.The<ITable>()
            .ReadAsync(
                Keys.Workflow(bot.The<ChatSettings>().OrganisationId),
                Keys.EntryPrefix,
                Keys.After(Keys.EntryPrefix),
                1000,
                Cancellation
            );
        return [.. rows.Select(row => Rows.Read(row, StoredJson.Default.RegisterEntry))];
    }

    private static async Task<IReadOnlyList<string>> FactsAsync(TestBot bot)
    {
        var rows = await bot.The<ITable>()
            .ReadAsync(
                Keys.Workflow(bot.The<ChatSettings>().OrganisationId),
                Keys.ImportEventPrefix,
                Keys.After(Keys.ImportEventPrefix),
                100,
                Cancellation
            );
        return [.. rows.Select(row => Rows.Read(row, StoredJson.Default.AuditEvent).Kind.ToString())];
    }

    private static async Task<IReadOnlyList<string>> AuditAsync(TestBot bot)
    {
        var found = new List<string>();
        await new ChainAudit(bot.The<ITable>(), bot.The<ChatSettings>()).RunAsync(found.Add, Cancellation);
        return found;
    }

    private sealed class Silent : IProgress<int>
    {
        public static readonly Silent Progress = new();

        public void Report(int value) { }
    }

    private sealed class KilledException : Exception;

    /// <summary>The process ends with the transaction after so many.</summary>
    private sealed class DyingTable(ITable table, int last) : ITable
    {
        private int commits;

        public Task<Row?> GetAsync(string partition, string key, CancellationToken cancellation) =>
            commits >= last ? throw new KilledException() : table.GetAsync(partition, key, cancellation);

        public Task<IReadOnlyList<Row>> ReadAsync(string partition, string from, string before, int take, CancellationToken cancellation) =>
            commits >= last ? throw new KilledException() : table.ReadAsync(partition, from, before, take, cancellation);

        public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RowChange> batch, CancellationToken cancellation) =>
            commits++ >= last ? throw new KilledException() : table.CommitAsync(partition, batch, cancellation);
    }
}
