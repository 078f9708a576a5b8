using SupplierBot.Chat.Turns;
using SupplierBot.Slack.Reading;

namespace SupplierBot.Slack.Hosting;

/// <summary>
/// On Slack an id is an address: an approver gets their first review, and a channel its first, although nobody spoke to the bot there.
/// </summary>
public static class KnownAddresses
{
    private const string PersonKey = "u-slack:",
        ChannelKey = "c-";

    /// <param name="target">Row key of a conversation.</param>
    /// <returns>Null for one that is not of our workspace.</returns>
    public static ConversationReference? Of(string target, SlackOptions options)
    {
        if (target.StartsWith(PersonKey, StringComparison.Ordinal))
            return target[PersonKey.Length..].Split(':') is [var team, { Length: > 0 } user] && team == options.TeamId
                ? RequestSenders.Own(user, team, null)
                : null;
        return target.StartsWith(ChannelKey, StringComparison.Ordinal) && IsChannel(target.AsSpan(ChannelKey.Length))
            ? RequestSenders.Channel(target[ChannelKey.Length..], options.TeamId, null)
            : null;
    }

    /// <summary><c>C…</c> or <c>G…</c>, in capitals and digits; no other platform writes its ids so.</summary>
    private static bool IsChannel(ReadOnlySpan<char> id)
    {
        if (id.Length < 3 || id[0] is not ('C' or 'G'))
            return false;
        foreach (var letter in id)
        {
            if (!char.IsAsciiLetterUpper(letter) && !char.IsAsciiDigit(letter))
                return false;
        }
        return true;
    }
}
