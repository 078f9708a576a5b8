using SupplierBot.Documents.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Reports;

/// <summary>What management reads of a quarter: the figures, what they mean, and what has to be decided.</summary>
public static class ManagementReport
{
    /// <summary>Its first sentences: what somebody reads who opens nothing.</summary>
    public static string Lead(ReportFigures figures, Provenance provenance, Wording wording) =>
        ReportSummary.Lead(figures, new ReportTexts(new DocumentWords(provenance, wording)));

    public static DocumentText Of(ReportFigures figures, Provenance provenance, Wording wording)
    {
        var words = new DocumentWords(provenance, wording);
        var texts = new ReportTexts(words);
        var lists = new ReportLists(figures, texts);
        return words.Document(
            words["document.report.title"],
            words.Fill("document.report.subtitle", ("organisation", provenance.Organisation), ("quarter", texts.Quarter(figures.Quarter))),
            [
                .. ReportSummary.Of(figures, texts),
                .. ReportCharts.Population(figures, texts),
                .. ReportCharts.Decisions(figures, texts),
                .. lists.Overdue(),
                .. lists.Exceptions(),
                .. lists.Incidents(),
                .. lists.Expiring(),
                .. ReportCharts.Concentration(figures, texts),
                .. ReportCharts.Trend(figures, texts),
                .. About(figures, texts),
            ]
        );
    }

    private static IEnumerable<Block> About(ReportFigures figures, ReportTexts texts)
    {
        var words = texts.Words;
        yield return new Block.Heading(1, words["document.report.about"]);
        yield return new Block.BulletList([
            words.Fill(
                "document.report.about_days",
                ("from", DocumentWords.Day(figures.Quarter.First)),
                ("to", DocumentWords.Day(figures.Quarter.Last)),
                ("day", DocumentWords.Day(figures.AsOf))
            ),
            words["document.report.about_median"],
            words.Fill("document.report.about_used", ("n", DocumentWords.Number(ReportFigures.ExpiryDays))),
            words["document.report.about_providers"],
            words.Fill(
                "document.report.about_policy",
                ("version", words.Provenance.PolicyVersion),
                ("approval", words.Provenance.PolicyApproval)
            ),
            .. figures.Unread == 0 ? [] : new[] { words.Fill("document.report.about_unread", ("n", DocumentWords.Number(figures.Unread))) },
        ]);
    }
}
