using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupplierBot.BotFramework.Protocol;

/// <summary>
/// An activity as it arrived: a typed head of what we use, everything else in <see cref="Rest"/>. Required members are those without which
/// no turn can be answered (Activity protocol A2010–A2300); the others may be missing.
/// </summary>
public sealed record Activity
{
    public required string Type { get; init; }
    public required string ChannelId { get; init; }
    public required string ServiceUrl { get; init; }
    public required ChannelAccount From { get; init; }
    public required ChannelAccount Recipient { get; init; }
    public required ConversationAccount Conversation { get; init; }
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public JsonElement? Value { get; init; }
    public string? ReplyToId { get; init; }
    public string? Locale { get; init; }

    /// <summary>IANA name, as the client says.</summary>
    public string? LocalTimezone { get; init; }

    /// <summary>Of many kinds and any shape: read one by one where one is needed.</summary>
    public IReadOnlyList<JsonElement>? Entities { get; init; }
    public ChannelData? ChannelData { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    /// <summary>Of an installationUpdate: add, add-upgrade, remove, remove-upgrade.</summary>
    public string? Action { get; init; }

    /// <summary><c>expectReplies</c>: the answer goes back in the HTTP response.</summary>
    public string? DeliveryMode { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Rest { get; set; }

    [JsonIgnore]
    public string? TenantId => ChannelData?.Tenant?.Id ?? Conversation.TenantId;

    /// <summary>Every tenant the activity names, in whatever place; clients differ in which they fill.</summary>
    [JsonIgnore]
    public IEnumerable<string> Tenants => new[] { ChannelData?.Tenant?.Id, Conversation.TenantId, From.TenantId }.OfType<string>();

    [JsonIgnore]
    public bool ExpectsReplies => DeliveryMode == "expectReplies";

    [JsonIgnore]
    public bool IsInvoke => Type == ActivityTypes.Invoke;
}

public static class ActivityTypes
{
    public const string Message = "message";
    public const string Invoke = "invoke";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Typing = "typing";

    /// <summary>
    /// Acknowledged, and knowingly nothing else: they say what happened to a message, a meeting or a person, and ask for nothing.
    /// </summary>
    internal static readonly HashSet<string> LeftAlone =
    [
        Message,
        ConversationUpdate,
        InstallationUpdate,
        Typing,
        "messageReaction",
        "messageUpdate",
        "messageDelete",
        "endOfConversation",
        "contactRelationUpdate",
        "deleteUserData",
        "event",
        "trace",
        "handoff",
        "suggestion",
    ];
}

/// <param name="Id">Of this person for this bot alone (Teams: <c>29:…</c>, bots <c>28:…</c>).</param>
/// <param name="AadObjectId">The person's id in the directory: the same for every bot and every time.</param>
/// <param name="TenantId">The person's own tenant; sent by some clients only.</param>
/// <param name="UserRole">user, guest or anonymous; sent by some clients only.</param>
public sealed record ChannelAccount(
    string Id,
    string? Name = null,
    string? AadObjectId = null,
    string? TenantId = null,
    string? UserRole = null
);

/// <param name="ConversationType">personal, groupChat or channel.</param>
public sealed record ConversationAccount(string Id, string? ConversationType = null, bool? IsGroup = null, string? TenantId = null);

public sealed record ChannelData(
    ObjectWithId? Tenant = null,
    ObjectWithId? Team = null,
    ObjectWithId? Channel = null,
    string? EventType = null
);

public sealed record ObjectWithId(string? Id = null);
