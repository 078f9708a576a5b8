namespace SupplierBot.Onboarding;

/// <summary>The names conditions may use. The file explains them; what they mean is fixed in the program, so the names must be the same.</summary>
internal static class FactSection
{
    public static IReadOnlyList<NamedFact> Read(PolicyFields root)
    {
        if (root.Section("facts", "facts") is not { } facts)
        {
            return [];
        }

        var known = SectionWords.Facts.Keys.Order(StringComparer.Ordinal).Select(id => new NamedFact(id, facts.Text(id))).ToList();
        facts.Close();
        return known;
    }
}
