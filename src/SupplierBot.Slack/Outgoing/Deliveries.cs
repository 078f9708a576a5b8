using SupplierBot.Chat;

namespace SupplierBot.Slack;

/// <summary>What a reply of the Web API means for the message (facts/slack.md §1.6). Pure.</summary>
internal static class Deliveries
{
    /// <summary>A post is not idempotent: what got no clear answer may have been delivered.</summary>
    public static Delivery OfPost(ApiReply reply) => reply.Outcome switch
    {
        ApiOutcome.Done => new Delivery.Delivered(reply.Text("ts")),
        ApiOutcome.Unclear => new Delivery.Unknown(reply.Error!),
        ApiOutcome.MessageGone => new Delivery.Refused(reply.Error!),
        _ => OfAny(reply),
    };

    /// <summary>An update is idempotent: without a clear answer it is simply done again.</summary>
    public static Delivery OfUpdate(ApiReply reply, string messageId) => reply.Outcome switch
    {
        ApiOutcome.Done => new Delivery.Delivered(messageId),
        ApiOutcome.Unclear => new Delivery.NotSent(reply.Error!),
        ApiOutcome.MessageGone => new Delivery.MessageGone(),
        _ => OfAny(reply),
    };

    /// <summary>For what went wrong on the way to a message: nothing of the message has left.</summary>
    public static Delivery OfAny(ApiReply reply) => reply.Outcome switch
    {
        ApiOutcome.Throttled => new Delivery.Throttled(reply.RetryAfter!.Value),
        ApiOutcome.NotDone or ApiOutcome.Unclear => new Delivery.NotSent(reply.Error!),
        ApiOutcome.ConversationGone => new Delivery.ConversationGone(reply.Error!),
        _ => new Delivery.Refused(reply.Error!),
    };
}
