using SupplierBot.Documents.Reports;
using SupplierBot.Documents.Tests.Kit;
using SupplierBot.Documents.Text;
using SupplierBot.Onboarding.Exports;

namespace SupplierBot.Documents.Tests.Reports;

public sealed class ManagementReportTests
{
    internal static DocumentText Report(ReportFigures? figures = null) =>
        ManagementReport.Of(
            figures ?? ReportSamples.Figures,
            DocumentSamples.Provenance with
            {
                At = ReportSamples.At,
            },
            DocumentSamples.Wording
        );

    [Fact]
    public void The_chapters_are_those_that_management_asks_for() =>
        Assert.Equal(
            [
                "Suppliers by tier and state",
                "Decisions",
                "Overdue",
                "Exceptions and accepted risks",
                "Incidents",
                "Ending soon",
                "Concentration",
                "Trend",
                "About these figures",
            ],
            Report().Blocks.OfType<Block.Heading>().Where(heading => heading.Level == 1).Select(heading => heading.Words)
        );

    [Fact]
    public void Every_item_of_the_figures_has_its_row()
    {
        var figures = ReportSamples.Figures;
        var text = DocxReading.Text(Report());
        Assert.All(figures.Overdue, item => Assert.Contains(item.Subject.EntryId, text, StringComparison.Ordinal));
        Assert.All(figures.Exceptions, item => Assert.Contains(item.What, text, StringComparison.Ordinal));
        Assert.All(figures.Incidents, item => Assert.Contains(item.Words, text, StringComparison.Ordinal));
        Assert.All(figures.Expiring, item => Assert.Contains(item.What, text, StringComparison.Ordinal));
        Assert.Equal(
            [figures.Overdue.Count, figures.Exceptions.Count, figures.Incidents.Count, figures.Expiring.Count],
            new[] { "With", "Accepted by", "What was reported", "Date" }.Select(column =>
                Report().Blocks.OfType<Block.Table>().Last(table => table.Columns.Any(one => one.Heading == column)).Rows.Count
            )
        );
    }

    [Fact]
    public void What_needs_someone_is_shaded_and_said()
    {
        var blocks = Report().Blocks;
        var tiles = Assert.Single(blocks.OfType<Block.Table>(), table => table.Look == TableLook.Figures);
        Assert.Equal(
            ["in use", "decided", "overdue", "exceptions", "incidents", "ending soon"],
            tiles.Columns.Select(column => column.Heading)
        );
        Assert.Equal(RunStyle.Deviation, tiles.Rows[0].Cells[2].Style);
        var overdue = blocks.OfType<Block.Table>().First(table => table.Columns.Any(column => column.Heading == "With"));
        Assert.All(overdue.Rows, row => Assert.Equal(RunStyle.Deviation, row.Cells[4].Style));
        Assert.All(overdue.Rows, row => Assert.Contains("days late", row.Cells[4].Words, StringComparison.Ordinal));
    }

    [Fact]
    public void An_empty_quarter_is_a_report_too()
    {
        var empty = ReportFigures.Of([], [], ReportSamples.Quarter, ReportSamples.At, TimeZoneInfo.Utc);
        var report = Report(empty);
        Assert.Empty(DocxReading.Faults(report));
        Assert.Contains("Nothing is overdue, and no incident was reported.", DocxReading.Text(report), StringComparison.Ordinal);
        Assert.Empty(report.Blocks.OfType<Block.Chart>());
    }

    [Fact]
    public void It_is_valid_and_the_same_figures_are_the_same_bytes()
    {
        Assert.Empty(DocxReading.Faults(Report()));
        Assert.Equal(DocxReading.Bytes(Report()), DocxReading.Bytes(Report()));
        Assert.Equal(6, Report().Blocks.OfType<Block.Chart>().Count());
    }
}
