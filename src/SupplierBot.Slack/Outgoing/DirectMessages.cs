using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Slack.Api;
using SupplierBot.Slack.Identity;

namespace SupplierBot.Slack.Outgoing;

/// <summary>
/// The direct messages of people, who are often known by their user id alone; opening one is idempotent and shows nothing.
/// </summary>
public sealed class DirectMessages(SlackApi api, SlackPeople people)
{
    private const int MostKept = 20_000;
    private readonly BoundedCache<string, string> channels = new(MostKept, StringComparer.Ordinal);

    /// <returns>The channel's id, or why there is none.</returns>
    public async Task<(string? Channel, DeliveryOutcome? Why)> OpenAsync(string user, CancellationToken cancellation)
    {
        if (channels.TryGet(user, out var known))
            return (known, null);
        var reply = await api.CallAsync("conversations.open", new Dictionary<string, string> { ["users"] = user }, cancellation);
        if (!reply.Ok)
            return (null, ApiDelivery.OfAny(reply));
        if (reply.Text("channel", "id") is not { Length: > 0 } opened)
            return (null, new DeliveryOutcome.NotSent("no channel"));
        return (channels.Set(user, opened), null);
    }

    /// <summary>
    /// Slack takes a message for somebody who left, says that all is well, and nobody ever reads it (python-slack-sdk issue 1156).
    /// </summary>
    /// <returns>Null where nothing is wrong with them, or nobody said.</returns>
    public async Task<DeliveryOutcome?> WhyNotAsync(ConversationReference to, CancellationToken cancellation) =>
        to is { Scope: ConversationScope.Personal, UserId: { } user }
        && await people.FindAsync(user, to.TenantId, cancellation) is PersonAnswer.Known { Person.Deactivated: true }
            ? new DeliveryOutcome.ConversationGone("user_disabled")
            : null;
}
