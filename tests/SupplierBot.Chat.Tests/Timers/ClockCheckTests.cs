using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Digest;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Timers;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Timers;

/// <summary>A clock that cannot be believed does nothing that cannot be taken back, and what is right again goes on.</summary>
public sealed class ClockCheckTests
{
    private static readonly DigestSettings Mondays = new(Schedule.Read("0 9 * * MON", TimeZoneInfo.Utc)!, true);

    [Theory]
    [InlineData(730), InlineData(60), InlineData(-730)]
    public async Task A_jump_closes_suspends_and_sends_nothing(int days)
    {
        await using var bot = await TestBot.StartAsync(digest: Mondays);
        var (asked, approved) = await AskedAndConditionalAsync(bot);
        await MinutesAsync(bot, 2);
        var posts = bot.Channel.Posts.Count;
        bot.Time.Jump(days);
        await MinutesAsync(bot, 5);
        bot.Time.Jump(-days);
        await MinutesAsync(bot, 3);
        Assert.Equal(posts, bot.Channel.Posts.Count);
        Assert.Equal(
            (asked.Version, approved.Version),
            ((await FindAsync(bot, asked.Id)).Version, (await FindAsync(bot, approved.Id)).Version)
        );
        Assert.InRange(
            (await bot.ReadAsync(Keys.Digests, StoredJson.Default.DigestRecord)).Last,
            DateTimeOffset.MinValue,
            bot.Time.GetUtcNow()
        );
        // An hour later everything goes on.
        await MinutesAsync(bot, 65);
        bot.Time.SetUtcNow(asked.SubmittedAt.AddDays(23));
        await MinutesAsync(bot, 2);
        Assert.Equal(CaseStatus.Expired, (await FindAsync(bot, asked.Id)).Status);
    }

    [Fact]
    public async Task A_clock_that_stays_is_believed_after_an_hour_and_what_it_did_too_soon_is_put_right_when_it_is_back()
    {
        await using var bot = await TestBot.StartAsync(digest: Mondays);
        var (_, approved) = await AskedAndConditionalAsync(bot);
        await MinutesAsync(bot, 2);
        bot.Time.Jump(730);
        await MinutesAsync(bot, 70);
        Assert.Equal(EntryStatus.Suspended, await StatusAsync(bot, approved));
        bot.Time.Jump(-730);
        await MinutesAsync(bot, 30);
        Assert.Equal(EntryStatus.Suspended, await StatusAsync(bot, approved));
        await MinutesAsync(bot, 45);
        Assert.Equal(EntryStatus.ActiveConditional, await StatusAsync(bot, approved));
        var digest = await bot.ReadAsync(Keys.Digests, StoredJson.Default.DigestRecord);
        Assert.InRange(digest.Last, DateTimeOffset.MinValue, bot.Time.GetUtcNow());
        Assert.Empty(digest.Missed);
        var current = await FindAsync(bot, approved.Id);
        Assert.Equal(
            0,
            (await new ChainAudit(bot.The<ITable>(), bot.The<ChatSettings>()).RunAsync(_ => { }, CancellationToken.None)).Findings
        );
        // At its time it is suspended all the same, and next week's digest comes.
        bot.Time.SetUtcNow(new(2026, 12, 19, 12, 0, 0, TimeSpan.Zero));
        await MinutesAsync(bot, 2);
        Assert.Equal(EntryStatus.Suspended, await StatusAsync(bot, approved));
        Assert.Equal("2026-W51", (await bot.ReadAsync(Keys.Digests, StoredJson.Default.DigestRecord)).Week);
    }

