using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Conformance;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Conformance;

/// <summary>
/// Our bot and one of the official SDK in the same conversation with the same Playground: all that differs on the wire, and why it may.
/// </summary>
public sealed class TrafficComparisonTests
{
    private const string KnownByAddress = "The connector knows it from the address: senders leave it out (Activity protocol A2031–A2302).";
    private const string Repeated =
        "Repeats what arrived; the conversation's id alone says where to, and names are the platform's to show.";
    private const string Addressed =
        "An answer is a message of its own, which can be updated for good; in a channel the id of the conversation names the thread.";
    private const string NoEffect = "Says the platform's default.";
    private const string Pipeline = "Of the SDK's HTTP pipeline; the platform does without.";

    /// <summary>A field that only one side sends is told by its name, one that both send by its values: the reference's | ours.</summary>
    private static readonly Dictionary<string, string> Explained = new()
    {
        ["from bot request.body.attachmentLayout: only the reference"] = NoEffect,
        ["from bot request.body.inputHint: only the reference"] = NoEffect,
        ["from bot request.body.channelId: only the reference"] = KnownByAddress,
        ["from bot request.body.serviceUrl: only the reference"] = KnownByAddress,
        ["from bot request.body.id: only the reference"] = KnownByAddress + " Of an update, whose address ends with it.",
        ["from bot request.body.conversation.conversationType: only the reference"] = Repeated,
        ["from bot request.body.conversation.isGroup: only the reference"] = Repeated,
        ["from bot request.body.conversation.tenantId: only the reference"] = Repeated,
        ["from bot request.body.from.name: only the reference"] = Repeated,
        ["from bot request.body.recipient.aadObjectId: only the reference"] = Repeated,
        ["from bot request.body.recipient.name: only the reference"] = Repeated,
        ["from bot request.body.recipient.id: only the reference"] = Repeated + " Ours names a person in their own chat alone.",
        ["from bot request.body.locale: only the reference"] =
            "What arrived, repeated; our cards are in the language of their wording, whatever the client's is.",
        ["from bot request.body.replyToId: only the reference"] = Addressed,
        [
            "from bot request.url: /_connector/v3/conversations/19:reviews-rita@thread.tacv2;messageid={id}/activities/{id} | /_connector/v3/conversations/19:reviews-rita@thread.tacv2;messageid={id}/activities"
        ] = Addressed,
        ["from bot request.url: /_connector/v3/conversations/a:rita/activities/{id} | /_connector/v3/conversations/a:rita/activities"] =
            Addressed,
        ["from bot request.body.summary: only ours"] = "The toast of a card, which has no text beside it.",
        ["from bot request.headers.accept: only the reference"] = Pipeline,
        ["from bot request.headers.accept-encoding: only the reference"] = Pipeline + " An answer is an id of a few bytes.",
        ["from bot request.headers.connection: only the reference"] = Pipeline + " HTTP/1.1 keeps connections anyway.",
        ["from bot request.headers.x-ms-client-request-id: only the reference"] = Pipeline,
        ["from bot request.headers.x-ms-conversation-id: only the reference"] = Pipeline + " The address names the conversation.",
    };

    [Fact]
    public async Task Every_difference_is_listed_and_every_listed_one_is_there()
    {
        var folder = Directory.CreateTempSubdirectory("traffic-");
        var port = FreePort.Take();
        await using var reference = await ReferenceBot.StartAsync();
        var theirs = await RecordedConversation.HoldAsync(reference.Messages, port, Path.Combine(folder.FullName, "reference"));
        await using var bot = await BotProcess.StartAsync(
            new Dictionary<string, string> { ["Local:AllowedServiceUrls:0"] = PlaygroundStart.ServiceUrlOf(port).ToString() }
        );
        var ours = await RecordedConversation.HoldAsync(bot.Messages, port, Path.Combine(folder.FullName, "ours"));
        folder.Delete(recursive: true);
        Assert.Equal(
            string.Join('\n', Explained.Keys.Order(StringComparer.Ordinal)),
            string.Join('\n', TrafficComparison.Differences(theirs, ours).Order(StringComparer.Ordinal))
        );
    }
}
