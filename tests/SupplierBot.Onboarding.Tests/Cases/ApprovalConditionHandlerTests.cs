using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>Set with a yes, reported done by its owner, confirmed by somebody else.</summary>
public sealed class ApprovalConditionHandlerTests
{
    private const string Proof = "Signed on Monday, in the contract folder";

    [Fact]
    public void What_is_before_use_keeps_the_service_waiting_until_it_is_confirmed()
    {
        var room = Conditional();
        Assert.Equal((ApprovalConditionState.Open, EntryStatus.Onboarding), State(room));
        room.Press(CaseScenario.Rita, "done", "1", values: [("proof_text", Proof)]);
        Assert.Equal((ApprovalConditionState.Reported, EntryStatus.Onboarding), State(room));
        Assert.Equal((Proof, CaseScenario.Rita.Person), (room.Case!.Conditions[0].Proof, room.Case.Conditions[0].ReportedBy));
        Assert.Contains(new(NotificationKind.ConditionReported, 1, CaseScenario.Sam.Person), room.Case.Notifications);
        room.Press(CaseScenario.Priya, "confirm", "1");
        Assert.Equal((ApprovalConditionState.Confirmed, EntryStatus.Active), State(room));
        Assert.Contains(room.Case.Notifications, notification => notification.Kind == NotificationKind.Usable);
        Assert.Equal(AuditEventKind.ConditionConfirmed, room.Facts[^1].Event.Kind);
        Assert.Null(BrokenLink.FirstOf(room.Case, room.Facts));
    }

    [Fact]
    public void A_press_without_proof_shows_the_form_and_proof_that_says_nothing_shows_it_again()
    {
        var room = Conditional();
        Assert.Equal("", Assert.IsType<View.Form>(room.Press(CaseScenario.Rita, "done", "1").Answer).Problem);
        var again = Assert.IsType<View.Form>(room.Press(CaseScenario.Rita, "done", "1", values: [("proof_text", "done")]).Answer);
        Assert.Equal("Use at least 10 letters or digits. Rita will see this.", again.Problem);
        Assert.Equal("done", again.Fields[0].Value);
        Assert.Equal((ApprovalConditionState.Open, EntryStatus.Onboarding), State(room));
    }

    [Fact]
    public void Only_its_owner_reports_it()
    {
        var room = Conditional();
        Assert.Equal("refusal.condition_owner", room.Press(CaseScenario.Sam, "done", "1", values: [("proof_text", Proof)]).Refused);
        Assert.Equal((ApprovalConditionState.Open, EntryStatus.Onboarding), State(room));
    }

    [Fact]
    public void Nobody_confirms_what_they_reported_themselves()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        room.Press(
            CaseScenario.Sam,
            "approve_conditions",
            values:
            [
                ("terms", "agreed"),
                ("terms_ref", "MSA v3"),
                ("condition_text", "Switch off training."),
                ("condition_when", "before_use"),
                ("condition_owner", "me"),
            ]
        );
        room.Press(CaseScenario.Sam, "done", "1", values: [("proof_text", Proof)]);
        Assert.Equal("confirm.own", room.Press(CaseScenario.Sam, "confirm", "1").Refused);
        room.Press(CaseScenario.Priya, "confirm", "1");
        Assert.Equal((ApprovalConditionState.Confirmed, EntryStatus.Active), State(room));
    }

    [Theory]
    [InlineData("done", "2", "done.nothing")]
    [InlineData("done", "one", "done.nothing")]
    [InlineData("confirm", "1", "confirm.nothing")]
    [InlineData("confirm", "2", "confirm.nothing")]
    public void What_is_not_there_or_not_yet_is_refused(string verb, string number, string reason)
    {
        var room = Conditional();
        var actor = verb == "done" ? CaseScenario.Rita : CaseScenario.Sam;
        Assert.Equal(reason, room.Press(actor, verb, number, values: [("proof_text", Proof)]).Refused);
        Assert.Equal((ApprovalConditionState.Open, EntryStatus.Onboarding), State(room));
    }

    /// <summary>At High two people approve: what both of them set is one condition.</summary>
    [Fact]
    public void The_same_condition_of_two_people_counts_once_and_an_open_contract_is_none()
    {
        var room = CaseScenario.With(CaseAnswers.High);
        room.ApproveIf(CaseScenario.Sam, "Switch off training.");
        room.ApproveIf(CaseScenario.Priya, "Switch off training.", terms: "open");
        Assert.Equal(
            [(1, "Switch off training.", "Sam")],
            room.Case!.Conditions.Select(condition => (condition.Number, condition.Text, condition.SetBy.Name))
        );
        Assert.Equal(CaseStatus.ApprovedWithConditions, room.Case.Status);
    }

    private static CaseScenario Conditional()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        room.ApproveIf(CaseScenario.Sam, "Switch off training.");
        return room;
    }

    private static (ApprovalConditionState Condition, EntryStatus Entry) State(CaseScenario room) =>
        (Assert.Single(room.Case!.Conditions).State, room.Entry!.Status);
}
