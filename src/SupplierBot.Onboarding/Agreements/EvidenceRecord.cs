using System.Text.Json.Serialization;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Agreements;

public enum EvidenceVerdict
{
    Sufficient,
    SufficientWithGaps,
    Insufficient,
}

/// <summary>A document that somebody added, and what somebody who decides makes of it.</summary>
/// <param name="Number">1-based, over the life of the case.</param>
/// <param name="Kind">Evidence id of the policy.</param>
public sealed record EvidenceRecord(int Number, string Kind, Person AddedBy, DateTimeOffset AddedAt)
{
    public string Issuer { get; init; } = "";

    /// <summary>Whether it covers the service that we use; null where nobody said.</summary>
    public bool? CoversService { get; init; }
    public string Region { get; init; } = "";

    /// <summary>When it was issued, or when the period it is about ended.</summary>
    public DateOnly? Issued { get; init; }
    public DateOnly? Expires { get; init; }

    /// <summary>The last day a bridge letter covers; counts where it is later than <see cref="Expires"/>.</summary>
    public DateOnly? BridgedUntil { get; init; }
    public string Link { get; init; } = "";

    /// <summary>Where it can be seen, when it has neither a link nor a file: a folder, a portal, a person.</summary>
    public string Place { get; init; } = "";
    public StoredFile? File { get; init; }
    public EvidenceVerdict? Verdict { get; init; }

    /// <summary>What is missing in it, or why it is not enough.</summary>
    public string Gaps { get; init; } = "";
    public Person? JudgedBy { get; init; }
    public DateTimeOffset? JudgedAt { get; init; }

    /// <summary>Its last day has passed.</summary>
    public bool Expired { get; init; }

    /// <summary>The last day it counts on; null for ever.</summary>
    [JsonIgnore]
    public DateOnly? LastDay => BridgedUntil is { } bridged && (Expires is null || bridged > Expires) ? bridged : Expires;

    /// <summary>Somebody who decides found it enough, and it is in date.</summary>
    [JsonIgnore]
    public bool IsGood => Verdict is EvidenceVerdict.Sufficient or EvidenceVerdict.SufficientWithGaps && !Expired;
}

/// <summary>A file that the bot keeps.</summary>
/// <param name="Key">Of the file store.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record StoredFile(string Key, string Name, long Size, string Sha256);
