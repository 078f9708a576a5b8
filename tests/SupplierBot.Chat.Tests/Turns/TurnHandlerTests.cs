using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
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
        Assert.Equal(7, draft.Revision);
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
        Assert.Contains("Send to security", ShippedCards.TextOnTeams(answer.View), StringComparison.Ordinal);
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
        Assert.Contains("What will you get from them?", bot.Channel.Messages[card.Id].Text, StringComparison.Ordinal);
    }

    private static async Task<CardStamp?> OpenPageAsync(TestBot bot)
    {
        var draft = (await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None))!.Value.Draft;
        return Interview.Replay(bot.The<Policy>(), draft.Answers, new DateOnly(2026, 11, 17)) is InterviewState.Asking asking
            ? CardStamp.OfDraft(draft.Id, asking.Page.Id, draft.Revision)
            : null;
    }
}
