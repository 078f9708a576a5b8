using SupplierBot.BotFramework.Protocol;
using SupplierBot.Chat.Turns;

namespace SupplierBot.BotFramework.Teams;

/// <summary>
/// What a <c>conversationUpdate</c> says about teams and channels (PROTOCOL.md "Team events"). One that was deleted is one the bot was
/// removed from. The rest needs nothing: names are not kept, an archived one refuses what is sent, and a restored one is known again with
/// the next word from there.
/// </summary>
internal static class TeamEvents
{
    /// <summary>The channel that is no more; a team's is its first, which has the team's id. Null for everything else.</summary>
    public static ConversationReference? Lost(Activity activity) =>
        activity is { Type: ActivityTypes.ConversationUpdate, ChannelData: { } data } && IdOf(data) is { Length: > 0 } id
            ? ConversationReferences.Of(activity) with
            {
                ConversationId = id,
                Scope = ConversationScope.Channel,
                UserId = null,
                ThreadId = null,
            }
            : null;

    private static string? IdOf(ChannelData data) =>
        data.EventType switch
        {
            "channelDeleted" => data.Channel?.Id,
            "teamDeleted" or "teamHardDeleted" => data.Team?.Id,
            _ => null,
        };
}
