namespace SupplierBot.Onboarding.Policies;

public sealed record Question
{
    public required string Id { get; init; }
    public required QuestionKind Kind { get; init; }
    public required string Prompt { get; init; }
    public string? Help { get; init; }
    public string? Example { get; init; }

    /// <summary>Short name for one-line summaries: "Trains on our data".</summary>
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

    /// <summary>Of several picked answers the least risky counts, not the riskiest: one good certificate is enough.</summary>
    public bool ReadByBest { get; init; }

    /// <summary>Where the answer stands on the review card, lowest first; null where it doesn't.</summary>
    public int? ReviewCardPlace { get; init; }

    /// <summary>Whether the summary says what a better answer would bring.</summary>
    public Improvement MayImprove { get; init; }

    /// <summary>Chosen already when the question is shown; whoever knows better changes it. Null where nobody is answered for.</summary>
    public string? Preset { get; init; }

    /// <summary>Choices few people need: on a closed row of their own, so that the others are read.</summary>
    public IReadOnlyList<string> Rare { get; init; } = [];

    public bool IsChoice => Kind is QuestionKind.One or QuestionKind.Several;

    /// <summary>
    /// "None" beside something else is dropped. "Not sure" never is, because that could only make things look safer (Policies/README.md
    /// "Ids").
    /// </summary>
    public IReadOnlyList<string> WithoutAlone(IReadOnlyList<string> picked) =>
        picked.Count > 1 && Kind == QuestionKind.Several ? [.. picked.Where(id => Choice(id) is not { Alone: true })] : picked;

    public Choice? Choice(string id) => Choices.FirstOrDefault(choice => choice.Id == id);
}

/// <summary>
/// Some answers can really be changed, by a setting or another plan. Of others nobody is taught to answer smaller than it is.
/// </summary>
public enum Improvement
{
    Never,
    WhenOpen,
    Always,
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

/// <param name="Label">As asked: "Confidential: customers, prices, contracts, plans".</param>
/// <param name="Words">As told in a summary: "confidential".</param>
/// <param name="Rank">Position in "least risky first" (Policies/README.md "Ids"), 0-based; choices of one sensitivity level share a rank
/// only where the policy says so.</param>
public sealed record Choice(string Id, string Label, string Words, int Rank)
{
    /// <summary>Excludes the others of a "several" question.</summary>
    public bool Alone { get; init; }

    /// <summary>
    /// Choices that hold as well where a condition asks for them: "not sure" whether customers see it counts as if they did.
    /// </summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>The supplier type it means; null for the type of the same id.</summary>
    public string? Type { get; init; }
}

/// <summary>Questions that belong on one card. The page vanishes when all its questions skip.</summary>
public sealed record QuestionPage(string Id, string Title, IReadOnlyList<string> Questions);

/// <summary>Questions that types, levels and people are made of; every policy has them.</summary>
internal static class NeededQuestions
{
    public const string Name = "name";
    public const string Owner = "owner";

    /// <summary>Its answers are the supplier types.</summary>
    public const string Role = "role";

    /// <summary>Its order is the sensitivity.</summary>
    public const string Data = "data";
}
