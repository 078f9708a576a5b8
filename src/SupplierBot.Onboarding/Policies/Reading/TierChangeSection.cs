namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>Who may lower a tier, for how long and how far.</summary>
internal static class TierChangeSection
{
    private const string Name = "tier_changes";
    private const int LongestDays = 365;

    /// <summary>Stands for what could not be read.</summary>
    private static readonly TierChangeRules Nobody = new("", 1, []);

    public static TierChangeRules Read(PolicyFields root, IReadOnlyList<string> roles, IEnumerable<Floor> floors)
    {
        if (root.Section(Name, Name) is not { } section)
        {
            return Nobody;
        }

        var rules = section.Section("lower", $"{Name}, lower") is { } lower ? Lower(lower, roles, floors) : Nobody;
        section.Close();
        return rules;
    }

    private static TierChangeRules Lower(PolicyFields lower, IReadOnlyList<string> roles, IEnumerable<Floor> floors)
    {
        var rules = new TierChangeRules(
            lower.Reference("role", "role", roles),
            lower.Number("longest_days", 1, LongestDays),
            lower.References("never_under", "floor", [.. floors.Select(floor => floor.Id)])
        );
        lower.Close();
        return rules;
    }
}
