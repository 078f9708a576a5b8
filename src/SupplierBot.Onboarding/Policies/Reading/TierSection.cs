namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>The four tiers, lowest first, and the floors under them.</summary>
internal static class TierSection
{
    private const int LongestDays = 3650;

    /// <summary>In the order of <see cref="Tier"/>.</summary>
    public static readonly IReadOnlyList<string> Names = Enum.GetNames<Tier>();

    public static IReadOnlyList<TierDefinition> Read(PolicyFields root)
    {
        var entries = root.Entries("tiers", "tier");
        var tiers = entries.Select(Tier).ToList();
        if (root.Optional("tiers") is { } node && !tiers.Select(tier => tier.Tier).SequenceEqual(Enum.GetValues<Tier>()))
        {
            root.Fault(node, $"`tiers` must be {string.Join(", ", Enum.GetNames<Tier>())}, in this order");
        }

        foreach (var (index, entry) in entries.Index())
        {
            Ascends(entry, tiers, index);
        }

        return tiers;
    }

    public static IReadOnlyList<Floor> Floors(PolicyFields root, PolicyConditionTerms words)
    {
        var entries = root.Entries("floors", "floor");
        SectionReading.NoTwins(entries);
        return [.. entries.Select(entry => Floor(entry, words))];
    }

    private static void Ascends(PolicyFields entry, List<TierDefinition> tiers, int index)
    {
        if (index == 0 && tiers[0].From != 0)
        {
            entry.Fault(entry.Optional("from") ?? entry.Node, $"the lowest tier must start `from: 0`, found {tiers[0].From}");
        }

        if (index > 0 && tiers[index].From <= tiers[index - 1].From)
        {
            entry.Fault(
                entry.Optional("from") ?? entry.Node,
                $"`from: {tiers[index].From}` must be higher than the {tiers[index - 1].From} of the tier before"
            );
        }
    }

    private static TierDefinition Tier(PolicyFields entry)
    {
        var line = new TierDefinition(
            (Tier)entry.Word("id", Names),
            entry.Text("title"),
            entry.Number("from", 0, ScoreRule.Most),
            entry.Text("words"),
            entry.Number("working_days", 1, LongestDays),
            entry.Number("approval_valid_days", 1, LongestDays)
        );
        entry.Close();
        return line;
    }

    private static Floor Floor(PolicyFields entry, PolicyConditionTerms words)
    {
        var floor = new Floor(entry.Id, (Tier)entry.Word("min", Names), entry.Condition("when", words), entry.Text("words"));
        entry.Close();
        return floor;
    }
}
