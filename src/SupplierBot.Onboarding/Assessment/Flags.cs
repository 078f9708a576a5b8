namespace SupplierBot.Onboarding;

/// <summary>What a reviewer should notice; flags never add points (policy.md §4, "flags only").</summary>
internal static class Flags
{
    public static IReadOnlyList<string> Of(in Facts facts, bool open, IReadOnlyList<RaisedCheck> checks)
    {
        var flags = new List<string>(checks.Count + 4);
        foreach (var check in checks)
        {
            if (!flags.Contains(check.Id))
            {
                flags.Add(check.Id);
            }
        }

        AddIf(open, Choices.NotSure, flags);
        AddIf(Picked(facts, facts.Words.Effects, "regulated_client"), "regulated_client", flags);
        AddIf(NeedsLawfulness(facts), "lawfulness", flags);
        AddIf(OpenLicence.Claimed(facts) && !OpenLicence.Stands(facts), OpenLicence.Flag, flags);
        return flags;
    }

    private static void AddIf(bool applies, string flag, List<string> flags)
    {
        if (applies && !flags.Contains(flag))
        {
            flags.Add(flag);
        }
    }

    /// <summary>May the data be used at all: special or children's data into our models, or personal data that is bought (policy.md §10, RD3).</summary>
    private static bool NeedsLawfulness(in Facts facts)
    {
        var words = facts.Words;
        var delicate = Picked(facts, words.Data, "special", "children");
        var bought = (facts.Picked(words.Role) & words.RolesOf("DATA")) != 0 && Picked(facts, words.Data, "personal", "special", "children");
        return bought || (delicate && Picked(facts, words.Effects, "into_models"));
    }

    private static bool Picked(in Facts facts, int place, params ReadOnlySpan<string> choices) =>
        (facts.Picked(place) & facts.Words.Bits(place, choices)) != 0;
}
