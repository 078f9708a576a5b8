using SupplierBot.Documents.Tests.Kit;
using SupplierBot.Documents.Text;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Documents.Tests.Schedules;

public sealed class ScheduleAnnexesTests
{
    [Fact]
    public void Every_annex_that_a_clause_names_is_there_and_no_other()
    {
        var record = DocumentSamples.NegotiatedPlatform;
        var text = string.Join('\n', record.Case!.Assessment.Clauses.Select(clause => clause.Text));
        var annexes = Headings(SecurityScheduleTests.Schedule(record))
            .Where(words => words.StartsWith("Annex", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(
            ["Annex Countries", "Annex Backup", "Annex Agreed actions", "Annex Service credits", "Annex Regulated clients"],
            annexes
        );
        Assert.All(annexes, annex => Assert.Contains(annex, text, StringComparison.Ordinal));
        Assert.DoesNotContain(
            Headings(SecurityScheduleTests.Schedule(DocumentSamples.Record(CaseAnswers.Medium))),
            words => words.StartsWith("Annex", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Annexes_hold_what_is_known()
    {
        var blocks = SecurityScheduleTests.Schedule(DocumentSamples.NegotiatedPlatform).Blocks;
        var countries = Assert.IsType<Block.Table>(blocks[SecurityScheduleTests.Heading(blocks, "Annex Countries") + 2]);
        Assert.Equal(["Ireland", "Germany", "the US"], countries.Rows.Take(3).Select(row => row.Cells[0].Words));
        var credits = Assert.IsType<Block.Table>(blocks[SecurityScheduleTests.Heading(blocks, "Annex Service credits") + 2]);
        Assert.Equal(["Availability below 99.95 % in a month", "15 %"], credits.Rows[0].Cells.Select(cell => cell.Words));
    }

    private static IEnumerable<string> Headings(DocumentText document) =>
        document.Blocks.OfType<Block.Heading>().Select(heading => heading.Words);
}
