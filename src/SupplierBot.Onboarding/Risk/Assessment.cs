using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk;

/// <summary>Everything the policy says about one set of answers, with the reason for each part; stored whole with the case.</summary>
public sealed record Assessment
{
    public required string PolicyVersion { get; init; }

    /// <summary>The primary type.</summary>
    public required string Type { get; init; }
    public required IReadOnlyList<string> Types { get; init; }
    public required Tier Tier { get; init; }

    /// <summary>That of the answers, where somebody set another one; null where nobody did.</summary>
    public Tier? ComputedTier { get; init; }

    /// <summary>0–100, the sum of <see cref="Parts"/>, at most 100.</summary>
    public required int Score { get; init; }

    /// <summary>In the order of the policy, also those of 0 points.</summary>
    public required IReadOnlyList<ScorePart> Parts { get; init; }
    public required IReadOnlyList<AppliedFloor> Floors { get; init; }
    public required IReadOnlyList<RequiredClause> Clauses { get; init; }
    public required IReadOnlyList<RequiredEvidence> Evidence { get; init; }

    /// <summary>Months until the next full review, after halving (minimum 3).</summary>
    public required int ReviewMonths { get; init; }
    public required IReadOnlyList<ApprovalSeat> Approvals { get; init; }

    /// <summary>Who may take a seat of another role where too few people are left; null where nobody may.</summary>
    public SeatHelper? Helper { get; init; }

    /// <summary>Roles that are notified and not waited for; null in what was kept before the policy said which.</summary>
    public IReadOnlyList<string>? Notified { get; init; }

    /// <summary>Checks that were raised, and the flags of the policy: not_sure, regulated_client, lawfulness …</summary>
    public required IReadOnlyList<string> Flags { get; init; }

    /// <summary>Reachable questions answered "not sure", by id.</summary>
    public required IReadOnlyList<string> OpenPoints { get; init; }

    /// <summary>Contradiction checks that fired, with the matched words.</summary>
    public required IReadOnlyList<RaisedCheck> Checks { get; init; }

    /// <summary>Suggested conditions whose condition holds, by id.</summary>
    public required IReadOnlyList<string> SuggestedConditions { get; init; }

    /// <summary>The clauses are checks of our own: nobody signs them (open licence).</summary>
    public required bool InternalChecksOnly { get; init; }
}

/// <param name="Words">"personal, a little": the answers behind the points, in words.</param>
public sealed record ScorePart(string Name, int Points, string Words);

public sealed record AppliedFloor(string Id, Tier Minimum, string Words);

/// <param name="Plain">One plain line with the parameters filled in.</param>
/// <param name="Text">Full text with the parameters filled in.</param>
public sealed record RequiredClause(
    string Id,
    string Title,
    string Plain,
    string Text,
    IReadOnlyDictionary<string, string> Parameters,
    string Because
);

public sealed record RequiredEvidence(string Id, string Title, string Because);

public sealed record ApprovalSeat(int Step, string Role, int People)
{
    /// <summary>It counts only where somebody holds the role; null in what was kept before the seat said so.</summary>
    public bool? Optional { get; init; }
}

/// <param name="Match">The words found in the person's text; null where the answers alone raised it.</param>
public sealed record RaisedCheck(string Id, string? Match);
