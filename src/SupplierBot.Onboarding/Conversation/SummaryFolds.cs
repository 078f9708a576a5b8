namespace SupplierBot.Onboarding;

/// <summary>What is there for those who ask: the points of the contract, the documents, the arithmetic.</summary>
internal static class SummaryFolds
{
    public static IEnumerable<Fold> Of(Assessed shown) => new[]
    {
        new Fold("contract", shown.Wording["summary.fold_contract"], [.. shown.Assessment.Clauses.Select(clause => Clause(shown, clause))]),
        new Fold("documents", shown.Wording["summary.fold_documents"], [.. shown.Assessment.Evidence.Select(document => new Line(shown.Say("summary.because", ("because", document.Because)), document.Title))]),
        new Fold("points", shown.Wording["summary.fold_points"], [.. Points(shown)]),
    }.Where(fold => fold.Any);

    private static Line Clause(Assessed shown, RequiredClause clause) =>
        new(shown.Say("summary.clause", ("plain", clause.Plain), ("because", clause.Because)), clause.Title);

    private static IEnumerable<Line> Points(Assessed shown)
    {
        var (assessment, policy) = (shown.Assessment, shown.Policy);
        foreach (var part in assessment.Parts.Where(part => part.Points > 0)) yield return new(Assessed.Number(part.Points), part.Words);
        yield return new(Total(shown));
        foreach (var floor in assessment.Floors) yield return new(shown.Say("summary.rule", ("words", floor.Words), ("tier", policy.TierLine(floor.Minimum).Title)));
    }

    private static string Total(Assessed shown)
    {
        var score = shown.Assessment.Score;
        var next = shown.Policy.Tiers.FirstOrDefault(tier => tier.From > score);
        return next is null
            ? shown.Say("summary.total", ("score", Assessed.Number(score)))
            : shown.Say("summary.total_next", ("score", Assessed.Number(score)), ("tier", next.Title), ("from", Assessed.Number(next.From)));
    }
}
