using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Register;

public enum EntryStatus
{
    Proposed,
    Onboarding,
    Active,
    ActiveConditional,
    ReviewDue,
    UnderReview,
    Suspended,
    Lapsed,
    Exiting,
    Terminated,
    NotApproved,
}

/// <summary>One line of the Supplier Register: one supplier service. Written in the same transaction as the decision it shows.</summary>
public sealed record RegisterEntry
{
    public required string Id { get; init; }
    public required string Supplier { get; init; }
    public required string Service { get; init; }
    public required string Website { get; init; }
    public required string Purpose { get; init; }
    public required EntryStatus Status { get; init; }
    public required Person Owner { get; init; }
    public required string Type { get; init; }
    public required IReadOnlyList<string> Types { get; init; }
    public required Tier Tier { get; init; }

    /// <summary>That of the answers, where somebody set another one; null where nobody did.</summary>
    public Tier? ComputedTier { get; init; }

    /// <summary>The day on which a lower tier ends.</summary>
    public DateOnly? TierUntil { get; init; }
    public required int Score { get; init; }

    /// <summary>Choice ids of question <c>data</c>: what it may be used with at most.</summary>
    public required IReadOnlyList<string> Data { get; init; }
    public required string CaseId { get; init; }
    public required string PolicyVersion { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
    public DateOnly? NextReview { get; init; }
    public ContractTerms? Terms { get; init; }
    public string TermsReference { get; init; } = "";

    /// <summary>Evidence ids a reviewer has seen; what the assessment asks for beyond these was not seen.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];
    public IReadOnlyList<string> OpenConditions { get; init; } = [];

    /// <summary>The open condition that is due first; null where none has a date.</summary>
    public DateOnly? ConditionDue { get; init; }

    /// <summary>When the supplier's next report is due.</summary>
    public DateOnly? NextReport { get; init; }

    /// <summary>Its review that is under way; null where none is.</summary>
    public ReviewUnderWay? Review { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
}

/// <param name="Before">What the line said before: so it is again where the review ends without an outcome.</param>
public sealed record ReviewUnderWay(string CaseId, EntryStatus Before);
