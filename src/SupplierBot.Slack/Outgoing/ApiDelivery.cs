using SupplierBot.Chat.Ports;
using SupplierBot.Slack.Api;

namespace SupplierBot.Slack.Outgoing;

/// <summary>What a reply of the Web API means for the message (PROTOCOL.md "Web API"). Pure.</summary>
internal static class ApiDelivery
{
    /// <summary>A post is not idempotent: what got no clear answer may have been delivered.</summary>
    public static DeliveryOutcome OfPost(ApiReply reply) =>
        reply.Outcome switch
        {
            ApiOutcome.Done => new DeliveryOutcome.Delivered(reply.Text("ts")),
            ApiOutcome.Unclear => new DeliveryOutcome.Unknown(reply.Error!),
            ApiOutcome.MessageGone => new DeliveryOutcome.Refused(reply.Error!),
            _ => OfAny(reply),
        };

    /// <summary>An update is idempotent: without a clear answer it is simply done again.</summary>
    public static DeliveryOutcome OfUpdate(ApiReply reply, string messageId) =>
        reply.Outcome switch
        {
            ApiOutcome.Done => new DeliveryOutcome.Delivered(messageId),
            ApiOutcome.Unclear => new DeliveryOutcome.NotSent(reply.Error!),
            ApiOutcome.MessageGone => new DeliveryOutcome.MessageGone(),
            _ => OfAny(reply),
        };

    /// <summary>For what went wrong on the way to a message: nothing of the message has left.</summary>
    public static DeliveryOutcome OfAny(ApiReply reply) =>
        reply.Outcome switch
        {
            ApiOutcome.Throttled => new DeliveryOutcome.Throttled(reply.RetryAfter!.Value),
            ApiOutcome.NotDone or ApiOutcome.Unclear => new DeliveryOutcome.NotSent(reply.Error!),
            ApiOutcome.ConversationGone => new DeliveryOutcome.ConversationGone(reply.Error!),
            _ => new DeliveryOutcome.Refused(reply.Error!),
        };
}
