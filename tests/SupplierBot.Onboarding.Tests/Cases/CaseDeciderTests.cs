using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>Told like a conversation: what happens to one request.</summary>
public sealed class CaseDeciderTests
{
    [Fact]
    public void Rita_sends_and_hears_who_decides_and_by_when()
    {
        var room = With(CaseAnswers.Medium.OwnedBy(Owner));
        var receipt = Assert.IsType<View.Receipt>(room.Last.Answer);
        Assert.Contains(receipt.Steps, step => step.Text == "Sam or Priya can decide.");
        Assert.Contains(receipt.Details, line => line.Text == "Fri 20 Nov");
        Assert.DoesNotContain(receipt.Details, line => line.Label == "Requests ahead of yours");
        Assert.Equal(EntryStatus.Proposed, room.Entry!.Status);
        Assert.Equal(
            ["receipt", "review-security", "told-OwnerNamed-1-teams:owner"],
            Slots.Of(room.Case!, room.Roles).Select(slot => slot.Id).Order(StringComparer.Ordinal)
        );
        Assert.Equal("create-draft1", Assert.Single(room.Operations));
    }

    [Fact]
    public void The_receipt_counts_who_is_due_before()
    {
        var room = With(CaseAnswers.Medium);
        var earlier = CaseLineOf(room, "REQ-2026-0002", room.Case!.DueAt.AddDays(-1));
        var later = CaseLineOf(room, "REQ-2026-0003", room.Case!.DueAt.AddDays(1));
        var draft = new Draft
        {
            Id = "another",
            Owner = Rita.Person,
            Revision = 1,
            Answers = CaseAnswers.Medium,
            StartedAt = room.Now,
            ChangedAt = room.Now,
        };
        var sent = SubmitHandler.Send(
            draft,
            CaseAnswers.Medium,
            new TurnState { Cases = [earlier, later] },
            Rita,
            CaseScenario.Policy,
            room.Context
        );
        Assert.Contains(Assert.IsType<View.Receipt>(sent.Answer).Details, line => line is { Label: "Requests ahead of yours", Text: "1" });
    }

    private static CaseLine CaseLineOf(CaseScenario room, string id, DateTimeOffset due) =>
        new()
        {
            Id = id,
            Supplier = "Beta Cloud",
            Status = CaseStatus.InReview,
            Tier = Tier.Medium,
            Requester = Owner.Person,
            SubmittedAt = room.Now,
            DueAt = due,
            OpenPoints = 0,
            ApprovalsGiven = 0,
            ApprovalsNeeded = 1,
            NextRole = RoleNames.Security,
        };

    [Theory]
    [InlineData("agreed", EntryStatus.Active)]
    [InlineData("covered", EntryStatus.Active)]
    [InlineData("open", EntryStatus.Onboarding)]
    public void Terms_decide_whether_it_may_be_used(string terms, EntryStatus entry)
    {
        var room = With(CaseAnswers.MediumInternal);
        room.Approve(Sam, terms);
        Assert.Equal(CaseStatus.Approved, room.Case!.Status);
        Assert.Equal(entry, room.Entry!.Status);
        Assert.Equal(terms, room.Entry.Terms.ToString()!.ToLowerInvariant());
    }

    [Fact]
    public void A_condition_before_use_is_reported_by_its_owner_and_confirmed_by_an_approver()
    {
        var room = With(CaseAnswers.Medium);
        room.ApproveIf(Sam, "Switch off training.");
        Assert.Equal(EntryStatus.Onboarding, room.Entry!.Status);
        var notice = Assert.IsType<View.Notice>(room.Show("told-Approved-1-teams:rita"));
        Assert.Equal(("done", "1"), (notice.Buttons[0].Verb, notice.Buttons[0].Target));
        room.Press(Sam, "confirm", "1");
        Assert.True(room.Says("confirm.nothing"), room.Problem);
        room.Press(Priya, "done", "1", values: [("proof_text", "A picture of the setting.")]);
        Assert.True(room.Says("refusal.condition_owner"), room.Problem);
        room.Press(Rita, "done", "1", slot: "told-Approved-1-teams:rita");
        Assert.IsType<View.Form>(room.Last.Answer);
        room.Press(Rita, "done", "1", slot: "told-Approved-1-teams:rita", values: [("proof_text", "A picture of the setting.")]);
        Assert.Equal(EntryStatus.Onboarding, room.Entry!.Status);
        Assert.Contains(Slots.Of(room.Case!, room.Roles), slot => slot.Id == "told-ConditionReported-1-teams:sam");
        room.Press(Rita, "confirm", "1");
        Assert.True(room.Says("refusal.own_request"), room.Problem);
        room.Press(Priya, "confirm", "1");
        Assert.Equal(EntryStatus.Active, room.Entry!.Status);
        Assert.Empty(room.Entry.OpenConditions);
        Assert.Contains(room.Case!.Notifications, message => message.Kind == NotificationKind.Usable);
    }

