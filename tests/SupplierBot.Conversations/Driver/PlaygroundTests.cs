using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Driver;

/// <summary>The driver itself, against a bot of a few lines, so that a failing conversation is never the driver's fault.</summary>
public sealed class PlaygroundTests : IAsyncLifetime
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";
    private readonly string folder = Directory.CreateTempSubdirectory("playground-").FullName;
    private readonly List<JsonNode> arrived = [];
    private readonly HttpClient http = new();
    private LoopbackServer bot = null!;
    private Playground rita = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await LoopbackServer.StartAsync(app => app.MapPost("/api/messages", Answer));
        rita = await Playground.StartAsync(Personas.Rita, FreePort.Take(), new(bot.Address, "api/messages"), folder);
    }

    public async ValueTask DisposeAsync()
    {
        await rita.DisposeAsync();
        await bot.DisposeAsync();
        http.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_text_reaches_the_bot_and_its_card_is_seen()
    {
        await rita.SayAsync("hello");
        var card = await rita.SeesAsync("You said hello");
        Assert.Equal("name", Assert.Single(card.Card!.Inputs).Id);
        Assert.Equal(Personas.Rita.ObjectId.ToString("D"), (string?)arrived.Single()["from"]!["aadObjectId"]);
        Assert.Equal(PlaygroundStart.ServiceUrlOf(rita.Address.Port).ToString(), (string?)arrived.Single()["serviceUrl"]);
    }

    [Fact]
    public async Task A_pressed_button_sends_data_and_inputs_and_the_card_is_replaced_in_place()
    {
        await rita.SayAsync("hello");
        var card = await rita.SeesAsync("You said hello");
        var pressed = await rita.PressAsync(card, "Next", new Dictionary<string, string> { ["name"] = "Scale AI" });
        var replaced = Assert.IsType<PressResult.Replaced>(pressed).Said;
        Assert.True(replaced.Contains("Scale AI with stamp 7"));
        Assert.Equal((card.MessageId, 2), (replaced.MessageId, replaced.Version));
        Assert.Single(rita.Transcript.Messages);
    }

    [Fact]
    public async Task A_refusal_is_reported_and_the_card_stays()
    {
        await rita.SayAsync("hello");
        var card = await rita.SeesAsync("You said hello");
        var answer = Assert.IsType<PressResult.Words>(await rita.PressAsync(card, "Refuse"));
        Assert.Equal(("Not you.", true), (answer.Text, answer.Error));
        Assert.Equal(1, rita.Transcript.Messages.Single().Version);
    }

    [Fact]
    public async Task What_the_client_would_not_send_is_not_sent()
    {
        await rita.SayAsync("hello");
        var card = await rita.SeesAsync("You said hello");
        await Assert.ThrowsAsync<InvalidOperationException>(() => rita.PressAsync(card, "Next"));
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            rita.PressAsync(card, "Next", new Dictionary<string, string> { ["nmae"] = "x" })
        );
        Assert.Single(arrived);
    }

    [Fact]
    public async Task An_installed_channel_takes_mentions_and_a_colleague_can_press_there()
    {
        await rita.InstallAsync();
        await rita.SayInChannelAsync("hello");
        var card = await rita.SeesInChannelAsync("hello");
        await rita.PressAsync(card, "Next", new Dictionary<string, string> { ["name"] = "x" }, by: Personas.Sam);
        Assert.Equal(Personas.Sam.ObjectId.ToString("D"), (string?)arrived.Last()["from"]!["aadObjectId"]);
        Assert.Contains(
            arrived,
            activity =>
                (string?)activity["type"] == "installationUpdate" && (string?)activity["conversation"]!["id"] == Personas.Rita.ChannelId
        );
    }

    private async Task<IResult> Answer(HttpRequest request)
    {
        var activity = (await JsonNode.ParseAsync(request.Body))!;
        lock (arrived)
            arrived.Add(activity);
        switch ((string?)activity["type"])
        {
            case "invoke":
                return Results.Text(Invoked(activity["value"]!["action"]!).ToJsonString(), "application/json");
            case "message":
                var conversation = Uri.EscapeDataString((string)activity["conversation"]!["id"]!);
                await http.PostAsync(
                    $"{activity["serviceUrl"]}/v3/conversations/{conversation}/activities",
                    Json(Message($"You said {activity["text"]}"))
                );
                return Results.Ok();
            default:
                return Results.Ok();
        }
    }

    private static JsonObject Invoked(JsonNode action) =>
        (string?)action["verb"] == "refuse"
            ? new JsonObject
            {
                ["statusCode"] = 403,
                ["type"] = "application/vnd.microsoft.error",
                ["value"] = new JsonObject { ["code"] = "Forbidden", ["message"] = "Not you." },
            }
            : new JsonObject
            {
                ["statusCode"] = 200,
                ["type"] = CardType,
                ["value"] = CardSaying($"{action["data"]!["name"]} with stamp {action["data"]!["_"]!["case"]}"),
            };

    private static StringContent Json(JsonNode node) => new(node.ToJsonString(), System.Text.Encoding.UTF8, "application/json");

    private static JsonObject Message(string text) =>
        new()
        {
            ["type"] = "message",
            ["from"] = new JsonObject { ["id"] = Personas.BotId },
            ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = CardType, ["content"] = CardSaying(text) }),
        };

    private static JsonObject CardSaying(string text) =>
        new()
        {
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["body"] = new JsonArray(
                new JsonObject { ["type"] = "TextBlock", ["text"] = text },
                new JsonObject
                {
                    ["type"] = "Input.Text",
                    ["id"] = "name",
                    ["isRequired"] = true,
                    ["errorMessage"] = "Name it.",
                }
            ),
            ["actions"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "Action.Execute",
                    ["title"] = "Next",
                    ["verb"] = "answer",
                    ["data"] = new JsonObject { ["_"] = new JsonObject { ["case"] = 7 } },
                },
                new JsonObject
                {
                    ["type"] = "Action.Execute",
                    ["title"] = "Refuse",
                    ["verb"] = "refuse",
                    ["associatedInputs"] = "none",
                }
            ),
        };
}
