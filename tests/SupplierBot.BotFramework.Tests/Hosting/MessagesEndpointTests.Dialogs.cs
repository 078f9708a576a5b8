using System.Text.Json.Nodes;
using SupplierBot.BotFramework.Tests.Kit;
using SupplierBot.Chat.Turns;

namespace SupplierBot.BotFramework.Tests.Hosting;

/// <summary>The bodies that answer an invoke of a dialog.</summary>
public sealed partial class MessagesEndpointTests
{
    private static JsonObject Dialog(string name) =>
        SampleActivities.Invoke("""{ "data": { "verb": "reject", "_": { "case": "REQ-2026-0001" } } }""", name);

    [Fact]
    public async Task A_dialog_is_answered_with_a_card_under_its_title()
    {
        Answers(new TurnAnswer.Card(BareCards.Form("Say no to “Acme”")));
        var (status, body) = await Post(Dialog("task/fetch"));
        Assert.Equal(200, status);
        var expected =
            """{"task":{"type":"continue","value":{"title":"Say no to “Acme”","height":"medium","width":"medium","card":{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"}}}}}""";
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(body)), body);
    }

    [Fact]
    public async Task A_dialog_that_is_done_closes() => Assert.Equal((200, ""), await Post(Dialog("task/submit")));

    [Fact]
    public async Task Words_take_the_place_of_a_dialog()
    {
        Answers(new TurnAnswer.Words("Only people at Example Ltd can do this."));
        Assert.Equal(
            (200, """{"task":{"type":"message","value":"Only people at Example Ltd can do this."}}"""),
            await Post(Dialog("task/submit"))
        );
    }

    [Fact]
    public async Task A_notice_in_a_dialog_is_its_words()
    {
        Answers(new TurnAnswer.Card(BareCards.Notice("Already decided.")));
        Assert.Equal((200, """{"task":{"type":"message","value":"Already decided."}}"""), await Post(Dialog("task/submit")));
    }

    [Fact]
    public async Task A_fault_in_a_dialog_is_reported_in_it()
    {
        Fails();
        var (status, body) = await Post(Dialog("task/submit"));
        Assert.Equal(200, status);
        Assert.StartsWith("Something went wrong.", (string?)JsonNode.Parse(body)!["task"]!["value"], StringComparison.Ordinal);
    }

    [Theory, InlineData("task/fetch"), InlineData("task/submit")]
    public async Task A_dialog_of_nothing_we_know_is_a_bad_request(string name)
    {
        Assert.Equal(400, (await Post(SampleActivities.Invoke("""{ "data": 3 }""", name))).Status);
        Assert.Empty(Turns);
    }

    [Fact]
    public async Task Search_results_are_cards_with_a_preview()
    {
        Answers(new TurnAnswer.Found([new("Acme <b>", "Yes & <no>", BareCards.Entry("Acme"))]));
        var (status, body) = await Post(
            SampleActivities.Invoke(
                """{ "commandId": "find", "parameters": [{ "name": "text", "value": "ac" }] }""",
                "composeExtension/query"
            )
        );
        Assert.Equal(200, status);
        var expected = """
            { "composeExtension": { "type": "result", "attachmentLayout": "list", "attachments": [ {
              "contentType": "application/vnd.microsoft.card.adaptive", "content": { "type": "AdaptiveCard" },
              "preview": { "contentType": "application/vnd.microsoft.card.thumbnail", "content": { "title": "Acme ‹b›", "text": "Yes & ‹no›" } } } ] } }
            """;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(body)), body);
    }

    [Fact]
    public async Task Words_take_the_place_of_results_whether_nothing_was_found_or_something_failed()
    {
        var query = SampleActivities.Invoke("{}", "composeExtension/query");
        Answers(new TurnAnswer.Words("Nothing."));
        Assert.Equal((200, """{"composeExtension":{"type":"message","text":"Nothing."}}"""), await Post(query));
        Answers(new TurnAnswer.Card(BareCards.Notice("The register is empty.")));
        Assert.Equal((200, """{"composeExtension":{"type":"message","text":"The register is empty."}}"""), await Post(query));
        Answers(new TurnAnswer.Failed("Try again."));
        Assert.Equal((200, """{"composeExtension":{"type":"message","text":"Try again."}}"""), await Post(query));
    }

    [Theory, InlineData("composeExtension/query"), InlineData("composeExtension/fetchTask"), InlineData("composeExtension/submitAction")]
    public async Task A_command_that_is_not_ours_is_a_bad_request(string name)
    {
        Assert.Equal(400, (await Post(SampleActivities.Invoke("""{ "commandId": "other" }""", name))).Status);
        Assert.Empty(Turns);
    }
}