    [Fact]
    public void A_condition_with_a_date_lets_it_be_used()
    {
        var room = With(CaseAnswers.Medium);
        room.ApproveIf(Sam, "Get the list of companies.", when: "by_date");
        Assert.Equal(EntryStatus.ActiveConditional, room.Entry!.Status);
        Assert.Equal(new DateOnly(2026, 12, 17), room.Case!.Conditions[0].Due);
    }

    [Fact]
    public void Approvals_with_conditions_add_up_to_all_of_them()
    {
        var room = With(CaseAnswers.High);
        room.ApproveIf(Sam, "Name a fallback and try it.", terms: "open");
        room.ApproveIf(Priya, "Switch off training.");
        Assert.Equal(CaseStatus.ApprovedWithConditions, room.Case!.Status);
        Assert.Equal(
            [(1, "Name a fallback and try it."), (2, "Switch off training.")],
            room.Case.Conditions.Select(condition => (condition.Number, condition.Text))
        );
        Assert.Equal(ContractTerms.Open, room.Entry!.Terms);
    }

    [Fact]
    public void One_no_ends_it_and_its_reason_reaches_Rita_word_for_word()
    {
        var room = With(CaseAnswers.High);
        room.Approve(Sam);
        room.Reject(Priya);
        Assert.Equal(CaseStatus.Rejected, room.Case!.Status);
        Assert.Equal(EntryStatus.NotApproved, room.Entry!.Status);
        var notice = Assert.IsType<View.Notice>(room.Show("told-Rejected-1-teams:rita"));
        Assert.Contains("“It is not needed for this.”", notice.Lines[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("needed", notice.Plain, StringComparison.Ordinal);
        Assert.Equal("edit", notice.Buttons[0].Verb);
    }

    [Fact]
    public void An_edit_voids_a_first_yes_and_records_what_changed()
    {
        var room = With(CaseAnswers.High);
        room.Approve(Sam);
        room.Press(Rita, "edit", slot: "receipt");
        Assert.Equal("REQ-2026-0012", room.Draft!.EditsCase);
        room.Send(CaseAnswers.High.With("volume", "medium"), Rita, room.Case!.Id);
        Assert.Null(room.Draft);
        Assert.Empty(room.Case!.Approvals);
        Assert.Equal(2, room.Case.ContentVersion);
        Assert.Equal("volume", Assert.Single(room.Case.Changes).Question);
        Assert.Equal(CaseStatus.InReview, room.Case.Status);
    }

    [Fact]
    public void An_edit_that_changes_the_tier_sets_a_new_date_and_tells()
    {
        var room = With(CaseAnswers.Medium);
        room.Now = room.Now.AddDays(1);
        room.Send(CaseAnswers.High, Rita, room.Case!.Id);
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 17, 0, 0, TimeSpan.Zero), room.Case!.DueAt);
        Assert.Contains(room.Case.Notifications, notification => notification.Kind == NotificationKind.TierChanged);
    }

    [Fact]
    public void An_edit_that_changes_nothing_changes_nothing()
    {
        var room = With(CaseAnswers.High);
        room.Approve(Sam);
        room.Send(CaseAnswers.High, Rita, room.Case!.Id);
        Assert.Single(room.Case!.Approvals);
        Assert.True(room.Says("receipt.unchanged"), room.Problem);
    }

    [Fact]
    public void An_approval_can_be_taken_back_with_a_reason()
    {
        var room = With(CaseAnswers.Medium);
        room.Approve(Sam);
        room.Press(Priya, "revoke");
        Assert.IsType<View.Form>(room.Last.Answer);
        room.Press(Rita, "revoke", "sent", values: [("comment", "I do not want it any more.")]);
        Assert.True(room.Case!.IsApproved);
        room.Press(Priya, "revoke", "sent", values: [("comment", "They were bought by somebody.")]);
        Assert.Equal(CaseStatus.Revoked, room.Case!.Status);
        Assert.Equal(EntryStatus.NotApproved, room.Entry!.Status);
        Assert.Contains(room.Case.Notifications, notification => notification.Kind == NotificationKind.Revoked);
    }

