namespace SupplierBot.Portal.Api;

/// <summary>One request: what was answered, what follows from it by the policy, and what was decided.</summary>
internal sealed record ApiCase
{
    /// <summary><c>REQ-2026-0012</c></summary>
    public required string Id { get; init; }

    /// <summary>Its line of the register: <c>SUP-0031</c></summary>
    public required string Supplier { get; init; }

    /// <summary>InReview, InfoRequested, Approved, ApprovedWithConditions, Rejected, Withdrawn, Expired, Revoked</summary>
    public required string Status { get; init; }
    public required ApiPerson Requester { get; init; }
    public required ApiPerson Owner { get; init; }
    public required DateTimeOffset SentAt { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required string PolicyVersion { get; init; }

    /// <summary>SHA-256 of the policy text that it was assessed under.</summary>
    public required string PolicyHash { get; init; }

    /// <summary>Ids of the picked choices, or the text, by question id.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Answers { get; init; }
    public required string Tier { get; init; }

    /// <summary>That of the answers, where somebody set another one.</summary>
    public required string? ComputedTier { get; init; }
    public required int Score { get; init; }
    public required IReadOnlyList<ApiScorePart> ScoreParts { get; init; }

    /// <summary>Rules that set the lowest tier, whatever the score.</summary>
    public required IReadOnlyList<ApiFloor> Floors { get; init; }
    public required IReadOnlyList<ApiApproval> Approvals { get; init; }

    /// <summary>Null while it is open.</summary>
    public required ApiDecision? Decision { get; init; }
    public required IReadOnlyList<ApiCondition> Conditions { get; init; }

    /// <summary>What was done differently from the rule, and why.</summary>
    public required IReadOnlyList<string> Deviations { get; init; }

    /// <summary>The request about the same service that this one reviews; null for the first.</summary>
    public required string? Follows { get; init; }

    /// <summary>The newest hash of its chain of audit events.</summary>
    public required string ChainHead { get; init; }
    public required IReadOnlyList<ApiEvent> Events { get; init; }
}

internal sealed record ApiScorePart(string Name, int Points, string Words);

internal sealed record ApiFloor(string Id, string Minimum, string Words);

internal sealed record ApiApproval(ApiPerson By, string Role, DateTimeOffset At, bool WithConditions, string Comment);

internal sealed record ApiDecision(string Outcome, ApiPerson By, DateTimeOffset At, string Reason);

/// <param name="Number">1-based in its case.</param>
/// <param name="Due">Null for before use.</param>
/// <param name="State">Open, Reported, Confirmed</param>
internal sealed record ApiCondition(int Number, string Text, DateOnly? Due, ApiPerson Owner, string State, string Proof);

/// <param name="Hash">SHA-256 of the event with the hash before it.</param>
internal sealed record ApiEvent(int Sequence, string Kind, DateTimeOffset At, string Actor, string Hash);

/// <param name="Proof">What shows it: a link or some words, 10 to 2,000 letters.</param>
internal sealed record ApiConditionDone(string Proof);
