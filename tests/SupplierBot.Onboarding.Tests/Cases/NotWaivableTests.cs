using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>Contract points that no reviewer lets go with a plain yes.</summary>
public sealed class NotWaivableTests
{
    [Theory]
    [InlineData("Low", "")]
    [InlineData("Medium", "DPA AI-NOTRAIN")]
    [InlineData("High", "CONF INC EXIT DPA AI-NOTRAIN")]
    [InlineData("Critical", "CONF INC EXIT DPA AI-NOTRAIN")]
    public void Which_they_are_follows_from_answers_and_tier(string tier, string clauses)
    {
        var current = With(CaseAnswers.Of(tier)).Case!;
        Assert.Equal(clauses, string.Join(' ', NotWaivableClauses.Of(CaseScenario.Policy, current.Answers, current.Assessment)));
    }

    [Fact]
    public void A_plain_yes_over_an_open_contract_is_refused_with_their_names()
    {
        var room = With(CaseAnswers.Medium);
        Assert.Equal("approve.not_waivable", room.Approve(Sam, "open").Refused);
        Assert.Equal(
            "These contract points can't be waived: Data-processing terms, No training without consent. "
                + "Please agree them first, or approve with conditions: an open contract then becomes a condition before use.",
            room.Problem
        );
        Assert.Equal((0, true), (room.Case!.Approvals.Count, room.Case.IsOpen));
    }

    [Theory]
    [InlineData("DPA", "approve.not_waivable")]
    [InlineData("INC,AI-NOTRAIN", "approve.not_waivable")]
    [InlineData("INC", null)]
    public void A_plain_yes_over_one_that_was_refused_is_refused(string clauses, string? key)
    {
        var room = With(CaseAnswers.Medium);
        var outcome = room.Press(
            Sam,
            "approve",
            values: [("terms", "changed"), ("changed_clauses", clauses), ("changed_words", "They sign their own instead.")]
        );
        Assert.Equal((key, key is null ? 1 : 0), (outcome.Refused, room.Case!.Approvals.Count));
    }

    [Fact]
    public void With_conditions_an_open_contract_has_to_be_agreed_before_use()
    {
        var room = With(CaseAnswers.Medium);
        room.ApproveIf(Sam, "Switch off training.", terms: "open");
        Assert.Equal(CaseStatus.ApprovedWithConditions, room.Case!.Status);
        Assert.Contains(
            room.Case.Conditions,
            condition => condition is { BeforeUse: true, Text: "Agree the contract points with the supplier." }
        );
    }

    [Fact]
    public void A_higher_tier_that_somebody_set_has_more_of_them()
    {
        var room = With(CaseAnswers.MediumInternal);
        Assert.Equal(Tier.Medium, room.Case!.Assessment.Tier);
        room.Press(Sam, "tier", "sent", values: [("tier", "High"), ("comment", "They were in the news.")]);
        Assert.Equal("approve.not_waivable", room.Approve(Sam, "open").Refused);
    }

    [Fact]
    public void The_deciding_view_names_them()
    {
        var room = With(CaseAnswers.Medium);
        var view = Assert.IsType<View.Deciding>(room.Press(Sam, "review").Answer);
        Assert.Equal(
            "These contract points can't be waived: Data-processing terms, No training without consent.",
            view.Fields.Single(field => field.Id == "terms").Help
        );
    }

    [Fact]
    public void Under_an_open_licence_nobody_could_sign()
    {
        var current = With(SampleSuppliers.Answers(SampleSuppliers.OpenWeights)).Case!;
        Assert.Empty(NotWaivableClauses.Of(CaseScenario.Policy, current.Answers, current.Assessment));
    }
}
