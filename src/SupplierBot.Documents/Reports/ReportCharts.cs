using SupplierBot.Documents.Text;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Documents.Reports;

/// <summary>The chapters with a chart, each with the table of its numbers.</summary>
internal static class ReportCharts
{
    private const int MostBars = 8;
    private static readonly Tier[] Tiers = [Tier.Critical, Tier.High, Tier.Medium, Tier.Low];

    public static IEnumerable<Block> Population(ReportFigures figures, ReportTexts texts)
    {
        var words = texts.Words;
        yield return new Block.Heading(1, words["document.report.population"]);
        if (figures.Population.Count == 0)
        {
            yield return new Block.Paragraph(words["document.report.population_none"]);
            yield break;
        }
        yield return new Block.Chart(
            ChartKind.StackedColumns,
            words["document.report.population_chart"],
            [.. Tiers.Select(words.Tier)],
            [
                .. ReportTexts
                    .Groups.Select(group => new ChartSeries(
                        words[$"document.report.state_{group.Key}"],
                        [.. Tiers.Select(tier => (double)Count(figures, tier, group.States))]
                    ))
                    .Where(series => series.Values.Sum() > 0),
            ],
            Repeats: true
        );
        yield return new Block.Table(
            [
                new(words["document.report.state"], 6),
                .. Tiers.Select(tier => new Column(words.Tier(tier), 2, IsNumber: true)),
                new(words["document.report.all"], 2, IsNumber: true),
            ],
            [
                .. Enum.GetValues<EntryStatus>()
                    .Where(status => figures.Count(status) > 0)
                    .Select(status => CountRow(words.Wording[$"words.entry.{status}"], tier => Count(figures, tier, [status]))),
                Strong(CountRow(words["document.report.all"], tier => Count(figures, tier, Enum.GetValues<EntryStatus>()))),
            ]
        );
    }

    public static IEnumerable<Block> Decisions(ReportFigures figures, ReportTexts texts)
    {
        var (words, decisions) = (texts.Words, figures.Decisions);
        yield return new Block.Heading(1, words["document.report.decisions"]);
        if (decisions.Counts.Count == 0)
        {
            yield return new Block.Paragraph(words["document.report.decisions_none"]);
            yield break;
        }
        if (decisions.Answered > 0)
            yield return new Block.Paragraph(
                words.Fill(
                    "document.report.decisions_words",
                    ("n", DocumentWords.Number(decisions.Answered)),
                    ("time", DocumentWords.Number(decisions.OnTime)),
                    ("days", texts.Days(decisions.MedianDays))
                )
            );
        if (decisions.Deviations > 0)
            yield return new Block.Paragraph(
                words.Fill("document.report.decisions_deviations", ("n", DocumentWords.Number(decisions.Deviations))),
                ParagraphStyle.Attention
            );
        yield return new Block.Table(
            [
                new(words["document.report.outcome"], 6),
                .. Tiers.Select(tier => new Column(words.Tier(tier), 2, IsNumber: true)),
                new(words["document.report.all"], 2, IsNumber: true),
            ],
            [
                .. decisions
                    .Counts.Select(one => one.Outcome)
                    .Distinct()
                    .Order()
                    .Select(outcome => CountRow(words.Wording[$"words.status.{outcome}"], tier => Decided(decisions, tier, outcome))),
                Strong(
                    CountRow(words["document.report.all"], tier => decisions.Counts.Where(one => one.Tier == tier).Sum(one => one.Count))
                ),
            ]
        );
    }

