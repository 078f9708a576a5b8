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
    public required ScoreTable Score { get; init; }

    /// <summary>Lowest tier first.</summary>
    public required IReadOnlyList<TierDefinition> Tiers { get; init; }
    public required IReadOnlyList<Floor> Floors { get; init; }
    public required IReadOnlyList<Clause> Clauses { get; init; }
    public required IReadOnlyList<EvidenceRule> Evidence { get; init; }
    public required IReadOnlyList<ReviewCycle> Reviews { get; init; }
    public required IReadOnlyList<Trigger> Triggers { get; init; }
    public required IReadOnlyList<ApprovalRule> Approvals { get; init; }
    public required IReadOnlyList<ContradictionCheck> Checks { get; init; }
    public required IReadOnlyList<SuggestedApprovalCondition> SuggestedConditions { get; init; }

    /// <summary>The names conditions may use besides the question ids, explained.</summary>
    public IReadOnlyList<DerivedFact> DerivedFacts { get; init; } = [];

    /// <summary>The headings of the security schedule, in order.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>Roles that may stand in <see cref="Approvals"/>.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

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

    public ReviewCycle? ReviewOf(Tier tier) => Reviews.FirstOrDefault(cycle => cycle.Tier == tier);

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

public enum QuestionKind
{
    Text,
    LongText,
    Url,
    Date,
    Person,
    One,
    Several,
}

/// <param name="Words">"AI app": how the type is named in lists.</param>
public sealed record SupplierType(string Id, string Title, string Words, IReadOnlyList<SupplierRisk> Risks)
{
    /// <summary>What makes a supplier one of this type, in a sentence.</summary>
    public string About { get; init; } = "";

    /// <summary>The clauses that answer the risks of this type first.</summary>
    public IReadOnlyList<string> KeyClauses { get; init; } = [];
}

/// <param name="Words">What goes wrong, in one plain sentence.</param>
public sealed record SupplierRisk(string Id, string Title, string Words, string Reference);

/// <summary>Questions that belong on one card. The page vanishes when all its questions skip.</summary>
public sealed record QuestionPage(string Id, string Title, IReadOnlyList<string> Questions);

public sealed record Question
{
    public required string Id { get; init; }
    public required QuestionKind Kind { get; init; }
    public required string Prompt { get; init; }
    public string? Help { get; init; }
    public string? Example { get; init; }

    /// <summary>Short name for one-line summaries: "Trains on it".</summary>
    public required string Label { get; init; }

    /// <summary>How to find out, shown beside an open "not sure"; null where there is no good advice.</summary>
    public string? Tip { get; init; }
    public required bool Required { get; init; }

    /// <summary>UTF-16 characters; texts only, otherwise 0.</summary>
    public required int MaxLength { get; init; }

    /// <summary>In the order people see them.</summary>
    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <summary>What to say when a required text is missing; choice questions use the general message.</summary>
    public string? Missing { get; init; }
    public PolicyCondition? SkipWhen { get; init; }

    public bool IsChoice => Kind is QuestionKind.One or QuestionKind.Several;

    public Choice? Choice(string id) => Choices.FirstOrDefault(choice => choice.Id == id);
}

/// <param name="Label">As asked: "Confidential: customers, prices, contracts, plans".</param>
/// <param name="Words">As told in a summary: "confidential".</param>
/// <param name="Rank">Position in "least risky first" (Policies/README.md "Ids"), 0-based; choices of one sensitivity level share a rank
/// only where the policy says so.</param>
public sealed record Choice(string Id, string Label, string Words, int Rank);

/// <param name="Title">"Medium risk".</param>
/// <param name="From">Lowest score of the tier, 0–100.</param>
/// <param name="Words">The tier line of the summary: "A normal check."</param>
/// <param name="WorkingDays">Time allowed for the decision, working days.</param>
public sealed record TierDefinition(Tier Tier, string Title, int From, string Words, int WorkingDays, int ApprovalValidDays);

/// <param name="Words">"it helps decide about people".</param>
public sealed record Floor(string Id, Tier Minimum, PolicyCondition When, string Words);

