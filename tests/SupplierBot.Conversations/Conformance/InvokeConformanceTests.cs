using System.Net;
using System.Text.Json.Nodes;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Conformance;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Conversations.Conformance;

/// <summary>
/// Every invoke the protocol names, sent by the official SDK, and the body that answers it
/// (src/SupplierBot.BotFramework/PROTOCOL.md "Invokes").
/// </summary>
public sealed class InvokeConformanceTests : IClassFixture<OfficialCompany>
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";
    private readonly OfficialCompany company;
    private readonly Employee somebody;

    public InvokeConformanceTests(OfficialCompany company) => (this.company, somebody) = (company, company.Somebody());

    private JsonObject Named(string? name, JsonNode? value)
    {
        var invoke = somebody.Dialog("", null);
        (invoke["name"], invoke["value"]) = (name, value);
        return invoke;
    }

    private async Task<Card> PageAsync()
    {
        await somebody.GiveAsync(somebody.Message("new Acme"));
        return somebody.Newest.Card!;
    }

    [Theory]
    [InlineData(null), InlineData("manual"), InlineData("automatic")]
    public async Task A_pressed_button_is_answered_with_the_card_that_replaces_it(string? trigger)
    {
        var press = somebody.Press(await PageAsync(), "cancel", replyTo: somebody.Newest.Id);
        press["value"]!["trigger"] = trigger;
        var answer = JsonNode.Parse((await somebody.GiveAsync(press)).Body)!;
        Assert.Equal(
            (200, CardType, "AdaptiveCard"),
            ((int)answer["statusCode"]!, (string?)answer["type"], (string?)answer["value"]!["type"])
        );
        Assert.Equal(trigger != "automatic", new Card(answer["value"]!.AsObject()).Contains("Saved. Nothing was sent"));
        Assert.Equal(["sendToConversation"], company.CallsFor(somebody));
    }

    [Fact]
    public async Task A_press_without_a_name_is_a_press()
    {
        var press = somebody.Press(await PageAsync(), "cancel", replyTo: somebody.Newest.Id);
        press.Remove("name");
        Assert.True((await somebody.GiveAsync(press)).Card!.Contains("Saved. Nothing was sent"));
    }

    [Fact]
    public async Task A_press_whose_replies_are_expected_is_one_of_them()
    {
        var press = somebody.Press(await PageAsync(), "cancel", replyTo: somebody.Newest.Id);
        press["deliveryMode"] = "expectReplies";
        var (status, body) = await somebody.GiveAsync(press);
        var reply = Assert.Single(JsonNode.Parse(body)!["activities"]!.AsArray())!;
        Assert.Equal(
            (HttpStatusCode.OK, "invokeResponse", 200, CardType),
            (status, (string?)reply["type"], (int)reply["value"]!["status"]!, (string?)reply["value"]!["body"]!["type"])
        );
        Assert.Equal(["sendToConversation", "expectReplies"], company.CallsFor(somebody));
    }

    [Theory]
    [
        InlineData("{}"),
        InlineData("""{"action":{}}"""),
        InlineData("""{"action":{"type":"Action.Execute","verb":""}}"""),
        InlineData("null"),
        InlineData("[]"),
        InlineData("\"press\"")
    ]
    public async Task A_press_of_nothing_is_reported_below_the_card(string value)
    {
        var answer = await somebody.GiveAsync(Named("adaptiveCard/action", JsonNode.Parse(value)));
        var body = JsonNode.Parse(answer.Body)!;
        Assert.Equal(
            (HttpStatusCode.OK, 400, "application/vnd.microsoft.error", "BadRequest"),
            (answer.Status, (int)body["statusCode"]!, (string?)body["type"], (string?)body["value"]!["code"])
        );
    }

    [Fact]
    public async Task A_dialog_is_opened_and_closed()
    {
        var page = await PageAsync();
        var data = page.Button("cancel").Data(new Dictionary<string, string>());
        data["verb"] = "cancel";
        foreach (var name in new[] { "task/fetch", "task/submit" })
        {
            var answer = await somebody.GiveAsync(
                Named(
                    name,
                    new JsonObject
                    {
                        ["data"] = data.DeepClone(),
                        ["context"] = new JsonObject { ["theme"] = "default" },
                    }
                )
            );
            var task = JsonNode.Parse(answer.Body)!["task"]!;
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.True(
                (string?)task["type"] == "continue"
                    ? (string?)task["value"]!["card"]!["contentType"] == CardType
                    : (string?)task["type"] == "message" && (string?)task["value"] is { Length: > 0 },
                answer.Body
            );
        }
    }

    [Fact]
    public async Task The_message_extension_searches_and_opens_its_form()
    {
        var found = await somebody.GiveAsync(
            somebody.Extends(
                "query",
                new() { ["commandId"] = "find", ["parameters"] = new JsonArray(new JsonObject { ["name"] = "text", ["value"] = "Acme" }) }
            )
        );
        Assert.Equal((HttpStatusCode.OK, "message"), (found.Status, (string?)JsonNode.Parse(found.Body)!["composeExtension"]!["type"]));
        var form = await somebody.GiveAsync(
            somebody.Extends("fetchTask", new() { ["commandId"] = "request", ["commandContext"] = "compose" })
        );
        Assert.Equal((HttpStatusCode.OK, "continue"), (form.Status, (string?)JsonNode.Parse(form.Body)!["task"]!["type"]));
        var sent = await somebody.GiveAsync(
            somebody.Extends(
                "submitAction",
                new()
                {
                    ["commandId"] = "request",
                    ["data"] = new JsonObject { ["name"] = "Acme", ["purpose"] = "Notes of our calls" },
                }
            )
        );
        Assert.Equal((HttpStatusCode.OK, "message"), (sent.Status, (string?)JsonNode.Parse(sent.Body)!["task"]!["type"]));
    }

    [Theory]
    [
        InlineData("task/fetch"),
        InlineData("task/submit"),
        InlineData("composeExtension/query"),
        InlineData("composeExtension/fetchTask"),
        InlineData("composeExtension/submitAction")
    ]
    public async Task One_of_ours_with_a_value_that_is_not_is_a_bad_request(string name) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await somebody.GiveAsync(Named(name, new JsonArray("what")))).Status);

    [Theory]
    [
        InlineData("composeExtension/queryLink"),
        InlineData("composeExtension/anonymousQueryLink"),
        InlineData("composeExtension/selectItem"),
        InlineData("composeExtension/querySettingUrl"),
        InlineData("composeExtension/setting"),
        InlineData("composeExtension/onCardButtonClicked"),
        InlineData("fileConsent/invoke"),
        InlineData("signin/verifyState"),
        InlineData("signin/tokenExchange"),
        InlineData("application/search"),
        InlineData("tab/fetch"),
        InlineData("tab/submit"),
        InlineData("config/fetch"),
        InlineData("config/submit"),
        InlineData("actionableMessage/executeAction"),
        InlineData("message/submitAction"),
        InlineData("handoff/action"),
        InlineData("AdaptiveCard/Action"),
        InlineData("somethingNew"),
        InlineData(null)
    ]
    public async Task An_invoke_nobody_answers_is_not_implemented(string? name)
    {
        Assert.Equal(HttpStatusCode.NotImplemented, (await somebody.GiveAsync(Named(name, new JsonObject()))).Status);
        Assert.Empty(company.CallsFor(somebody));
    }
}
