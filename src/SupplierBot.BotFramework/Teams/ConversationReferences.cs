using SupplierBot.BotFramework.Protocol;
using SupplierBot.Chat.Turns;

namespace SupplierBot.BotFramework.Teams;

/// <summary>Where an activity came from, so that it can be answered later.</summary>
internal static class ConversationReferences
{
    private const string Thread = ";messageid=";

    public static ConversationReference Of(Activity activity)
    {
        var (conversation, thread) = Split(activity.Conversation.Id);
        var scope = ScopeOf(activity.Conversation);
        return new(
            TeamsChannel.Key,
            activity.ServiceUrl,
            conversation,
            scope,
            activity.Recipient.Id,
            activity.TenantId,
            scope == ConversationScope.Personal ? Other(activity) : null,
            thread ?? RootOf(activity, scope)
        );
    }

    /// <summary>
    /// Some messages of a channel name their thread only by the message they reply to, some not at all: those are answered in the
    /// conversation as it was named. A press names its card there, whose thread nobody knows.
    /// </summary>
    private static string? RootOf(Activity activity, ConversationScope scope) =>
        scope != ConversationScope.Channel
        || activity is not { Type: ActivityTypes.Message, Value: null or { ValueKind: not System.Text.Json.JsonValueKind.Object } }
            ? null
        : string.IsNullOrWhiteSpace(activity.ReplyToId) || activity.ReplyToId == activity.Id ? ""
        : activity.ReplyToId;

    /// <summary>The conversation's id as the connector wants it: a thread of a channel is a conversation of its own.</summary>
    public static string Id(ConversationReference reference, string? thread) =>
        string.IsNullOrEmpty(thread) ? reference.ConversationId : reference.ConversationId + Thread + thread;

    private static (string Conversation, string? Thread) Split(string id) =>
        id.IndexOf(Thread, StringComparison.Ordinal) is var at and > 0 && at + Thread.Length < id.Length
            ? (id[..at], id[(at + Thread.Length)..])
            : (id, null);

    private static ConversationScope ScopeOf(ConversationAccount conversation) =>
        conversation.ConversationType switch
        {
            "channel" => ConversationScope.Channel,
            "groupChat" => ConversationScope.Group,
            "personal" => ConversationScope.Personal,
            _ => conversation.IsGroup == true ? ConversationScope.Group : ConversationScope.Personal,
        };

    private static string? Other(Activity activity) =>
        activity.From.Id != activity.Recipient.Id
            ? activity.From.Id
            : activity.MembersAdded?.FirstOrDefault(member => member is not null && member.Id != activity.Recipient.Id)?.Id;
}
