using System.Text.Json;

namespace SupplierBot.Slack.Api;

/// <summary>What a method of the Web API answered, or why nothing did: by what may be done next.</summary>
public enum ApiOutcome
{
    Done,

    /// <summary>Not done; safe to repeat after <see cref="ApiReply.RetryAfter"/>.</summary>
    Throttled,

    /// <summary>Not done; safe to repeat.</summary>
    NotDone,

    /// <summary>May have been done: a repeat may do it twice.</summary>
    Unclear,

    /// <summary>The message is there and may not be changed any more.</summary>
    Unchangeable,
    MessageGone,

    /// <summary>The conversation, or the person in it, cannot be reached as long as nobody changes that.</summary>
    ConversationGone,

    /// <summary>
    /// Slack does not know us (any more): no method works until somebody installs the app again or corrects its token or scopes.
    /// </summary>
    NotAccepted,

    /// <summary>Repeating cannot help.</summary>
    Refused,
}

/// <summary>Never throws away what Slack said, and never names what was sent.</summary>
public sealed record ApiReply
{
    public required ApiOutcome Outcome { get; init; }

    public bool Ok => Outcome == ApiOutcome.Done;

    /// <summary>
    /// Slack's own code (<c>channel_not_found</c>), else the HTTP status or what happened to the connection; null where all is well.
    /// </summary>
    public string? Error { get; init; }

    /// <summary>The whole answer; undefined (<see cref="JsonValueKind.Undefined"/>) where there was none to read.</summary>
    public JsonElement Body { get; init; }

    /// <summary>0 s to 1 h; null unless <see cref="ApiOutcome.Throttled"/>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>A member of the answer, along names; null where it is missing or no text.</summary>
    public string? Text(params ReadOnlySpan<string> names) =>
        Find(names) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

    /// <inheritdoc cref="Text"/>
    public JsonElement? Find(params ReadOnlySpan<string> names)
    {
        var here = Body;
        foreach (var name in names)
        {
            if (here.ValueKind != JsonValueKind.Object || !here.TryGetProperty(name, out here))
                return null;
        }
        return here;
    }

    internal static ApiReply Rest(TimeSpan wait, JsonElement body = default) =>
        new()
        {
            Outcome = ApiOutcome.Throttled,
            Error = "ratelimited",
            RetryAfter = wait,
            Body = body,
        };
}
