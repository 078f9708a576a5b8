namespace SupplierBot.Onboarding.Policies;

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
public sealed record Choice(string Id, string Label, string Words, int Rank);

/// <summary>Questions that belong on one card. The page vanishes when all its questions skip.</summary>
public sealed record QuestionPage(string Id, string Title, IReadOnlyList<string> Questions);
