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
        room.Press(
            CaseScenario.Sam,
            "approve",
            values: [("terms", terms), ("terms_ref", "Master agreement of May"), ("open_clauses", terms == "open" ? "INC" : "")]
        );
        var approval = Assert.Single(room.Case!.Approvals);
        Assert.Equal((kept, "Master agreement of May"), (approval.Terms, approval.TermsReference));
        Assert.Equal((CaseStatus.Approved, 0), (room.Case.Status, room.Case.Conditions.Count));
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
    [InlineData(
        "Medium",
        "not_sure",
        "Still open: Trains on our data. Ask the requester, fill in what you know, or approve with a condition."
    )]
    [InlineData("Medium", "yes", "“Trains on our data: yes” needs a condition. Approve with conditions, or ask the requester.")]
    [InlineData("High", "yes", "“Trains on our data: yes” needs a condition. Approve with conditions, or ask the requester.")]
    public void Training_on_what_matters_shows_its_condition_ticked(string tier, string answer, string problem)
    {
        var room = CaseScenario.With(CaseAnswers.Of(tier).With("training", answer));
        room.Approve(CaseScenario.Sam);
        var card = Assert.IsType<View.Deciding>(room.Last.Answer);
        Assert.Equal((problem, 0), (card.Problem, room.Case!.Approvals.Count));
        Assert.Equal("add S1", card.Buttons.Single(button => button.Verb == "approve_conditions").Target);
        room.Press(CaseScenario.Sam, "approve_conditions", "add S1");
        Assert.Equal(
            CaseScenario.Policy.SuggestedConditions.Single(suggestion => suggestion.Id == "S1").Text,
            Assert.Single(Assert.IsType<View.Form>(room.Last.Answer).Blocks).Fields[0].Value
        );
    }

    [Fact]
    public void A_plain_yes_with_ticked_conditions_shows_them_and_decides_nothing()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        var suggested = CaseScenario.Policy.SuggestedConditions[0];
        room.Press(CaseScenario.Sam, "approve", values: [("terms", "agreed"), ("terms_ref", "MSA v3"), ("suggested", suggested.Id)]);
        var form = Assert.IsType<View.Form>(room.Last.Answer);
        Assert.Equal("Nothing is approved yet. Check the conditions you ticked, then approve.", form.Problem);
        Assert.Equal(suggested.Text, form.Blocks[0].Fields[0].Value);
        Assert.True(room.Case!.IsOpen);
    }

    [Fact]
    public void A_document_counts_as_seen_only_where_somebody_added_it()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        var asked = room.Case!.Assessment.Evidence[0].Id;
        room.Case = room.Case with { Evidence = [new(1, asked, CaseScenario.Rita.Person, room.Now)] };
        room.Press(CaseScenario.Sam, "approve", values: [.. room.Yes(), ("seen", $"{asked},{asked},E-PENTEST,made_up")]);
        Assert.Equal([asked], Assert.Single(room.Case.Approvals).Seen);
        Assert.Contains(new("seen", asked), room.Facts[^1].Event.Details);
    }

    /// <summary>Two letters or digits that somebody can look up.</summary>
    [Theory]
    [InlineData("agreed", "", false)]
    [InlineData("agreed", "x", false)]
    [InlineData("agreed", "–––", false)]
    [InlineData("covered", "  \u200B ", false)]
    [InlineData("changed", "", false)]
    [InlineData("agreed", "v3", true)]
    [InlineData("covered", "第七", true)]
    [InlineData("open", "", true)]
    public void What_is_agreed_has_a_document(string terms, string reference, bool taken)
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        var outcome = room.Press(CaseScenario.Sam, "approve", values: [("terms", terms), ("terms_ref", reference)]);
        Assert.Equal((taken ? null : "approve.reference_missing", taken ? 1 : 0), (outcome.Refused, room.Case!.Approvals.Count));
        if (!taken)
            Assert.Equal(
                ("Name the document and its version, for example “MSA v3” or “Terms of 1 Oct 2026”.", reference),
                (room.Problem, Assert.IsType<View.Deciding>(outcome.Answer).Fields.Single(field => field.Id == "terms_ref").Value)
            );
    }

    [Theory]
    [InlineData("Low"), InlineData("Medium"), InlineData("High"), InlineData("Critical")]
    public void A_high_risk_is_accepted_with_a_reason(string tier)
    {
        var room = CaseScenario.With(CaseAnswers.Of(tier));
        var needed = tier is "High" or "Critical";
        var yes = room.Yes().Where(value => value.Id != "comment").ToArray();
        Assert.Equal(
            needed,
            Assert
                .IsType<View.Deciding>(room.Press(CaseScenario.Sam, "review").Answer)
                .Fields.Any(field => field is { Id: "comment", Required: true })
        );
        Assert.Equal(
            needed ? "approve.reason_missing" : null,
            room.Press(CaseScenario.Sam, "approve", values: [.. yes, ("comment", needed ? "It is fine" : "")]).Refused
        );
        if (needed)
            Assert.Equal("Say in at least 10 characters why you accept the remaining risk.", room.Problem);
        Assert.Equal(needed ? 0 : 1, room.Case!.Approvals.Count);
        room.Press(CaseScenario.Sam, "approve", values: [.. yes, ("comment", CaseScenario.Reason)]);
        var approval = Assert.Single(room.Case!.Approvals);
        Assert.Equal(needed ? CaseScenario.Reason : "", approval.Comment);
    }

    [Fact]
    public void With_conditions_the_reason_is_asked_for_on_their_form()
    {
        var room = CaseScenario.With(CaseAnswers.High);
        var yes = room.Yes().Where(value => value.Id != "comment").ToArray();
        room.Press(CaseScenario.Sam, "approve_conditions", "sent", values: [.. yes, ("condition_text", "Switch off training.")]);
        var form = Assert.IsType<View.Form>(room.Last.Answer);
        Assert.Equal(
            ("Say in at least 10 characters why you accept the remaining risk.", 0),
            (form.Fields.Single(field => field.Id == "comment").Error, room.Case!.Approvals.Count)
        );
    }

    /// <summary>Where a document is named, the approver says what is missing in it.</summary>
    [Fact]
    public void An_open_contract_with_a_document_asks_what_is_open_in_it()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        Assert.DoesNotContain(Fields(), field => field.Id == "open_clauses");
        Assert.DoesNotContain(Fields(("terms", "open")), field => field.Id == "open_clauses");
        Assert.DoesNotContain(Fields(("terms", "agreed"), ("terms_ref", "Order 7")), field => field.Id == "open_clauses");
        Assert.Equal(
            room.Case!.Assessment.Clauses.Select(clause => clause.Id),
            Fields(("terms", "open"), ("terms_ref", "Order 7"))
                .Single(field => field.Id == "open_clauses")
                .Choices.Select(choice => choice.Id)
        );
        Assert.Equal(
            "approve.open_missing",
            room.Press(CaseScenario.Sam, "approve", values: [("terms", "open"), ("terms_ref", "Order 7")]).Refused
        );
        Assert.Equal("Choose the contract points that are still open.", room.Problem);
        Assert.Empty(room.Case.Approvals);

        IEnumerable<Field> Fields(params (string, string)[] values) =>
            Assert.IsType<View.Deciding>(room.Press(CaseScenario.Sam, "review", values: values).Answer).Fields;
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
