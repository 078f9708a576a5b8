using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Slack.Hosting;
using SupplierBot.Slack.Identity;
using SupplierBot.Slack.Outgoing;

namespace SupplierBot.Slack.Reading;

/// <summary>Who sent something, and where they are answered.</summary>
internal static class RequestSenders
{
    /// <summary>
    /// A member is of our workspace by every team the request names. Of who is named with another home, and of guests and bots, the
    /// workspace knows more (<see cref="Membership"/>).
    /// </summary>
    /// <param name="team">The workspace the request is of.</param>
    /// <param name="others">Further teams it names; null where it names none.</param>
    public static Actor ActorOf(string user, string? name, string? team, SlackOptions options, params ReadOnlySpan<string?> others)
    {
        var foreign = team == options.TeamId ? null : team ?? "";
        foreach (var other in others)
        {
            if (other is { Length: > 0 } && other != options.TeamId)
                foreign ??= other;
        }
        // A stranger never has an id of ours.
        return new(new Person(SlackIds.IdOf(foreign ?? options.TeamId, user), SlackIds.NameOf(name)), foreign is null);
    }

    /// <summary>
    /// A person's own chat, by their user id: requests from modals and commands do not name its channel, and it is one place whichever they
    /// come from.
    /// </summary>
    public static ConversationReference Own(string user, string team, string? app) =>
        new(SlackChannel.Key, "", user, ConversationScope.Personal, app ?? "", team, user, null);

    public static ConversationReference Channel(string channel, string team, string? app, string? thread = null) =>
        new(SlackChannel.Key, "", channel, ConversationScope.Channel, app ?? "", team, null, thread);

    public static bool IsDirect(string channel) => channel.StartsWith('D');
}
