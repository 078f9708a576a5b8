using System.Text.Json.Serialization;

namespace SupplierBot.BotFramework.Protocol;

/// <summary>
/// A message as it leaves. No id, timestamp, serviceUrl or channelId: senders do not set them (A2031, A2041, A2302). Never text and a card
/// together: the platform splits such a message and names no id, so it could never be updated (PROTOCOL.md "Cards").
/// </summary>
public sealed record OutgoingActivity
{
    public string Type { get; init; } = ActivityTypes.Message;
    public required ChannelAccount From { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }

    /// <summary>The toast of a message without text.</summary>
    public string? Summary { get; init; }
    public string? ReplyToId { get; init; }
    public IReadOnlyList<Attachment>? Attachments { get; init; }
}

/// <param name="Content">UTF-8 JSON, sent as it is.</param>
public sealed record Attachment(string ContentType, [property: JsonConverter(typeof(RawJson))] ReadOnlyMemory<byte> Content)
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
}

/// <summary>What <c>POST v3/conversations</c> takes (PROTOCOL.md "New conversations").</summary>
public sealed record ConversationParameters
{
    public required bool IsGroup { get; init; }
    public required ChannelAccount Bot { get; init; }
    public IReadOnlyList<ChannelAccount>? Members { get; init; }
    public string? TenantId { get; init; }
    public OutgoingActivity? Activity { get; init; }
    public ChannelData? ChannelData { get; init; }
}

/// <summary>The whole answer to an activity that expects its replies in the HTTP response.</summary>
public sealed record ExpectedReplies(IReadOnlyList<OutgoingActivity> Activities);

/// <param name="Id">Of the message, or of the conversation where one was created.</param>
public sealed record ResourceResponse(string? Id = null, string? ActivityId = null);

public sealed record ErrorResponse(ErrorBody? Error = null);

public sealed record ErrorBody(string? Code = null, string? Message = null);

public sealed record PagedMembers(IReadOnlyList<MemberAccount>? Members = null, string? ContinuationToken = null);

/// <param name="ObjectId">Some answers name the directory id so, others <paramref name="AadObjectId"/>: both are read.</param>
public sealed record MemberAccount(
    string Id,
    string? Name = null,
    string? AadObjectId = null,
    string? ObjectId = null,
    string? Email = null,
    string? UserPrincipalName = null,
    string? UserRole = null,
    string? TenantId = null
);
