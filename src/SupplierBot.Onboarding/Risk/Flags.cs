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
    /// May the data be used at all: special or children's data into our models, or personal data that is bought (Policies/README.md
    /// "Flags").
    /// </summary>
    private static bool NeedsLawfulness(in AnswerBits given)
    {
        var words = given.Words;
        var delicate = Picked(given, words.Data, "special", "children");
        var bought =
            (given.Picked(words.Role) & words.RolesOf("DATA")) != 0 && Picked(given, words.Data, "personal", "special", "children");
        return bought || (delicate && Picked(given, words.Effects, "into_models"));
    }

    private static bool Picked(in AnswerBits given, int place, params ReadOnlySpan<string> choices) =>
        (given.Picked(place) & given.Words.Bits(place, choices)) != 0;
}

/// <summary>
/// A model or data set under an open licence has nobody who could sign: its clauses become checks of our own (Policies/README.md "Open
/// licences").
/// </summary>
internal static class OpenLicence
{
    public const string Flag = "open_licence";

    public static bool Claimed(in AnswerBits given) =>
        (given.Picked(given.Words.Deal) & given.Words.Bit(given.Words.Deal, "open_licence")) != 0;

    /// <summary>
    /// Only models or data, and nothing reaches us beyond what we run ourselves; anything more is a relationship with terms.
    /// </summary>
    public static bool Stands(in AnswerBits given)
    {
        var words = given.Words;
        return Claimed(given)
            && Within(given.Picked(words.Role), words.Bits(words.Role, "MODEL", "DATA"))
            && Within(given.Picked(words.Access), words.Bits(words.Access, "none", "inside_ours"));
    }

    private static bool Within(ulong picked, ulong allowed) => picked != 0 && (picked & ~allowed) == 0;
}
