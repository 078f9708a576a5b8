using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Register;

/// <summary>What is on the register is looked at again: by the calendar, because something changed, and at its end (A.5.22).</summary>
public sealed class StartReviewHandlerTests
{
    [Fact]
    public void A_review_asks_every_page_again_with_the_old_answers_in_it()
    {
        var room = Approved(CaseAnswers.Medium);
        room.Say(CaseScenario.Rita, $"review {room.Entry!.Id}");
        Assert.IsType<View.Page>(room.Last.Answer);
        Assert.Equal(room.Case!.Answers.One("purpose"), room.Draft!.Answers.One("purpose"));
        Assert.Equal(EntryStatus.Active, room.Entry.Status);
        room.SendAsItIs(CaseScenario.Rita);
        Assert.Equal("REQ-2027-0001", room.Case.Id);
        Assert.Equal(room.Earlier!.Id, room.Case.FollowsCase);
        Assert.Equal(
            (EntryStatus.UnderReview, room.Earlier.Id, "REQ-2027-0001"),
            (room.Entry.Status, room.Entry.CaseId, room.Entry.Review?.CaseId)
        );
        Assert.Equal(room.Earlier.EntryId, room.Case.EntryId);
    }

    [Fact]
    public void Where_nothing_of_weight_changed_one_reviewer_confirms_it()
    {
        var room = Approved(CaseAnswers.High);
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

    [Fact]
    public void What_asks_for_more_than_is_approved_is_approved_anew_and_shows_what_differs()
    {
        var room = Approved(CaseAnswers.Low);
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
                line.Contains("approved anew", StringComparison.Ordinal)
                && line.Contains("Now with customer data", StringComparison.Ordinal)
        );
        room.ApproveIf(CaseScenario.Sam, "Only with the contract signed by both");
        Assert.True(room.Case.IsOpen);
        Assert.Equal(EntryStatus.UnderReview, room.Entry!.Status);
    }

    [Fact]
    public void A_change_asks_again_only_what_it_touches()
    {
        var room = Approved(CaseAnswers.Medium);
        room.Press(CaseScenario.Rita, "changed", slot: "receipt");
        Assert.IsType<View.Form>(room.Last.Answer);
        room.Press(CaseScenario.Rita, "changed", "sent", slot: "receipt");
        Assert.True(room.Says("changed.none"));
        room.Press(CaseScenario.Rita, "changed", "sent", slot: "receipt", values: [("triggers", "T6")]);
        Assert.Equal(["deal", "proof"], room.Draft!.AskAgain.Order(StringComparer.Ordinal));
        var pages = 0;
        for (; room.Last.Answer is View.Page; pages++)
            room.PressDraft(CaseScenario.Rita, "answer", [.. Values(room)]);
        Assert.Equal(2, pages);
        Assert.IsType<View.Summary>(room.Last.Answer);
    }