    public static IEnumerable<Block> Concentration(ReportFigures figures, ReportTexts texts)
    {
        var (words, all) = (texts.Words, figures.Concentration);
        yield return new Block.PageBreak();
        yield return new Block.Heading(1, words["document.report.concentration"]);
        yield return new Block.Paragraph(words["document.report.concentration_words"]);
        foreach (var use in all.Critical.Take(MostBars))
            yield return new Block.Paragraph(
                words.Fill(
                    "document.report.concentration_critical",
                    ("n", DocumentWords.Number(use.Services)),
                    ("all", DocumentWords.Number(all.CriticalServices)),
                    ("provider", SafeText.OneLine(use.Name))
                )
            );
        (string Key, IReadOnlyList<Share> Shares)[] lists =
        [
            ("providers", all.Providers),
            ("countries", all.Countries),
            ("types", all.Types),
            ("suppliers", all.Suppliers),
        ];
        foreach (var (key, shares) in lists)
        {
            yield return new Block.Heading(2, words[$"document.report.concentration_{key}"]);
            if (shares.Count == 0)
                yield return new Block.Paragraph(words[$"document.report.concentration_{key}_none"]);
            else
                yield return Shares(shares, words);
            if (shares.Count > MostBars)
                yield return new Block.Paragraph(
                    words.Fill("list.more", ("n", DocumentWords.Number(shares.Count - MostBars))),
                    ParagraphStyle.Small
                );
        }
    }

    /// <summary>Bars are read faster than numbers, and the numbers stand at their ends.</summary>
    private static Block.Chart Shares(IReadOnlyList<Share> shares, DocumentWords words) =>
        new(
            ChartKind.Bars,
            "",
            [.. shares.Take(MostBars).Select(share => Onboarding.Views.Texts.Clip(SafeText.OneLine(share.Name), 60))],
            [
                new(words["document.report.services"], [.. shares.Take(MostBars).Select(share => (double)share.Services)]),
                new(words["document.report.important"], [.. shares.Take(MostBars).Select(share => (double)share.Important)]),
            ]
        );

    public static IEnumerable<Block> Trend(ReportFigures figures, ReportTexts texts)
    {
        var words = texts.Words;
        yield return new Block.Heading(1, words["document.report.trend"]);
        if (figures.Trend.Count < 2)
        {
            yield return new Block.Paragraph(words["document.report.trend_none"]);
            yield break;
        }
        IReadOnlyList<string> quarters = [.. figures.Trend.Select(one => texts.Quarter(one.Quarter))];
        yield return new Block.Chart(
            ChartKind.StackedColumns,
            words["document.report.trend_chart"],
            quarters,
            [
                new(words["words.status.Approved"], [.. figures.Trend.Select(one => (double)one.Approved)]),
                new(words["words.status.Rejected"], [.. figures.Trend.Select(one => (double)one.Rejected)]),
                new(words["document.report.other"], [.. figures.Trend.Select(one => (double)one.Other)]),
            ],
            Repeats: true
        );
        yield return new Block.Table(
            [
                new(words["document.report.quarter_head"], 4),
                new(words["words.status.Approved"], 3, IsNumber: true),
                new(words["words.status.Rejected"], 3, IsNumber: true),
                new(words["document.report.other"], 4, IsNumber: true),
                new(words["document.report.median"], 3, IsNumber: true),
            ],
            [
                .. figures.Trend.Select(one =>
                    Row.Of(
                        texts.Quarter(one.Quarter),
                        ReportTexts.Count(one.Approved),
                        ReportTexts.Count(one.Rejected),
                        ReportTexts.Count(one.Other),
                        texts.Days(one.MedianDays)
                    )
                ),
            ]
        );
    }

    private static Row CountRow(string label, Func<Tier, int> count) =>
        Row.Of([label, .. Tiers.Select(tier => ReportTexts.Count(count(tier))), ReportTexts.Count(Tiers.Sum(count))]);

    private static Row Strong(Row row) => new([.. row.Cells.Select(cell => cell with { Style = RunStyle.Strong })]);

    private static int Count(ReportFigures figures, Tier tier, EntryStatus[] states) =>
        figures.Population.Where(one => one.Tier == tier && states.Contains(one.Status)).Sum(one => one.Count);

    private static int Decided(DecisionFigures decisions, Tier tier, CaseStatus outcome) =>
        decisions.Counts.Where(one => one.Tier == tier && one.Outcome == outcome).Sum(one => one.Count);
}
