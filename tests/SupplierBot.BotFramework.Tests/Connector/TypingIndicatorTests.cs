using SupplierBot.BotFramework.Connector;
using SupplierBot.BotFramework.Teams;
using SupplierBot.BotFramework.Tests.Kit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.BotFramework.Tests.Connector;

/// <summary>"Is typing …" while an answer takes long.</summary>
public sealed class TypingIndicatorTests : IAsyncLifetime
{
    private static readonly ConversationReference Chat = new(
        "teams",
        "",
        "a:chat-with-rita",
        ConversationScope.Personal,
        SampleActivities.Bot,
        SampleActivities.Tenant,
        "29:rita",
        null
    );
    private static readonly RenderedCard Card = new("""{"type":"AdaptiveCard"}"""u8.ToArray(), "Help");
    private readonly TaskCompletionSource<TurnAnswer> answer = new();
    private RegisteredBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await RegisteredBot.StartAsync();

    public async ValueTask DisposeAsync() => await bot.DisposeAsync();

    private TypingIndicator Typing => (TypingIndicator)bot.Services.GetService(typeof(TypingIndicator))!;
    private TeamsChannel Channel => (TeamsChannel)bot.Services.GetService(typeof(TeamsChannel))!;
    private ConversationReference Here => Chat with { ServiceUrl = bot.Connector.Url };
    private List<string?> Said => [.. bot.Connector.Calls.Select(call => (string?)call.Body!["type"])];

    private Turn Turn(ConversationReference? conversation = null) =>
        new("1", conversation ?? Here, new(new(new("teams:rita"), "Rita"), true), RequestReader.Typed("new Acme"), null, false);

    private Task<TurnAnswer> Waits(Turn? turn = null) => Typing.WhileAsync(turn ?? Turn(), answer.Task);

    private async Task PassesAsync(double seconds, int until)
    {
        bot.Time.Advance(TimeSpan.FromSeconds(seconds));
        for (var looks = 0; looks < 30_000 && bot.Connector.Calls.Count < until; looks++)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.Equal(until, bot.Connector.Calls.Count);
    }

    /// <summary>Long enough for another sign, had one been due.</summary>
    private async Task MuchTimePassesAsync()
    {
        for (var step = 0; step < 12; step++)
        {
            bot.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private async Task AnsweredAsync(params Task<TurnAnswer>[] waiting)
    {
        answer.TrySetResult(new TurnAnswer.Nothing());
        foreach (var turn in waiting)
            Assert.IsType<TurnAnswer.Nothing>(await turn);
    }

    [Fact]
    public async Task A_long_answer_shows_that_it_is_coming_and_nothing_after_it()
    {
        var waiting = Waits();
        await PassesAsync(1.9, until: 0);
        await PassesAsync(0.1, until: 1);
        await AnsweredAsync(waiting);
        await MuchTimePassesAsync();
        var sign = Assert.Single(bot.Connector.Calls);
        Assert.Equal(
            ("POST", "/base/v3/conversations/a%3Achat-with-rita/activities", "typing", SampleActivities.Bot),
            (sign.Method, sign.Target, (string?)sign.Body!["type"], (string?)sign.Body["from"]!["id"])
        );
    }

    [Fact]
    public async Task However_many_turns_wait_one_sign_is_shown_in_three_seconds()
    {
        var waiting = Enumerable.Range(0, 20).Select(_ => Waits()).ToArray();
        await PassesAsync(2, until: 1);
        await PassesAsync(2.9, until: 1);
        for (var steps = 0; steps < 200 && bot.Connector.Calls.Count < 2; steps++)
        {
            bot.Time.Advance(TimeSpan.FromSeconds(0.25));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        Assert.Equal(["typing", "typing"], Said);
        await AnsweredAsync(waiting);
    }

    [Fact]
    public async Task A_turn_that_posted_its_answer_and_still_tidies_up_types_no_more()
    {
        var waiting = Waits();
        Assert.IsType<DeliveryOutcome.Delivered>(await Channel.SendAsync(Here, Card, default));
        await MuchTimePassesAsync();
        Assert.Equal(["message"], Said);
        await AnsweredAsync(waiting);
    }

    [Fact]
    public async Task An_answer_waits_for_a_sign_that_is_on_its_way()
    {
        var arrives = new TaskCompletionSource();
        bot.Connector.Then(_ => arrives.Task);
        var waiting = Waits();
        await PassesAsync(2, until: 1);
        var answering = Channel.SayAsync(Here, "Here you are.", default);
        Assert.False(answering.IsCompleted);
        Assert.Equal(["typing"], Said);
        arrives.SetResult();
        Assert.IsType<DeliveryOutcome.Delivered>(await answering);
        Assert.Equal(["typing", "message"], Said);
        await AnsweredAsync(waiting);
    }

    [Theory]
    [InlineData("a:chat-with-rita"), InlineData("a:chat-with-sam")]
    public async Task Where_the_platform_throttles_nobody_types(string conversation)
    {
        bot.Connector.Then(429, retryAfter: "30");
        Assert.IsType<DeliveryOutcome.Throttled>(await Channel.SendAsync(Here, Card, default));
        var waiting = Waits(Turn(Here with { ConversationId = conversation }));
        await MuchTimePassesAsync();
        Assert.Equal(["message"], Said);
        await PassesAsync(30, until: 2);
        Assert.Equal(["message", "typing"], Said);
        await AnsweredAsync(waiting);
    }

    [Theory]
    [InlineData(429), InlineData(403), InlineData(500)]
    public async Task A_sign_that_is_refused_breaks_nothing(int status)
    {
        bot.Connector.Then(status);
        var waiting = Waits();
        await PassesAsync(2, until: 1);
        await AnsweredAsync(waiting);
        Assert.IsType<DeliveryOutcome.Delivered>(await Channel.SayAsync(Here, "Here you are.", default));
    }

    [Fact]
    public async Task A_sign_that_never_arrives_holds_the_answer_up_for_half_a_second_at_most()
    {
        bot.Connector.Then(http => Task.Delay(Timeout.Infinite, http.RequestAborted));
        var waiting = Waits();
        await PassesAsync(2, until: 1);
        var answering = Channel.SayAsync(Here, "Here you are.", default);
        await PassesAsync(0.5, until: 2);
        Assert.IsType<DeliveryOutcome.Delivered>(await answering);
        await AnsweredAsync(waiting);
    }

    [Fact]
    public async Task A_fault_of_the_turn_is_the_turns_own()
    {
        var waiting = Waits();
        answer.SetException(new InvalidOperationException("broken"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => waiting);
        await MuchTimePassesAsync();
        Assert.Empty(Said);
    }

    [Fact]
    public async Task A_press_that_is_answered_in_place_and_a_thread_yet_to_begin_have_no_sign()
    {
        var waiting = new[]
        {
            Waits(Turn() with { AnswersInPlace = true }),
            Waits(Turn(Here with { Scope = ConversationScope.Channel, UserId = null })),
            Waits(Turn() with { Request = new Request.Installed() }),
        };
        await MuchTimePassesAsync();
        Assert.Empty(Said);
        await AnsweredAsync(waiting);
    }
}
