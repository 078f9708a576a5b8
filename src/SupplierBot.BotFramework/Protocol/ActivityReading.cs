using System.Text.Json;
using System.Text.Unicode;
using SupplierBot.Chat.Ports;

namespace SupplierBot.BotFramework.Protocol;

/// <summary>What a request's body turned out to be.</summary>
public abstract record ActivityReading
{
    private ActivityReading() { }

    public sealed record Accepted(Activity Activity) : ActivityReading;

    /// <param name="Reason">For the sender's developer; repeats nothing of the body.</param>
    public sealed record Malformed(string Reason) : ActivityReading;

    /// <summary>
    /// Bytes of a body. A message is at most 100 KB of UTF-16 (PROTOCOL.md "Cards"); inputs, entities and names come on top.
    /// </summary>
    public const int MostBytes = 256 * 1024;

    /// <summary>Characters of an id. The longest seen are about 200; ids become keys, and keys have limits.</summary>
    public const int LongestId = 1_000;

    /// <summary>Total: any bytes give one of the two, nothing is thrown.</summary>
    public static ActivityReading Read(ReadOnlySpan<byte> body)
    {
        if (body.Length > MostBytes)
            return new Malformed("The body is too long.");
        if (!Utf8.IsValid(body))
            return new Malformed("The body is not UTF-8.");
        try
        {
            if (!JsonText.EveryStringIsText(body, ActivityJsonContext.Depth))
                return new Malformed("A string has half a surrogate pair.");
            return Check(JsonSerializer.Deserialize(body, ActivityJsonContext.Default.Activity));
        }
        catch (JsonException)
        {
            return new Malformed(
                "The body is not an activity: no JSON, a name twice, too deep, or a required member missing or of another type."
            );
        }
    }

    private static ActivityReading Check(Activity? activity) =>
        activity switch
        {
            null => new Malformed("The body is null."),
            _ when Ids(activity).Any(id => id is { Length: > LongestId }) => new Malformed("An id is too long."),
            _ when Required(activity).Any(string.IsNullOrWhiteSpace) => new Malformed(
                "type, channelId, serviceUrl, from.id, recipient.id and conversation.id must not be empty."
            ),
            _ => new Accepted(activity),
        };

    private static string[] Required(Activity activity) =>
        [activity.Type, activity.ChannelId, activity.ServiceUrl, activity.From.Id, activity.Recipient.Id, activity.Conversation.Id];

    private static string?[] Ids(Activity activity) =>
        [
            .. Required(activity),
            activity.Id,
            activity.ReplyToId,
            activity.From.AadObjectId,
            activity.From.TenantId,
            activity.TenantId,
            activity.ChannelData?.Channel?.Id,
            activity.ChannelData?.Team?.Id,
        ];
}
