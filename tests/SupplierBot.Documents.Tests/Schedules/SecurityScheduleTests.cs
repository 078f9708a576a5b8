using SupplierBot.Documents.Schedules;
using SupplierBot.Documents.Tests.Kit;
using SupplierBot.Documents.Text;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Documents.Tests.Schedules;

public sealed class SecurityScheduleTests
{
    internal static DocumentText Schedule(SupplierRecord record, ScheduleCopy copy = ScheduleCopy.ForSupplier) =>
        SecuritySchedule.Of(record, copy, DocumentSamples.Provenance, DocumentSamples.Wording);

    public static TheoryData<string> Tiers => ["Low", "Medium", "High", "Critical"];

    [Theory]
    [MemberData(nameof(Tiers))]
    public void Every_required_clause_stands_in_full_under_its_heading(string tier)
    {
        var record = DocumentSamples.Record(CaseAnswers.Of(tier));
        var blocks = Schedule(record).Blocks;
        foreach (var clause in record.Case!.Assessment.Clauses)
        {
            var at = Heading(blocks, clause.Title);
            Assert.Equal(clause.Text, Words(blocks[at + 1]));
            var heading = DocumentSamples.Policy.Clauses.Single(one => one.Id == clause.Id).Heading;
            Assert.EndsWith(heading, blocks.Take(at).OfType<Block.Heading>().Last(one => one.Level == 1).Words, StringComparison.Ordinal);
        }
        Assert.Equal(record.Case.Assessment.Clauses.Count, blocks.OfType<Block.Heading>().Count(one => one.Level == 2));
    }

    [Fact]
    public void Headings_come_in_the_order_of_the_policy()
    {
        var chapters = Schedule(DocumentSamples.NegotiatedPlatform)
            .Blocks.OfType<Block.Heading>()
            .Where(heading => heading.Level == 1)
            .Select(heading => heading.Words)
            .ToList();
        Assert.Equal(DocumentSamples.Policy.Headings.Select((heading, at) => $"{at + 1} {heading}"), chapters.Take(6));
    }

    /// <summary>Who answers for a gap, the tier and what Legal thinks of it are ours.</summary>
    [Fact]
    public void The_supplier_reads_nothing_that_is_meant_for_us()
    {
        var document = Schedule(DocumentSamples.NegotiatedPlatform);
        var text = MarkdownWriter.Write(document);
        Assert.All(document.Blocks.OfType<Block.Heading>(), heading => Assert.Null(heading.Comment));
        Assert.DoesNotContain("Carla", text);
        Assert.DoesNotContain("Sam", text);
        Assert.DoesNotContain("insured by us", text);
        Assert.DoesNotContain("red-team reports.”", text);
        Assert.DoesNotContain("internal copy", text);
        Assert.DoesNotContain("Risk tier", text);
    }

    [Fact]
    public void Legal_reads_its_notes_as_comments_and_who_accepted_what()
    {
        var record = DocumentSamples.NegotiatedPlatform;
        var document = Schedule(record, ScheduleCopy.ForLegal);
        var comments = document.Blocks.OfType<Block.Heading>().Select(heading => heading.Comment?.Words ?? "").ToList();
        Assert.All(
            record.Case!.Assessment.Clauses,
            clause =>
            {
                var rule = DocumentSamples.Policy.Clauses.Single(one => one.Id == clause.Id);
                Assert.Contains($"For Legal: {rule.AskLegal}\nWhy: {clause.Because}\nMaps to: {string.Join(", ", rule.Mapping)}", comments);
            }
        );
        var text = DocxReading.Text(document);
        Assert.Contains("Carla accepted it on 17 Nov 2026, until 30 Apr 2027.", text);
        Assert.Contains("Sam says: In contract, DPA v3", text);
        Assert.Contains("“They don't share red-team reports.”", text);
        Assert.Equal("Security schedule: internal copy", document.Title);
        Assert.Contains("Risk tier", text);
    }

    [Fact]
    public void Legal_sees_at_a_glance_what_is_not_settled_as_required()
    {
        var record = DocumentSamples.NegotiatedPlatform;
        var overview = Schedule(record, ScheduleCopy.ForLegal).Blocks.OfType<Block.Table>().First(table => table.Look == TableLook.Ruled);
        var settled = record.Case!.Clauses!.Count(item =>
            item.State is ClauseState.Agreed or ClauseState.CoveredByTheirTerms or ClauseState.NotApplicable
        );
        Assert.Equal(record.Case.Clauses!.Count - settled, overview.Rows.Count);
        Assert.Equal(5, overview.Rows.Count(row => row.Cells[1].Style == RunStyle.Deviation));
    }

