using SupplierBot.Documents.Text;
using SupplierBot.Onboarding.Cases;

namespace SupplierBot.Documents.Reports;

/// <summary>The first page: four sentences and six numbers.</summary>
internal static class ReportSummary
{
    public static IEnumerable<Block> Of(ReportFigures figures, ReportTexts texts)
    {
        yield return new Block.Paragraph(Lead(figures, texts), ParagraphStyle.Lead);
        (string Key, int Count, bool Attention)[] tiles =
        [
            ("in_use", InUse(figures), false),
            ("decided", figures.Decisions.Answered, false),
            ("overdue", figures.Overdue.Count, figures.Overdue.Count > 0),
            ("exceptions", figures.Exceptions.Count, figures.Exceptions.Any(one => one.Lapsed)),
            ("incidents", figures.Incidents.Count, figures.Incidents.Count > 0),
            ("expiring", figures.Expiring.Count, figures.Expiring.Any(one => one.Past)),
        ];
        yield return new Block.Table(
            [.. tiles.Select(tile => new Column(texts.Words[$"document.report.tile_{tile.Key}"]))],
            [
                new Row([
                    .. tiles.Select(tile => new Cell(
                        DocumentWords.Number(tile.Count),
                        tile.Attention ? RunStyle.Deviation : RunStyle.Plain
                    )),
                ]),
            ],
            TableLook.Figures
        );
    }

    public static string Lead(ReportFigures figures, ReportTexts texts) => string.Join(' ', Sentences(figures, texts));

    private static int InUse(ReportFigures figures) => figures.Count(ReportTexts.Groups[0].States);

    private static IEnumerable<string> Sentences(ReportFigures figures, ReportTexts texts)
    {
        var (words, decisions) = (texts.Words, figures.Decisions);
        yield return words.Fill("document.report.lead_use", ("n", DocumentWords.Number(InUse(figures))));
        yield return decisions.Answered == 0
            ? words["document.report.lead_no_decisions"]
            : words.Fill(
                "document.report.lead_decisions",
                ("n", DocumentWords.Number(decisions.Answered)),
                ("days", texts.Days(decisions.MedianDays))
            );
        if (decisions.Of(CaseStatus.Rejected) is > 0 and var rejected)
            yield return words.Fill("document.report.lead_rejected", ("n", DocumentWords.Number(rejected)));
        if (figures.Overdue.Count > 0)
            yield return words.Fill("document.report.lead_overdue", ("n", DocumentWords.Number(figures.Overdue.Count)));
        if (figures.Exceptions.Count(one => one.Lapsed) is > 0 and var lapsed)
            yield return words.Fill("document.report.lead_lapsed", ("n", DocumentWords.Number(lapsed)));
        if (figures.Incidents.Count > 0)
            yield return words.Fill("document.report.lead_incidents", ("n", DocumentWords.Number(figures.Incidents.Count)));
        if (figures.Overdue.Count + figures.Incidents.Count == 0)
            yield return words["document.report.lead_calm"];
    }
}
