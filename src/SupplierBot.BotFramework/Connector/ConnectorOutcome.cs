using System.Net;
using System.Text.Json;
using SupplierBot.BotFramework.Protocol;
using SupplierBot.Chat.Ports;

namespace SupplierBot.BotFramework.Connector;

/// <summary>What a reply of the connector means for the message (PROTOCOL.md "Connector replies"). Pure.</summary>
internal static class ConnectorOutcome
{
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly HashSet<string> GoneCodes = new(StringComparer.OrdinalIgnoreCase)
    {
        "BotNotInConversationRoster",
        "ConversationBlockedByUser",
        "MessageWritesBlocked",
        "BotDisabledByAdmin",
        "ForbiddenOperationException",
        "ConversationNotFound",
    };

    /// <summary>A post is not idempotent: what got no clear answer may have been delivered.</summary>
    public static DeliveryOutcome OfPost(ConnectorReply reply, Func<ResourceResponse, string?> messageId) =>
        reply switch
        {
            ConnectorReply.Answered { Good: true } good => new DeliveryOutcome.Delivered(
                messageId(Read(good.Body, ActivityJsonContext.Default.ResourceResponse) ?? new())
            ),
            ConnectorReply.Answered answered when Unclear(answered.Status) => new DeliveryOutcome.Unknown(Words(answered)),
            ConnectorReply.Answered { Status: HttpStatusCode.NotFound } answered => new DeliveryOutcome.ConversationGone(
                Code(answered) ?? "NotFound"
            ),
            ConnectorReply.Lost lost => new DeliveryOutcome.Unknown(lost.Reason),
            _ => OfAny(reply),
        };

    /// <summary>An update or a deletion is idempotent: without a clear answer it is simply done again.</summary>
    public static DeliveryOutcome OfPut(ConnectorReply reply, string messageId) =>
        reply switch
        {
            ConnectorReply.Answered { Good: true } => new DeliveryOutcome.Delivered(messageId),
            ConnectorReply.Answered answered when Unclear(answered.Status) => new DeliveryOutcome.NotSent(Words(answered)),
            ConnectorReply.Answered { Status: HttpStatusCode.NotFound or HttpStatusCode.Gone } answered when !Gone(answered) =>
                new DeliveryOutcome.MessageGone(),
            ConnectorReply.Lost lost => new DeliveryOutcome.NotSent(lost.Reason),
            _ => OfAny(reply),
        };

    private static DeliveryOutcome OfAny(ConnectorReply reply) =>
        reply switch
        {
            ConnectorReply.NeverLeft never => new DeliveryOutcome.NotSent(never.Reason),
            ConnectorReply.Forbidden => new DeliveryOutcome.Refused("The service address is not on the list of those we speak to."),
            ConnectorReply.Answered { Status: HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed } answered =>
                new DeliveryOutcome.Throttled(Wait(answered.RetryAfter)),
            ConnectorReply.Answered { Status: HttpStatusCode.Forbidden or HttpStatusCode.NotFound } answered when Gone(answered) =>
                new DeliveryOutcome.ConversationGone(Code(answered)!),
            ConnectorReply.Answered answered => new DeliveryOutcome.Refused(Words(answered)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static bool Unclear(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout || ((int)status >= 500 && status is not HttpStatusCode.NotImplemented);

    private static TimeSpan Wait(TimeSpan? asked) =>
        asked is not { } wait ? UsualWait
        : wait < TimeSpan.Zero ? TimeSpan.Zero
        : wait > LongestWait ? LongestWait
        : wait;

    private static bool Gone(ConnectorReply.Answered answered) => Code(answered) is { } code && GoneCodes.Contains(code);

    private static string? Code(ConnectorReply.Answered answered) =>
        Read(answered.Body, ActivityJsonContext.Default.ErrorResponse)?.Error?.Code;

    /// <summary>The status and the platform's code: its message may repeat what was sent.</summary>
    private static string Words(ConnectorReply.Answered answered) =>
        Code(answered) is { } code ? $"{(int)answered.Status} {code}" : $"{(int)answered.Status}";

    public static T? Read<T>(ReadOnlyMemory<byte> body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return body.IsEmpty ? null : JsonSerializer.Deserialize(body.Span, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
