namespace SupplierBot.Onboarding.Risk;

/// <summary>
/// A model or data set under an open licence has nobody who could sign: its clauses become checks of our own
/// (Policies/README.md "Open licences").
/// </summary>
internal static class OpenLicence
{
    public const string Flag = "open_licence";

    public static bool Claimed(in AnswerBits given) => (given.Picked(given.Words.Deal) & given.Words.Bit(given.Words.Deal, "open_licence")) != 0;

    /// <summary>Only models or data, and nothing reaches us beyond what we run ourselves; anything more is a relationship with terms.</summary>
    public static bool Stands(in AnswerBits given)
    {
        var words = given.Words;
        return Claimed(given)
            && Within(given.Picked(words.Role), words.Bits(words.Role, "MODEL", "DATA"))
            && Within(given.Picked(words.Access), words.Bits(words.Access, "none", "inside_ours"));
    }

    private static bool Within(ulong picked, ulong allowed) => picked != 0 && (picked & ~allowed) == 0;
}
