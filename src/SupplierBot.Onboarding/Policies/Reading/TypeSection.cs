namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>Supplier types and their risks.</summary>
internal static class TypeSection
{
    public static IReadOnlyList<SupplierType> Read(PolicyFields root)
    {
        var entries = root.Entries("types", "type");
        SectionReading.NoTwins(entries);
        var clauses = ClauseIds(root);
        var types = entries.Select(entry => Type(entry, clauses)).ToList();
        SectionReading.NoTwins(entries.SelectMany(entry => entry.Identified(entry.OptionalList("risks"), "risk")));
        return types;
    }

    /// <summary>Clauses stand further down, but types may name them.</summary>
    public static IReadOnlyList<string> ClauseIds(PolicyFields root) =>
        [.. root.Identified(root.OptionalList("clauses"), "clause").Select(clause => clause.Id).Where(id => id.Length > 0)];

    private static SupplierType Type(PolicyFields entry, IReadOnlyList<string> clauses)
    {
        var type = new SupplierType(entry.Id, entry.Text("title"), entry.Text("words"), [.. entry.Entries("risks", "risk").Select(Risk)])
        {
            About = entry.Text("about"),
            KeyClauses = entry.References("key_clauses", "clause", clauses),
        };
        entry.Close();
        return type;
    }

    private static SupplierRisk Risk(PolicyFields entry)
    {
        var risk = new SupplierRisk(entry.Id, entry.Text("title"), entry.Text("words"), entry.Text("reference"));
        entry.Close();
        return risk;
    }
}
