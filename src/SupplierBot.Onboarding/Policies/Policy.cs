namespace SupplierBot.Onboarding.Policies;

/// <summary>
/// What the organisation decided, read from <c>policy.yaml</c> (Policies/README.md "What the file holds"). Immutable; a case keeps the
/// version and the SHA-256 of the text it was assessed under.
/// </summary>
public sealed record Policy
{
    public required string Version { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the policy text, as UTF-8.</summary>
    public required string Hash { get; init; }
    public required string ApprovedBy { get; init; }
    public required DateOnly ApprovedOn { get; init; }

    /// <summary>The organisation itself is regulated (condition fact <c>organisation.regulated</c>).</summary>
    public required bool OrganisationIsRegulated { get; init; }

    /// <summary>In order of the main type: the first of several is the main one.</summary>
    public required IReadOnlyList<SupplierType> Types { get; init; }
    public required IReadOnlyList<QuestionPage> Pages { get; init; }

    /// <summary>In the order of the pages.</summary>
    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>Added, at most 100.</summary>
    public required IReadOnlyList<ScoreRule> Score { get; init; }

    /// <summary>Lowest tier first.</summary>
    public required IReadOnlyList<TierDefinition> Tiers { get; init; }
    public required IReadOnlyList<Floor> Floors { get; init; }
    public required IReadOnlyList<Clause> Clauses { get; init; }
    public required IReadOnlyList<EvidenceRule> Evidence { get; init; }
    public required ReviewRules Reviews { get; init; }
    public required IReadOnlyList<Trigger> Triggers { get; init; }
    public required IReadOnlyList<ApprovalRule> Approvals { get; init; }
    public required SeatExceptions Seats { get; init; }

    /// <summary>While one of them holds, a yes needs conditions.</summary>
    public required IReadOnlyList<PlainYesBlock> PlainYesBlocks { get; init; }
    public required TimerRules Timers { get; init; }
    public required IReadOnlyList<FlagRule> Flags { get; init; }
    public required IReadOnlyList<ContradictionCheck> Checks { get; init; }
    public required IReadOnlyList<SuggestedApprovalCondition> SuggestedConditions { get; init; }

    /// <summary>The policy's own names for conditions over the answers; a fact may use those before it.</summary>
    public required IReadOnlyList<DerivedFact> DerivedFacts { get; init; }

    /// <summary>The headings of the security schedule, in order.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>Roles that may stand in <see cref="Approvals"/>, in the order in which people read them.</summary>
    public IReadOnlyList<PolicyRole> Roles { get; init; } = [];

    public required TierChangeRules TierChanges { get; init; }
    public AgreementRules Agreements { get; init; } = AgreementRules.Least;

    public Question Question(string id)
    {
        // A plain loop: this is asked for every line of every card, and a captured id costs two allocations.
        foreach (var question in Questions)
        {
            if (question.Id == id)
                return question;
        }
        throw new InvalidOperationException($"The policy has no question `{id}`.");
    }

    public ReviewCycle? ReviewOf(Tier tier) => Reviews.Cycles.FirstOrDefault(cycle => cycle.Tier == tier);

    public TierDefinition DefinitionOf(Tier tier) => Tiers.First(line => line.Tier == tier);

    public SupplierType Type(string id) => Types.First(type => type.Id == id);
}

/// <summary>Lowest first: <c>&gt;=</c> on tiers is meaningful.</summary>
public enum Tier
{
    Low,
    Medium,
    High,
    Critical,
}

/// <param name="Title">"Medium risk".</param>
/// <param name="From">Lowest score of the tier, 0–100.</param>
/// <param name="Words">The tier line of the summary: "Standard review by one security reviewer."</param>
/// <param name="WorkingDays">Time allowed for the decision, working days.</param>
public sealed record TierDefinition(Tier Tier, string Title, int From, string Words, int WorkingDays, int ApprovalValidDays);

/// <param name="Words">"it helps decide about people".</param>
public sealed record Floor(string Id, Tier Minimum, PolicyCondition When, string Words);

/// <param name="When">May use <c>tier</c>.</param>
public sealed record EvidenceRule(string Id, string Title, PolicyCondition When, string Because);

/// <param name="When">What the name stands for, over the answers alone.</param>
/// <param name="Words">The same for a reader.</param>
public sealed record DerivedFact(string Id, PolicyCondition When, string Words)
{
    /// <summary>The fact that every policy defines: nobody could sign, so that clauses become checks of our own.</summary>
    public const string NobodySigns = "nobody_signs";
}

/// <param name="Words">As the policy says it.</param>
/// <param name="AsksAgain">Questions whose answers the change puts in question; empty means all.</param>
public sealed record Trigger(string Id, string Words, IReadOnlyList<string> AsksAgain);

/// <param name="Title">What people read: "AI governance"; null where the policy gives the id alone.</param>
public sealed record PolicyRole(string Id, string? Title)
{
    /// <summary>What people may type for it.</summary>
    internal IEnumerable<string> Names => Title is null ? [Id] : [Id, Title];
}

/// <summary>
/// One seat group of a tier: <paramref name="People"/> distinct people of <paramref name="Role"/> at <paramref name="Step"/> (1-based; a
/// step starts when the one before is full).
/// </summary>
/// <param name="Optional">The seat counts only where somebody holds the role; otherwise it is recorded as "not configured".</param>
public sealed record ApprovalRule(Tier Tier, int Step, string Role, int People, PolicyCondition? When, bool Optional);

/// <summary>K1–K15: asks the requester to confirm or tells the reviewer; never changes an answer.</summary>
/// <param name="Words">Words that raise it when they appear as whole words in the free texts, ignoring case; empty where the condition
/// alone decides.</param>
public sealed record ContradictionCheck(
    string Id,
    PolicyCondition? When,
    IReadOnlyList<string> Words,
    string? ToRequester,
    string? ToReviewer
);

/// <param name="Days">Days until due; null means before use.</param>
public sealed record SuggestedApprovalCondition(string Id, PolicyCondition When, string Text, int? Days);
