using SupplierBot.Documents.Policies;
using SupplierBot.Documents.Tests.Kit;
using SupplierBot.Documents.Text;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Documents.Tests.Policies;

public sealed class SupplierPolicyTests
{
    private static readonly Policy Policy = DocumentSamples.Policy;

    private static readonly PolicyVersion[] History =
    [
        new("2026.11-r1", "Carla CISO", new DateOnly(2026, 11, 1)),
        new(Policy.Version, Policy.ApprovedBy, Policy.ApprovedOn, "Contract points are settled before use.\nDocuments have a verdict."),
    ];

    internal static DocumentText Document(Policy? policy = null) =>
        SupplierPolicy.Of(policy ?? Policy, History, DocumentSamples.Provenance, DocumentSamples.Wording);

    [Fact]
    public void The_chapters_are_those_that_a_policy_has()
    {
        var chapters = Document().Blocks.OfType<Block.Heading>().Where(heading => heading.Level == 1).Select(heading => heading.Words);
        Assert.Equal(
            [
                "1 Purpose",
                "2 Scope",
                "3 Roles and responsibilities",
                "4 Classification and risk tiers",
                "5 Due diligence",
                "6 Clauses",
                "7 Onboarding and approval",
                "8 Monitoring and review",
                "9 Incidents",
                "10 Offboarding",
                "11 Exceptions",
                "12 Approval of this policy",
                "13 Version history",
                "Annex A: Clauses in full",
                "Annex B: What can go wrong, by supplier type",
            ],
            chapters
        );
    }

    [Fact]
    public void Every_clause_stands_in_full_with_its_values()
    {
        var text = DocxReading.Text(Document());
        foreach (var clause in Policy.Clauses)
        {
            Assert.Contains($"{clause.Title} ({clause.Id})", text, StringComparison.Ordinal);
            foreach (var variant in clause.Text)
                Assert.Contains(Named(variant.Text), text, StringComparison.Ordinal);
            foreach (var value in clause.ParameterTables.SelectMany(table => table.ByTier.Values))
                Assert.Contains(value, text, StringComparison.Ordinal);
            Assert.Contains(clause.AskLegal, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Types_roles_tiers_floors_documents_triggers_and_risks_are_all_there()
    {
        var text = DocxReading.Text(Document());
        string[] said =
        [
            .. Policy.Types.Select(type => type.About),
            .. Policy.Roles.Select(role => role.Title!),
            .. Policy.Tiers.Select(tier => tier.Words),
            .. Policy.Floors.Select(floor => floor.Words),
            .. Policy.Evidence.Select(rule => rule.Title),
            .. Policy.Triggers.Select(trigger => trigger.Words),
            .. Policy.Types.SelectMany(type => type.Risks).Select(risk => risk.Words),
            .. Policy.Questions.Select(question => question.Prompt),
            Policy.Hash,
        ];
        Assert.All(said, words => Assert.Contains(words, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_matrix_has_a_row_for_each_clause_and_a_column_for_each_type()
    {
        var matrix = Document().Blocks.OfType<Block.Table>().Single(table => table.Columns.Count == 1 + Policy.Types.Count);
        Assert.Equal(Policy.Clauses.Count, matrix.Rows.Count(row => !row.IsGroup));
        Assert.Equal(Policy.Headings, matrix.Rows.Where(row => row.IsGroup).Select(row => row.Cells[0].Words));
        var incident = matrix.Rows.Single(row => row.Cells[0].Words == "Incident notification");
        Assert.All(incident.Cells.Skip(1), cell => Assert.Equal("M–C", cell.Words));
        var cloud = matrix.Rows.Single(row => row.Cells[0].Words == "Shared responsibility");
        Assert.Equal(["M–C", "(C)"], cloud.Cells.Skip(1).Take(2).Select(cell => cell.Words));
    }

    [Fact]
    public void Duties_are_those_that_the_policy_gives_a_role()
    {
        var roles = Document()
            .Blocks.OfType<Block.Table>()
            .First(table => table.Columns[0].Heading == "Role")
            .Rows.ToDictionary(row => row.Cells[0].Words, row => row.Cells[1].Words);
        Assert.Equal(
            "Decides on requests: Critical.\nCan lower a tier, with a reason and for up to 180 days.\n"
                + "Can accept the gap of a clause that a supplier refused, for up to 180 days.\n"
                + "If too few people are left, CISO can take one free seat of Security.",
            roles["CISO"]
        );
        Assert.Contains("Decides on clauses that a supplier changed.", roles["Legal"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_newest_version_comes_first_and_the_one_in_force_is_never_missing()
    {
        var history = SupplierPolicy
            .Of(Policy, [History[0]], DocumentSamples.Provenance, DocumentSamples.Wording)
            .Blocks.OfType<Block.Table>()
            .Single(table => table.Columns.Count == 3 && table.Columns[0].Heading == "Version");
        Assert.Equal([Policy.Version, "2026.11-r1"], history.Rows.Select(row => row.Cells[0].Words));
    }

    [Fact]
    public void It_is_valid_and_the_same_policy_is_the_same_bytes()
    {
        Assert.Empty(DocxReading.Faults(Document()));
        Assert.Equal(DocxReading.Bytes(Document()), DocxReading.Bytes(Document()));
        Assert.Equal(MarkdownWriter.Write(Document()), MarkdownWriter.Write(Document()));
    }

    /// <summary>Without what a policy may leave out: agreements, titles of roles, floors.</summary>
    [Fact]
    public void An_older_policy_is_a_document_too()
    {
        var older = Onboarding.Tests.Kit.PolicyText.Accepted(Onboarding.Tests.Kit.PolicyText.FormatOne);
        Assert.Empty(DocxReading.Faults(Document(older)));
    }

    private static string Named(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, @"\{(\w+)\}", match => $"[{match.Groups[1].Value.Replace('_', ' ')}]");
}
