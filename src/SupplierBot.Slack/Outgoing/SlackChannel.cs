using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Api;
using SupplierBot.Slack.Cards;

namespace SupplierBot.Slack.Outgoing;

/// <summary>The way out to Slack: messages by channel and time stamp (PROTOCOL.md "Web API").</summary>
public sealed class SlackChannel(SlackCards cards, SlackApi api, DirectMessages directs, FollowUps followUps) : IChannel
{
    public const string Key = "slack";

    public string Name => Key;

    public Wording Wording => cards.Wording;

    public RenderedCard Render(View view, CardPlace place) => cards.Render(view, place);

    public Task<DeliveryOutcome> SendAsync(ConversationReference to, RenderedCard card, CancellationToken cancellation) =>
        PostAsync(to, MessageForm.Of(card), cancellation);

    /// <summary>Plain words, for when no card could be made.</summary>
    public Task<DeliveryOutcome> SayAsync(ConversationReference to, string text, CancellationToken cancellation) =>
        PostAsync(to, MessageForm.Of(text), cancellation);

    public async Task<DeliveryOutcome> UpdateAsync(
        ConversationReference to,
        string messageId,
        RenderedCard card,
        CancellationToken cancellation
    )
    {
        var (channel, why) = await ChannelOfAsync(to, cancellation);
        if (channel is null)
            return why!;
        var shown = followUps.Of(channel, messageId);
        var reply = await api.CallAsync("chat.update", Update(channel, shown ?? messageId, card), cancellation);
        // A message that says more than the first one could is gone or fixed as well: the thread of the first is still the place.
        return reply.Outcome == ApiOutcome.Unchangeable || (shown is not null && reply.Outcome == ApiOutcome.MessageGone)
            ? await FollowUpAsync(to.ThreadId, channel, messageId, card, cancellation)
            : ApiDelivery.OfUpdate(reply, messageId);
    }

    /// <summary>
    /// Where a message may not be changed any more, what changed is said below it and to everybody who sees it: a button that nobody hears
    /// is worse than a second message.
    /// </summary>
    private async Task<DeliveryOutcome> FollowUpAsync(
        string? thread,
        string channel,
        string messageId,
        RenderedCard card,
        CancellationToken cancellation
    )
    {
        var form = MessageForm
            .Of(card)
            .WithoutPreviews()
            .With("channel", channel)
            .With("thread_ts", thread ?? messageId)
            .With("reply_broadcast", "true");
        var reply = await api.CallAsync("chat.postMessage", form, cancellation);
        if (reply.Ok && reply.Text("ts") is { } said)
            followUps.Note(channel, messageId, said);
        return ApiDelivery.OfUpdate(reply, messageId);
    }

    /// <summary>Not <c>parse=client</c>, which an update without the argument gets: it makes links and mentions of plain words.</summary>
    private static Dictionary<string, string> Update(string channel, string messageId, RenderedCard card) =>
        MessageForm.Of(card).With("channel", channel).With("ts", messageId).With("parse", "none");

    private async Task<DeliveryOutcome> PostAsync(ConversationReference to, Dictionary<string, string> form, CancellationToken cancellation)
    {
        if (await directs.WhyNotAsync(to, cancellation) is { } left)
            return left;
        var (channel, why) = await ChannelOfAsync(to, cancellation);
        if (channel is null)
            return why!;
        form.WithoutPreviews().With("channel", channel);
        if (to.ThreadId is null)
            return ApiDelivery.OfPost(await api.CallAsync("chat.postMessage", form, cancellation));
        var reply = await api.CallAsync("chat.postMessage", form.With("thread_ts", to.ThreadId), cancellation);
        if (reply.Outcome != ApiOutcome.MessageGone)
            return ApiDelivery.OfPost(reply);
        form.Remove("thread_ts"); // Somebody deleted the message the thread began with.
        return ApiDelivery.OfPost(await api.CallAsync("chat.postMessage", form, cancellation));
    }

    private async Task<(string? Channel, DeliveryOutcome? Why)> ChannelOfAsync(ConversationReference to, CancellationToken cancellation) =>
        to.Scope == ConversationScope.Personal && to.UserId is { } user && (to.ConversationId.Length == 0 || to.ConversationId == user)
            ? await directs.OpenAsync(user, cancellation)
            : (to.ConversationId, null);
}
