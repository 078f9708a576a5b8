namespace SupplierBot.Onboarding.Agreements;

/// <summary>What events about clauses say, beside the words.</summary>
internal static class ClauseEvents
{
    /// <summary>Ids of clauses, with commas between them.</summary>
    public const string Points = "points";

    /// <summary>The state they have now, or the one that was proposed.</summary>
    public const string Became = "became";
}
