using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>A yes, plain or with conditions.</summary>
public sealed class ApproveHandlerTests
{
    [Theory]
    [InlineData("Low", 1)]
    [InlineData("Medium", 1)]
    [InlineData("High", 2)]
    [InlineData("Critical", 3)]
    public void The_last_yes_that_is_needed_decides(string tier, int needed)
    {
        var room = CaseScenario.With(CaseAnswers.Of(tier));
        var said = 0;
        foreach (var reviewer in new[] { CaseScenario.Sam, CaseScenario.Priya, CaseScenario.Carla }.TakeWhile(_ => room.Case!.IsOpen))
        {
            room.Approve(reviewer);
            Assert.Equal(++said, room.Case!.Approvals.Count);
        }
        Assert.Equal((CaseStatus.Approved, needed), (room.Case!.Status, said));
        Assert.Equal(room.Case.Approvals[^1].By, room.Case.Decision!.By);
    }

    [Theory]
    [InlineData("agreed", ContractTerms.Agreed)]
    [InlineData("covered", ContractTerms.Covered)]
    [InlineData("open", ContractTerms.Open)]
    public void It_says_where_the_contract_stands(string terms, ContractTerms kept)
    {
        var room = CaseScenario.With(CaseAnswers.MediumInternal);
        room.Press(CaseScenario.Sam, "approve", values: [("terms", terms), ("terms_ref", "Master agreement of May")]);
        var approval = Assert.Single(room.Case!.Approvals);
        Assert.Equal((kept, "Master agreement of May"), (approval.Terms, approval.TermsReference));
        Assert.Equal(terms == "open" ? 1 : 0, room.Case.Conditions.Count);
        Assert.Contains(new("terms", kept.ToString()), room.Facts[^1].Event.Details);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Agreed")]
    [InlineData("maybe")]
    public void Without_a_word_about_the_contract_it_is_asked_for(string terms)
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        Assert.Equal("approve.terms_missing", room.Approve(CaseScenario.Sam, terms).Refused);
        Assert.Empty(room.Case!.Approvals);
    }

    [Fact]
    public void Where_there_is_nothing_to_sign_a_plain_yes_is_enough()
    {
        var room = CaseScenario.With(CaseAnswers.Low.With("role", "OSS").With("deal", "open_licence"));
        Assert.Equal(CaseForms.AsksForTerms(room.Case!), room.Approve(CaseScenario.Sam, "").Refused is not null);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(5000, false)]
    public void The_name_of_the_contract_fits_a_line(int length, bool taken)
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        room.Press(CaseScenario.Sam, "approve", values: [("terms", "covered"), ("terms_ref", new string('x', length))]);
        Assert.Equal(taken ? 1 : 0, room.Case!.Approvals.Count);
        Assert.Equal(!taken, room.Says("approve.reference_too_long"));
    }

    /// <summary>At High every open point stands in the way of a yes without conditions, at Medium it doesn't.</summary>
    [Theory]
    [InlineData("Medium", false)]
    [InlineData("High", true)]
    public void An_open_point_that_matters_is_not_passed_over(string tier, bool blocks)
    {
        var room = CaseScenario.With(CaseAnswers.Of(tier).With("where", "not_sure"));
        var outcome = room.Approve(CaseScenario.Sam);
        Assert.Equal(blocks ? "refusal.open_points" : null, outcome.Refused);
        Assert.Equal(blocks ? 0 : 1, room.Case!.Approvals.Count);
    }

    /// <summary>An honest "yes, they may train on it" is never better off than "not sure".</summary>
    [Theory]
    [InlineData("Medium", "not_sure", "“Trains on it” is still not sure. Please settle it, ask, or approve with a condition.")]
    [InlineData("Medium", "yes", "“Trains on it: yes” needs a condition. Approve with conditions, or ask the requester.")]
    [InlineData("High", "yes", "“Trains on it: yes” needs a condition. Approve with conditions, or ask the requester.")]
    public void Training_on_what_matters_shows_its_condition_ticked(string tier, string answer, string problem)
    {
        var room = CaseScenario.With(CaseAnswers.Of(tier).With("training", answer));
        room.Approve(CaseScenario.Sam);
        var card = Assert.IsType<View.Deciding>(room.Last.Answer);
        Assert.Equal((problem, 0), (card.Problem, room.Case!.Approvals.Count));
        Assert.Equal("S1", card.Fields.Single(field => field.Id == "suggested").Value);
    }

    [Fact]
    public void A_plain_yes_with_ticked_conditions_shows_them_and_decides_nothing()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        var suggested = CaseScenario.Policy.SuggestedConditions[0];
        room.Press(CaseScenario.Sam, "approve", values: [("terms", "agreed"), ("suggested", suggested.Id)]);
        var form = Assert.IsType<View.Form>(room.Last.Answer);
        Assert.Equal("You ticked conditions. Here they are; nothing is approved yet.", form.Problem);
        Assert.Equal(suggested.Text, form.Fields[0].Value);
        Assert.True(room.Case!.IsOpen);
    }

    [Fact]
    public void Evidence_counts_as_seen_only_where_it_was_asked_for()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        var asked = room.Case!.Assessment.Evidence[0].Id;
        room.Press(CaseScenario.Sam, "approve", values: [("terms", "agreed"), ("seen", $"{asked},{asked},made_up")]);
        Assert.Equal([asked], Assert.Single(room.Case.Approvals).Seen);
    }

    [Fact]
    public void The_same_yes_twice_is_one()
    {
        var room = CaseScenario.With(CaseAnswers.High);
        room.Approve(CaseScenario.Sam);
        Assert.Equal("refusal.already_yours", room.Approve(CaseScenario.Sam).Refused);
        Assert.Single(room.Case!.Approvals);
        Assert.Equal(AuditEventKind.Approved, room.Facts[^1].Event.Kind);
    }
}
