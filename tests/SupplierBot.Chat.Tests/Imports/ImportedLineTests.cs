using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Imports;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Timers;
using SupplierBot.Chat.Turns;
using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Imports;

/// <summary>
/// What happens to a line that was imported before anybody assesses it: another owner, another entry that answers for it.
/// </summary>
public sealed class ImportedLineTests : IAsyncLifetime
{
    private static readonly Person Jane = Owners.Typed("Jané Doe");
    private TestBot bot = null!;
    private ImportBatch batch = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
    private string Workflow => Keys.Workflow(bot.The<ChatSettings>().OrganisationId);

    public async ValueTask InitializeAsync()
    {
        bot = await TestBot.StartAsync();
        // Whom a message can name has written to the bot, and longer ago than somebody new.
        await bot.SaysAsync(TestBot.Priya, "help");
        bot.Time.Advance(TimeSpan.FromDays(10));
        batch = await ImportAsync(("Acme Labs", TestBot.Rita), ("Beta Board", TestBot.Rita), ("Gamma Graph", Jane));
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Another_owner_is_in_the_chain_and_is_asked_from_then_on()
    {
        Assert.Contains("Priya Security owns SUP-0001 now", await SaysAsync("owner SUP-0001 to Priya Security"));
        Assert.Equal(TestBot.Priya.Id, (await EntryAsync(1)).Owner.Id);
        Assert.Equal(["RegisterImported", "OwnerChanged"], await FactsAsync());
        Assert.Contains("is the owner already", await SaysAsync("owner SUP-0001 to Priya Security"));
        Assert.Contains("I don't know Nobody Known", await SaysAsync("owner SUP-0001 to Nobody Known"));
        Assert.Contains("Only Rita Requester or an admin", await SaysAsync("owner SUP-0002 to Priya Security", TestBot.Sam));
        Assert.Empty(await AuditAsync());
        await bot.The<ClockCheck>().LookAsync((_, _) => Task.CompletedTask, Cancellation);
        await bot.The<LegacyCampaign>().RunAsync(Cancellation);
        Assert.Contains("Acme Labs", bot.Channel.In($"a:{TestBot.Priya.Id}").Last().Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Acme Labs", bot.Channel.In($"a:{TestBot.Rita.Id}").Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delivered_twice_it_is_changed_once()
    {
        await SaysAsync("owner SUP-0001 to Priya Security", turn: "t1");
        await SaysAsync("owner SUP-0001 to Priya Security", turn: "t1");
        Assert.Equal(2, (await FactsAsync()).Count);
    }

    [Theory]
    [InlineData(CommitFault.ReplyLost)]
    [InlineData(CommitFault.ReplyLostAndRepeated)]
    public async Task A_lost_reply_is_no_loss(CommitFault fault)
    {
        bot.Table.CommitFault = fault;
        await bot.SaysAsync(TestBot.Carla, "owner SUP-0001 to Priya Security");
        bot.Table.CommitFault = CommitFault.None;
        Assert.Equal(TestBot.Priya.Id, (await EntryAsync(1)).Owner.Id);
        Assert.Equal(2, (await FactsAsync()).Count);
        Assert.Empty(await AuditAsync());
    }

    [Fact]
    public async Task A_hand_over_takes_them_along()
    {
        Assert.Contains("owns 2 suppliers", await SaysAsync("hand over everything of Rita Requester to Priya Security"));
        Assert.Contains("owns 2 more", await SaysAsync("confirm hand over everything of Rita Requester to Priya Security"));
        Assert.Equal((TestBot.Priya.Id, TestBot.Priya.Id), ((await EntryAsync(1)).Owner.Id, (await EntryAsync(2)).Owner.Id));
        Assert.Contains("owns 1 more", await SaysAsync("confirm hand over everything of Jané Doe to Priya Security"));
        Assert.Empty(await AuditAsync());
    }

    /// <summary>Nobody worked on it: who looks after it is not what the file is about.</summary>
    [Fact]
    public async Task Its_import_is_still_undone_whole()
    {
        await SaysAsync("owner SUP-0001 to Priya Security");
        var undone = await bot.The<ImportWriter>().UndoAsync(batch.Id, TestBot.Carla, Silent.Progress, Cancellation);
        Assert.Equal((ImportStage.Undone, 0), (undone.Stage, undone.Kept.Count));
        Assert.Null(await bot.The<CaseStore>().EntryAsync("SUP-0001", Cancellation));
        Assert.Empty(await AuditAsync());
    }

    [Fact]
    public async Task An_assessment_that_comes_to_nothing_leaves_the_new_owner()
    {
        await SaysAsync("owner SUP-0001 to Priya Security");
        await SendAsync("SUP-0001");
        Assert.Empty(await AuditAsync());
        var sent = await bot.NewestAsync(TestBot.Priya);
        await bot.PressesAsync(TestBot.Priya, CardStamp.OfCase(sent.Id, Slot.Receipt, 1), Verbs.Withdraw, "yes");
        Assert.Equal((EntryStatus.Legacy, TestBot.Priya.Id), ((await EntryAsync(1)).Status, (await EntryAsync(1)).Owner.Id));
        Assert.Empty(await AuditAsync());
        var stays = await ApprovedAsync("Delta Desk");
        await MergeAsync($"merge SUP-0001 into {stays.EntryId}");
        Assert.Equal(EntryStatus.Merged, (await EntryAsync(1)).Status);
        Assert.Empty(await AuditAsync());
    }

    [Fact]
    public async Task One_that_was_assessed_under_another_name_is_merged_and_comes_back()
    {
        var stays = await ApprovedAsync("Acme Notes");
        await bot.SaysAsync(TestBot.Priya, "assess SUP-0001");
        await MergeAsync($"merge Acme Labs into {stays.EntryId}");
        Assert.Equal((EntryStatus.Merged, stays.EntryId), ((await EntryAsync(1)).Status, (await EntryAsync(1)).MergedInto));
        Assert.Contains("Acme Notes", await SaysAsync("can I use Acme Labs"));
        Assert.Contains($"the same supplier as {stays.EntryId}", await SaysAsync("status SUP-0001"));
        Assert.Contains($"merged into {stays.EntryId}", await SaysAsync("owner SUP-0001 to Priya Security"));
        Assert.Contains($"merged into {stays.EntryId}", await SaysAsync("assess SUP-0001"));
        Assert.Equal(["RegisterImported", "EntryMerged"], await FactsAsync());
        Assert.Empty(await AuditAsync());

        var undone = await bot.The<ImportWriter>().UndoAsync(batch.Id, TestBot.Carla, Silent.Progress, Cancellation);
        Assert.Equal("SUP-0001", Assert.Single(undone.Kept));
        Assert.Empty(await AuditAsync());
        Assert.Contains("stands for itself again", await SaysAsync("merge undo SUP-0001"));
        Assert.Equal(EntryStatus.Legacy, (await EntryAsync(1)).Status);
        Assert.Contains("not assessed yet", await SaysAsync("can I use Acme Labs"));
        Assert.Empty(await AuditAsync());
    }

    [Fact]
    public async Task Two_lines_that_nobody_assessed_are_one()
    {
        await MergeAsync("merge SUP-0002 into SUP-0001");
        Assert.Contains("Acme Labs", await SaysAsync("can I use Beta Board"));
        Assert.Contains("2 suppliers.", await SaysAsync("register"));
        Assert.Empty(await AuditAsync());
    }

    [Fact]
    public async Task What_is_in_use_is_not_hidden_behind_what_nobody_approved()
    {
        var stays = await ApprovedAsync("Acme Notes");
        Assert.Contains("Merge the other way", await SaysAsync($"merge {stays.EntryId} into SUP-0001"));
    }

    [Fact]
    public async Task A_draft_of_it_can_not_be_sent_any_more()
    {
        var stays = await ApprovedAsync("Acme Notes");
        var summary = await FilledAsync("SUP-0001");
        await MergeAsync($"merge SUP-0001 into {stays.EntryId}");
        Assert.Contains(
            $"merged into {stays.EntryId} meanwhile",
            TestBot.TextOf(await bot.PressesAsync(TestBot.Priya, summary, "submit")),
            StringComparison.Ordinal
        );
        Assert.Empty(await AuditAsync());
    }

    /// <summary>The name is the id, and is in a hash with a salt.</summary>
    [Fact]
    public async Task A_name_that_nobody_bears_is_erased_and_all_is_proved()
    {
        await SaysAsync("confirm hand over everything of Jané Doe to Priya Security");
        var erased = await new PersonErasure(bot.The<ITable>(), bot.The<ChatSettings>()).EraseAsync(Jane.Id, write: true, Cancellation);
        Assert.Equal((2, 0), (erased.Rows, erased.Left.Count));
        await foreach (var row in bot.The<ITable>().RangeAsync(Workflow, TableRanges.First, TableRanges.Last, Cancellation))
            Assert.DoesNotContain("Doe", string.Join('\n', row.Values.Values.OfType<string>()), StringComparison.Ordinal);
        Assert.Empty(await AuditAsync());
        var undone = await bot.The<ImportWriter>().UndoAsync(batch.Id, TestBot.Carla, Silent.Progress, Cancellation);
        Assert.Empty(undone.Kept);
    }

    /// <summary>A line of an earlier release has the name itself in its hash.</summary>
    [Fact]
    public async Task What_can_not_be_erased_is_named()
    {
        var line = (await bot.The<ImportStore>().LinesAsync(batch.Id, 2, 1, Cancellation))[0] with { OwnerProof = null, OwnerSalt = null };
        var key = Keys.ImportLine(batch.Id, 2);
        await bot.The<ITable>()
            .CommitAsync(Workflow, [new RowChange.Put(Rows.Of(key, line, StoredJson.Default.ImportedLine))], Cancellation);
        var erased = await new PersonErasure(bot.The<ITable>(), bot.The<ChatSettings>()).EraseAsync(Jane.Id, write: false, Cancellation);
        Assert.Contains(erased.Left, words => words.StartsWith(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_owner_or_a_name_that_no_fact_says_is_found()
    {
        var entry = await EntryAsync(1);
        await PutAsync(LegacyEntry.Of(entry.Id, entry.Imported!, entry.ChangedAt, TestBot.Priya));
        Assert.Contains("SUP-0001: who looks after it since it was imported is not what its facts say", await AuditAsync());
        await PutAsync(LegacyEntry.Merged(entry, "SUP-0002"));
        Assert.Contains("SUP-0001: which entry answers for it is not what its facts say", await AuditAsync());
        var other = await EntryAsync(3);
        var line = other.Imported! with { Owner = Owners.Typed("Somebody Else") };
        await PutAsync(entry);
        await PutAsync(LegacyEntry.Of(other.Id, line, other.ChangedAt));
        Assert.Contains("SUP-0003: what it was imported with is not what row 4 of IMP-0001 says", await AuditAsync());
    }

    private Task PutAsync(RegisterEntry entry) =>
        bot.The<ITable>()
            .CommitAsync(
                Workflow,
                [new RowChange.Put(Rows.Of(Keys.Entry(entry.Id), entry, StoredJson.Default.RegisterEntry))],
                Cancellation
            );

    private async Task MergeAsync(string command)
    {
        var shown = await bot.GiveAsync(bot.Personal(TestBot.Carla, RequestReader.Typed(command)) with { AnswersInPlace = true });
        var says = Assert.IsType<View.Notice>(Assert.IsType<TurnAnswer.Card>(shown).View).Buttons[0].Says!;
        Assert.Contains("Merged.", await SaysAsync(says));
    }

    private Task<ImportBatch> ImportAsync(params (string Supplier, Person Owner)[] lines) =>
        bot.The<ImportWriter>()
            .RunAsync(
                new(
                    TestBot.Carla,
                    "suppliers.xlsx",
                    "ab12",
                    [
                        .. lines.Select(
                            (line, number) =>
                                new ImportedLine
                                {
                                    Batch = "",
                                    Row = number + 2,
                                    Supplier = line.Supplier,
                                    Owner = line.Owner,
                                    AssessBy = new(2027, 1, 29),
                                }
                        ),
                    ]
                ),
                Silent.Progress,
                Cancellation
            );

    private async Task<Case> ApprovedAsync(string name)
    {
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        var sent = await bot.SendsAsync(TestBot.Rita, name, SampleAnswers.NotesApp(name));
        await bot.ApprovesAsync(TestBot.Sam, sent);
        bot.Time.Advance(TimeSpan.FromMinutes(5));
        return await bot.CaseAsync(sent);
    }

    private async Task SendAsync(string entryId) => await bot.PressesAsync(TestBot.Priya, await FilledAsync(entryId), "submit");

    private async Task<CardStamp> FilledAsync(string entryId)
    {
        await bot.SaysAsync(TestBot.Priya, $"assess {entryId}");
        for (var pages = 0; ; pages++)
        {
            var draft = (await bot.The<DraftStore>().FindAsync(TestBot.Priya.Id, Cancellation))!.Value.Draft;
            if (
                pages > 9
                || Interview.Replay(bot.The<Policy>(), draft, new DateOnly(2026, 11, 27)) is not InterviewState.Asking(var page, _)
            )
                return CardStamp.OfDraft(draft.Id, "summary", draft.Revision);
            var values = SampleAnswers.NotesApp(draft.Answers.One("name")!);
            await bot.PressesAsync(TestBot.Priya, CardStamp.OfDraft(draft.Id, page.Id, draft.Revision), "answer", values: values);
        }
    }

    private async Task<RegisterEntry> EntryAsync(int number) =>
        (await bot.The<CaseStore>().EntryAsync(CaseStore.EntryId(number), Cancellation))!;

    private async Task<string> SaysAsync(string text, Person? person = null, string? turn = null) =>
        TestBot.TextOf(
            await bot.GiveAsync(bot.Personal(person ?? TestBot.Carla, RequestReader.Typed(text), turn) with { AnswersInPlace = true })
        );

    private async Task<IReadOnlyList<string>> FactsAsync()
    {
        var rows = await bot.The<ITable>()
            .ReadAsync(Workflow, Keys.ImportEventPrefix, Keys.After(Keys.ImportEventPrefix), 100, Cancellation);
        return [.. rows.Select(row => Rows.Read(row, StoredJson.Default.AuditEvent).Kind.ToString())];
    }

    private async Task<IReadOnlyList<string>> AuditAsync()
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
}
