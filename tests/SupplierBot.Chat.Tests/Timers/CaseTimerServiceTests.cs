using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Timers;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Timers;

/// <summary>
/// What time does to cases while nobody presses anything: found by the timer rows, committed like a turn, told by the outbox.
/// </summary>
public sealed class CaseTimerServiceTests
{
    [Fact]
    public async Task An_undecided_request_is_reminded_at_half_time_told_late_at_the_end_and_escalated_until_somebody_decides()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        // Sent Tuesday 09:00, due Friday 17:00: half of it is over on Wednesday 17:00.
        await UntilAsync(bot, sent.SubmittedAt.AddDays(1).AddHours(7));
        Assert.Empty(NoticesTo(bot, TestBot.Sam, "Waiting for you"));
        await UntilAsync(bot, sent.SubmittedAt.AddDays(1).AddHours(9));
        foreach (var person in new[] { TestBot.Sam, TestBot.Priya })
            Assert.Single(NoticesTo(bot, person, "Waiting for you: Acme Notes"));
        await UntilAsync(bot, sent.DueAt.AddMinutes(2));
        Assert.Single(NoticesTo(bot, TestBot.Sam, "Overdue since Fri 20 Nov: Acme Notes"));
        Assert.Single(NoticesTo(bot, TestBot.Rita, "Taking longer than planned"));
        Assert.Empty(NoticesTo(bot, TestBot.Carla, "Decision overdue"));
        await UntilAsync(bot, sent.DueAt.AddDays(14));
        Assert.Equal(4, NoticesTo(bot, TestBot.Carla, "Decision overdue").Count());
        Assert.Single(NoticesTo(bot, TestBot.Rita, "Taking longer than planned"));
        var current = await bot.NewestAsync(TestBot.Rita);
        Assert.Equal((CaseStatus.InReview, 0), (current.Status, current.Approvals.Count));
        await DecideAsync(bot, current);
        var decided = await bot.NewestAsync(TestBot.Rita);
        Assert.Equal(DateTimeOffset.MaxValue, decided.Wakes);
        await UntilAsync(bot, sent.DueAt.AddDays(60));
        Assert.Equal(decided.Version, (await bot.NewestAsync(TestBot.Rita)).Version);
        Assert.DoesNotContain(bot.Channel.In("a:teams:carla"), shown => shown.Text.Contains("Decision overdue", StringComparison.Ordinal));
        Assert.Null(BrokenLink.FirstOf(decided, await bot.The<CaseStore>().EventsAsync(decided.Id, CancellationToken.None)));
    }

    [Fact]
    public async Task After_an_outage_everything_missed_happens_once_and_only_the_newest_is_said()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        bot.Time.SetUtcNow(sent.DueAt.AddHours(1));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => bot.The<CaseTimerService>().TickAsync(CancellationToken.None)));
        await SettleAsync(bot);
        Assert.Empty(NoticesTo(bot, TestBot.Sam, "Waiting for you"));
        Assert.Single(NoticesTo(bot, TestBot.Sam, "Overdue since Fri 20 Nov: Acme Notes"));
        Assert.Equal(2, (await bot.NewestAsync(TestBot.Rita)).EventCount);
    }

    [Fact]
    public async Task A_question_nobody_answers_is_asked_again_and_then_closes_the_request_which_can_be_taken_up_again()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.PressesAsync(
            TestBot.Sam,
            CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
            "ask",
            "sent",
            new Dictionary<string, string> { ["question"] = "Who holds the contract with them?" }
        );
        await UntilAsync(bot, sent.DueAt.AddDays(1));
        Assert.Empty(NoticesTo(bot, TestBot.Sam, "Overdue"));
        await UntilAsync(bot, bot.Time.GetUtcNow().AddDays(5));
        Assert.Single(NoticesTo(bot, TestBot.Rita, "Waiting for your answer: Acme Notes"));
        await UntilAsync(bot, sent.SubmittedAt.AddDays(22));
        var closed = await bot.NewestAsync(TestBot.Rita);
        Assert.Equal((CaseStatus.Expired, CaseTimers.Nobody), (closed.Status, closed.Decision!.By.Id));
        Assert.Single(NoticesTo(bot, TestBot.Rita, "Closed without a decision"));
        Assert.Equal(EntryStatus.Expired, (await bot.The<CaseStore>().EntryAsync(closed.EntryId, CancellationToken.None))!.Status);
        Assert.Contains(
            bot.Channel.In(TestBot.SecurityPlace),
            shown => shown.Text.Contains("a question wasn't answered", StringComparison.Ordinal)
        );
        await bot.PressesAsync(TestBot.Rita, CardStamp.OfCase(closed.Id, "receipt", closed.ContentVersion), "edit");
        Assert.Equal(closed.Id, (await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None))!.Value.Draft.FollowsCase);
    }

    [Fact]
    public async Task A_condition_that_is_not_kept_suspends_the_entry_until_it_is_confirmed()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.ApprovesWithConditionAsync(sent, due: "2026-12-17");
        var approved = await bot.NewestAsync(TestBot.Rita);
        Assert.Equal(CaseStatus.ApprovedWithConditions, approved.Status);
        await UntilAsync(bot, new(2026, 12, 16, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(2, NoticesTo(bot, TestBot.Rita, "Condition due soon: Acme Notes").Count());
        await UntilAsync(bot, new(2026, 12, 26, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(EntryStatus.Suspended, (await EntryAsync(bot, approved)).Status);
        foreach (var person in new[] { TestBot.Rita, TestBot.Sam })
            Assert.Single(NoticesTo(bot, person, "The approval of Acme Notes is suspended"));
        Assert.Empty(NoticesTo(bot, TestBot.Rita, "You can use Acme Notes now"));
        await PressAsync(bot, TestBot.Rita, "done", "1", new() { ["proof_text"] = "https://example.com/switched-off" });
        Assert.Equal(EntryStatus.Suspended, (await EntryAsync(bot, approved)).Status);
        await PressAsync(bot, TestBot.Sam, "confirm", "1", []);
        Assert.Equal(EntryStatus.Active, (await EntryAsync(bot, approved)).Status);
        await SettleAsync(bot);
        Assert.Single(NoticesTo(bot, TestBot.Rita, "You can use Acme Notes now"));
    }

    [Fact]
    public async Task A_tick_without_work_reads_nothing_and_one_with_work_reads_what_is_due()
    {
        await using var bot = await TestBot.StartAsync();
        foreach (var number in Enumerable.Range(0, 30))
            await bot.SendsAsync(TestBot.Rita, $"Vendor {number}", SampleAnswers.NotesApp($"Vendor {number}"));
        await bot.The<Scheduler>().TickAsync(CancellationToken.None);
        bot.Reads.Take();
        await bot.The<Scheduler>().TickAsync(CancellationToken.None);
        // The row of the clock, and three ranges.
        Assert.Equal((1, 4), bot.Reads.Take());
    }

    [Fact]
    public async Task A_deputy_decides_only_what_is_late()
    {
        await using var bot = await TestBot.StartAsync(deputy: TestBot.Carla);
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await DecideAsync(bot, sent, TestBot.Carla);
        Assert.True((await bot.NewestAsync(TestBot.Rita)).IsOpen);
        await UntilAsync(bot, sent.DueAt.AddMinutes(2));
        Assert.Single(NoticesTo(bot, TestBot.Carla, "Overdue since Fri 20 Nov: Acme Notes"));
        await DecideAsync(bot, await bot.NewestAsync(TestBot.Rita), TestBot.Carla);
        Assert.Equal(TestBot.Carla, (await bot.NewestAsync(TestBot.Rita)).Decision?.By);
    }

    private static async Task<RegisterEntry> EntryAsync(TestBot bot, Case of) =>
        (await bot.The<CaseStore>().EntryAsync(of.EntryId, CancellationToken.None))!;

    private static async Task PressAsync(TestBot bot, Person person, string verb, string target, Dictionary<string, string> values)
    {
        var current = await bot.NewestAsync(TestBot.Rita);
        await bot.PressesAsync(person, CardStamp.OfCase(current.Id, "review-security", current.ContentVersion), verb, target, values);
    }

    private static Task DecideAsync(TestBot bot, Case current, Person? by = null) =>
        bot.PressesAsync(
            by ?? TestBot.Priya,
            CardStamp.OfCase(current.Id, "review-security", current.ContentVersion),
            "reject",
            "sent",
            new Dictionary<string, string> { ["comment"] = "Not with these terms, sorry." }
        );

    /// <summary>Hour by hour, as the clock of a running process would.</summary>
    private static async Task UntilAsync(TestBot bot, DateTimeOffset end)
    {
        while (bot.Time.GetUtcNow() < end)
        {
            var next = bot.Time.GetUtcNow().AddHours(1);
            bot.Time.SetUtcNow(next < end ? next : end);
            await bot.The<CaseTimerService>().TickAsync(CancellationToken.None);
        }
        await SettleAsync(bot);
    }

    private static async Task SettleAsync(TestBot bot)
    {
        for (var sweeps = 0; sweeps < 3; sweeps++)
            await bot.DeliverAsync();
    }

    private static IEnumerable<PostedCard> NoticesTo(TestBot bot, Person person, string words) =>
        bot.Channel.In("a:" + person.Id).Where(shown => shown.Text.Contains(words, StringComparison.Ordinal));
}
