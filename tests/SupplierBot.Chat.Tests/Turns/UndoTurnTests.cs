using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Chat.Turns;
using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Chat.Tests.Kit.TestBot;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>A press can be undone for half a minute, and nobody hears of it before: with the real stores and the real delivery.</summary>
public sealed class UndoTurnTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    private static async Task<TestBot> StartAsync()
    {
        var bot = await TestBot.StartAsync();
        bot.Configure = settings => settings with { UndoFor = Window };
        await bot.RestartAsync();
        return bot;
    }

    /// <summary>A request that everybody concerned knows of.</summary>
    private static async Task<(TestBot Bot, Case Sent)> SentAsync()
    {
        var bot = await StartAsync();
        var sent = await bot.SendsAsync(Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await PassAsync(bot, Window + Window);
        return (bot, (await CaseAsync(bot, sent.Id)));
    }

    private static async Task PassAsync(TestBot bot, TimeSpan time)
    {
        bot.Time.Advance(time);
        await bot.DeliverAsync();
    }

    private static async Task<Case> CaseAsync(TestBot bot, string id) =>
        (await bot.The<CaseStore>().FindAsync(id, CancellationToken.None))!.Value;

    private static async Task<int> RowsAsync(TestBot bot, string prefix)
    {
        var rows = await bot.The<ITable>()
            .ReadAsync(Keys.Workflow(bot.The<ChatSettings>().OrganisationId), prefix, Keys.After(prefix), 100, CancellationToken.None);
        return rows.Count;
    }

    private static Task<TurnAnswer> UndoesAsync(TestBot bot, Person person, Case current, string? turnId = null) =>
        bot.PressesAsync(person, CardStamp.OfCase(current.Id, "review-security", current.ContentVersion), Verbs.Undo, turnId: turnId);

    private static async Task WholeAsync(TestBot bot)
    {
        var found = new List<string>();
        await new ChainAudit(bot.The<ITable>(), bot.The<ChatSettings>()).RunAsync(found.Add, CancellationToken.None);
        Assert.Empty(found);
    }

    [Fact]
    public async Task Nobody_is_notified_before_the_time_is_over()
    {
        var (bot, sent) = await SentAsync();
        await using var _ = bot;
        var before = bot.Channel.Shown.Count;
        var answer = await bot.RejectsAsync(Sam, sent);
        Assert.Contains(Assert.IsType<TurnAnswer.Card>(answer).View.Buttons, button => button.Verb == Verbs.Undo);
        await PassAsync(bot, TimeSpan.FromSeconds(29));
        Assert.Equal(before, bot.Channel.Shown.Count);
        await PassAsync(bot, TimeSpan.FromSeconds(10));
        Assert.True(bot.Channel.Shown.Count > before);
        Assert.Equal(0, await RowsAsync(bot, Keys.UndoPrefix));
        Assert.Equal(0, await RowsAsync(bot, Keys.OutboxPrefix));
        await WholeAsync(bot);
    }

    [Fact]
    public async Task Undone_nobody_is_notified_ever_and_all_is_as_it_was()
    {
        var (bot, sent) = await SentAsync();
        await using var _ = bot;
        var before = bot.Channel.Shown.Count;
        await bot.RejectsAsync(Sam, sent);
        await PassAsync(bot, TimeSpan.FromSeconds(8));
        var answer = await UndoesAsync(bot, Sam, sent);
        Assert.Contains("Undone. Nobody was notified.", TextOf(answer), StringComparison.Ordinal);
        await PassAsync(bot, Window + Window);
        Assert.Equal(before, bot.Channel.Shown.Count);
        Assert.True((await CaseAsync(bot, sent.Id)).IsOpen);
        Assert.Equal(EntryStatus.Proposed, (await bot.The<CaseStore>().EntryAsync(sent.EntryId, CancellationToken.None))!.Status);
        Assert.Equal((0, 0), (await RowsAsync(bot, Keys.UndoPrefix), await RowsAsync(bot, Keys.OutboxPrefix)));
        await WholeAsync(bot);
    }

    [Fact]
    public async Task Typed_it_undoes_the_newest_press_of_the_person()
    {
        var (bot, sent) = await SentAsync();
        await using var _ = bot;
        await bot.RejectsAsync(Sam, sent);
        await bot.SaysAsync(Priya, "undo");
        Assert.False((await CaseAsync(bot, sent.Id)).IsOpen);
        await bot.SaysAsync(Sam, "undo");
        Assert.True((await CaseAsync(bot, sent.Id)).IsOpen);
        Assert.Contains("Nobody was notified.", bot.Channel.Posts.Last().Text, StringComparison.Ordinal);
        await WholeAsync(bot);
    }

    [Fact]
    public async Task A_restart_in_between_changes_nothing()
    {
        var (bot, sent) = await SentAsync();
        await using var _ = bot;
        await bot.RejectsAsync(Sam, sent);
        await bot.RestartAsync();
        await PassAsync(bot, TimeSpan.FromSeconds(10));
        await UndoesAsync(bot, Sam, sent);
        Assert.True((await CaseAsync(bot, sent.Id)).IsOpen);
        await WholeAsync(bot);
    }

    [Fact]
    public async Task Pressed_twice_or_delivered_twice_it_is_undone_once()
    {
        var (bot, sent) = await SentAsync();
        await using var _ = bot;
        await bot.RejectsAsync(Sam, sent);
        await Task.WhenAll(UndoesAsync(bot, Sam, sent, "one"), UndoesAsync(bot, Sam, sent, "one"), UndoesAsync(bot, Sam, sent));
        Assert.Equal(1, (await CaseAsync(bot, sent.Id)).Undone);
        await bot.RejectsAsync(Sam, sent);
        await UndoesAsync(bot, Sam, sent, "one");
        Assert.False((await CaseAsync(bot, sent.Id)).IsOpen);
        await WholeAsync(bot);
    }

    [Fact]
    public async Task Whoever_delivers_first_makes_it_final_whatever_the_clock_says()
    {
        var (bot, sent) = await SentAsync();
        await using var _ = bot;
        await bot.RejectsAsync(Sam, sent);
        // Another replica, whose clock is ahead.
        bot.Time.Advance(Window + Window);
        await bot.DeliverAsync();
        bot.Time.Off = -(Window + Window);
        var answer = await UndoesAsync(bot, Sam, sent);
        Assert.Contains("It's final since", TextOf(answer), StringComparison.Ordinal);
        Assert.False((await CaseAsync(bot, sent.Id)).IsOpen);
    }

    [Fact]
    public async Task What_is_due_for_another_reason_waits_as_long()
    {
        var (bot, sent) = await SentAsync();
        await using var _ = bot;
        var before = bot.Channel.Shown.Count;
        await bot.RejectsAsync(Sam, sent);
        await bot.The<ITable>()
            .CommitAsync(
                Keys.Workflow(bot.The<ChatSettings>().OrganisationId),
                [
                    new RowChange.Put(
                        OutboxRows.Again(
                            new(sent.Id, Slot.Receipt, Keys.Person(Rita.Id), OutboxItem.ShowAgain, default, "", default, 0, ""),
                            bot.Time.GetUtcNow()
                        )
                    ),
                ],
                CancellationToken.None
            );
        await PassAsync(bot, TimeSpan.FromSeconds(1));
        Assert.Equal(before, bot.Channel.Shown.Count);
        await UndoesAsync(bot, Sam, sent);
        await PassAsync(bot, Window + Window);
        Assert.DoesNotContain(
            "Not with these terms",
            string.Join('\n', bot.Channel.Shown.Skip(before).Select(card => card.Text)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_request_that_was_sent_by_mistake_is_a_draft_again_and_can_be_sent()
    {
        await using var bot = await StartAsync();
        var answers = SampleAnswers.NotesApp("Acme Notes");
        var first = await bot.SendsAsync(Rita, "Acme Notes", answers);
        Assert.Null(await bot.The<DraftStore>().FindAsync(Rita.Id, CancellationToken.None));
        await PassAsync(bot, TimeSpan.FromSeconds(5));
        var answer = await bot.PressesAsync(Rita, CardStamp.OfCase(first.Id, Slot.Receipt, first.ContentVersion), Verbs.Undo);
        var summary = Assert.IsType<View.Summary>(Assert.IsType<TurnAnswer.Card>(answer).View);
        Assert.Equal(summary.Stamp.Draft, (await bot.The<DraftStore>().FindAsync(Rita.Id, CancellationToken.None))!.Value.Draft.Id);
        await PassAsync(bot, Window + Window);
        Assert.DoesNotContain(bot.Channel.Shown, card => card.Text.Contains(first.Id, StringComparison.Ordinal));
        await bot.PressesAsync(Rita, summary.Stamp, Verbs.Submit);
        var second = await bot.NewestAsync(Rita);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Single(await bot.The<CaseStore>().OfAsync(Rita.Id, 10, CancellationToken.None));
        Assert.Single(await bot.The<RegisterSearch>().NamedAsync("Acme Notes", 10, CancellationToken.None));
        Assert.True(second.IsOpen);
        await PassAsync(bot, Window + Window);
        Assert.Contains(bot.Channel.Shown, card => card.Text.Contains(second.Id, StringComparison.Ordinal));
        await WholeAsync(bot);
    }

    [Fact]
    public async Task Another_draft_that_was_begun_meanwhile_stays_beside_it()
    {
        await using var bot = await StartAsync();
        var first = await bot.SendsAsync(Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.SaysAsync(Rita, "new Beta Boards");
        await bot.SaysAsync(Rita, "undo");
        Assert.Equal(
            "Acme Notes",
            (await bot.The<DraftStore>().FindAsync(Rita.Id, CancellationToken.None))!.Value.Draft.Answers.One("name")
        );
        Assert.Equal(
            ["Beta Boards"],
            (await bot.The<OtherDrafts>().OfAsync(Rita.Id, CancellationToken.None)).Select(draft => draft.Answers.One("name"))
        );
        Assert.Equal(CaseStatus.Withdrawn, (await CaseAsync(bot, first.Id)).Status);
    }

    [Fact]
    public async Task A_backup_of_that_moment_is_whole()
    {
        var (bot, sent) = await SentAsync();
        await using var _ = bot;
        await bot.RejectsAsync(Sam, sent);
        using var move = new BackupTransfer(bot);
        await move.ImportAsync(await BackupTransfer.ExportAsync(bot.The<ITable>(), move.Settings));
        var found = new List<string>();
        await new ChainAudit(move.Target, move.Settings).RunAsync(found.Add, CancellationToken.None);
        Assert.Empty(found);
        Assert.Equal(await BackupTransfer.ExportAsync(bot.The<ITable>(), move.Settings), await move.ExportAgainAsync());
    }

    [Fact]
    public async Task What_nobody_can_undo_any_more_is_swept()
    {
        var (bot, sent) = await SentAsync();
        await using var _ = bot;
        await bot.RejectsAsync(Sam, sent);
        async Task<int> SweptAsync() => await bot.The<ExpiredRows>().SnapshotsAsync(CancellationToken.None).SumAsync();
        Assert.Equal(0, await SweptAsync());
        bot.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await SweptAsync());
    }
}
