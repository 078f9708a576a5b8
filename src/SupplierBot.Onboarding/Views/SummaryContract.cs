namespace SupplierBot.Onboarding.Views;

/// <summary>What the contract has to cover and who sees to it, by the kind of deal.</summary>
internal static class SummaryContract
{
    public static IEnumerable<string> Lines(AssessedDraft shown)
    {
        yield return shown.Say(shown.Assessment.Clauses.Count == 0 ? "summary.contract_none" : Key(shown), ("n", AssessedDraft.Number(shown.Assessment.Clauses.Count)), ("owner", Owner(shown)));
        if (shown.Assessment.Evidence.Count > 0) yield return shown.Say("summary.documents", ("n", AssessedDraft.Number(shown.Assessment.Evidence.Count)));
    }

    private static string Key(AssessedDraft shown) => shown.Assessment.InternalChecksOnly ? "summary.contract_own_checks" : shown.Answers.One("deal") switch
    {
        "negotiated" => "summary.contract_signed",
        "purchase_order" => "summary.contract_order",
        _ => "summary.contract_terms",
    };

    private static string Owner(AssessedDraft shown) => Texts.Clip(shown.Answers.One("owner") ?? shown.Wording["summary.owner_you"], 60);
}
