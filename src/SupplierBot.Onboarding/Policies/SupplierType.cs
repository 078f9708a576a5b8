namespace SupplierBot.Onboarding.Policies;

/// <param name="Words">"AI application": how the type is named in lists.</param>
public sealed record SupplierType(string Id, string Title, string Words, IReadOnlyList<SupplierRisk> Risks)
{
    /// <summary>What makes a supplier one of this type, in a sentence.</summary>
    public string About { get; init; } = "";

    /// <summary>The clauses that answer the risks of this type first.</summary>
    public IReadOnlyList<string> KeyClauses { get; init; } = [];
}

/// <param name="Words">What goes wrong, in one plain sentence.</param>
public sealed record SupplierRisk(string Id, string Title, string Words, string Reference);
