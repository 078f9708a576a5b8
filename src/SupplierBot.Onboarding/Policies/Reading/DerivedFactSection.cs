namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>The policy's own names for conditions over the answers, each usable from the next entry on.</summary>
internal static class DerivedFactSection
{
    public static IReadOnlyList<DerivedFact> Read(PolicyFields root, SectionTerms terms)
    {
        var entries = root.Entries("facts", "fact");
        SectionReading.NoTwins(entries);
        var facts = new List<DerivedFact>(entries.Count);
        foreach (var entry in entries)
        {
            var fact = new DerivedFact(entry.Id, entry.Condition("when", terms.Answers), entry.Text("words"));
            entry.Close();
            terms.Add(fact);
            facts.Add(fact);
        }

        if (root.Optional("facts") is { } node && facts.TrueForAll(fact => fact.Id != DerivedFact.NobodySigns))
        {
            root.Fault(node, $"the fact `{DerivedFact.NobodySigns}` is missing: where it holds, clauses are checks of our own");
        }

        return facts;
    }

    /// <summary>A fact that nothing asks for has no effect.</summary>
    public static void CheckUse(PolicyFields root, IReadOnlyList<DerivedFact> facts, SectionTerms terms)
    {
        foreach (var (index, fact) in facts.Index().Where(pair => !terms.Uses(pair.Item.Id) && pair.Item.Id != DerivedFact.NobodySigns))
        {
            root.NoEffect(root.List("facts")[index], $"the fact `{fact.Id}`", "no condition uses it");
        }
    }
}
