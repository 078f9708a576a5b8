namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>
/// The names conditions may use. The file explains them; what they mean is fixed in the program, so the names must be the same.
/// </summary>
internal static class DerivedFactSection
{
    public static IReadOnlyList<DerivedFact> Read(PolicyFields root)
    {
        if (root.Section("facts", "facts") is not { } section)
        {
            return [];
        }

        var known = SectionTerms
            .DerivedFacts.Keys.Order(StringComparer.Ordinal)
            .Select(id => new DerivedFact(id, section.Text(id)))
            .ToList();
        section.Close();
        return known;
    }
}
