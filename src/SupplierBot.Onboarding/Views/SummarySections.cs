using SupplierBot.Onboarding.Risk;

namespace SupplierBot.Onboarding.Views;

/// <summary>What is there for those who ask: the points of the contract, the documents, the arithmetic.</summary>
internal static class SummarySections
{
    public static IEnumerable<Section> Of(AssessedDraft shown) => new[]
    {
        new Section("contract", shown.Wording["summary.fold_contract"], [.. shown.Assessment.Clauses.Select(clause => Clause(shown, clause))]),
        new Section("documents", shown.Wording["summary.fold_documents"], [.. shown.Assessment.Evidence.Select(document => new LabelledText(shown.Say("summary.because", ("because", document.Because)), document.Title))]),
        new Section("points", shown.Wording["summary.fold_points"], [.. Points(shown)]),
    }.Where(section => section.Any);

    private static LabelledText Clause(AssessedDraft shown, RequiredClause clause) =>
        new(shown.Say("summary.clause", ("plain", clause.Plain), ("because", clause.Because)), clause.Title);

    private static IEnumerable<LabelledText> Points(AssessedDraft shown)
    {
        var (assessment, policy) = (shown.Assessment, shown.Policy);
        foreach (var part in assessment.Parts.Where(part => part.Points > 0)) yield return new(AssessedDraft.Number(part.Points), part.Words);
        yield return new(Total(shown));
        foreach (var floor in assessment.Floors) yield return new(shown.Say("summary.rule", ("words", floor.Words), ("tier", policy.DefinitionOf(floor.Minimum).Title)));
    }

    private static string Total(AssessedDraft shown)
    {
        var score = shown.Assessment.Score;
        var next = shown.Policy.Tiers.FirstOrDefault(tier => tier.From > score);
        return next is null
            ? shown.Say("summary.total", ("score", AssessedDraft.Number(score)))
            : shown.Say("summary.total_next", ("score", AssessedDraft.Number(score)), ("tier", next.Title), ("from", AssessedDraft.Number(next.From)));
    }
}
