using System.Net;
using System.Text.Json;
using SupplierBot.Chat;

namespace SupplierBot.BotFramework;

/// <summary>What a reply of the connector means for the message (facts/teams-and-tables.md §1.4, §7.6). Pure.</summary>
internal static class Deliveries
{
    private static readonly TimeSpan usualWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan longestWait = TimeSpan.FromHours(1);
    private static readonly HashSet<string> goneCodes = new(StringComparer.OrdinalIgnoreCase)
    {
        "BotNotInConversationRoster", "ConversationBlockedByUser", "MessageWritesBlocked", "BotDisabledByAdmin",
        "ForbiddenOperationException", "ConversationNotFound",
    };

    /// <summary>A post is not idempotent: what got no clear answer may have been delivered.</summary>
    public static Delivery OfPost(Reply reply, Func<ResourceResponse, string?> messageId) => reply switch
    {
        Reply.Answered { Good: true } good => new Delivery.Delivered(messageId(Read(good.Body, Wire.Default.ResourceResponse) ?? new())),
        Reply.Answered answered when Unclear(answered.Status) => new Delivery.Unknown(Words(answered)),
        Reply.Answered { Status: HttpStatusCode.NotFound } answered => new Delivery.ConversationGone(Code(answered) ?? "NotFound"),
        Reply.Lost lost => new Delivery.Unknown(lost.Reason),
        _ => OfAny(reply),
    };

    /// <summary>An update or a deletion is idempotent: without a clear answer it is simply done again.</summary>
    public static Delivery OfPut(Reply reply, string messageId) => reply switch
    {
        Reply.Answered { Good: true } => new Delivery.Delivered(messageId),
        Reply.Answered answered when Unclear(answered.Status) => new Delivery.NotSent(Words(answered)),
        Reply.Answered { Status: HttpStatusCode.NotFound or HttpStatusCode.Gone } answered when !Gone(answered) => new Delivery.MessageGone(),
        Reply.Lost lost => new Delivery.NotSent(lost.Reason),
        _ => OfAny(reply),
    };

    private static Delivery OfAny(Reply reply) => reply switch
    {
        Reply.NeverLeft never => new Delivery.NotSent(never.Reason),
        Reply.Forbidden => new Delivery.Refused("The service address is not on the list of those we speak to."),
        Reply.Answered { Status: HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed } answered => new Delivery.Throttled(Wait(answered.RetryAfter)),
        Reply.Answered { Status: HttpStatusCode.Forbidden or HttpStatusCode.NotFound } answered when Gone(answered) => new Delivery.ConversationGone(Code(answered)!),
        Reply.Answered answered => new Delivery.Refused(Words(answered)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static bool Unclear(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout || ((int)status >= 500 && status is not HttpStatusCode.NotImplemented);

    private static TimeSpan Wait(TimeSpan? asked) => asked is not { } wait ? usualWait : wait < TimeSpan.Zero ? TimeSpan.Zero : wait > longestWait ? longestWait : wait;

    private static bool Gone(Reply.Answered answered) => Code(answered) is { } code && goneCodes.Contains(code);

    private static string? Code(Reply.Answered answered) => Read(answered.Body, Wire.Default.ErrorResponse)?.Error?.Code;

    /// <summary>The status and the platform's code: its message may repeat what was sent.</summary>
    private static string Words(Reply.Answered answered) => Code(answered) is { } code ? $"{(int)answered.Status} {code}" : $"{(int)answered.Status}";

    public static T? Read<T>(ReadOnlyMemory<byte> body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) where T : class
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
