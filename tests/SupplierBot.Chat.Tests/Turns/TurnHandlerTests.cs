using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

public sealed class TurnHandlerTests
{
    [Fact]
    public async Task A_new_request_gets_its_first_page_as_a_message()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SaysAsync(TestBot.Rita, "new Acme Notes");
        var shown = bot.Channel.In("a:teams:rita").Last();
        Assert.Contains("Acme Notes", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Input.Text", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_is_welcomed_exactly_once()
    {
        await using var bot = await TestBot.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bot.GiveAsync(bot.Personal(TestBot.Rita, new Request.Installed()))));
        Assert.Single(bot.Channel.In("a:teams:rita"));
    }

    [Fact]
    public async Task Nobody_is_welcomed_again_after_a_restart_or_when_the_bot_is_installed_again()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.RestartAsync();
        bot.Time.Advance(TimeSpan.FromDays(30));
        await bot.GiveAsync(bot.Personal(TestBot.Rita, new Request.Removed()));
        await bot.GiveAsync(bot.Personal(TestBot.Rita, new Request.Installed()));
        Assert.Single(bot.Channel.In("a:teams:rita"));
    }

    [Fact]
    public async Task Who_is_placed_before_they_look_is_welcomed_once_and_by_name_when_their_client_opens()
    {
        await using var bot = await StartsEmptyAsync();
        await bot.The<Arrivals>().PlacedAsync(bot.Personal(Eve, new Request.Installed()), CancellationToken.None);
        Assert.Empty(bot.Channel.In("a:teams:eve"));
        await OpensAsync(bot);
        Assert.Contains("Hello, Eve.", Assert.Single(bot.Channel.In("a:teams:eve")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_starts_empty_shows_what_is_open_and_the_welcome_only_where_that_is_nothing()
    {
        await using var bot = await StartsEmptyAsync();
        await OpensAsync(bot);
        await bot.RestartAsync();
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await OpensAsync(bot);
        Assert.Equal(2, bot.Channel.In("a:teams:eve").Count());
        await bot.SendsAsync(Eve, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.DeliverAsync();
        var before = bot.Channel.In("a:teams:eve").Count();
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await OpensAsync(bot);
        await bot.DeliverAsync();
        var receipt = Assert.Single(bot.Channel.In("a:teams:eve").Skip(before));
        Assert.Contains("Acme Notes", receipt.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hello", receipt.Text, StringComparison.Ordinal);
    }

    private static readonly Person Eve = new(new("teams:eve"), "Eve Employee");

    private static async Task<TestBot> StartsEmptyAsync()
    {
        var bot = await TestBot.StartAsync();
        bot.Configure = settings => settings with { ClientsStartEmpty = true };
        await bot.RestartAsync();
        return bot;
    }

    /// <summary>Several events at once, and none carries a name.</summary>
    private static Task OpensAsync(TestBot bot) =>
        Task.WhenAll(Enumerable.Range(0, 3).Select(_ => bot.GiveAsync(bot.Personal(Eve with { Name = "" }, new Request.Installed()))));

    [Fact]
    public async Task The_same_delivery_twice_changes_and_posts_nothing_more()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SaysAsync(TestBot.Rita, "new Acme Notes", "turn-1");
        var before = await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None);
        await bot.SaysAsync(TestBot.Rita, "new Acme Notes", "turn-1");
        var after = await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None);
        Assert.Equal(before!.ETag, after!.ETag);
        Assert.Equal(2, bot.Channel.In("a:teams:rita").Count());
    }

    [Theory]
    [InlineData("new Acme Notes")]
    [InlineData("help")]
    public async Task The_same_message_twice_at_the_same_instant_is_answered_once(string text)
    {
        await using var bot = await TestBot.StartAsync();
        var slow = bot.Channel.Hold("a:teams:rita");
        var both = new[] { bot.SaysAsync(TestBot.Rita, text, "turn-1"), bot.SaysAsync(TestBot.Rita, text, "turn-1") };
        slow.SetResult();
        Assert.All(await Task.WhenAll(both), answer => Assert.IsType<TurnAnswer.Nothing>(answer));
        await bot.SaysAsync(TestBot.Rita, text, "turn-1");
        Assert.Equal(2, bot.Channel.In("a:teams:rita").Count());
    }

    [Fact]
    public async Task What_is_typed_is_answered_in_order_and_presses_wait_for_nobody()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SaysAsync(TestBot.Rita, "new Acme Notes");
        var page = (await OpenPageAsync(bot))!;
        var slow = bot.Channel.Hold("a:teams:rita");
        var typed = new[] { bot.SaysAsync(TestBot.Rita, "can I use Zebra"), bot.SaysAsync(TestBot.Rita, "can I use Yak") };
        Assert.IsType<TurnAnswer.Card>(await bot.PressesAsync(TestBot.Rita, page, "answer", values: SampleAnswers.NotesApp("Acme Notes")));
        Assert.DoesNotContain(typed, one => one.IsCompleted);
        slow.SetResult();
        await Task.WhenAll(typed);
        Assert.Collection(
            bot.Channel.In("a:teams:rita").Skip(2),
            first => Assert.Contains("Zebra", first.Text, StringComparison.Ordinal),
            second => Assert.Contains("Yak", second.Text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_lost_answer_is_repeated_once_and_then_left_to_the_platform()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Channel.Stage(new DeliveryOutcome.Unknown("staged"), new DeliveryOutcome.Unknown("staged"));
        var asked = bot.SaysAsync(TestBot.Rita, "help", "turn-1");
        while (!asked.IsCompleted)
        {
            bot.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        Assert.IsType<TurnAnswer.NotShown>(await asked);
        Assert.Equal(3, bot.Channel.In("a:teams:rita").Count());
    }

    [Fact]
    public async Task A_card_that_could_not_be_posted_is_posted_when_the_platform_delivers_again()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Channel.Stage(new DeliveryOutcome.Refused("staged"));
        Assert.IsType<TurnAnswer.Failed>(await bot.SaysAsync(TestBot.Rita, "new Acme Notes", "turn-1"));
        Assert.Single(bot.Channel.In("a:teams:rita"));
        await bot.SaysAsync(TestBot.Rita, "new Acme Notes", "turn-1");
        Assert.Equal(2, bot.Channel.In("a:teams:rita").Count());
    }

    [Fact]
    public async Task Every_page_pressed_twice_gives_the_answers_once()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SaysAsync(TestBot.Rita, "new Acme Notes");
        var values = SampleAnswers.NotesApp("Acme Notes");
        while (await OpenPageAsync(bot) is { } stamp)
        {
            await Task.WhenAll(
                bot.PressesAsync(TestBot.Rita, stamp, "answer", values: values),
                bot.PressesAsync(TestBot.Rita, stamp, "answer", values: values)
            );
        }
        var draft = (await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None))!.Value.Draft;
        Assert.Equal(6, draft.Revision);
        Assert.Equal("AISAAS", draft.Answers.One("role"));
    }

    [Theory]
    [InlineData("turn-1")]
    [InlineData("turn-2")]
    public async Task A_name_that_is_there_already_is_reported_at_every_press(string second)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Sam, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.SaysAsync(TestBot.Rita, "new");
        var (page, values) = ((await OpenPageAsync(bot))!, SampleAnswers.NotesApp("Acme Notes"));
        var first = TestBot.TextOf(await bot.PressesAsync(TestBot.Rita, page, "answer", values: values, turnId: "turn-1"));
        Assert.Contains("another_use", first, StringComparison.Ordinal);
        Assert.Equal(first, TestBot.TextOf(await bot.PressesAsync(TestBot.Rita, page, "answer", values: values, turnId: second)));
    }

    [Fact]
    public async Task A_draft_is_where_it_was_after_a_restart()
    {
        await using var bot = await TestBot.StartAsync();
        var stamp = await bot.AnswersAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.RestartAsync();
        var answer = Assert.IsType<TurnAnswer.Card>(await bot.PressesAsync(TestBot.Rita, stamp, "open"));
        Assert.Contains("Send to Security", ShippedCards.TextOnTeams(answer.View), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_without_answers_in_place_gets_the_next_page_in_the_same_message()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SaysAsync(TestBot.Rita, "new Acme Notes");
        var card = bot.Channel.In("a:teams:rita").Last();
        var press = RequestReader.Pressed("answer", "", (await OpenPageAsync(bot))!, SampleAnswers.NotesApp("Acme Notes"), false);
        Assert.IsType<TurnAnswer.Nothing>(await bot.GiveAsync(bot.Personal(TestBot.Rita, press) with { ReplyToId = card.Id }));
        Assert.Equal(2, bot.Channel.In("a:teams:rita").Count());
        Assert.Contains("What will they provide?", bot.Channel.Messages[card.Id].Text, StringComparison.Ordinal);
    }

    private static async Task<CardStamp?> OpenPageAsync(TestBot bot)
    {
        var draft = (await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None))!.Value.Draft;
        return Interview.Replay(bot.The<Policy>(), draft.Answers, new DateOnly(2026, 11, 17)) is InterviewState.Asking asking
            ? CardStamp.OfDraft(draft.Id, asking.Page.Id, draft.Revision)
            : null;
    }
}
