using SupplierBot.BotFramework.Cards;
using SupplierBot.BotFramework.Connector;
using SupplierBot.BotFramework.Protocol;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.BotFramework.Teams;

/// <summary>The way out to Teams and to everything else that speaks the Activity protocol.</summary>
public sealed class TeamsChannel(TeamsCards cards, ConnectorClient connector, TypingIndicator typing, ConnectorRateLimiter throttles)
    : IChannel
{
    public const string Key = "teams";

    public string Name => Key;

    public Wording Wording => cards.Wording;

    /// <summary>Of <c>refresh.userIds</c> (PROTOCOL.md "Card actions").</summary>
    public int MostOwnViews => 60;

    public RenderedCard Render(View view, CardPlace place) => cards.Render(view, place);

    /// <summary>In a channel without a thread this begins one: its root message can be updated by the id that is returned.</summary>
    public Task<DeliveryOutcome> SendAsync(ConversationReference to, RenderedCard card, CancellationToken cancellation) =>
        PostAsync(to, CardOf(to, card), cancellation);

    public Task<DeliveryOutcome> UpdateAsync(
        ConversationReference to,
        string messageId,
        RenderedCard card,
        CancellationToken cancellation
    ) =>
        SayingAsync(
            to,
            () =>
                connector.UpdateAsync(
                    to.ServiceUrl,
                    ConversationReferences.Id(to, ThreadOf(to, messageId)),
                    messageId,
                    CardOf(to, card),
                    cancellation
                )
        );

    /// <summary>Plain words, for when no card could be made.</summary>
    public Task<DeliveryOutcome> SayAsync(ConversationReference to, string text, CancellationToken cancellation) =>
        PostAsync(
            to,
            new()
            {
                From = new(to.BotId),
                Text = text,
                TextFormat = "plain",
            },
            cancellation
        );

    /// <summary>The card as an activity, for the person who takes it in the HTTP response.</summary>
    internal static OutgoingActivity Reply(Turn turn, RenderedCard card) => Addressed(turn, CardOf(turn.Conversation, card));

    /// <inheritdoc cref="Reply(Turn, RenderedCard)"/>
    internal static OutgoingActivity Reply(Turn turn, string text) =>
        Addressed(
            turn,
            new()
            {
                From = new(turn.Conversation.BotId),
                Text = text,
                TextFormat = "plain",
            }
        );

    private static OutgoingActivity Addressed(Turn turn, OutgoingActivity reply) =>
        reply with
        {
            Conversation = new(ConversationReferences.Id(turn.Conversation, turn.Conversation.ThreadId)),
            ReplyToId = turn.Id,
        };

    private Task<DeliveryOutcome> PostAsync(ConversationReference to, OutgoingActivity activity, CancellationToken cancellation) =>
        SayingAsync(
            to,
            () =>
                to is { Scope: ConversationScope.Channel, ThreadId: null }
                    ? connector.StartThreadAsync(to.ServiceUrl, ThreadIn(to, activity), cancellation)
                    : connector.SendAsync(to.ServiceUrl, ConversationReferences.Id(to, to.ThreadId), activity, cancellation)
        );

    /// <summary>Nobody types any more once something is said; and where that is too much, nobody types either.</summary>
    private async Task<DeliveryOutcome> SayingAsync(ConversationReference to, Func<Task<DeliveryOutcome>> say)
    {
        await typing.EndAsync(to);
        return throttles.Note(to, await say());
    }

    private static ConversationParameters ThreadIn(ConversationReference to, OutgoingActivity first) =>
        new()
        {
            IsGroup = true,
            Bot = new(to.BotId),
            TenantId = to.TenantId,
            Activity = first,
            ChannelData = new(Tenant: to.TenantId is null ? null : new(to.TenantId), Channel: new(to.ConversationId)),
        };

    /// <summary>The root message of a thread is in the thread that bears its own id.</summary>
    private static string? ThreadOf(ConversationReference to, string messageId) =>
        to.ThreadId ?? (to.Scope == ConversationScope.Channel ? messageId : null);

    private static OutgoingActivity CardOf(ConversationReference to, RenderedCard card) =>
        new()
        {
            From = new(to.BotId),
            Recipient = to.UserId is null ? null : new(to.UserId),
            Summary = card.Summary,
            Attachments = [new(Attachment.AdaptiveCard, card.Content)],
        };
}
