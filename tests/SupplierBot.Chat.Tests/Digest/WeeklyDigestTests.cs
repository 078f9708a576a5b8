using SupplierBot.Chat.Digest;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Timers;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Digest;

/// <summary>The weekly digest: once a week and place, whatever happens around it, and about what it shows.</summary>
public sealed class WeeklyDigestTests
{
    /// <summary>Mondays at nine, London.</summary>
    private static readonly DigestSettings Mondays = new(
        Schedule.Read("0 9 * * MON", TimeZoneInfo.FindSystemTimeZoneById("Europe/London"))!,
        false
    );
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task It_is_sent_once_to_the_place_and_to_everybody_for_whom_something_waits()
    {
        await using var bot = await StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await UntilAsync(bot, Monday.AddMinutes(-1));
        Assert.Empty(In(bot, TestBot.SecurityPlace));
        await UntilAsync(bot, Monday.AddDays(3));
        var card = Assert.Single(In(bot, TestBot.SecurityPlace));
        Assert.Contains("Overdue", card.Text, StringComparison.Ordinal);
        Assert.Contains("Acme Notes", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("sales calls", card.Text, StringComparison.Ordinal);
        foreach (var person in new[] { TestBot.Sam, TestBot.Priya })
            Assert.Single(In(bot, "a:" + person.Id));
        Assert.Empty(In(bot, "a:" + TestBot.Carla.Id));
        await UntilAsync(bot, Monday.AddDays(8));
        Assert.Equal(2, In(bot, TestBot.SecurityPlace).Count());
    }

    [Fact]
    public async Task What_is_approved_and_not_ready_to_use_is_in_it_until_it_is()
    {
        await using var bot = await StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.PressesAsync(
            TestBot.Sam,
            CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
            Verbs.Approve,
            values: new Dictionary<string, string> { ["terms"] = "open" }
        );
        await UntilAsync(bot, Monday.AddHours(1));
        var card = Assert.Single(In(bot, TestBot.SecurityPlace));
        Assert.Contains("Approved, not ready to use yet · 1", card.Text, StringComparison.Ordinal);
        Assert.Contains("to settle before use · Rita Requester", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("sales calls", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_replicas_at_once_send_one()
    {
        await using var bot = await StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.The<WeeklyDigest>().TickAsync(CancellationToken.None);
        bot.Time.SetUtcNow(Monday);
        var sent = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => Task.Run(() => bot.The<WeeklyDigest>().TickAsync(CancellationToken.None)))
        );
        Assert.Equal(1, sent.Sum());
        await SettleAsync(bot);
        Assert.Single(In(bot, TestBot.SecurityPlace));
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_crash_on_the_way_leaves_one_or_one_that_is_known_for_a_repeat(bool afterCommit)
    {
        await using var bot = await StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.The<WeeklyDigest>().TickAsync(CancellationToken.None);
        bot.Time.SetUtcNow(Monday);
        if (afterCommit)
            await bot.The<WeeklyDigest>().TickAsync(CancellationToken.None);
        await bot.RestartAsync();
        await bot.The<WeeklyDigest>().TickAsync(CancellationToken.None);
        await SettleAsync(bot);
        Assert.Single(In(bot, TestBot.SecurityPlace));
    }

    [Fact]
    public async Task After_an_outage_the_newest_comes_late_and_the_missed_ones_are_noted()
    {
        await using var bot = await StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.The<WeeklyDigest>().TickAsync(CancellationToken.None);
        bot.Time.SetUtcNow(Monday.AddDays(16));
        await bot.The<WeeklyDigest>().TickAsync(CancellationToken.None);
        await SettleAsync(bot);
        Assert.Single(In(bot, TestBot.SecurityPlace));
        var assignments = await bot.ReadAsync(Keys.Digests, StoredJson.Default.DigestRecord);
        Assert.Equal(("2026-W50", "2026-W48 2026-W49"), (assignments.Week, string.Join(' ', assignments.Missed)));
    }

    [Fact]
    public async Task A_schedule_that_changes_within_a_week_makes_no_second_one()
    {
        await using var bot = await StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await UntilAsync(bot, Monday.AddHours(1));
        bot.Digest = Mondays with { Schedule = Schedule.Read("0 9 * * WED", Mondays.Schedule.Zone)! };
        await bot.RestartAsync();
        await UntilAsync(bot, Monday.AddDays(5));
        Assert.Single(In(bot, TestBot.SecurityPlace));
        await UntilAsync(bot, Monday.AddDays(12));
        Assert.Equal(2, In(bot, TestBot.SecurityPlace).Count());
    }

    [Fact]
    public async Task Weeks_without_anything_are_silent_or_one_line_as_it_is_set()
    {
        await using var bot = await StartAsync();
        await UntilAsync(bot, Monday.AddDays(1));
        Assert.Empty(bot.Channel.In(TestBot.SecurityPlace));
        bot.Digest = Mondays with { OneLineWhenEmpty = true };
        await bot.RestartAsync();
        await UntilAsync(bot, Monday.AddDays(8));
        Assert.Contains("Nothing is waiting", Assert.Single(bot.Channel.In(TestBot.SecurityPlace)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_what_happened_since_the_one_before_and_what_conditions_are_due()
    {
        await using var bot = await StartAsync();
        foreach (var number in Enumerable.Range(1, 3))
        {
            var sent = await bot.SendsAsync(TestBot.Rita, $"Vendor {number}", SampleAnswers.NotesApp($"Vendor {number}"));
            if (number == 1)
                await bot.ApprovesWithConditionAsync(sent, due: "2026-12-10");
        }
        await bot.The<WeeklyDigest>().TickAsync(CancellationToken.None);
        await UntilAsync(bot, Monday.AddHours(1));
        var card = Assert.Single(In(bot, TestBot.SecurityPlace)).Text;
        Assert.Contains("2 waiting", card, StringComparison.Ordinal);
        Assert.Contains("Condition due", card, StringComparison.Ordinal);
        Assert.Contains("Thu 10 Dec", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_action_of_a_row_works_from_it()
    {
        await using var bot = await StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.SaysAsync(TestBot.Sam, "digest");
        Assert.Contains("Decide · ", bot.Channel.In("a:teams:sam").Last().Text, StringComparison.Ordinal);
        var pick = new Dictionary<string, string> { [CardPress.Pick] = sent.Id };
        Assert.Contains(
            "Acme Notes",
            TestBot.TextOf(await bot.PressesAsync(TestBot.Sam, CardStamp.None, "open", values: pick)),
            StringComparison.Ordinal
        );
        await bot.PressesAsync(TestBot.Sam, CardStamp.None, "claim", values: pick);
        Assert.Equal(TestBot.Sam, (await bot.NewestAsync(TestBot.Rita)).Claim?.By);
        Assert.IsType<TurnAnswer.Card>(await bot.PressesAsync(TestBot.Priya, CardStamp.None, "remind", values: pick));
        await bot.SaysAsync(TestBot.Priya, "digest");
        Assert.Contains("Nothing is waiting", bot.Channel.In("a:teams:priya").Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_reads_does_not_grow_with_what_waits()
    {
        await using var bot = await StartAsync();
        foreach (var number in Enumerable.Range(0, 90))
            await bot.SendsAsync(TestBot.Rita, $"Vendor {number}", SampleAnswers.NotesApp($"Vendor {number}"));
        bot.Reads.Take();
        var contents = await bot.The<DigestReader>().ReadAsync(bot.Time.GetUtcNow().AddDays(-7), CancellationToken.None);
        Assert.Equal(DigestContents.MostCounted + 1, contents.Open.Count);
        Assert.Equal((DigestContents.MostCounted + 1, 27), bot.Reads.Take());
    }

    private static Task<TestBot> StartAsync() => TestBot.StartAsync(digest: Mondays);

    private static IEnumerable<PostedCard> In(TestBot bot, string conversation) =>
        bot.Channel.In(conversation).Where(shown => shown.Text.Contains(" waiting · ", StringComparison.Ordinal));

    private static async Task UntilAsync(TestBot bot, DateTimeOffset end)
    {
        while (bot.Time.GetUtcNow() < end)
        {
            var next = bot.Time.GetUtcNow().AddHours(1);
            await bot.The<WeeklyDigest>().TickAsync(CancellationToken.None);
            bot.Time.SetUtcNow(next < end ? next : end);
        }
        await bot.The<WeeklyDigest>().TickAsync(CancellationToken.None);
        await SettleAsync(bot);
    }

    private static async Task SettleAsync(TestBot bot)
    {
        for (var sweeps = 0; sweeps < 3; sweeps++)
            await bot.DeliverAsync();
    }
}