/// <summary>A clause of the security schedule (Policies/README.md "Clauses").</summary>
public sealed record Clause
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Purpose { get; init; }

    /// <summary>One of the six headings of the schedule.</summary>
    public required string Heading { get; init; }
    public required PolicyCondition When { get; init; }

    /// <summary>
    /// "it handles personal data": why the clause applies, one for each sub-condition that can be the reason; the first whose condition
    /// holds is shown.
    /// </summary>
    public required IReadOnlyList<Because> Because { get; init; }

    /// <summary>Full text with <c>{parameters}</c>; the first variant whose condition holds stands, the last has none.</summary>
    public required IReadOnlyList<TextVariant> Text { get; init; }

    /// <summary>One plain line with <c>{parameters}</c>, for cards; variants as for <see cref="Text"/>.</summary>
    public required IReadOnlyList<TextVariant> Plain { get; init; }
    public required IReadOnlyList<string> Parameters { get; init; }
    public required IReadOnlyList<ParameterTable> ParameterTables { get; init; }
    public required IReadOnlyList<string> Mapping { get; init; }
    public required string AskLegal { get; init; }

    /// <summary>Also applies, as an internal check, to an open licence (Policies/README.md "Open licences").</summary>
    public required bool AppliesToOpenLicence { get; init; }

    /// <summary>A reviewer cannot let the clause go while this holds; null where they always can (Policies/README.md "Clauses").</summary>
    public PolicyCondition? NotWaivableWhen { get; init; }

    /// <summary>Parameters filled from an answer; named in <see cref="Parameters"/>, without a <see cref="ParameterTable"/>.</summary>
    public IReadOnlyList<AnswerParameter> AnswerParameters { get; init; } = [];
}

/// <summary>A parameter that prints the choices of a question, joined with "and".</summary>
/// <param name="ByChoice">Words of each choice as they read inside the clause: "the UK or the EEA".</param>
public sealed record AnswerParameter(string Name, string Question, IReadOnlyDictionary<string, string> ByChoice);

public sealed record Because(PolicyCondition? When, string Words);

public sealed record TextVariant(PolicyCondition? When, string Text);

/// <summary>How a clause parameter changes with the tier. Strictest value first where the parameter is a list of texts.</summary>
/// <param name="Direction">Which way is stricter for numbers; null for texts, whose order in <paramref name="Strictness"/> decides.</param>
public sealed record ParameterTable(
    string Name,
    IReadOnlyDictionary<Tier, string> ByTier,
    IReadOnlyList<ParameterOverride> Overrides,
    StricterWhen? Direction,
    IReadOnlyList<string> Strictness
);

public enum StricterWhen
{
    Lower,
    Higher,
}

public sealed record ParameterOverride(PolicyCondition When, Tier? Tier, string Value);

/// <param name="When">May use <c>tier</c>.</param>
public sealed record EvidenceRule(string Id, string Title, PolicyCondition When, string Because);

/// <param name="Months">Months between full reviews.</param>
/// <param name="FirstCheckDays">Days after go-live of the first check; null where there is none.</param>
/// <param name="ReminderDays">Days before the due date.</param>
/// <param name="SupplierReport">In words, the most frequent one first.</param>
public sealed record ReviewCycle(Tier Tier, int Months, int? FirstCheckDays, IReadOnlyList<int> ReminderDays, string SupplierReport)
{
    /// <summary>Months between reports of the supplier; null where the words name no interval.</summary>
    public int? ReportMonths =>
        SupplierReport.StartsWith("quarterly", StringComparison.OrdinalIgnoreCase) ? 3
        : SupplierReport.StartsWith("half-yearly", StringComparison.OrdinalIgnoreCase) ? 6
        : SupplierReport.StartsWith("yearly", StringComparison.OrdinalIgnoreCase) ? 12
        : null;
}

/// <param name="Words">What the name means; the meaning itself is fixed in the program.</param>
public sealed record DerivedFact(string Id, string Words);

public sealed record Trigger(string Id, string Words);

/// <summary>
/// One seat group of a tier: <paramref name="People"/> distinct people of <paramref name="Role"/> at <paramref name="Step"/> (1-based; a
/// step starts when the one before is full).
/// </summary>
/// <param name="Optional">The role counts only where it is configured; otherwise it is recorded as "not configured".</param>
public sealed record ApprovalRule(Tier Tier, int Step, string Role, int People, PolicyCondition? When, bool Optional);

/// <summary>K1–K9: asks the requester to confirm or tells the reviewer; never changes an answer.</summary>
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

/// <summary>The eight parts of the score (Policies/README.md "Score parts"). Points are whole numbers; the sum is capped at 100.</summary>
/// <param name="Data">Points by sensitivity level 0–3, then by volume small, medium, large.</param>
/// <param name="AiCap">Most points the <c>ai</c> part can give.</param>
public sealed record ScoreTable(
    IReadOnlyList<IReadOnlyList<int>> Data,
    IReadOnlyDictionary<string, int> Access,
    IReadOnlyDictionary<string, int> Stop,
    IReadOnlyDictionary<string, int> Replace,
    IReadOnlyDictionary<string, int> Ai,
    int AiCap,
    IReadOnlyDictionary<string, int> Others,
    IReadOnlyDictionary<string, int> Where,
    IReadOnlyDictionary<string, int> Proof
);
