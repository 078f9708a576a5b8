using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SupplierBot.BotFramework.Hosting;
using SupplierBot.BotFramework.Teams;
using SupplierBot.BotFramework.Tests.Kit;
using SupplierBot.Chat.Turns;
using Sdk = Microsoft.Bot.Schema;

namespace SupplierBot.BotFramework.Tests.SdkModels;

/// <summary>
/// What we send, read by the models of the Bot Framework SDK (Microsoft.Bot.Schema 4.23.1) and written again by them: nothing is lost on
/// the way, and what means something to the SDK stands where it looks for it.
/// </summary>
public sealed class SdkModelsReadTests : IAsyncLifetime
{
    private const string Hostile = "“Zoë” \u202E<at>x</at> & \\ \" \u0007 🏳️‍🌈";
    private static readonly RenderedCard Card = new(
        """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"“Zoë” \u0007 🏳️‍🌈 2026-12-01T09:00:00Z"}],"actions":[{"type":"Action.Execute","verb":"open","data":{"_":{"case":"REQ-2026-0001","version":3}}}]}"""u8.ToArray(),
        Hostile
    );

    private RegisteredBot bot = null!;
    private FakeConnector connector = null!;
    private ServiceProvider services = null!;

    public async ValueTask InitializeAsync()
    {
        (bot, connector) = (await RegisteredBot.StartAsync(), await FakeConnector.StartAsync());
        var collection = new ServiceCollection().AddLogging();
        collection.AddBotFramework(new() { ServiceUrls = [connector.Url] }, BareCards.Cards());
        services = collection.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await connector.DisposeAsync();
        await bot.DisposeAsync();
    }

    [Theory]
    [InlineData(ConversationScope.Personal, null)]
    [InlineData(ConversationScope.Group, null)]
    [InlineData(ConversationScope.Channel, "1699999999999")]
    public async Task Messages_and_their_updates_are_read_whole(ConversationScope scope, string? thread)
    {
        var to = new ConversationReference(
            "teams",
            connector.Url,
            "a:1+2/3;x=@y",
            scope,
            SampleActivities.Bot,
            SampleActivities.Tenant,
            "29:rita",
            thread
        );
        var channel = services.GetRequiredService<TeamsChannel>();
        await channel.SendAsync(to, Card, default);
        await channel.UpdateAsync(to, "17:1", Card, default);
        Assert.Equal(2, connector.Calls.Count);
        foreach (var call in connector.Calls)
        {
            var read = Whole(call.Body!);
            Assert.Equal((Sdk.ActivityTypes.Message, Hostile, SampleActivities.Bot), (read.Type, read.Summary, read.From.Id));
            var attachment = Assert.Single(read.Attachments);
            Assert.Equal("application/vnd.microsoft.card.adaptive", attachment.ContentType);
            Assert.Equal("REQ-2026-0001", ((JObject)attachment.Content).SelectToken("actions[0].data._.case")!.Value<string>());
        }
    }

    [Fact]
    public async Task Expected_replies_are_read_whole()
    {
        bot.Answers(_ => new TurnAnswer.Card(BareCards.Notice(Hostile)));
        var (_, body) = await bot.PostAsync(
            $"Bearer {bot.Good}",
            bot.Message(sent => sent["deliveryMode"] = Sdk.DeliveryModes.ExpectReplies)
        );
        var read = JsonConvert.DeserializeObject<Sdk.ExpectedReplies>(body, Settings)!;
        Same(JsonNode.Parse(body)!, JsonConvert.SerializeObject(read, Settings));
        Assert.Equal("1700000000001", Assert.Single(read.Activities).ReplyToId);
    }

    [Fact]
    public async Task The_answer_to_a_button_is_an_invoke_response_of_the_SDK()
    {
        bot.Answers(_ => new TurnAnswer.Card(BareCards.Notice("Help")));
        var (status, body) = await bot.PostAsync(
            $"Bearer {bot.Good}",
            Invoke("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"open","data":{}},"trigger":"manual"}""")
        );
        Assert.Equal(200, status);
        var read = JsonConvert.DeserializeObject<Sdk.AdaptiveCardInvokeResponse>(body, Settings)!;
        Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), (read.StatusCode, read.Type));
        Assert.Equal("AdaptiveCard", ((JObject)read.Value).Value<string>("type"));
        Same(JsonNode.Parse(body)!, JsonConvert.SerializeObject(read, Settings));
    }

    [Fact]
    public async Task A_dialog_is_a_task_module_of_the_SDK()
    {
        bot.Answers(_ => new TurnAnswer.Card(BareCards.Form("Say why")));
        var (_, body) = await bot.PostAsync(
            $"Bearer {bot.Good}",
            Invoke("task/fetch", """{"data":{"type":"task/fetch","verb":"reject","_":{"case":"REQ-2026-0001"}}}""")
        );
        var task = JsonNode.Parse(body)!["task"]!;
        // The response is declared with what all kinds of it have; the kind says which one reads the rest.
        Assert.Equal("continue", JsonConvert.DeserializeObject<Sdk.Teams.TaskModuleResponse>(body, Settings)!.Task.Type);
        var read = JsonConvert.DeserializeObject<Sdk.Teams.TaskModuleContinueResponse>(task.ToJsonString(), Settings)!;
        Assert.Equal("AdaptiveCard", ((JObject)read.Value.Card.Content).Value<string>("type"));
        Same(task, JsonConvert.SerializeObject(read, Settings));
    }

    private JsonObject Invoke(string name, string value) =>
        bot.Message(sent => (sent["type"], sent["name"], sent["value"]) = ("invoke", name, JsonNode.Parse(value)));

    /// <summary>As the SDK's own client and adapter read: dates stay text.</summary>
    private static readonly JsonSerializerSettings Settings = new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateParseHandling = DateParseHandling.None,
    };

    private static Sdk.Activity Whole(JsonNode sent)
    {
        var read = JsonConvert.DeserializeObject<Sdk.Activity>(sent.ToJsonString(), Settings)!;
        Same(sent, JsonConvert.SerializeObject(read, Settings));
        return read;
    }

    /// <summary>Every value that was sent is there, as it was; the SDK may add some of its own.</summary>
    private static void Same(JsonNode sent, string written) => Assert.Empty(Lost("", sent, JsonNode.Parse(written)));

    private static IEnumerable<string> Lost(string path, JsonNode? sent, JsonNode? written) =>
        (sent, written) switch
        {
            (JsonObject from, JsonObject to) => from.SelectMany(member => Lost($"{path}.{member.Key}", member.Value, to[member.Key])),
            (JsonArray from, JsonArray to) when from.Count == to.Count => from.SelectMany((one, at) => Lost($"{path}[{at}]", one, to[at])),
            _ => JsonNode.DeepEquals(sent, written) ? [] : [path],
        };
}
