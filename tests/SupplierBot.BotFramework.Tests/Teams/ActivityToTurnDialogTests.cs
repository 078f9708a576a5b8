using System.Text.Json.Nodes;
using SupplierBot.BotFramework.Teams;
using SupplierBot.BotFramework.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.BotFramework.Tests.Teams;

/// <summary>What Teams sends from dialogs of a card, as a turn.</summary>
public sealed class ActivityToTurnDialogTests
{
    private const string Data =
        """{ "data": { "verb": "reject", "target": "sent", "_": { "case": "REQ-2026-0001", "slot": "review-security", "version": 2 }, "msteams": { "type": "task/fetch" }, "comment": "No, sorry about that." }, "context": { "theme": "dark" } }""";

    private static Turn? Read(JsonNode activity) =>
        ActivityToTurn.Read(activity.Read(), Tenants.Of([SampleActivities.Tenant]), "made-up", SampleActivities.Today);

    [Theory, InlineData("task/fetch"), InlineData("task/submit")]
    public void Are_presses_answered_in_the_dialog(string name)
    {
        var turn = Read(SampleActivities.Invoke(Data, name))!;
        var press = turn.Request.Press!;
        Assert.Equal(
            ("reject", "sent", CardStamp.OfCase("REQ-2026-0001", "review-security", 2), false),
            (press.Verb, press.Target, press.Stamp, press.Automatic)
        );
        Assert.Equal(["comment"], press.Values.Keys);
        Assert.Equal((true, true, true), (turn.AnswersInPlace, turn.InDialog, turn.HasDialogs));
    }

    [Theory]
    [
        InlineData("{}"),
        InlineData("[]"),
        InlineData("null"),
        InlineData("3"),
        InlineData("\"x\""),
        InlineData("""{ "data": null }"""),
        InlineData("""{ "data": "reject" }"""),
        InlineData("""{ "data": [] }"""),
        InlineData("""{ "data": {} }"""),
        InlineData("""{ "data": { "verb": {} } }"""),
        InlineData("""{ "data": { "verb": "" } }"""),
        InlineData("""{ "data": { "say": "cancel" } }"""),
        InlineData("""{ "data": { "say": "cancel", "verb": "reject" } }""")
    ]
    public void Of_nothing_we_know_are_no_turn(string value)
    {
        Assert.Null(Read(SampleActivities.Invoke(value, "task/fetch")));
        Assert.Null(Read(SampleActivities.Invoke(value, "task/submit")));
    }

    [Theory]
    [
        InlineData("msteams", "https://smba.trafficmanager.net/emea/", true),
        InlineData("msteams", "http://localhost:56150/_connector", false),
        InlineData("webchat", "https://webchat.botframework.com/", false)
    ]
    public void Are_offered_to_Teams_alone(string channel, string serviceUrl, bool has) =>
        Assert.Equal(
            has,
            Read(SampleActivities.Message(change: sent => (sent["channelId"], sent["serviceUrl"]) = (channel, serviceUrl)))!.HasDialogs
        );
}
