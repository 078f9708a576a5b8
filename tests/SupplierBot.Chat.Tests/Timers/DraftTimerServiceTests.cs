using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Timers;
using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Timers;

/// <summary>
/// A request that was begun and not finished: its owner is asked once, told when it is gone, and nobody else ever hears of it.
/// </summary>
public sealed class DraftTimerServiceTests
{
    private const string Asked = "I'll keep your answers until";
    private const string Gone = "expired";

    [Fact]
    public async Task Its_owner_is_asked_once_after_seven_days_and_told_once_when_it_is_gone()
    {
        await using var bot = await BegunAsync();
        var began = bot.Time.GetUtcNow();
        await UntilAsync(bot, began.AddDays(7).AddHours(-1));
        Assert.Empty(Notices(bot, Asked));
        await UntilAsync(bot, began.AddDays(7).AddHours(1));
        var card = Assert.Single(Notices(bot, Asked));
        Assert.Contains("Acme Notes", card.Text, StringComparison.Ordinal);
        Assert.Contains("Thu 17 Dec", card.Text, StringComparison.Ordinal);
        await UntilAsync(bot, began.AddDays(29), restarts: true);
        Assert.Single(Notices(bot, Asked));
        Assert.Empty(Notices(bot, Gone));
        await UntilAsync(bot, began.AddDays(40), restarts: true);
        Assert.Single(Notices(bot, Asked));
        Assert.Single(Notices(bot, Gone));
        Assert.Null(await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None));
        Assert.Empty(bot.Channel.In(TestBot.SecurityPlace));
    }

    [Fact]
    public async Task The_button_goes_on_where_they_were()
    {
        await using var bot = await BegunAsync();
        var draft = await DraftAsync(bot);
        await UntilAsync(bot, draft.ChangedAt.AddDays(8));
        var page = TestBot.TextOf(await bot.PressesAsync(TestBot.Rita, CardStamp.OfDraft(draft.Id, "", draft.Revision), "open"));
        Assert.Contains("Acme Notes", page, StringComparison.Ordinal);
        Assert.Contains("\"page\":\"", page, StringComparison.Ordinal);
        Assert.Equal((draft.Id, draft.Revision), ((await DraftAsync(bot)).Id, (await DraftAsync(bot)).Revision));
    }

    [Fact]
    public async Task Who_goes_on_and_stops_again_is_asked_again_after_seven_more_days_and_not_before()
    {
        await using var bot = await BegunAsync();
        await UntilAsync(bot, bot.Time.GetUtcNow().AddDays(8));
        Assert.Single(Notices(bot, Asked));
        var draft = await DraftAsync(bot);
        await bot.PressesAsync(
            TestBot.Rita,
            CardStamp.OfDraft(draft.Id, "supplier", draft.Revision),
            "answer",
            values: new Dictionary<string, string> { ["name"] = "Acme Notes", ["website"] = "acme.example" }
        );
        Assert.NotEqual(draft.Revision, (await DraftAsync(bot)).Revision);
        await UntilAsync(bot, bot.Time.GetUtcNow().AddDays(6));
        Assert.Single(Notices(bot, Asked));
        await UntilAsync(bot, bot.Time.GetUtcNow().AddDays(20), restarts: true);
        Assert.Equal(2, Notices(bot, Asked).Count());
    }

    [Fact]
    public async Task Replicas_at_once_and_a_crash_before_the_timer_is_gone_ask_once()
    {
        await using var bot = await BegunAsync();
        var list = Keys.DraftOwners("test");
        var timer = Assert.Single(await bot.The<ITable>().ReadAsync(list, "t-", "t.", 10, CancellationToken.None));
        bot.Time.Advance(TimeSpan.FromDays(8));
        var asked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Another(bot).TickAsync(CancellationToken.None))));
        Assert.Equal(1, asked.Sum());
        await bot.The<ITable>().CommitAsync(list, [new RowChange.Put(timer)], CancellationToken.None);
        Assert.Equal(0, await Another(bot).TickAsync(CancellationToken.None));
        Assert.Empty(await bot.The<ITable>().ReadAsync(list, "t-", "t.", 10, CancellationToken.None));
        await SettleAsync(bot);
        Assert.Single(Notices(bot, Asked));
    }

    [Fact]
    public async Task A_timer_of_another_calendar_gives_way_to_the_one_that_should_be_there()
    {
        await using var bot = await BegunAsync();
        var (table, list, began) = (bot.The<ITable>(), Keys.DraftOwners("test"), bot.Time.GetUtcNow());
        var timer = Assert.Single(await table.ReadAsync(list, "t-", "t.", 10, CancellationToken.None));
        foreach (var days in new[] { 3, 9 })
        {
            await table.CommitAsync(
                list,
                [
                    new RowChange.Delete(timer.Key),
                    new RowChange.Put(timer with { Key = Keys.DraftTimer(began.AddDays(days), Keys.OfTimer(timer.Key)) }),
                ],
                CancellationToken.None
            );
            await UntilAsync(bot, began.AddDays(days).AddHours(1));
            if (days == 3)
                Assert.Equal(timer.Key, Assert.Single(await table.ReadAsync(list, "t-", "t.", 10, CancellationToken.None)).Key);
            Assert.Equal(days == 9 ? 1 : 0, Notices(bot, Asked).Count());
        }
        Assert.Empty(await table.ReadAsync(list, "t-", "t.", 10, CancellationToken.None));
    }

    [Fact]
    public async Task What_was_sent_or_deleted_is_not_asked_about()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.SaysAsync(TestBot.Sam, "new Beta Boards");
        var draft = (await bot.The<DraftStore>().FindAsync(TestBot.Sam.Id, CancellationToken.None))!.Value.Draft;
        await bot.PressesAsync(TestBot.Sam, CardStamp.OfDraft(draft.Id, "", draft.Revision), "discard");
        await UntilAsync(bot, bot.Time.GetUtcNow().AddDays(45));
        Assert.Empty(await bot.KeysAsync("n-"));
    }

    [Fact]
    public async Task One_that_was_sent_and_left_behind_is_neither_asked_about_nor_mourned()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.AnswersAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var draft = await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None);
        await bot.PressesAsync(TestBot.Rita, CardStamp.OfDraft(draft!.Value.Draft.Id, "summary", draft.Value.Draft.Revision), "submit");
        Assert.NotNull(await bot.The<DraftStore>().SaveAsync(draft.Value, null, CancellationToken.None));
        await UntilAsync(bot, bot.Time.GetUtcNow().AddDays(45));
        Assert.Empty(await bot.KeysAsync("n-"));
        Assert.Null(await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Who_went_on_before_it_was_told_is_not_asked()
    {
        await using var bot = await BegunAsync();
        bot.Time.Advance(TimeSpan.FromDays(8));
        Assert.Equal(1, await Another(bot).TickAsync(CancellationToken.None));
        await bot.SaysAsync(TestBot.Rita, "cancel");
        var draft = await DraftAsync(bot);
        await bot.PressesAsync(
            TestBot.Rita,
            CardStamp.OfDraft(draft.Id, "supplier", draft.Revision),
            "answer",
            values: new Dictionary<string, string> { ["name"] = "Acme Notes", ["website"] = "acme.example" }
        );
        await SettleAsync(bot);
        Assert.Empty(Notices(bot, Asked));
    }

    [Fact]
    public async Task Without_idle_ones_a_tick_reads_no_row_however_many_drafts_there_are()
    {
        await using var bot = await TestBot.StartAsync();
        foreach (var number in Enumerable.Range(0, 40))
        {
            var person = new Person(new($"teams:p{number}"), $"Person {number}");
            await bot.GiveAsync(bot.Personal(person, new Request.Installed()));
            await bot.SaysAsync(person, $"new Vendor {number}");
        }
        bot.Reads.Take();
        Assert.Equal(0, await Another(bot).TickAsync(CancellationToken.None));
        Assert.Equal((0, 1), bot.Reads.Take());
        bot.Time.Advance(TimeSpan.FromDays(8));
        Assert.Equal(40, await Another(bot).TickAsync(CancellationToken.None));
    }

    private static async Task<TestBot> BegunAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.SaysAsync(TestBot.Rita, "new Acme Notes");
        return bot;
    }

    /// <summary>The clock of one more replica.</summary>
    private static DraftTimerService Another(TestBot bot) =>
        new(
            bot.The<ITable>(),
            bot.The<ClockCheck>(),
            bot.The<DraftStore>(),
            bot.The<OtherDrafts>(),
            bot.The<CaseStore>(),
            bot.The<WakeSignal>(),
            bot.The<ChatSettings>(),
            bot.Time,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<DraftTimerService>.Instance
        );

    private static async Task<Draft> DraftAsync(TestBot bot) =>
        (await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None))!.Value.Draft;

    /// <summary>Hour by hour, the sweep of a day once a day.</summary>
    private static async Task UntilAsync(TestBot bot, DateTimeOffset end, bool restarts = false)
    {
        for (var hours = 0; bot.Time.GetUtcNow() < end; hours++)
        {
            var next = bot.Time.GetUtcNow().AddHours(1);
            bot.Time.SetUtcNow(next < end ? next : end);
            if (restarts && hours % 31 == 0)
                await bot.RestartAsync();
            await bot.The<Scheduler>().TickAsync(CancellationToken.None);
            if (hours % 24 == 0)
                await SweepAsync(bot);
        }
        await SettleAsync(bot);
    }

    private static async Task SweepAsync(TestBot bot)
    {
        await foreach (var _ in bot.The<ExpiredRows>().DraftsAsync(CancellationToken.None)) { }
    }

    private static async Task SettleAsync(TestBot bot)
    {
        for (var sweeps = 0; sweeps < 3; sweeps++)
            await bot.DeliverAsync();
    }

    private static IEnumerable<PostedCard> Notices(TestBot bot, string words) =>
        bot.Channel.In("a:" + TestBot.Rita.Id).Where(shown => shown.Text.Contains(words, StringComparison.Ordinal));
}