    [Fact]
    public void A_claim_lapses_after_one_working_day()
    {
        var room = With(CaseAnswers.Medium);
        room.Press(Sam, "claim");
        room.Press(Priya, "claim");
        Assert.True(room.Says("claim.taken"), room.Problem);
        room.Now = room.Now.AddDays(2);
        room.Press(Priya, "claim");
        Assert.Equal(Priya.Id, room.Case!.Claim!.By.Id);
        Assert.Equal(1, room.Case.ContentVersion);
    }

    [Fact]
    public void A_rejected_request_is_asked_again_under_its_register_line()
    {
        var room = With(CaseAnswers.Medium);
        room.Reject(Sam);
        room.Press(Rita, "edit", slot: "told-Rejected-1-teams:rita");
        Assert.Equal(("REQ-2026-0012", (string?)null), (room.Draft!.FollowsCase, room.Draft.EditsCase));
        var again = SubmitHandler.Send(
            room.Draft,
            CaseAnswers.Medium,
            new TurnState { Entry = room.Entry },
            Rita,
            CaseScenario.Policy,
            room.Context with
            {
                Numbers = new(room.NextCaseId, "SUP-0099"),
            }
        );
        Assert.Equal("SUP-0031", again.Entry!.Id);
        var other = SubmitHandler.Send(
            room.Draft,
            CaseAnswers.Medium.With("service", "Another"),
            new TurnState { Entry = room.Entry },
            Rita,
            CaseScenario.Policy,
            room.Context with
            {
                Numbers = new(room.NextCaseId, "SUP-0099"),
            }
        );
        Assert.Equal("SUP-0099", other.Entry!.Id);
    }

    [Fact]
    public void The_deciding_view_has_at_most_six_buttons_and_the_what_if()
    {
        var room = With(
            CaseAnswers.Medium.With("training", "not_sure").With("stop", "team_stops").With("replace", "months").With("others", "listed")
        );
        room.Press(Sam, "review");
        var view = Assert.IsType<View.Deciding>(room.Last.Answer);
        Assert.Equal(["approve", "approve_conditions", "ask", "reject", "settle", "claim"], view.Buttons.Select(button => button.Verb));
        Assert.Equal(["settle", "claim"], view.Buttons.Where(button => button.Rare).Select(button => button.Verb));
        Assert.Contains(view.OpenPoints, line => line.Text.Contains("High", StringComparison.Ordinal));
        Assert.Equal(["points", "answers", "risks", "contract", "story"], view.Sections.Select(section => section.Id));
        Assert.Equal(["terms"], view.Fields.Where(field => field.Required).Select(field => field.Id));
        Assert.Equal(["terms", "terms_ref"], view.Fields.Select(field => field.Id));
        Assert.Empty(view.More);
    }

    [Fact]
    public void After_deciding_the_next_one_is_offered()
    {
        var room = With(CaseAnswers.Medium);
        var next = new CaseLine
        {
            Id = "REQ-2026-0013",
            Supplier = "Beta Cloud",
            Status = CaseStatus.InReview,
            Tier = Tier.High,
            Requester = Owner.Person,
            SubmittedAt = room.Now,
            DueAt = room.Now.AddDays(1),
            OpenPoints = 0,
            ApprovalsGiven = 0,
            ApprovalsNeeded = 2,
            NextRole = "security",
            ClaimedBy = null,
        };
        var press = RequestReader.Pressed(
            "approve",
            "",
            CardStamp.OfCase(room.Case!.Id, "review-security", 1),
            new Dictionary<string, string> { ["terms"] = "agreed", ["terms_ref"] = "MSA v3" },
            false
        );
        var decided = Assert.IsType<View.Decided>(
            CaseDecider
                .Handle(
                    new TurnState
                    {
                        Case = room.Case,
                        Entry = room.Entry,
                        Pending = [next],
                    },
                    press,
                    Sam,
                    CaseScenario.Policy,
                    room.Context
                )
                .Answer
        );
        Assert.Equal("Done. I'll let Rita know.", decided.Problem);
        Assert.Equal(("open", "REQ-2026-0013"), (decided.Buttons[0].Verb, decided.Buttons[0].Target));
    }

    [Fact]
    public void The_auditor_sees_everything_and_has_only_buttons_that_show_something()
    {
        var room = With(CaseAnswers.Medium);
        room.Press(Auditor, "open");
        Assert.Empty(room.Last.Answer!.Buttons);
        Assert.NotEmpty(Assert.IsType<View.Deciding>(room.Last.Answer).Sections);
        room.Approve(Sam);
        room.Press(Auditor, "open");
        Assert.Equal([Verbs.Clauses], room.Last.Answer!.Buttons.Select(button => button.Verb));
        Assert.Contains(Assert.IsType<View.Decided>(room.Last.Answer).Sections, section => section.Id == "story");
    }
}
