using Microsoft.Extensions.DependencyInjection;
using SupplierBot.Slack.Api;
using SupplierBot.Slack.Tests.Kit;

namespace SupplierBot.Slack.Tests.Api;

/// <summary>Calls of the Web API against the emulator, and what can happen to them.</summary>
public sealed class SlackApiTests(Workspace workspace) : IClassFixture<Workspace>
{
    private FakeSlack Slack => workspace.Slack;

    private static Dictionary<string, string> Post(string channel, string text = "Hello") =>
        new() { ["channel"] = channel, ["text"] = text };

    [Fact]
    public async Task What_is_done_comes_back_whole()
    {
        await using var bot = workspace.NewBot();
        var reply = await bot.Api.CallAsync("chat.postMessage", Post(Slack.Channel("vendor-security")), default);
        Assert.True(reply.Ok);
        Assert.Null(reply.Error);
        Assert.Equal("Hello", reply.Text("message", "text"));
        Assert.Null(reply.Text("message", "nothing", "below"));
        var call = Assert.Single(Slack.Calls);
        Assert.Equal($"Bearer {FakeSlack.BotToken}", call.Authorization);
        Assert.Equal("application/x-www-form-urlencoded", call.ContentType);
    }

    [Fact]
    public async Task A_refusal_carries_Slacks_own_code_and_its_words_are_logged_and_the_token_never_is()
    {
        await using var bot = workspace.NewBot();
        Slack.Faults.Refuse(
            "chat.postMessage",
            "invalid_blocks",
            ""","response_metadata":{"messages":["[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]\n"]}"""
        );
        var reply = await bot.Api.CallAsync("chat.postMessage", Post("C1"), default);
        Assert.Equal((ApiOutcome.Refused, "invalid_blocks"), (reply.Outcome, reply.Error));
        Assert.Contains(
            bot.Log.Lines,
            line =>
                line.Contains(
                    "chat.postMessage: Refused, invalid_blocks [ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]",
                    StringComparison.Ordinal
                )
        );

        Slack.Faults.Refuse("users.info", "missing_scope", ""","needed":"users:read","provided":"chat:write" """);
        Assert.Equal(ApiOutcome.NotAccepted, (await bot.Api.CallAsync("users.info", Post("C1"), default)).Outcome);
        Assert.Contains(
            bot.Log.Lines,
            line => line.StartsWith("Error: Slack does not accept us for users.info: missing_scope users:read", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            bot.Log.Lines,
            line => line.Contains("xoxb", StringComparison.Ordinal) || line.Contains("Hello", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_limited_method_rests_for_itself_as_long_as_Slack_says()
    {
        await using var bot = workspace.NewBot();
        var channel = Slack.Channel("vendor-security");
        Slack.Faults.Limit("chat.postMessage", "30");
        Assert.Equal(TimeSpan.FromSeconds(30), (await bot.Api.CallAsync("chat.postMessage", Post(channel), default)).RetryAfter);
        bot.Time.Advance(TimeSpan.FromSeconds(10));
        var resting = await bot.Api.CallAsync("chat.postMessage", Post(channel), default);
        Assert.Equal((ApiOutcome.Throttled, TimeSpan.FromSeconds(20)), (resting.Outcome, resting.RetryAfter));
        Assert.Single(Slack.Calls);
        Assert.True((await bot.Api.CallAsync("users.info", new Dictionary<string, string> { ["user"] = Slack.User("rita") }, default)).Ok);
        bot.Time.Advance(TimeSpan.FromSeconds(21));
        Assert.True((await bot.Api.CallAsync("chat.postMessage", Post(channel), default)).Ok);
    }

    [Theory]
    [InlineData(null, 2), InlineData("soon", 2), InlineData("-3", 2), InlineData("99999999", 3600)]
    public async Task A_limit_without_a_sensible_time_gets_one(string? retryAfter, int seconds)
    {
        await using var bot = workspace.NewBot();
        Slack.Faults.Limit("chat.postMessage", retryAfter);
        Assert.Equal(TimeSpan.FromSeconds(seconds), (await bot.Api.CallAsync("chat.postMessage", Post("C1"), default)).RetryAfter);
    }

    [Theory]
    [InlineData(408), InlineData(502), InlineData(503), InlineData(504)]
    public async Task An_unclear_post_is_never_repeated_and_what_is_idempotent_is(int status)
    {
        await using var bot = workspace.NewBot();
        Slack.Faults.Answer("chat.postMessage", status, "<html>");
        var posted = await bot.Api.CallAsync("chat.postMessage", Post("C1"), default);
        Assert.Equal((ApiOutcome.Unclear, $"{status}"), (posted.Outcome, posted.Error));
        Assert.Single(Slack.Calls);

        for (var time = 0; time < 2; time++)
            Slack.Faults.Answer("auth.test", status);
        Assert.True((await bot.Api.CallAsync("auth.test", new Dictionary<string, string>(), default)).Ok);
        Assert.Equal(4, Slack.Calls.Count);
    }

    [Fact]
    public async Task A_lost_reply_leaves_a_post_unclear_though_it_was_done()
    {
        await using var bot = workspace.NewBot();
        var text = $"Lost {Guid.NewGuid()}";
        Slack.Faults.LoseReply("chat.postMessage");
        Assert.Equal(
            ApiOutcome.Unclear,
            (await bot.Api.CallAsync("chat.postMessage", Post(Slack.Channel("vendor-security"), text), default)).Outcome
        );
        Assert.Single(Slack.Calls);
        Assert.Contains(await Slack.MessagesAsync("rita", Slack.Channel("vendor-security")), message => (string?)message["text"] == text);
    }

    [Fact]
    public async Task No_answer_in_time_is_unclear_and_the_callers_own_cancellation_is_thrown()
    {
        await using var bot = workspace.NewBot(timeout: TimeSpan.FromSeconds(5));
        Slack.Faults.Hang("chat.postMessage");
        var waiting = bot.Api.CallAsync("chat.postMessage", Post("C1"), default);
        await Slack.CalledAsync(1);
        bot.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(ApiOutcome.Unclear, (await waiting).Outcome);

        using var cancelled = new CancellationTokenSource();
        Slack.Faults.Hang("chat.postMessage");
        var cancelling = bot.Api.CallAsync("chat.postMessage", Post("C1"), cancelled.Token);
        await Slack.CalledAsync(2);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelling);
    }

    [Fact]
    public async Task Without_a_connection_nothing_was_done()
    {
        await using var bot = workspace.NewBot(new(LoopbackServer.Nobody(), "api/"));
        var reply = await bot.Api.CallAsync("chat.postMessage", Post("C1"), default);
        Assert.Equal((ApiOutcome.NotDone, "ConnectionError"), (reply.Outcome, reply.Error));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var bot = workspace.NewBot();
        Slack.Faults.Answer("chat.postMessage", 307);
        Assert.Equal(
            (ApiOutcome.Refused, "307"),
            await bot.Api.CallAsync("chat.postMessage", Post("C1"), default) is var reply ? (reply.Outcome, reply.Error) : default
        );
        Assert.Single(Slack.Calls);
    }

    [Fact]
    public async Task A_window_of_the_largest_size_goes_through()
    {
        await using var bot = workspace.NewBot();
        var large = new string('ß', 120_000);
        await bot.Api.CallAsync("views.publish", new Dictionary<string, string> { ["view"] = large }, default);
        Assert.Equal(large, Assert.Single(Slack.Calls).Form["view"]);
    }

    [Theory]
    [
        InlineData("http://slack.com/api/"),
        InlineData("https://slack.com/api"),
        InlineData("https://user@slack.com/api/"),
        InlineData("https://slack.com/api/?x=/"),
        InlineData("ftp://127.0.0.1/api/")
    ]
    public void The_token_goes_to_no_address_that_is_not_safe(string address) =>
        Assert.Throws<ArgumentException>(() =>
            new ServiceCollection().AddSlackApi(new() { BotToken = "xoxb-1", Address = new(address) }, ShippedCards.Slack)
        );

    [Theory]
    [
        InlineData("https://slack.com/api/"),
        InlineData("https://slack-gov.com/api/"),
        InlineData("http://127.0.0.1:4903/api/"),
        InlineData("http://[::1]:4903/api/"),
        InlineData("http://localhost/")
    ]
    public void Slacks_own_addresses_and_local_ones_are_allowed(string address) => Assert.True(SlackApiServices.IsAllowed(new(address)));
}