    [Theory]
    [InlineData(2.7, 1), InlineData(3.9, 1), InlineData(30, 62), InlineData(400, 62)]
    public async Task A_start_after_a_weekend_goes_on_at_once_and_one_after_long_within_an_hour(double days, int minutes)
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        bot.Configure = settings => settings with { Alone = true };
        await MinutesAsync(bot, 2);
        bot.Time.SetUtcNow(sent.DueAt.AddDays(-2.6));
        await MinutesAsync(bot, 1);
        bot.Time.Advance(TimeSpan.FromDays(days));
        await bot.RestartAsync();
        await MinutesAsync(bot, minutes);
        Assert.True((await FindAsync(bot, sent.Id)).Late);
    }

    [Fact]
    public async Task A_start_with_a_clock_that_is_behind_does_nothing_for_an_hour()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        bot.Configure = settings => settings with { Alone = true };
        bot.Time.SetUtcNow(sent.DueAt.AddDays(30));
        await bot.The<ClockCheck>().LookAsync((_, _) => Task.CompletedTask, CancellationToken.None);
        bot.Time.Off = sent.DueAt.AddHours(1) - bot.Time.GetUtcNow();
        await bot.RestartAsync();
        await MinutesAsync(bot, 50);
        Assert.False((await FindAsync(bot, sent.Id)).Late);
        await MinutesAsync(bot, 15);
        Assert.True((await FindAsync(bot, sent.Id)).Late);
    }

    [Theory]
    [InlineData(2), InlineData(-2), InlineData(700)]
    public async Task Replicas_whose_clocks_differ_both_wait_and_go_on_when_they_agree(int days)
    {
        await using var bot = await TestBot.StartAsync();
        var right = bot.The<ClockCheck>();
        var wrongTime = new JumpingTimeProvider(bot.Time.GetUtcNow()) { Off = TimeSpan.FromDays(days) };
        using var wrong = new ClockCheck(
            bot.The<ITable>(),
            bot.The<ChatSettings>(),
            wrongTime,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<ClockCheck>.Instance
        );
        var believed = (Right: 0, Wrong: 0);
        await LookAsync(30);
        Assert.Equal((0, 0), (believed.Right > 1 ? believed.Right : 0, believed.Wrong));
        wrongTime.Off = TimeSpan.Zero;
        believed = (0, 0);
        await LookAsync(70);
        Assert.True(believed is { Right: > 0, Wrong: > 0 });

        async Task LookAsync(int minutes)
        {
            for (var minute = 0; minute < minutes; minute++)
            {
                if (await right.LookAsync((_, _) => Task.CompletedTask, CancellationToken.None))
                    believed.Right++;
                if (await wrong.LookAsync((_, _) => Task.CompletedTask, CancellationToken.None))
                    believed.Wrong++;
                foreach (var time in new[] { bot.Time, wrongTime })
                    time.Advance(TimeSpan.FromMinutes(1));
            }
        }
    }

    [Fact]
    public async Task Messages_and_leases_of_a_day_to_come_are_due_now()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Time.Jump(730);
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var due = (await bot.The<OutboxStore>().DueAsync(CancellationToken.None))[0];
        await bot.The<SlotStore>()
            .ClaimAsync(due, await bot.The<SlotStore>().SlotAsync(due.Item, CancellationToken.None), CancellationToken.None);
        bot.Time.Jump(-730);
        await bot.RestartAsync();
        Assert.Empty(await bot.The<OutboxStore>().DueAsync(CancellationToken.None));
        await MinutesAsync(bot, 1);
        for (var sweeps = 0; sweeps < 3; sweeps++)
            await bot.DeliverAsync();
        Assert.Contains(
            bot.Channel.In(TestBot.SecurityPlace),
            shown => shown.Text.Contains(sent.Id, StringComparison.Ordinal) || shown.Text.Contains("Acme Notes", StringComparison.Ordinal)
        );
        Assert.Contains(bot.Channel.In("a:teams:rita"), shown => shown.Text.Contains("Acme Notes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_are_deleted_and_no_role_is_read_for_years()
    {
        await using var bot = await TestBot.StartAsync();
        await MinutesAsync(bot, 2);
        await bot.SaysAsync(TestBot.Rita, "new Acme Notes");
        bot.Time.Jump(730);
        Assert.False(bot.The<ClockCheck>().Believed);
        await bot.SaysAsync(TestBot.Rita, "new Other Notes");
        var draft = (await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None))!.Value.Draft;
        Assert.Equal("Acme Notes", draft.Answers.One("name"));
        await bot.The<RoleAssignmentStore>().NowAsync(CancellationToken.None);
        bot.Time.Jump(-730);
        bot.Time.Advance(TimeSpan.FromMinutes(2));
        bot.Reads.Take();
        await bot.The<RoleAssignmentStore>().RecentAsync(CancellationToken.None);
        Assert.Equal(1, bot.Reads.Take().Requests);
    }

    [Fact]
    public void Rests_and_limits_last_as_long_as_they_were_meant_to()
    {
        var time = new JumpingTimeProvider(new(2026, 11, 17, 9, 0, 0, TimeSpan.Zero));
        var pace = new SendRateLimiter(time);
        time.Jump(730);
        for (var number = 0; number < 10; number++)
            pace.Take("u-rita", "tenant");
        pace.Rest("u-sam", TimeSpan.FromSeconds(30));
        time.Jump(-730);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (pace.Take("u-rita", "tenant"), pace.Take("u-sam", "tenant")));
    }

    private static async Task<(Case Asked, Case Approved)> AskedAndConditionalAsync(TestBot bot)
    {
        var sent = await bot.SendsAsync(TestBot.Rita, "Conditional", SampleAnswers.NotesApp("Conditional"));
        await bot.ApprovesWithConditionAsync(sent, due: "2026-12-10");
        bot.Time.Advance(TimeSpan.FromSeconds(1));
        var asked = await bot.SendsAsync(TestBot.Rita, "Asked", SampleAnswers.NotesApp("Asked"));
        await bot.PressesAsync(
            TestBot.Sam,
            CardStamp.OfCase(asked.Id, "review-security", asked.ContentVersion),
            "ask",
            "sent",
            new Dictionary<string, string> { ["question"] = "Who holds the contract with them?" }
        );
        for (var sweeps = 0; sweeps < 3; sweeps++)
            await bot.DeliverAsync();
        return (await FindAsync(bot, asked.Id), await FindAsync(bot, sent.Id));
    }

    private static async Task<Case> FindAsync(TestBot bot, string id) =>
        (await bot.The<CaseStore>().FindAsync(id, CancellationToken.None))!.Value;

    private static async Task<EntryStatus> StatusAsync(TestBot bot, Case of) =>
        (await bot.The<CaseStore>().EntryAsync(of.EntryId, CancellationToken.None))!.Status;

    private static async Task MinutesAsync(TestBot bot, int minutes)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            await bot.The<Scheduler>().TickAsync(CancellationToken.None);
            bot.Time.Advance(TimeSpan.FromMinutes(1));
        }
        await bot.DeliverAsync();
    }
}
