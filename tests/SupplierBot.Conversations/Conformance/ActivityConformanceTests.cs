using System.Net;
using System.Text.Json.Nodes;
using SupplierBot.Conversations.Kit.Conformance;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Conformance;

/// <summary>
/// Every type of activity the protocol names, sent by the official SDK; status and body as its own adapter answers them
/// (src/SupplierBot.BotFramework/PROTOCOL.md "Activities").
/// </summary>
public sealed class ActivityConformanceTests : IClassFixture<OfficialCompany>
{
    private readonly OfficialCompany company;
    private readonly Employee somebody;

    public ActivityConformanceTests(OfficialCompany company) => (this.company, somebody) = (company, company.Somebody());

    private JsonObject Of(string type, params (string Name, JsonNode? Value)[] members)
    {
        var activity = somebody.Message("help");
        activity.Remove("text");
        activity["type"] = type;
        foreach (var (name, value) in members)
            activity[name] = value;
        return activity;
    }

    private async Task<(HttpStatusCode Status, string Body)> GiveAsync(JsonObject activity) =>
        await somebody.GiveAsync(activity) is var answer ? (answer.Status, answer.Body) : default;

    private static (HttpStatusCode Status, string Body) Taken => (HttpStatusCode.OK, "");

    private IReadOnlyList<string> Calls => company.CallsFor(somebody);

    private async Task IsForgottenAsync(JsonObject activity)
    {
        Assert.Equal(Taken, await GiveAsync(activity));
        Assert.Empty(Calls);
    }

    [Theory]
    [
        InlineData("messageUpdate", "editMessage"),
        InlineData("messageUpdate", "undeleteMessage"),
        InlineData("messageDelete", "softDeleteMessage")
    ]
    public Task A_changed_message_changes_nothing(string type, string eventType) =>
        IsForgottenAsync(
            Of(
                type,
                ("text", "new Acme"),
                (
                    "channelData",
                    new JsonObject
                    {
                        ["eventType"] = eventType,
                        ["tenant"] = new JsonObject { ["id"] = Personas.TenantId },
                    }
                )
            )
        );

    [Theory]
    [
        InlineData("channelCreated"),
        InlineData("channelDeleted"),
        InlineData("channelRenamed"),
        InlineData("channelRestored"),
        InlineData("teamArchived"),
        InlineData("teamDeleted"),
        InlineData("teamHardDeleted"),
        InlineData("teamRenamed"),
        InlineData("teamRestored"),
        InlineData("teamUnarchived"),
        InlineData("teamMemberAdded"),
        InlineData("teamMemberRemoved")
    ]
    public Task What_happens_to_a_team_is_acknowledged(string eventType) =>
        IsForgottenAsync(
            Of(
                "conversationUpdate",
                (
                    "channelData",
                    new JsonObject
                    {
                        ["eventType"] = eventType,
                        ["team"] = new JsonObject { ["id"] = $"19:{eventType}@thread.tacv2", ["name"] = "Purchasing" },
                        ["channel"] = new JsonObject { ["id"] = $"19:{eventType}-channel@thread.tacv2", ["name"] = "Offers" },
                        ["tenant"] = new JsonObject { ["id"] = Personas.TenantId },
                    }
                )
            )
        );

    [Theory]
    [
        InlineData("typing"),
        InlineData("endOfConversation"),
        InlineData("contactRelationUpdate"),
        InlineData("deleteUserData"),
        InlineData("messageReaction"),
        InlineData("suggestion"),
        InlineData("trace"),
        InlineData("handoff"),
        InlineData("event"),
        InlineData("command"),
        InlineData("commandResult"),
        InlineData("delay"),
        InlineData("invokeResponse"),
        InlineData("somethingNew")
    ]
    public Task Activities_of_no_concern_are_acknowledged_and_forgotten(string type) =>
        IsForgottenAsync(
            Of(
                type,
                ("name", "something"),
                ("value", new JsonObject { ["verb"] = "submit" }),
                ("code", "userCancelled"),
                ("reactionsAdded", new JsonArray(new JsonObject { ["type"] = "like" })),
                ("action", "add")
            )
        );

    [Theory]
    [InlineData("typing"), InlineData("event"), InlineData("messageReaction"), InlineData("somethingNew"), InlineData("conversationUpdate")]
    public async Task Where_replies_are_expected_none_is_an_empty_list(string type)
    {
        var answer = await GiveAsync(Of(type, ("deliveryMode", "expectReplies")));
        Assert.Equal((HttpStatusCode.OK, """{"activities":[]}"""), answer);
    }

    [Fact]
    public async Task A_message_is_answered_by_the_connector()
    {
        Assert.Equal(Taken, await GiveAsync(somebody.Message("help")));
        Assert.Equal(["sendToConversation"], Calls);
        Assert.True(somebody.Newest.Contains("What you can ask me"));
    }

    [Fact]
    public async Task A_message_whose_replies_are_expected_is_answered_in_the_response()
    {
        var asked = somebody.Message("help");
        asked["deliveryMode"] = "expectReplies";
        var answer = await GiveAsync(asked);
        var reply = Assert.Single(JsonNode.Parse(answer.Body)!["activities"]!.AsArray())!;
        Assert.Equal(("message", (string)asked["id"]!), ((string?)reply["type"], (string?)reply["replyToId"]));
        Assert.Equal(["expectReplies"], Calls);
    }

    [Fact]
    public async Task A_card_pressed_on_an_old_client_is_a_message_with_a_value_and_is_replaced()
    {
        await GiveAsync(somebody.Message("new Acme"));
        var page = somebody.Newest;
        var press = Of("message", ("replyToId", page.Id), ("value", page.Card!.Button("cancel").Data(new Dictionary<string, string>())));
        press["value"]!["verb"] = "cancel";
        Assert.Equal(Taken, await GiveAsync(press));
        Assert.Equal(["sendToConversation", "updateActivity"], Calls);
        Assert.True(somebody.Newest.Contains("Saved. Nothing was sent"));
    }

    [Fact]
    public async Task Members_that_come_and_go_are_no_concern_unless_one_is_the_bot()
    {
        var bot = new JsonObject { ["id"] = Personas.BotId };
        var other = new JsonObject { ["id"] = "29:somebody-else" };
        await IsForgottenAsync(Of("conversationUpdate", ("membersAdded", new JsonArray(other.DeepClone())), ("topicName", "Suppliers")));
        await IsForgottenAsync(Of("conversationUpdate", ("membersRemoved", new JsonArray(other.DeepClone()))));
        await IsForgottenAsync(Of("conversationUpdate", ("membersRemoved", new JsonArray(bot.DeepClone()))));
        Assert.Equal(Taken, await GiveAsync(Of("conversationUpdate", ("membersAdded", new JsonArray(bot.DeepClone(), other.DeepClone())))));
        Assert.Equal(["sendToConversation"], Calls);
    }

    [Theory]
    [
        InlineData("add", "add", "conversationUpdate"),
        InlineData("conversationUpdate", "add", "add-upgrade"),
        InlineData("remove", "add", "remove", "add"),
        InlineData("remove-upgrade", "add-upgrade", "conversationUpdate")
    ]
    public async Task Installed_in_any_order_and_however_often_the_bot_greets_once(params string[] arriving)
    {
        foreach (var what in arriving)
        {
            var activity =
                what == "conversationUpdate"
                    ? Of(what, ("membersAdded", new JsonArray(new JsonObject { ["id"] = Personas.BotId })))
                    : Of("installationUpdate", ("action", what));
            Assert.Equal(Taken, await GiveAsync(activity));
        }
        Assert.Equal(["sendToConversation"], Calls);
    }
}
