using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Register;

/// <summary>How a review is decided: by one reviewer where nothing of weight changed, else by everybody.</summary>
public sealed class PeriodicReviewTests
{
    [Fact]
    public void Where_nothing_of_weight_changed_one_reviewer_confirms_it()
    {
        var room = CaseScenario.Approved(CaseAnswers.High);
        var first = room.Entry!.NextReview;
        room.Now = room.Now.AddDays(300);
        room.Say(CaseScenario.Rita, $"review {room.Entry.Id}");
        room.SendAsItIs(CaseScenario.Rita);
        room.Approve(CaseScenario.Sam);
        Assert.Equal(CaseStatus.Approved, room.Case!.Status);
        Assert.Equal((EntryStatus.Active, "REQ-2027-0001", null), (room.Entry.Status, room.Entry.CaseId, room.Entry.Review));
        Assert.True(room.Entry.NextReview > first);
        var reviewed = Assert.Single(room.Facts, auditEvent => auditEvent.Event.Kind == AuditEventKind.Reviewed);
        Assert.Contains(new("outcome", "satisfactory"), reviewed.Event.Details);
        Assert.Null(BrokenLink.FirstOf(room.Case, room.Facts));
    }

    /// <summary>The first line of a tier may be a seat that counts only where somebody holds its role.</summary>
    [Fact]
    public void It_is_confirmed_by_a_seat_that_always_counts()
    {
        const string Required = "    - {step: 1, role: security, people: 2}\n";
        const string Optional = "    - {step: 1, role: privacy, people: 1, when: personal, optional: true}\n";
        var rules = PolicyText.Accepted(PolicyText.With(Required + Optional, Optional + Required));
        var room = CaseScenario.With(CaseAnswers.High, rules: rules);
        room.Approve(CaseScenario.Sam);
        room.Approve(CaseScenario.Priya);
        room.Say(CaseScenario.Rita, $"review {room.Entry!.Id}");
        room.SendAsItIs(CaseScenario.Rita);
        Assert.Equal([("privacy", 1), ("security", 2)], room.Case!.Assessment.Approvals.Select(seat => (seat.Role, seat.People)));
        Assert.Equal([("security", 1)], PeriodicReview.Seats(room.Case).Select(seat => (seat.Role, seat.People)));
        room.Approve(CaseScenario.Sam);
        Assert.Equal(CaseStatus.Approved, room.Case!.Status);
    }

    [Fact]
    public void What_asks_for_more_than_is_approved_needs_full_approval_and_shows_what_differs()
    {
        var room = CaseScenario.Approved(CaseAnswers.Low);
        room.Press(
            CaseScenario.Rita,
            "changed",
            "sent",
            slot: "receipt",
            values: [("triggers", "T1"), ("change_text", "Now with customer data")]
        );
        Assert.IsType<View.Page>(room.Last.Answer);
        room.SendAsItIs(
            CaseScenario.Rita,
            ("data", "personal,special"),
            ("access", "accounts"),
            ("stop", "customers"),
            ("volume", "large"),
            ("training", "not_sure"),
            ("where", "not_sure"),
            ("replace", "none"),
            ("others", "not_sure"),
            ("proof", "none")
        );
        Assert.Equal("REQ-2027-0001", room.Case!.Id);
        Assert.True(room.Case.Assessment.Tier > room.Earlier!.Assessment.Tier);
        Assert.Contains(room.Case.Changes, change => change.Question == "data");
        var deciding = Assert.IsType<View.Deciding>(room.Press(CaseScenario.Sam, "review").Answer);
        Assert.Contains(
            deciding.News,
            line =>
                line.Contains("needs full approval", StringComparison.Ordinal)
                && line.Contains("Now with customer data", StringComparison.Ordinal)
        );
        room.ApproveIf(CaseScenario.Sam, "Only with the contract signed by both");
        Assert.True(room.Case.IsOpen);
        Assert.Equal(EntryStatus.UnderReview, room.Entry!.Status);
    }

