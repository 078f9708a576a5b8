namespace SupplierBot.Portal.Api;

/// <summary>Somebody, by the id that roles and audit events name.</summary>
internal sealed record ApiPerson(string Id, string Name);

/// <summary>One line of the Supplier Register.</summary>
internal sealed record ApiSupplier
{
    /// <summary><c>SUP-0031</c></summary>
    public required string Id { get; init; }
    public required string Supplier { get; init; }
    public required string Service { get; init; }
    public required string Website { get; init; }

    /// <summary>Other names that people use for it, and names that it had.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }
    public required string Purpose { get; init; }

    /// <summary>Ids of the policy, the primary one first.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    /// <summary>Null where nobody assessed it.</summary>
    public required string? Tier { get; init; }
    public required int? Score { get; init; }

    /// <summary>As it is today: Proposed, Onboarding, Active, ActiveConditional, ReviewDue, UnderReview, Suspended, Lapsed, Exiting,
    /// Terminated,
    /// NotApproved, Legacy …</summary>
    public required string Status { get; init; }

    /// <summary>People may use it today, also for something new.</summary>
    public required bool MayBeUsed { get; init; }

    /// <summary>What is missing before use, by who has it; empty where nothing is.</summary>
    public required IReadOnlyList<ApiGap> Missing { get; init; }

    /// <summary>The last day on which everything that use needs is in date; null for as long as nothing changes.</summary>
    public required DateOnly? UsableUntil { get; init; }

    /// <summary>Ids of the kinds of data that it may be used with at most.</summary>
    public required IReadOnlyList<string> Data { get; init; }

    /// <summary>Rules of use that hold as long as it is used.</summary>
    public required IReadOnlyList<string> Restrictions { get; init; }
    public required IReadOnlyList<string> OpenConditions { get; init; }
    public required ApiPerson Owner { get; init; }

    /// <summary>The request behind it: <c>REQ-2026-0012</c>; empty where it was imported and nobody assessed it.</summary>
    public required string Case { get; init; }
    public required string PolicyVersion { get; init; }
    public required DateTimeOffset? DecidedAt { get; init; }
    public required DateOnly? NextReview { get; init; }

    /// <summary>The last day to give notice, so that the contract doesn't renew; null where it doesn't, or nobody recorded it.</summary>
    public required DateOnly? NoticeDay { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
}

/// <param name="Holder">Who has it: Owner, Security, Legal.</param>
internal sealed record ApiGap(string Holder, int ContractPoints, int Documents);

/// <param name="Next">For <c>after</c> of the next page; null where this is the last.</param>
internal sealed record ApiSuppliers(IReadOnlyList<ApiSupplier> Suppliers, string? Next);

/// <summary>One clause that the contract needs, and how far it is agreed.</summary>
internal sealed record ApiContractPoint
{
    public required string Clause { get; init; }
    public required string Title { get; init; }
    public required string Required { get; init; }
    public required string Text { get; init; }

    /// <summary>The required values, by parameter.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }
    public required string Because { get; init; }

    /// <summary>Open, Requested, Agreed, CoveredByTheirTerms, Changed, Compensated, Refused, RiskAccepted, NotApplicable, CheckedOurselves;
    /// null
    /// where the bot doesn't keep it.</summary>
    public required string? State { get; init; }
    public required bool? Settled { get; init; }
    public required string Document { get; init; }
    public required string Section { get; init; }

    /// <summary>Agreed in place of the required values, by parameter.</summary>
    public required IReadOnlyDictionary<string, string> AgreedValues { get; init; }
    public required string Reason { get; init; }
    public required ApiPerson? By { get; init; }
    public required DateTimeOffset? At { get; init; }

    /// <summary>The last day of an accepted gap.</summary>
    public required DateOnly? Until { get; init; }
}

internal sealed record ApiContractPoints(string Supplier, string Case, IReadOnlyList<ApiContractPoint> ContractPoints);

/// <summary>A document that was added, or one that is required and missing.</summary>
internal sealed record ApiDocument
{
    /// <summary>The evidence id of the policy.</summary>
    public required string Kind { get; init; }

    /// <summary>1-based in its case; null for one that is missing.</summary>
    public required int? Number { get; init; }
    public required bool Missing { get; init; }
    public required string Issuer { get; init; }
    public required DateOnly? Issued { get; init; }
    public required DateOnly? LastDay { get; init; }
    public required bool Expired { get; init; }

    /// <summary>Sufficient, SufficientWithGaps, Insufficient; null where nobody judged it.</summary>
    public required string? Verdict { get; init; }
    public required string Gaps { get; init; }
    public required string Link { get; init; }

    /// <summary>SHA-256 of the file that the bot keeps; null where it keeps none.</summary>
    public required string? Sha256 { get; init; }
    public required ApiPerson? AddedBy { get; init; }
    public required ApiPerson? JudgedBy { get; init; }
}

internal sealed record ApiDocuments(string Supplier, string Case, IReadOnlyList<ApiDocument> Documents);

/// <summary>Whether something may be used, as <c>can I use</c> says it in chat.</summary>
/// <param name="Answer"><c>yes</c>, <c>no</c> (on the register, and not to be used), or <c>unknown</c>: nothing on the register has this
/// name.</param>
/// <param name="Suppliers">The entries of the name.</param>
/// <param name="DidYouMean">Names that are like it: to be asked, never a yes.</param>
/// <param name="Instead">What may be used in its place.</param>
internal sealed record ApiAnswer(
    string Name,
    string Answer,
    IReadOnlyList<ApiSupplier> Suppliers,
    IReadOnlyList<string> DidYouMean,
    IReadOnlyList<ApiAlternative> Instead
);

internal sealed record ApiAlternative(string Id, string Supplier, string Service);