    [Fact]
    public void An_unsatisfactory_review_pauses_it_and_a_new_one_needs_everybody()
    {
        var room = UnderReview(CaseAnswers.High);
        room.Reject(CaseScenario.Sam);
        Assert.Equal(
            (CaseStatus.Rejected, EntryStatus.Suspended, room.Case!.Id),
            (room.Case.Status, room.Entry!.Status, room.Entry.CaseId)
        );
        Assert.Contains(new("outcome", "unsatisfactory"), room.Facts[^1].Event.Details);
        Assert.Contains(
            room.Case.Notifications,
            notifications => notifications.Kind == NotificationKind.Rejected && notifications.To.Id == CaseScenario.Carla.Id
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
        var room = UnderReview(CaseAnswers.Medium);
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
        var room = UnderReview(CaseAnswers.Medium);
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
        var room = Approved(CaseAnswers.Medium);
        room.Say(CaseScenario.Sam, $"review {room.Entry!.Id}");
        room.SendAsItIs(CaseScenario.Sam);
        Assert.Equal((CaseScenario.Sam.Id, CaseScenario.Rita.Id), (room.Case!.Requester.Id, room.Case.Owner.Id));
        room.Approve(CaseScenario.Sam);
        Assert.True(room.Says("refusal.own_request"));
        room.Approve(CaseScenario.Priya);
        Assert.Equal(CaseStatus.Approved, room.Case.Status);
    }

    [Theory]
    [InlineData("review", "renew.under_way")]
    [InlineData("changed", "renew.under_way")]
    [InlineData("exit", "renew.under_way")]
    public void Under_review_it_is_not_begun_twice(string command, string key)
    {
        var room = UnderReview(CaseAnswers.Medium);
        room.PressEarlier(CaseScenario.Rita, command == "review" ? "renew" : command);
        Assert.True(room.Says(key));
        Assert.Null(room.Draft);
    }

    [Fact]
    public void What_was_taken_back_meanwhile_is_approved_by_everybody_or_not_at_all()
    {
        var room = UnderReview(CaseAnswers.High);
        room.PressEarlier(CaseScenario.Priya, "revoke", "sent", ("comment", "They were bought by somebody else."));
        Assert.Equal((EntryStatus.NotApproved, EntryStatus.NotApproved), (room.Entry!.Status, room.Entry.Review!.Before));
        room.Approve(CaseScenario.Sam);
        Assert.True(room.Case!.IsOpen);
        room.Approve(CaseScenario.Priya);
        Assert.Equal((CaseStatus.Approved, EntryStatus.Active), (room.Case.Status, room.Entry.Status));

        var begun = Approved(CaseAnswers.Medium);
        begun.Say(CaseScenario.Rita, $"review {begun.Entry!.Id}");
        begun.Press(CaseScenario.Sam, "revoke", "sent", values: [("comment", "They were bought by somebody else.")]);
        begun.SendAsItIs(CaseScenario.Rita);
        Assert.Equal("renew.not_in_use", begun.Last.Refused);
        Assert.Equal(CaseStatus.Revoked, begun.Case!.Status);
    }

    [Fact]
    public void Whoever_sends_a_review_second_is_told_of_the_first()
    {
        var room = Approved(CaseAnswers.Medium);
        room.Say(CaseScenario.Rita, $"review {room.Entry!.Id}");
        var draft = room.Draft!;
        var overtaken = SubmitHandler.Send(
            draft,
            draft.Answers,
            new TurnState
            {
                Draft = draft,
                Before = room.Case,
                Entry = room.Entry with { Review = new("REQ-2027-0009", EntryStatus.Active) },
            },
            CaseScenario.Rita,
            CaseScenario.Policy,
            room.Context
        );
        Assert.Equal("renew.under_way", overtaken.Refused);
        Assert.True(overtaken.ChangesNothing);
    }

    [Theory]
    [
        InlineData("renew"),
        InlineData("changed"),
        InlineData("exit"),
        InlineData("checked"),
        InlineData("report"),
        InlineData("incident"),
        InlineData("ended")
    ]
    public void Strangers_and_auditors_begin_nothing(string verb)
    {
        var room = Approved(CaseAnswers.Medium);
        Assert.True(room.Press(CaseScenario.Stranger, verb, "sent").ChangesNothing);
        Assert.True(
            room.Press(
                CaseScenario.Auditor,
                verb,
                "sent",
                values: [("triggers", "T1"), ("note_text", "Long enough to be read"), ("exit_access", "closed")]
            ).ChangesNothing
        );
        Assert.Null(room.Draft);
    }

    [Fact]
    public void Supplier_reports_and_checks_are_dated_facts_and_move_the_next_date()
    {
        var room = Approved(CaseAnswers.High);
        var first = room.Case!.NextReport;
        Assert.Equal(DateOnly.FromDateTime(room.Now.UtcDateTime).AddMonths(6), first);
        room.Press(CaseScenario.Rita, "report", slot: "receipt");
        Assert.IsType<View.Form>(room.Last.Answer);
        room.Press(CaseScenario.Rita, "report", "sent", slot: "receipt", values: [("note_text", "too short")]);
        Assert.IsType<View.Form>(room.Last.Answer);
        room.Press(CaseScenario.Rita, "report", "sent", slot: "receipt", values: [("note_text", "SOC 2 of May, nothing to act on")]);
        Assert.Equal(1, room.Case.ReportsSeen);
        Assert.Null(room.Case.NextReport);
        Assert.Null(room.Entry!.NextReport);
        room.Press(CaseScenario.Rita, "checked", "sent", slot: "receipt", values: [("note_text", "Used by the team that asked")]);
        room.Press(CaseScenario.Sam, "incident", "sent", values: [("note_text", "They lost a laptop with logs")]);
        Assert.Equal(
            [AuditEventKind.ReportSeen, AuditEventKind.Checked, AuditEventKind.IncidentNoted],
            room.Facts.TakeLast(3).Select(auditEvent => auditEvent.Event.Kind)
        );
        Assert.Equal(
            ["teams:priya", "teams:rita"],
            room.Case.Notifications.Where(notifications => notifications.Kind == NotificationKind.Incident)
                .Select(notifications => notifications.To.Id.Value)
                .Order(StringComparer.Ordinal)
        );
        var notifications = Assert.IsType<View.Notice>(room.Show(Slots.IdOf(room.Case.Notifications[^1])));
        Assert.Contains("laptop", notifications.Lines[0].Text, StringComparison.Ordinal);
    }

    private static CaseScenario ReportedAsOver()
    {
        var room = Approved(CaseAnswers.Medium);
        room.Press(
            CaseScenario.Rita,
            "exit",
            "sent",
            slot: "receipt",
            values:
            [
                ("exit_access", "Accounts closed, see ticket 12"),
                ("exit_data", "Deletion letter in the safe"),
                ("exit_moved", "There were none"),
            ]
        );
        return room;
    }

    [Fact]
    public void An_end_needs_all_three_with_proof()
    {
        var room = Approved(CaseAnswers.Medium);
        room.Say(CaseScenario.Rita, $"exit {room.Entry!.Id}");
        Assert.IsType<View.Form>(room.Last.Answer);
        room.Press(CaseScenario.Rita, "exit", "sent", slot: "receipt");
        Assert.True(room.Says("exit.empty"));
        room.Press(CaseScenario.Rita, "exit", "sent", slot: "receipt", values: [("exit_access", "Accounts closed, see ticket 12")]);
        Assert.Equal(EntryStatus.Exiting, room.Entry.Status);
        room.Press(CaseScenario.Sam, "ended");
        Assert.True(room.Says("exit.nothing"));
        var form = Assert.IsType<View.Form>(room.Press(CaseScenario.Rita, "exit", slot: "receipt").Answer);
        Assert.Equal("Accounts closed, see ticket 12", form.Fields[0].Value);
    }

    [Fact]
    public void An_end_that_was_reported_is_confirmed_by_somebody_else()
    {
        var room = ReportedAsOver();
        Assert.Equal(2, room.Case!.Notifications.Count(notifications => notifications.Kind == NotificationKind.LeavingReported));
        Assert.Equal(EntryStatus.Exiting, room.Entry!.Status);
        room.Press(CaseScenario.Rita, "ended", slot: "receipt");
        Assert.True(room.Says("refusal.own_request"));
        room.Press(CaseScenario.Sam, "ended");
        Assert.Equal(EntryStatus.Terminated, room.Entry.Status);
        Assert.Equal(AuditEventKind.Terminated, room.Facts[^1].Event.Kind);
        Assert.Equal(DateTimeOffset.MaxValue, room.Case.Wakes);
        Assert.Null(BrokenLink.FirstOf(room.Case, room.Facts));
    }

    [Theory]
    [InlineData("renew"), InlineData("changed"), InlineData("exit"), InlineData("ended"), InlineData("incident")]
    public void What_is_over_is_over(string verb)
    {
        var room = ReportedAsOver();
        room.Press(CaseScenario.Sam, "ended");
        Assert.True(room.Press(CaseScenario.Sam, verb, "sent", values: [("triggers", "T1")]).ChangesNothing);
        Assert.True(room.Says("exit.ended_already"));
    }

    [Theory]
    [InlineData("review", "renew.being_checked")]
    [InlineData("changed", "renew.being_checked")]
    [InlineData("exit", "renew.being_checked")]
    [InlineData("incident", "renew.being_checked")]
    public void What_is_not_decided_yet_is_not_reviewed(string command, string key)
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        room.Say(CaseScenario.Rita, $"{command} SUP-31");
        Assert.True(room.Says(key));
        Assert.True(room.Last.ChangesNothing);
    }

