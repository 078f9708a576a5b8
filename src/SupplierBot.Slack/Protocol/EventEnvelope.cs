using System.Text.Json;

namespace SupplierBot.Slack.Protocol;

/// <summary>What <c>/slack/events</c> receives (PROTOCOL.md "Events").</summary>
/// <param name="TeamId">The workspace the event is of.</param>
/// <param name="Event">Read by its type: a <c>user</c> or a <c>channel</c> in it is an id or a whole record.</param>
internal sealed record EventEnvelope(
    string Type,
    string? Challenge,
    string? TeamId,
    string? ApiAppId,
    string? EventId,
    JsonElement? Event,
    IReadOnlyList<EventAuthorization>? Authorizations
)
{
    public const string Verification = "url_verification";
    public const string Callback = "event_callback";
    public const string RateLimited = "app_rate_limited";

    /// <summary>The bot's own user in this workspace.</summary>
    public string? BotUser => Authorizations?.FirstOrDefault(one => one is { IsBot: true })?.UserId;
}

internal sealed record EventAuthorization(string? TeamId, string? UserId, bool IsBot);
