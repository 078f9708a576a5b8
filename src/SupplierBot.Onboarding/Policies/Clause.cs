namespace SupplierBot.Onboarding.Policies;

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
/// <param name="Typed">A text question whose answer stands in brackets behind them; null for none.</param>
public sealed record AnswerParameter(string Name, string Question, IReadOnlyDictionary<string, string> ByChoice, string? Typed);

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