    [Fact]
    public void A_half_filled_request_is_not_lost_to_a_review()
    {
        var room = Approved(CaseAnswers.Medium);
        room.Say(CaseScenario.Rita, "new Other Notes");
        var draft = room.Draft!.Id;
        room.Say(CaseScenario.Rita, $"review {room.Entry!.Id}");
        Assert.Equal(draft, room.Draft.Id);
        Assert.IsType<View.Notice>(room.Last.Answer);
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
        var room = Approved(CaseAnswers.High);
        room.Say(CaseScenario.Rita, $"review {room.Entry!.Id}");
        room.SendAsItIs(CaseScenario.Rita, (question, value));
        Assert.Contains(room.Case!.Changes, change => change.Question == question);
        var deciding = Assert.IsType<View.Deciding>(room.Press(CaseScenario.Sam, "review").Answer);
        Assert.StartsWith("Changed", deciding.News[1], StringComparison.Ordinal);
        Assert.Equal(question is "name" or "website", deciding.Small.Contains("in place of Acme Notes", StringComparison.Ordinal));
        room.Approve(CaseScenario.Sam);
        Assert.True(room.Case.IsOpen);
        Assert.Equal("Acme Notes", room.Entry.Supplier);
    }

    [Theory]
    [InlineData("start", "2026-12-24"), InlineData("owner", "Owner")]
    public void What_says_neither_is_confirmed_by_one(string question, string value)
    {
        var room = Approved(CaseAnswers.High);
        room.Say(CaseScenario.Rita, $"review {room.Entry!.Id}");
        room.SendAsItIs(CaseScenario.Rita, (question, value));
        Assert.Contains(room.Case!.Changes, change => change.Question == question);
        room.Approve(CaseScenario.Sam);
        Assert.Equal(CaseStatus.Approved, room.Case.Status);
    }

