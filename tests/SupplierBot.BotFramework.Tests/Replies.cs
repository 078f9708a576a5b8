using System.Text.Json.Nodes;
using SupplierBot.Chat;

namespace SupplierBot.BotFramework.Tests;

/// <summary>Answers in the HTTP response, signs of life, and activities nobody answers.</summary>
public sealed class Replies : IAsyncLifetime
{
    private RegisteredBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await RegisteredBot.StartAsync();
    public async ValueTask DisposeAsync() => await bot.DisposeAsync();

    private Task<(int Status, string Body)> Post(JsonObject activity) => bot.PostAsync($"Bearer {bot.Good}", activity);

    private JsonObject Expecting(Action<JsonObject>? change = null) => bot.Message(sent =>
    {
        sent["deliveryMode"] = "expectReplies";
        change?.Invoke(sent);
    });

    [Fact]
    public async Task A_card_that_is_expected_comes_in_the_response()
    {
        bot.Answer = (_, _) => Task.FromResult<TurnAnswer>(new TurnAnswer.Card(new("""{"type":"AdaptiveCard"}"""u8.ToArray(), "Help")));
        var (status, body) = await Post(Expecting());
        var reply = Assert.Single(JsonNode.Parse(body)!["activities"]!.AsArray())!;
        Assert.Equal((200, "message", "AdaptiveCard", "1700000000001", "a:chat-with-rita", Activities.Bot),
            (status, (string?)reply["type"], (string?)reply["attachments"]![0]!["content"]!["type"], (string?)reply["replyToId"], (string?)reply["conversation"]!["id"], (string?)reply["from"]!["id"]));
        Assert.Empty(bot.Connector.Calls);
        Assert.True(Assert.Single(bot.Turns).AnswersInPlace);
    }

    [Fact]
    public async Task A_fault_is_told_in_the_response_too()
    {
        bot.Answer = (_, _) => throw new InvalidOperationException("secret");
        var (status, body) = await Post(Expecting());
        Assert.Equal(200, status);
        Assert.StartsWith("Reference ", (string?)JsonNode.Parse(body)!["activities"]![0]!["text"], StringComparison.Ordinal);
        Assert.Empty(bot.Connector.Calls);
    }

    [Theory]
    [InlineData("typing"), InlineData("message")]
    public async Task Nothing_to_say_is_an_empty_list(string type) =>
        Assert.Equal((200, """{"activities":[]}"""), await Post(Expecting(sent => sent["type"] = type)));

    [Fact]
    public async Task A_long_answer_shows_that_it_is_coming_and_a_short_one_does_not()
    {
        await Post(bot.Message());
        Assert.Empty(bot.Connector.Calls);
        var answer = new TaskCompletionSource<TurnAnswer>();
        bot.Answer = (_, _) => answer.Task;
        var posting = Post(bot.Message());
        while (bot.Turns.Count < 2) await Task.Delay(10, TestContext.Current.CancellationToken);
        foreach (var (after, shown) in new[] { (2, 1), (3, 2) })
        {
            for (var waited = 0; bot.Connector.Calls.Count < shown && waited < 200; waited++)
            {
                if (waited == 0) await Task.Delay(200, TestContext.Current.CancellationToken); // the wait for it has begun
                if (waited == 0) bot.Time.Advance(TimeSpan.FromSeconds(after));
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
            Assert.Equal(shown, bot.Connector.Calls.Count);
        }
        Assert.All(bot.Connector.Calls, call => Assert.Equal(("/base/v3/conversations/a%3Achat-with-rita/activities", "typing"), (call.Target, (string?)call.Body!["type"])));
        answer.SetResult(new TurnAnswer.Nothing());
        Assert.Equal(200, (await posting).Status);
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, bot.Connector.Calls.Count);
    }

    [Theory]
    [InlineData("messageUpdate"), InlineData("messageDelete"), InlineData("messageReaction"), InlineData("event"), InlineData("endOfConversation"), InlineData("trace"), InlineData("handoff"),
     InlineData("contactRelationUpdate"), InlineData("suggestion"), InlineData("command"), InlineData("commandResult"), InlineData("Message"), InlineData("something new")]
    public async Task Other_activities_are_acknowledged_and_forgotten(string type)
    {
        Assert.Equal((200, ""), await Post(bot.Message(sent => sent["type"] = type)));
        Assert.Empty(bot.Turns);
        Assert.Empty(bot.Connector.Calls);
    }

    [Theory]
    [InlineData("fileConsent/invoke"), InlineData("signin/verifyState"), InlineData("signin/tokenExchange"), InlineData("tab/fetch"), InlineData("config/fetch"), InlineData("application/search"),
     InlineData("actionableMessage/executeAction"), InlineData("adaptivecard/action"), InlineData("composeExtension/queryLink"), InlineData("task/submit")]
    public async Task Invokes_nobody_answers_are_not_implemented(string name)
    {
        Assert.Equal(501, (await Post(bot.Message(sent => (sent["type"], sent["name"], sent["value"]) = ("invoke", name, new JsonObject())))).Status);
        Assert.Empty(bot.Turns);
    }
}
