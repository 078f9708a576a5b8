using System.Text.Json.Nodes;
using SupplierBot.BotFramework.Tests.Kit;
using SupplierBot.Chat.Turns;

namespace SupplierBot.BotFramework.Tests.Hosting;

/// <summary>Answers in the HTTP response, and activities nobody answers.</summary>
public sealed class MessagesEndpointReplyTests : IAsyncLifetime
{
    private RegisteredBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await RegisteredBot.StartAsync();

    public async ValueTask DisposeAsync() => await bot.DisposeAsync();

    private Task<(int Status, string Body)> Post(JsonObject activity) => bot.PostAsync($"Bearer {bot.Good}", activity);

    private JsonObject Expecting(Action<JsonObject>? change = null) =>
        bot.Message(sent =>
        {
            sent["deliveryMode"] = "expectReplies";
            change?.Invoke(sent);
        });

    [Fact]
    public async Task A_card_that_is_expected_comes_in_the_response()
    {
        bot.Answers(_ => new TurnAnswer.Card(BareCards.Notice("Help")));
        var (status, body) = await Post(Expecting());
        var reply = Assert.Single(JsonNode.Parse(body)!["activities"]!.AsArray())!;
        Assert.Equal(
            (200, "message", "AdaptiveCard", "1700000000001", "a:chat-with-rita", SampleActivities.Bot),
            (
                status,
                (string?)reply["type"],
                (string?)reply["attachments"]![0]!["content"]!["type"],
                (string?)reply["replyToId"],
                (string?)reply["conversation"]!["id"],
                (string?)reply["from"]!["id"]
            )
        );
        Assert.Empty(bot.Connector.Calls);
        Assert.True(Assert.Single(bot.Turns).AnswersInPlace);
    }

    [Fact]
    public async Task A_fault_is_reported_in_the_response_too()
    {
        bot.Answers(_ => throw new InvalidOperationException("secret"));
        var (status, body) = await Post(Expecting());
        Assert.Equal(200, status);
        Assert.StartsWith("Reference ", (string?)JsonNode.Parse(body)!["activities"]![0]!["text"], StringComparison.Ordinal);
        Assert.Empty(bot.Connector.Calls);
    }

    [Theory]
    [InlineData(
        "adaptiveCard/action",
        "\"statusCode\":200,\"type\":\"application/vnd.microsoft.card.adaptive\",\"value\":{\"type\":\"AdaptiveCard\"}"
    )]
    [InlineData("task/submit", "")]
    public async Task An_invoke_is_answered_as_ever_and_among_the_replies_where_they_are_expected(string name, string members)
    {
        bot.Answers(turn => turn.InDialog ? new TurnAnswer.Nothing() : new TurnAnswer.Card(BareCards.Notice("Help")));
        var data = """{"action":{"verb":"open","data":{}},"data":{"verb":"open"}}""";
        var answer = await Post(Expecting(sent => (sent["type"], sent["name"], sent["value"]) = ("invoke", name, JsonNode.Parse(data))));
        var (plain, body) = members.Length == 0 ? ("", "") : (members + ",", $",\"body\":{{{members}}}");
        Assert.Equal((200, $$$"""{{{{plain}}}"activities":[{"type":"invokeResponse","value":{"status":200{{{body}}}}}]}"""), answer);
        Assert.Empty(bot.Connector.Calls);
    }

    [Theory]
    [InlineData("typing"), InlineData("message")]
    public async Task Nothing_to_say_is_an_empty_list(string type) =>
        Assert.Equal((200, """{"activities":[]}"""), await Post(Expecting(sent => sent["type"] = type)));

    [Theory]
    [
        InlineData("messageUpdate"),
        InlineData("messageDelete"),
        InlineData("messageReaction"),
        InlineData("event"),
        InlineData("endOfConversation"),
        InlineData("trace"),
        InlineData("handoff"),
        InlineData("contactRelationUpdate"),
        InlineData("suggestion"),
        InlineData("command"),
        InlineData("commandResult"),
        InlineData("Message"),
        InlineData("something new")
    ]
    public async Task Other_activities_are_acknowledged_and_forgotten(string type)
    {
        Assert.Equal((200, ""), await Post(bot.Message(sent => sent["type"] = type)));
        Assert.Empty(bot.Turns);
        Assert.Empty(bot.Connector.Calls);
    }

    [Theory]
    [
        InlineData("fileConsent/invoke"),
        InlineData("signin/verifyState"),
        InlineData("signin/tokenExchange"),
        InlineData("tab/fetch"),
        InlineData("config/fetch"),
        InlineData("application/search"),
        InlineData("actionableMessage/executeAction"),
        InlineData("adaptivecard/action"),
        InlineData("composeExtension/queryLink"),
        InlineData("task/other")
    ]
    public async Task Invokes_nobody_answers_are_not_implemented(string name)
    {
        Assert.Equal(
            501,
            (await Post(bot.Message(sent => (sent["type"], sent["name"], sent["value"]) = ("invoke", name, new JsonObject())))).Status
        );
        Assert.Empty(bot.Turns);
    }
}