    [Fact]
    public void Every_change_is_shown_or_counted_and_who_it_is_stands_first()
    {
        var room = Approved(CaseAnswers.Low);
        room.Say(CaseScenario.Rita, $"review {room.Entry!.Id}");
        room.SendAsItIs(
            CaseScenario.Rita,
            ("data", "personal,special"),
            ("access", "accounts"),
            ("stop", "customers"),
            ("effects", "acts"),
            ("volume", "large"),
            ("training", "not_sure"),
            ("where", "not_sure"),
            ("replace", "none"),
            ("others", "not_sure"),
            ("proof", "none"),
            ("purpose", "Everything we have."),
            ("service", "Other"),
            ("website", "evil.net"),
            ("name", "Evil Cloud")
        );
        var deciding = Assert.IsType<View.Deciding>(room.Press(CaseScenario.Sam, "review").Answer);
        Assert.Contains("It would replace Acme Notes · acme.com, which is approved.", deciding.News[0], StringComparison.Ordinal);
        Assert.Equal(
            ["Supplier: Acme Notes → Evil Cloud", "Website: acme.com → evil.net", "Product:", "Purpose:"],
            deciding
                .News.Skip(1)
                .Take(4)
                .Select(line => line.Split(": ", 2)[1])
                .Zip([33, 28, 8, 8], (line, length) => line[..length].TrimEnd())
        );
        Assert.Contains("2 more changes are under “What changed”.", deciding.News);
        Assert.Equal(14, Assert.Single(deciding.Sections, section => section.Id == "changes").Lines.Count);
        Assert.Contains("in place of Acme Notes", Assert.IsType<View.Review>(room.Show("review-security")).Small, StringComparison.Ordinal);
    }

    [Fact]
    public void What_came_back_to_where_it_was_is_no_change()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        room.Send(CaseAnswers.Medium.With("name", "Other Notes"), CaseScenario.Rita, room.Case!.Id);
        Assert.Single(
            Assert.IsType<View.Deciding>(room.Press(CaseScenario.Sam, "review").Answer).News,
            line => line.StartsWith("Changed", StringComparison.Ordinal)
        );
        room.Send(CaseAnswers.Medium, CaseScenario.Rita, room.Case.Id);
        Assert.DoesNotContain(
            Assert.IsType<View.Deciding>(room.Press(CaseScenario.Sam, "review").Answer).News,
            line => line.StartsWith("Changed", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(false, 2), InlineData(true, 1)]
    public void A_review_from_before_all_answers_counted_asks_everybody_and_what_was_confirmed_stays(bool decided, int needed)
    {
        var room = UnderReview(CaseAnswers.High);
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

    private static IEnumerable<(string, string)> Values(CaseScenario room)
    {
        var asking = (InterviewState.Asking)Interview.Replay(CaseScenario.Policy, room.Draft!, room.Calendar.Today(room.Now));
        return Interview
            .Questions(CaseScenario.Policy, asking.Page, room.Draft!.Answers)
            .Select(question => (question.Id, string.Join(',', room.Draft.Answers.Picked(question.Id))));
    }

    private static CaseScenario Approved(Answers answers)
    {
        var room = CaseScenario.With(answers);
        foreach (var reviewer in new[] { CaseScenario.Sam, CaseScenario.Priya, CaseScenario.Carla }.TakeWhile(_ => room.Case!.IsOpen))
            room.Approve(reviewer);
        Assert.Equal(CaseStatus.Approved, room.Case!.Status);
        return room;
    }

    private static CaseScenario UnderReview(Answers answers)
    {
        var room = Approved(answers);
        room.Say(CaseScenario.Rita, $"review {room.Entry!.Id}");
        room.SendAsItIs(CaseScenario.Rita);
        Assert.NotNull(room.Entry.Review);
        return room;
    }
}
