using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Register;

/// <summary>The end of a supplier: access, data and what moved, each with proof, and confirmed by somebody else.</summary>
public sealed class OffboardingHandlerTests
{
    private static CaseScenario ReportedAsOver()
    {
        var room = CaseScenario.Approved(CaseAnswers.Medium);
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
        var room = CaseScenario.Approved(CaseAnswers.Medium);
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
        Assert.Equal(2, room.Case!.Notifications.Count(notification => notification.Kind == NotificationKind.LeavingReported));
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
}
