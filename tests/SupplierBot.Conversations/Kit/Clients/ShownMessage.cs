using System.Text.Json.Nodes;

namespace SupplierBot.Conversations.Kit.Clients;

/// <summary>One message of the bot as the client shows it now.</summary>
/// <param name="Card">Null for a plain text.</param>
/// <param name="Version">1 when it was posted, one more for each update or card replaced in place.</param>
internal sealed record ShownMessage(string Conversation, string MessageId, string Text, Card? Card, int Version)
{
    public bool Contains(string text) => Text.Contains(text, StringComparison.Ordinal) || (Card?.Contains(text) ?? false);

    /// <summary>
    /// The conversation a press on it goes to: a post of a channel begins a conversation of its own. Null where that is the one it is shown
    /// in.
    /// </summary>
    public string? Post { get; init; }

    /// <summary>A channel's conversation goes on as <c>{channel};messageid={root}</c>.</summary>
    public bool IsIn(string conversation) =>
        Conversation == conversation || Conversation.StartsWith($"{conversation};", StringComparison.Ordinal);

    public override string ToString() =>
        $"[{Conversation} {MessageId} v{Version}] {Text}{(Card is null ? "" : string.Join(" | ", Card.Texts))}";

    internal static ShownMessage From(string conversation, JsonNode message, int version) =>
        new(
            conversation,
            (string?)message["messageId"] ?? (string?)message["id"] ?? "",
            (string?)message["content"] ?? (string?)message["text"] ?? "",
            message["attachments"] is JsonArray { Count: > 0 } attachments && attachments[0]!["content"] is JsonObject card
                ? new Card(card)
                : null,
            version
        )
        {
            Post = (string?)message["postConversationId"],
        };
}
