using SupplierBot.Documents.Text;

namespace SupplierBot.Documents.Reports;

/// <summary>The chapters that are lists: what somebody has to act on, the first to act on first.</summary>
internal sealed class ReportLists(ReportFigures figures, ReportTexts texts)
{
    private readonly DocumentWords words = texts.Words;

    public IEnumerable<Block> Overdue() =>
        List(
            "overdue",
            figures.Overdue,
            ["supplier:7", "tier:3", "what:7", "who:4", "due:4"],
            item =>
                new([
                    new(ReportTexts.Subject(item.Subject)),
                    new(words.Tier(item.Subject.Tier)),
                    new(Labelled($"document.report.overdue_{item.Kind}", item.What)),
                    new(item.Who.Length == 0 ? words["document.report.reviewers"] : item.Who),
                    new(Late(item.Due), RunStyle.Deviation),
                ])
        );

    public IEnumerable<Block> Exceptions() =>
        List(
            "exceptions",
            figures.Exceptions,
            ["supplier:7", "tier:3", "what:8", "by:4", "until:4"],
            item =>
                new([
                    new(ReportTexts.Subject(item.Subject)),
                    new(words.Tier(item.Subject.Tier)),
                    new(Labelled($"document.report.exception_{item.Kind}", item.What)),
                    new(item.By.Length == 0 ? "–" : item.By),
                    item.Until is not { } until ? new Cell(words["document.report.no_end"])
                    : item.Lapsed ? new Cell(words.Fill("document.report.ended", ("day", DocumentWords.Day(until))), RunStyle.Deviation)
                    : new Cell(DocumentWords.Day(until)),
                ])
        );

    public IEnumerable<Block> Incidents() =>
        List(
            "incidents",
            figures.Incidents,
            ["supplier:6", "tier:3", "day:3", "words:11"],
            item =>
                new([
                    new(ReportTexts.Subject(item.Subject)),
                    new(words.Tier(item.Subject.Tier)),
                    new(DocumentWords.Day(item.Day)),
                    new(item.Words),
                ])
        );

    public IEnumerable<Block> Expiring() =>
        List(
            "expiring",
            figures.Expiring,
            ["supplier:7", "tier:3", "what:9", "day:4"],
            item =>
                new([
                    new(ReportTexts.Subject(item.Subject)),
                    new(words.Tier(item.Subject.Tier)),
                    new(Labelled($"document.report.expiring_{item.Kind}", item.What)),
                    item.Past
                        ? new Cell(words.Fill("document.report.ended", ("day", DocumentWords.Day(item.Day))), RunStyle.Deviation)
                        : new Cell(DocumentWords.Day(item.Day)),
                ])
        );

    /// <summary>"Review", or "Condition: Switch off training."</summary>
    private string Labelled(string key, string text) =>
        text.Length == 0 ? words[key] : words.Fill("document.labelled", ("label", words[key]), ("text", text));

    /// <summary>"12 Oct 2026 (49 days late)".</summary>
    private string Late(DateOnly due) =>
        words.Fill(
            "document.report.late",
            ("day", DocumentWords.Day(due)),
            ("n", DocumentWords.Number(figures.AsOf.DayNumber - due.DayNumber))
        );

    private IEnumerable<Block> List<T>(string chapter, IReadOnlyList<T> items, string[] columns, Func<T, Row> row)
    {
        yield return new Block.Heading(1, words[$"document.report.{chapter}"]);
        if (items.Count == 0)
        {
            yield return new Block.Paragraph(words[$"document.report.{chapter}_none"], ParagraphStyle.Good);
            yield break;
        }
        yield return new Block.Paragraph(words[$"document.report.{chapter}_words"]);
        yield return new Block.Table(
            [
                .. columns
                    .Select(column => column.Split(':'))
                    .Select(parts => new Column(Head(parts[0]), int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture))),
            ],
            [.. items.Select(row)]
        );
    }

    private string Head(string column) => column == "tier" ? words["document.tier"] : words[$"document.report.column_{column}"];
}