    [Fact]
    public void An_unsatisfactory_review_pauses_it_and_a_new_one_needs_everybody()
    {
        var room = CaseScenario.UnderReview(CaseAnswers.High);
        room.Reject(CaseScenario.Sam);
        Assert.Equal(
            (CaseStatus.Rejected, EntryStatus.Suspended, room.Case!.Id),
            (room.Case.Status, room.Entry!.Status, room.Entry.CaseId)
        );
        Assert.Contains(new("outcome", "unsatisfactory"), room.Facts[^1].Event.Details);
        Assert.Contains(
            room.Case.Notifications,
            notification => notification.Kind == NotificationKind.Rejected && notification.To.Id == CaseScenario.Carla.Id
        );
        room.Press(CaseScenario.Rita, "edit", slot: "receipt");
        Assert.Equal(room.Case.Id, room.Draft!.ReviewOrigin!.Of);
        room.NextCaseId = "REQ-2027-0002";
        room.PressDraft(CaseScenario.Rita, "submit");
        Assert.Equal("REQ-2027-0002", room.Case.Id);
        Assert.Equal(EntryStatus.Suspended, room.Entry.Status);
        room.Approve(CaseScenario.Sam);
        Assert.True(room.Case.IsOpen);
        room.Approve(CaseScenario.Priya);
        Assert.Equal((CaseStatus.Approved, EntryStatus.Active), (room.Case.Status, room.Entry.Status));
    }

    [Fact]
    public void A_review_that_is_taken_back_leaves_everything_as_it_was()
    {
        var room = CaseScenario.UnderReview(CaseAnswers.Medium);
        room.Press(CaseScenario.Rita, "withdraw", "yes", slot: "receipt");
        Assert.Equal((EntryStatus.Active, room.Earlier!.Id, null), (room.Entry!.Status, room.Entry.CaseId, room.Entry.Review));
        Assert.DoesNotContain(room.Facts, auditEvent => auditEvent.Event.Kind == AuditEventKind.Reviewed);
    }

