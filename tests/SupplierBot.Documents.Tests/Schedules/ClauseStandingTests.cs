using SupplierBot.Documents.Tests.Kit;
using SupplierBot.Documents.Text;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Tests.Schedules;

public sealed class ClauseStandingTests
{
    [Fact]
    public void An_agreed_value_stands_in_the_text_and_the_deviation_below_it()
    {
        var blocks = SecurityScheduleTests.Schedule(DocumentSamples.NegotiatedPlatform).Blocks;
        var at = SecurityScheduleTests.Heading(blocks, "Incident notification");
        var text = Assert.IsType<Block.Paragraph>(blocks[at + 1]);
        Assert.Contains(new TextRun("48 hours", RunStyle.Deviation), text.Runs);
        Assert.Contains(new TextRun("every day", RunStyle.Strong), text.Runs);
        var standing = Assert.IsType<Block.Paragraph>(blocks[at + 2]);
        Assert.Equal(ParagraphStyle.Attention, standing.Style);
        Assert.Equal(
            "Agreed with a deviation: MSA 2026-114, § 7.2\nNotice: 48 hours agreed, 24 hours required.\n"
                + "“Their support desk works on European time.”",
            SecurityScheduleTests.Words(standing)
        );
    }

    [Theory]
    [InlineData("Data protection and confidentiality", ParagraphStyle.Good, "Agreed: MSA 2026-114, § 4")]
    [InlineData("Shared responsibility", ParagraphStyle.Good, "Covered by the supplier's terms: Service terms of 1 Oct 2026, § 12")]
    [InlineData("Right to audit", ParagraphStyle.Attention, "Deviation proposed, not agreed yet\n“Audits by a third party only.”")]
    [InlineData("Security service levels", ParagraphStyle.Attention, "Another measure instead")]
    [InlineData("AI security testing", ParagraphStyle.Attention, "Not agreed")]
    [InlineData("Data location and transfers", ParagraphStyle.Neutral, "To agree")]
    [InlineData("Model documentation", ParagraphStyle.Neutral, "To agree")]
    [InlineData("Liability and remedies", ParagraphStyle.Attention, "Not agreed")]
    public void Each_state_is_said_in_words_and_shade(string clause, ParagraphStyle style, string words)
    {
        var blocks = SecurityScheduleTests.Schedule(DocumentSamples.NegotiatedPlatform).Blocks;
        var standing = Assert.IsType<Block.Paragraph>(blocks[SecurityScheduleTests.Heading(blocks, clause) + 2]);
        Assert.Equal(words, SecurityScheduleTests.Words(standing));
        Assert.Equal(style, standing.Style);
    }

    /// <summary>The form writes the value down where nobody wrote anything else: once is enough.</summary>
    [Fact]
    public void A_milder_value_is_said_once()
    {
        var scenario = CaseScenario.With(DocumentSamples.Platform);
        scenario.Press(CaseScenario.Sam, "clause", "INC");
        var form = Assert.IsType<View.Form>(scenario.Last.Answer);
        var notice = form.Fields.Single(field => field.Id == "clause_value_notice");
        scenario.Press(
            CaseScenario.Sam,
            "clause",
            form.Buttons[0].Target,
            values:
            [
                ("clause_state", "agreed"),
                ("clause_document", "MSA 7"),
                ("clause_section", "§ 3"),
                ("clause_value_notice", notice.Choices.Single(choice => choice.Label == "48 hours").Id),
            ]
        );
        Assert.Equal(ClauseState.Changed, scenario.Case!.Clauses!.Single(item => item.Clause == "INC").State);
        var blocks = SecurityScheduleTests.Schedule(new(scenario.Entry!, scenario.Case, DocumentSamples.Policy)).Blocks;
        Assert.Equal(
            "Deviation proposed, not agreed yet: MSA 7, § 3\nNotice: 48 hours agreed, 24 hours required.",
            SecurityScheduleTests.Words(blocks[SecurityScheduleTests.Heading(blocks, "Incident notification") + 2])
        );
    }
}
