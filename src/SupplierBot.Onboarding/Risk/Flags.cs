namespace SupplierBot.Onboarding.Risk;

/// <summary>What a reviewer should notice; flags never add points (Policies/README.md "Flags").</summary>
internal static class Flags
{
    public static IReadOnlyList<string> Of(in AnswerBits given, bool open, IReadOnlyList<RaisedCheck> checks)
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
        AddIf(Picked(given, given.Words.Effects, "regulated_client"), "regulated_client", flags);
        AddIf(NeedsLawfulness(given), "lawfulness", flags);
        AddIf(OpenLicence.Claimed(given) && !OpenLicence.Stands(given), OpenLicence.Flag, flags);
        return flags;
    }

    private static void AddIf(bool applies, string flag, List<string> flags)
    {
        if (applies && !flags.Contains(flag))
        {
            flags.Add(flag);
        }
    }

    /// <summary>
    /// May the data be used at all: special or children's data into our models, or personal data that is bought
    /// (Policies/README.md "Flags").
    /// </summary>
    private static bool NeedsLawfulness(in AnswerBits given)
    {
        var words = given.Words;
        var delicate = Picked(given, words.Data, "special", "children");
        var bought = (given.Picked(words.Role) & words.RolesOf("DATA")) != 0 && Picked(given, words.Data, "personal", "special", "children");
        return bought || (delicate && Picked(given, words.Effects, "into_models"));
    }

    private static bool Picked(in AnswerBits given, int place, params ReadOnlySpan<string> choices) =>
        (given.Picked(place) & given.Words.Bits(place, choices)) != 0;
}
