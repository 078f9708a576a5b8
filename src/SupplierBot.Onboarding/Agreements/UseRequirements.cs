namespace SupplierBot.Onboarding.Agreements;

/// <summary>
/// What must be settled before anyone may use what is approved, as the policy said when the request was assessed. Kept with the case, so
/// that the register entry follows from the case alone.
/// </summary>
/// <param name="Clauses">Ids of clauses.</param>
/// <param name="Firm">Those that no reviewer can let go.</param>
/// <param name="Sections">Those that count only with their section.</param>
/// <param name="Documents">Ids of evidence, each of which is needed.</param>
/// <param name="OneOf">Ids of evidence of which one is enough; none where none is needed.</param>
public sealed record UseRequirements(
    IReadOnlyList<string> Clauses,
    IReadOnlyList<string> Firm,
    IReadOnlyList<string> Sections,
    IReadOnlyList<string> Documents,
    IReadOnlyList<string> OneOf
)
{
    /// <summary>Decides about a changed clause; null for those who approve.</summary>
    public string? LegalRole { get; init; }

    /// <summary>May answer for the gap of a refused clause; null where nobody may.</summary>
    public string? RiskRole { get; init; }

    /// <summary>Ids of clauses whose gap nobody accepts.</summary>
    public IReadOnlyList<string>? Never { get; init; }
}
