using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>What was reported as done is looked at, and goes back with a reason where it is not enough.</summary>
public sealed class SendBackConditionHandlerTests
{
    private const string Proof = "Signed on Monday, in the contract folder";
    private const string Reason = "The annex on subprocessors is missing.";

    [Fact]
    public void Its_owner_has_it_again_with_the_reason()
    {
        var room = Reported();
        Assert.Equal("", Assert.IsType<View.Form>(room.Press(Priya, "send_back", "1").Answer).Problem);
        Assert.Equal(ApprovalConditionState.Reported, room.Case!.Conditions[0].State);
        room.Press(Priya, "send_back", "1", values: [("reason", Reason)]);
        var condition = room.Case!.Conditions[0];
        Assert.Equal((ApprovalConditionState.Open, "", null), (condition.State, condition.Proof, condition.ReportedBy));
        Assert.Equal(new ConditionSentBack(Priya.Person, room.Now, Reason), Assert.Single(condition.SentBack));
        Assert.Equal(EntryStatus.Onboarding, room.Entry!.Status);
        Assert.Contains(new(NotificationKind.ConditionSentBack, 1001, Rita.Person), room.Case.Notifications);
        var told = Assert.IsType<View.Notice>(room.Show("told-ConditionSentBack-1001-teams:rita"));
        Assert.Contains($"Reason: “{Reason}”", told.Lines[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("annex", told.Plain, StringComparison.Ordinal);
        Assert.Equal(("done", "1"), (told.Buttons[0].Verb, told.Buttons[0].Target));
        Assert.Contains(
            "sent this back",
            Assert.IsType<View.Notice>(room.Show("told-ConditionReported-1-teams:sam")).Lines[0].Text,
            StringComparison.Ordinal
        );
        Assert.Equal(AuditEventKind.ConditionSentBack, room.Facts[^1].Event.Kind);
        Assert.EndsWith("sent condition 1 back", room.Case.History[^1].Words, StringComparison.Ordinal);
        Verify(room);
    }

    [Fact]
    public void It_is_reported_confirmed_and_told_again()
    {
        var room = Reported();
        room.Press(Priya, "send_back", "1", values: [("reason", Reason)]);
        room.Press(Rita, "done", "1", values: [("proof_text", "The annex is signed, too.")]);
        Assert.Contains(new(NotificationKind.ConditionReported, 1001, Sam.Person), room.Case!.Notifications);
        room.Press(Sam, "send_back", "1", values: [("reason", "It is the old annex, of last year.")]);
        room.Press(Rita, "done", "1", values: [("proof_text", "Now it is the new one.")]);
        room.Press(Sam, "confirm", "1");
        Assert.Equal((ApprovalConditionState.Confirmed, EntryStatus.Active), (room.Case!.Conditions[0].State, room.Entry!.Status));
        Assert.Equal(room.Operations.Distinct().Count(), room.Operations.Count);
        Verify(room);
    }

    [Fact]
    public void Both_cards_offer_it()
    {
        var room = Reported();
        Assert.Equal(
            ["confirm", "send_back", "open"],
            Assert.IsType<View.Notice>(room.Show("told-ConditionReported-1-teams:sam")).Buttons.Select(button => button.Verb)
        );
        room.Press(Priya, "open");
        Assert.Contains(Assert.IsType<View.Decided>(room.Last.Answer).Buttons, button => button is { Verb: "send_back", Target: "1" });
        room.Press(Priya, "send_back", "1", values: [("reason", Reason)]);
        Assert.Contains(
            Assert.IsType<View.Decided>(room.Last.Answer).Conditions,
            line => line.Text.EndsWith($"sent back by Priya: “{Reason}”", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_reason_that_says_nothing_shows_the_form_again()
    {
        var room = Reported();
        foreach (var reason in new[] { "", "no", new string('x', 2001) })
        {
            room.Press(Priya, "send_back", "1", values: [("reason", reason)]);
            Assert.NotEqual("", Assert.IsType<View.Form>(room.Last.Answer).Problem);
        }
        Assert.Equal(ApprovalConditionState.Reported, room.Case!.Conditions[0].State);
    }

    [Theory]
    [InlineData("rita", "refusal.own_request")]
    [InlineData("auditor", "refusal.not_approver")]
    public void Only_who_could_confirm_it_sends_it_back(string person, string refused)
    {
        var room = Reported();
        Assert.Equal(refused, room.Press(person == "rita" ? Rita : Auditor, "send_back", "1", values: [("reason", Reason)]).Refused);
        Assert.Equal(ApprovalConditionState.Reported, room.Case!.Conditions[0].State);
    }

    [Fact]
    public void What_is_open_or_confirmed_is_not_sent_back()
    {
        var room = Reported();
        Assert.Equal("confirm.nothing", room.Press(Sam, "send_back", "2", values: [("reason", Reason)]).Refused);
        room.Press(Sam, "confirm", "1");
        Assert.Equal("confirm.nothing", room.Press(Sam, "send_back", "1", values: [("reason", Reason)]).Refused);
    }

    [Fact]
    public void Another_reason_than_the_one_in_its_fact_is_found()
    {
        var room = Reported();
        room.Press(Priya, "send_back", "1", values: [("reason", Reason)]);
        var condition = room.Case!.Conditions[0];
        var changed = room.Case with
        {
            Conditions = [condition with { SentBack = [condition.SentBack[0] with { Reason = "Because I say so, and only so." }] }],
        };
        Assert.Contains(
            "why condition 1 was sent back is not what its facts say",
            CaseVerifier.Contradictions(changed, room.Facts, Policy)
        );
    }

    private static void Verify(CaseScenario room)
    {
        Assert.Null(BrokenLink.FirstOf(room.Case!, room.Facts));
        Assert.Empty(CaseVerifier.Contradictions(room.Case!, room.Facts, Policy));
    }

    private static CaseScenario Reported()
    {
        var room = With(CaseAnswers.Medium);
        room.ApproveIf(Sam, "Sign the contract with the annex.");
        room.Press(Rita, "done", "1", values: [("proof_text", Proof)]);
        Assert.Equal(ApprovalConditionState.Reported, room.Case!.Conditions[0].State);
        return room;
    }
}