    [Fact]
    public void What_was_promised_goes_on_under_the_new_approval()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        room.ApproveIf(CaseScenario.Sam, "Sign the data agreement first");
        room.Say(CaseScenario.Rita, $"review {room.Entry!.Id}");
        room.SendAsItIs(CaseScenario.Rita);
        room.Approve(CaseScenario.Priya);
        Assert.Equal((CaseStatus.ApprovedWithConditions, EntryStatus.Onboarding), (room.Case!.Status, room.Entry.Status));
        Assert.Equal("Sign the data agreement first", Assert.Single(room.Case.Conditions).Text);
        Assert.Contains(new("outcome", "concerns"), room.Facts[^1].Event.Details);
    }

    [Fact]
    public void A_condition_kept_during_the_review_shows_on_the_line_and_leaves_the_review_there()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        room.ApproveIf(CaseScenario.Sam, "Sign the data agreement first");
        room.Say(CaseScenario.Rita, $"review {room.Entry!.Id}");
        room.SendAsItIs(CaseScenario.Rita);
        Assert.Equal(EntryStatus.Onboarding, room.Entry.Status);
        room.PressEarlier(CaseScenario.Rita, "done", values: [("proof_text", "Signed yesterday, in the safe")]);
        room.PressEarlier(CaseScenario.Priya, "confirm");
        Assert.Equal((EntryStatus.UnderReview, EntryStatus.Active), (room.Entry.Status, room.Entry.Review!.Before));
        Assert.Equal(room.Case!.Id, room.Entry.Review.CaseId);
    }

    [Fact]
    public void The_case_before_is_silent_once_another_is_behind_the_line()
    {
        var room = CaseScenario.UnderReview(CaseAnswers.Medium);
        room.Approve(CaseScenario.Sam);
        var replaced = CaseTimers.Tick(room.Earlier!, room.Entry, CaseScenario.Policy, room.Context)!;
        Assert.True(replaced.Case!.Replaced);
        Assert.Null(replaced.Entry);
        Assert.Equal(DateTimeOffset.MaxValue, replaced.Case.Wakes);
        Assert.Null(room.PressEarlier(CaseScenario.Sam, "exit").Case);
        Assert.True(room.Says("renew.newer"));
    }

    [Fact]
    public void Nobody_decides_on_their_own_review()
    {
        var room = CaseScenario.Approved(CaseAnswers.Medium);
        room.Say(CaseScenario.Sam, $"review {room.Entry!.Id}");
        room.SendAsItIs(CaseScenario.Sam);
        Assert.Equal((CaseScenario.Sam.Id, CaseScenario.Rita.Id), (room.Case!.Requester.Id, room.Case.Owner.Id));
        room.Approve(CaseScenario.Sam);
        Assert.True(room.Says("refusal.own_request"));
        room.Approve(CaseScenario.Priya);
        Assert.Equal(CaseStatus.Approved, room.Case.Status);
    }

    [Fact]
    public void What_was_taken_back_meanwhile_is_approved_by_everybody_or_not_at_all()
    {
        var room = CaseScenario.UnderReview(CaseAnswers.High);
        room.PressEarlier(CaseScenario.Priya, "revoke", "sent", ("comment", "They were bought by somebody else."));
        Assert.Equal((EntryStatus.NotApproved, EntryStatus.NotApproved), (room.Entry!.Status, room.Entry.Review!.Before));
        room.Approve(CaseScenario.Sam);
        Assert.True(room.Case!.IsOpen);
        room.Approve(CaseScenario.Priya);
        Assert.Equal((CaseStatus.Approved, EntryStatus.Active), (room.Case.Status, room.Entry.Status));

        var begun = CaseScenario.Approved(CaseAnswers.Medium);
        begun.Say(CaseScenario.Rita, $"review {begun.Entry!.Id}");
        begun.Press(CaseScenario.Sam, "revoke", "sent", values: [("comment", "They were bought by somebody else.")]);
        begun.SendAsItIs(CaseScenario.Rita);
        Assert.Equal("renew.not_in_use", begun.Last.Refused);
        Assert.Equal(CaseStatus.Revoked, begun.Case!.Status);
    }

    [Theory]
    [
        InlineData("name", "Evil Cloud"),
        InlineData("website", "evil-cloud.net"),
        InlineData("service", "Anything at all"),
        InlineData("purpose", "Everything we have and more.")
    ]
    [
        InlineData("role", "AISAAS,GENERAL"),
        InlineData("effects", "customers_see"),
        InlineData("access", "upload,building"),
        InlineData("deal", "negotiated"),
        InlineData("where", "adequate_or_us"),
        InlineData("proof", "none")
    ]
    public void What_says_who_it_is_or_what_it_may_do_is_approved_by_everybody(string question, string value)
    {
        var room = CaseScenario.Approved(CaseAnswers.High);
        room.Say(CaseScenario.Rita, $"review {room.Entry!.Id}");
        room.SendAsItIs(CaseScenario.Rita, (question, value));
        Assert.Contains(room.Case!.Changes, change => change.Question == question);
        var deciding = Assert.IsType<View.Deciding>(room.Press(CaseScenario.Sam, "review").Answer);
        Assert.StartsWith("Rita changed", deciding.News[1], StringComparison.Ordinal);
        Assert.Equal(question is "name" or "website", deciding.Small.Contains("in place of Acme Notes", StringComparison.Ordinal));
        room.Approve(CaseScenario.Sam);
        Assert.True(room.Case.IsOpen);
        Assert.Equal("Acme Notes", room.Entry.Supplier);
    }

    [Theory]
    [InlineData("start", "2026-12-24"), InlineData("owner", "Owner")]
    public void What_says_neither_is_confirmed_by_one(string question, string value)
    {
        var room = CaseScenario.Approved(CaseAnswers.High);
        room.Say(CaseScenario.Rita, $"review {room.Entry!.Id}");
        room.SendAsItIs(CaseScenario.Rita, (question, value));
        Assert.Contains(room.Case!.Changes, change => change.Question == question);
        room.Approve(CaseScenario.Sam);
        Assert.Equal(CaseStatus.Approved, room.Case.Status);
    }

    [Theory]
    [InlineData(false, 2), InlineData(true, 1)]
    public void A_review_from_before_all_answers_counted_asks_everybody_and_what_was_confirmed_stays(bool decided, int needed)
    {
        var room = CaseScenario.UnderReview(CaseAnswers.High);
        var kept = room.Case! with
        {
            ReviewOrigin = room.Case.ReviewOrigin! with { Approved = "3f9a0a0f6c2b1e1f3f9a0a0f6c2b1e1f3f9a0a0f6c2b1e1f3f9a0a0f6c2b1e1f" },
        };
        Assert.Equal(2, Quorum.Of(kept, room.Roles).Needed);
        var old = room.Case with
        {
            ReviewOrigin = room.Case.ReviewOrigin with { Approved = PeriodicReview.ShortBasis(room.Case.Assessment, room.Case.Answers) },
        };
        Assert.Equal(needed, Quorum.Of(decided ? old with { Status = CaseStatus.Approved } : old, room.Roles).Needed);
    }
}
