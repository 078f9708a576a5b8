using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>Thirty seconds to undo a press that was a slip: what is brought back, what stays on the record, and who reads what.</summary>
public sealed class UndoHandlerTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    private static CaseScenario Sent(Answers? answers = null)
    {
        var room = CaseScenario.With(answers ?? CaseAnswers.Medium);
        room.UndoFor = Window;
        return room;
    }

    public static TheoryData<string> Presses => ["approve", "conditions", "reject"];

    private static Outcome Press(CaseScenario room, string what, Actor by) =>
        what switch
        {
            "approve" => room.Approve(by),
            "conditions" => room.ApproveIf(by, "Sign the order first"),
            _ => room.Reject(by),
        };

    [Theory, MemberData(nameof(Presses))]
    public void A_decision_is_undone_as_if_it_had_not_been_made(string what)
    {
        var room = Sent();
        var (before, entry) = (room.Case!, room.Entry!);
        Press(room, what, Sam);
        Assert.False(room.Case!.IsOpen);
        room.Now += TimeSpan.FromSeconds(8);
        room.Press(Sam, Verbs.Undo);
        Assert.True(room.Says("undo.done"));
        Assert.Equal(
            Plain(before),
            Plain(room.Case with { Version = before.Version, Undone = 0, EventCount = before.EventCount, ChainHead = before.ChainHead })
        );
        Assert.Equal(EntryVerifier.Text(entry), EntryVerifier.Text(room.Entry!));
        Assert.Equal(
            [AuditEventKind.Submitted, .. room.Facts.Skip(1).SkipLast(1).Select(fact => fact.Event.Kind), AuditEventKind.Undone],
            room.Facts.Select(fact => fact.Event.Kind)
        );
        Assert.EndsWith("after 8 seconds, before anyone was notified", room.Case.History[^1].Words, StringComparison.Ordinal);
        Assert.Contains(room.Case.History, line => line.Words.Contains("Sam", StringComparison.Ordinal) && line != room.Case.History[^1]);
        Verified(room);
    }

    /// <summary>Without what the two presses add for good.</summary>
    private static string Plain(Case current) => SealedText.Of(current with { History = [], Undoable = null });

    private static void Verified(CaseScenario room)
    {
        Assert.Null(BrokenLink.FirstOf(room.Case!, room.Facts));
        Assert.Empty(CaseVerifier.Contradictions(room.Case!, room.Facts, Policy));
    }

    [Fact]
    public void A_press_can_be_made_again_after_it_was_undone()
    {
        var room = Sent();
        room.Approve(Sam);
        room.Press(Sam, Verbs.Undo);
        room.Approve(Sam);
        Assert.Equal(CaseStatus.Approved, room.Case!.Status);
        Assert.Equal(room.Operations.Count, room.Operations.Distinct().Count());
        room.Press(Sam, Verbs.Undo);
        Assert.True(room.Case.IsOpen);
        Assert.Equal(2, room.Case.Undone);
        Verified(room);
    }

    [Fact]
    public void It_is_offered_for_as_long_as_it_can_be_done_to_who_pressed_alone()
    {
        var room = Sent();
        room.Approve(Sam);
        Assert.Equal("Undo (30 s)", room.Last.Answer!.Buttons[0].Label);
        Assert.Equal(Verbs.Undo, room.Last.Answer.Buttons[0].Verb);
        Assert.Contains("You have 30 seconds to undo this.", room.Problem, StringComparison.Ordinal);
        room.Now += TimeSpan.FromSeconds(12);
        Assert.Equal("Undo (18 s)", room.Press(Sam, "open").Answer!.Buttons[0].Label);
        Assert.DoesNotContain(room.Press(Priya, "open").Answer!.Buttons, button => button.Verb == Verbs.Undo);
        room.Now += Window;
        Assert.DoesNotContain(room.Press(Sam, "open").Answer!.Buttons, button => button.Verb == Verbs.Undo);
    }

    [Fact]
    public void Whoever_did_not_press_reads_the_case_as_it_was()
    {
        var room = Sent();
        room.Reject(Sam);
        Assert.IsType<View.Deciding>(room.Press(Priya, "open").Answer);
        Assert.IsType<View.Deciding>(room.Press(Priya, "review").Answer);
        Assert.Contains(room.Press(Rita, "open", slot: "receipt").Answer!.Buttons, button => button.Verb == Verbs.Withdraw);
        Assert.NotEmpty(Assert.IsType<View.Receipt>(room.Say(Rita, "status REQ-2026-0012").Answer).Steps);
        room.Now += Window + Window;
        Assert.IsType<View.Decided>(room.Press(Priya, "open").Answer);
    }

    [Fact]
    public void The_register_says_what_it_said_before()
    {
        var room = Sent();
        room.Approve(Sam);
        Assert.Equal(EntryStatus.Proposed, room.Entry!.AsOf(room.Now).Status);
        Assert.NotEqual(EntryStatus.Proposed, room.Entry.AsOf(room.Now + Window + Window).Status);
        var line = CaseLine.Of(room.Case!, room.Roles);
        Assert.Equal(
            CaseStatus.InReview,
            new TurnState { Cases = [line] }
                .AsRead(Rita.Id, room.Context)
                .Cases[0]
                .Status
        );
        Assert.Equal(
            CaseStatus.Approved,
            new TurnState { Cases = [line] }
                .AsRead(Rita.Id, room.Context with { Now = room.Now + Window + Window })
                .Cases[0]
                .Status
        );
    }

    [Theory, InlineData("approve", "undo.late_approved"), InlineData("reject", "undo.late_rejected")]
    public void Too_late_says_since_when_it_is_final_and_what_changes_it(string what, string words)
    {
        var room = Sent();
        Press(room, what, Sam);
        var decided = room.Case;
        room.Now += Window;
        room.Press(Sam, Verbs.Undo);
        Assert.True(room.Says(words));
        Assert.Contains("It's final since Tue 17 Nov, 10:00.", room.Problem, StringComparison.Ordinal);
        Assert.Same(decided, room.Case);
    }

    [Fact]
    public void Nobody_else_can_undo_it()
    {
        var room = Sent();
        room.Approve(Sam);
        room.Press(Priya, Verbs.Undo);
        Assert.True(room.Says("undo.not_yours"));
        Assert.IsType<View.Deciding>(room.Last.Answer);
        Assert.False(room.Case!.IsOpen);
    }

    [Fact]
    public void Undone_twice_is_undone_once()
    {
        var room = Sent();
        room.Approve(Sam);
        room.Press(Sam, Verbs.Undo);
        var undone = room.Case;
        room.Press(Sam, Verbs.Undo);
        Assert.True(room.Says("undo.nothing"));
        Assert.Same(undone, room.Case);
    }

    [Fact]
    public void The_button_of_an_earlier_press_undoes_no_later_one()
    {
        var room = Sent();
        room.Approve(Sam);
        var first = room.Last.Answer!.Buttons[0].Target;
        room.Press(Sam, Verbs.Undo, first);
        room.Approve(Sam);
        room.Press(Sam, Verbs.Undo, first);
        Assert.True(room.Says("undo.nothing"));
        Assert.Equal(CaseStatus.Approved, room.Case!.Status);
    }

    [Fact]
    public void A_second_yes_makes_the_first_final()
    {
        var room = Sent(CaseAnswers.High);
        room.Approve(Sam);
        Assert.True(room.Case!.IsOpen);
        var first = room.Last.Answer!.Buttons[0].Target;
        Assert.DoesNotContain(
            Assert.IsType<View.Deciding>(room.Press(Priya, "open").Answer).News,
            news => news.Contains("Sam", StringComparison.Ordinal)
        );
        room.Now += TimeSpan.FromSeconds(5);
        room.Approve(Priya);
        Assert.Equal(2, room.Case.Approvals.Count);
        room.Press(Sam, Verbs.Undo);
        Assert.True(room.Says("undo.not_yours"));
        room.Press(Sam, Verbs.Undo, first);
        Assert.True(room.Says("undo.nothing"));
        room.Press(Priya, Verbs.Undo);
        Assert.Equal([Sam.Id], room.Case.Approvals.Select(approval => approval.By.Id));
        room.Press(Sam, Verbs.Undo);
        Assert.True(room.Says("undo.nothing"));
        Assert.Single(room.Case.Approvals);
        Verified(room);
    }

    [Fact]
    public void Who_would_have_decided_waits_for_the_one_who_was_faster()
    {
        var room = Sent();
        room.Reject(Sam);
        room.Approve(Priya);
        Assert.StartsWith("Someone has just done something with this request", room.Problem, StringComparison.Ordinal);
        Assert.IsType<View.Deciding>(room.Last.Answer);
        Assert.Equal(CaseStatus.Rejected, room.Case!.Status);
        room.Press(Rita, "withdraw", "yes", slot: "receipt");
        Assert.StartsWith("Someone has just done something with this request", room.Problem, StringComparison.Ordinal);
        room.Press(Sam, Verbs.Undo);
        room.Approve(Priya);
        Assert.Equal(CaseStatus.Approved, room.Case.Status);
        Verified(room);
    }

    [Fact]
    public void Time_does_nothing_to_a_case_meanwhile()
    {
        var room = Sent();
        room.Now = room.Case!.DueAt - TimeSpan.FromSeconds(5);
        room.Tick();
        room.Approve(Sam);
        room.Now += TimeSpan.FromSeconds(10);
        Assert.Null(room.Tick());
        room.Press(Sam, Verbs.Undo);
        Assert.NotNull(room.Tick());
        Assert.True(room.Case!.Late);
        Verified(room);
    }

    [Fact]
    public void A_request_that_was_sent_is_a_draft_again()
    {
        var room = new CaseScenario { UndoFor = Window };
        room.Send(CaseAnswers.Medium, Rita);
        var sent = room.Snapshot!.Draft!;
        Assert.Equal("Undo (30 s)", room.Press(Rita, "open", slot: "receipt").Answer!.Buttons[0].Label);
        Assert.Contains("REQ-2026-0012", Assert.IsType<View.Notice>(room.Press(Priya, "open").Answer).Plain, StringComparison.Ordinal);
        room.Approve(Priya);
        Assert.True(room.Case!.IsOpen && room.Case.Approvals.Count == 0);
        var line = CaseLine.Of(room.Case, room.Roles);
        Assert.Empty(
            new TurnState { Cases = [line] }
                .AsRead(Priya.Id, room.Context)
                .Cases
        );
        Assert.Single(
            new TurnState { Cases = [line] }
                .AsRead(Rita.Id, room.Context)
                .Cases
        );
        Assert.Empty(
            new TurnState { Found = [room.Entry!] }
                .AsRead(Priya.Id, room.Context)
                .Found
        );
        room.Press(Rita, Verbs.Undo, slot: "receipt");
        Assert.IsType<View.Summary>(room.Last.Answer);
        Assert.NotEqual(sent.Id, room.Draft!.Id);
        Assert.Equal(sent, room.Draft with { Id = sent.Id });
        Assert.Equal((CaseStatus.Withdrawn, EntryStatus.Withdrawn), (room.Case!.Status, room.Entry!.Status));
        Assert.Empty(room.Case.Notifications);
        Assert.True(room.Case.NeverSent && room.Entry.NeverSent);
        Verified(room);
        room.NextCaseId = "REQ-2026-0013";
        room.PressDraft(Rita, "submit");
        Assert.Equal(("REQ-2026-0013", true), (room.Case.Id, room.Case.IsOpen));
    }

    [Fact]
    public void A_change_of_the_answers_is_undone_with_what_it_voided()
    {
        var room = Sent(CaseAnswers.High);
        room.UndoFor = TimeSpan.Zero;
        room.Approve(Sam);
        var before = room.Case!;
        room.UndoFor = Window;
        room.Send(before.Answers.With("purpose", "Something else entirely, with other people"), Rita, before.Id);
        Assert.Empty(room.Case!.Approvals);
        room.Press(Rita, Verbs.Undo, slot: "receipt");
        Assert.Single(room.Case.Approvals);
        Assert.Equal(before.ContentVersion, room.Case.ContentVersion);
        Assert.Equal(before.Id, room.Draft!.EditsCase);
        Verified(room);
    }

    [Fact]
    public void A_review_that_was_decided_stands_beside_the_approval_again()
    {
        var room = CaseScenario.UnderReview(CaseAnswers.Medium);
        room.UndoFor = Window;
        var entry = room.Entry!;
        room.Reject(Sam);
        Assert.Equal(EntryStatus.Suspended, room.Entry!.Status);
        Assert.Null(room.TickEarlier());
        room.Press(Sam, Verbs.Undo);
        Assert.Equal(EntryVerifier.Text(entry), EntryVerifier.Text(room.Entry));
        Assert.Empty(EntryVerifier.Contradictions(room.Entry, room.Earlier!, room.Case!.Id));
        Verified(room);
    }

    [Fact]
    public void Switched_off_nothing_can_be_undone()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        room.Approve(Sam);
        Assert.Null(room.Case!.Undoable);
        Assert.Null(room.Snapshot);
        room.Press(Sam, Verbs.Undo);
        Assert.True(room.Says("undo.nothing"));
    }

    [Theory, InlineData("undo"), InlineData("Undo!"), InlineData("undo that"), InlineData("please undo this")]
    public void It_can_be_typed(string words) => Assert.IsType<Request.Undo>(RequestReader.Parse(words));

    [Fact]
    public void What_it_kept_is_not_in_the_seal()
    {
        var room = Sent();
        room.Approve(Sam);
        Assert.Equal(CaseSeal.Of(room.Case!), CaseSeal.Of(room.Case! with { Undoable = null }));
        Assert.NotEqual(CaseSeal.Of(room.Case!), CaseSeal.Of(room.Case! with { Undone = 1 }));
    }
}