    [Fact]
    public void The_parties_the_service_the_contract_and_the_information_are_named()
    {
        var facts = Schedule(DocumentSamples.NegotiatedPlatform).Blocks.OfType<Block.Table>().First();
        Assert.Equal(
            [
                ("Customer (“we”)", "Acme Organisation"),
                ("Supplier (“you”)", "Northwind Compute (northwind.example)"),
                ("Service", "Inference platform, enterprise plan"),
                ("Permitted use", "Hosts our assistant and the models behind it; customers of two banks talk to it."),
                ("Information", "Restricted: confidential information, personal data, our trained models"),
                ("How it reaches you", "Connected to our systems, hosts our live product"),
                ("Data location", "UK or EEA, US or another approved country – Ireland, Germany and the US"),
                ("Contract", "Negotiated contract: MSA 2026-114, signed 1 Oct 2026, starts 15 Oct 2026, ends 14 Oct 2027"),
                ("Our reference", "SUP-0031 · REQ-2026-0012"),
            ],
            facts.Rows.Select(row => (row.Cells[0].Words, row.Cells[1].Words))
        );
    }

    [Fact]
    public void How_far_it_is_stands_on_the_first_page()
    {
        Assert.Contains(
            "27 clauses: 7 settled, 5 with a deviation, 15 to agree.",
            DocxReading.Text(Schedule(DocumentSamples.NegotiatedPlatform))
        );
        Assert.Contains("9 clauses to agree.", DocxReading.Text(Schedule(DocumentSamples.Record(CaseAnswers.Medium))));
        var settled = CaseScenario.Approved(CaseAnswers.Medium);
        Assert.Contains(
            "All 9 clauses are settled.",
            DocxReading.Text(Schedule(new(settled.Entry!, settled.Case, DocumentSamples.Policy)))
        );
    }

    [Fact]
    public void Both_parties_sign()
    {
        var parties = Assert.Single(Schedule(DocumentSamples.NegotiatedPlatform).Blocks.OfType<Block.Signatures>()).Parties;
        Assert.Equal(["For Acme Organisation", "For Northwind Compute"], parties.Select(party => party.Name));
    }

    [Fact]
    public void Checks_of_an_open_licence_are_ours_and_nobody_signs()
    {
        var record = DocumentSamples.Record(
            CaseAnswers
                .Low.With("role", "MODEL")
                .With("effects", "into_models", "customers_see")
                .With("access", "inside_ours")
                .With("stop", "slows")
                .With("deal", "open_licence")
                .With("replace", "weeks")
                .With("others", "none")
        );
        Assert.True(record.Case!.Assessment.InternalChecksOnly);
        var document = Schedule(record);
        Assert.Equal("Security checks", document.Title);
        Assert.Empty(document.Blocks.OfType<Block.Signatures>());
        Assert.NotEmpty(document.Blocks.OfType<Block.Heading>());
    }

    [Fact]
    public void Without_the_policy_the_clauses_still_stand_in_full()
    {
        var record = DocumentSamples.NegotiatedPlatform with { Policy = null };
        var text = DocxReading.Text(Schedule(record, ScheduleCopy.ForLegal));
        Assert.All(record.Case!.Assessment.Clauses, clause => Assert.Contains(clause.Text, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_request_that_cannot_be_read_is_named()
    {
        var record = DocumentSamples.NegotiatedPlatform with { Case = null };
        Assert.Contains("REQ-2026-0012", DocxReading.Text(Schedule(record)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(DocumentSamples.HostileNames), MemberType = typeof(DocumentSamples))]
    public void Hostile_names_make_a_valid_document(string name)
    {
        var record = DocumentSamples.NegotiatedPlatform;
        var hostile = record with
        {
            Entry = record.Entry with { Supplier = name, Service = name, Purpose = name },
            Case = record.Case! with { Clauses = [.. record.Case!.Clauses!.Select(item => item with { Words = name, Document = name })] },
        };
        var document = Schedule(hostile, ScheduleCopy.ForLegal);
        Assert.Empty(DocxReading.Faults(document));
        Assert.DoesNotContain("<script>", MarkdownWriter.Write(document), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Tiers))]
    public void The_same_supplier_at_the_same_moment_is_the_same_bytes(string tier)
    {
        var answers = CaseAnswers.Of(tier);
        Assert.Equal(
            DocxReading.Bytes(Schedule(DocumentSamples.Record(answers), ScheduleCopy.ForLegal)),
            DocxReading.Bytes(Schedule(DocumentSamples.Record(answers), ScheduleCopy.ForLegal))
        );
        Assert.Empty(DocxReading.Faults(Schedule(DocumentSamples.Record(answers), ScheduleCopy.ForLegal)));
    }

    internal static int Heading(IReadOnlyList<Block> blocks, string title) =>
        Enumerable
            .Range(0, blocks.Count)
            .Single(at => blocks[at] is Block.Heading heading && heading.Words.EndsWith(title, StringComparison.Ordinal));

    internal static string Words(Block block) => string.Concat(Assert.IsType<Block.Paragraph>(block).Runs.Select(run => run.Words));
}
