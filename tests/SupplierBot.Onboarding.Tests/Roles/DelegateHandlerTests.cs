using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Roles;

/// <summary>Somebody is away, and somebody else decides in their place.</summary>
public sealed class DelegateHandlerTests
{
    [Theory]
    [InlineData("delegate to Owner until 2026-11-16", "has passed")]
    [InlineData("delegate to Owner until 2028-01-01", "more than a year")]
    [InlineData("delegate to Owner until somewhen", "I don't recognize")]
    [InlineData("delegate to Sam until 2026-12-01", "stand in for yourself")]
    [InlineData("delegate to Nobody until 2026-12-01", "don't know")]
    [InlineData("delegate to Priya until 2026-12-01", "already")]
    [InlineData("away until 2026-11-16", "has passed")]
    [InlineData("away until 5/12", "could be Sat 5 Dec 2026 or Wed 12 May 2027")]
    [InlineData("delegate to Owner until 5/12/2026", "could be Sat 5 Dec 2026 or Tue 12 May 2026")]
    [InlineData("away until the end", "I don't recognize")]
    [InlineData("delegate stop", "aren't away")]
    public void What_cannot_be_handed_on_is_refused_with_the_reason(string text, string words)
    {
        var outcome = RoleScenario.Say(RoleAssignments.Empty, CaseScenario.Sam, text);
        Assert.Null(outcome.Assignments);
        Assert.Contains(words, RoleScenario.Words(outcome), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Who_holds_no_role_has_nothing_to_hand_on() =>
        Assert.Contains(
            "don't hold a deciding role",
            RoleScenario.Words(RoleScenario.Say(RoleAssignments.Empty, CaseScenario.Rita, "away until 2026-12-01")),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_last_one_of_a_role_names_somebody() =>
        Assert.Contains(
            "You're the only one who decides",
            RoleScenario.Words(RoleScenario.Say(RoleAssignments.Empty, CaseScenario.Carla, "away until 20 Dec")),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_delegate_decides_until_the_day_and_not_after_and_is_never_the_requester()
    {
        var outcome = RoleScenario.Say(RoleAssignments.Empty, CaseScenario.Sam, "delegate to Owner until 20 Nov");
        var assignments = outcome.Assignments!;
        Assert.Equal(
            (AuditEventKind.Delegated, AnnouncementKind.Delegated),
            (outcome.Events![0].Event.Kind, outcome.Announcements![0].Kind)
        );
        Assert.Contains(outcome.Announcements[0].To, person => person.Id == CaseScenario.Owner.Id);
        var room = CaseScenario.With(CaseAnswers.High);
        room.Roles = RoleScenario.On(assignments, new(2026, 11, 20)).Roles;
        room.Approve(CaseScenario.Sam);
        Assert.Empty(room.Case!.Approvals);
        room.Approve(CaseScenario.Owner);
        Assert.Equal(CaseScenario.Owner.Id, Assert.Single(room.Case.Approvals).By.Id);
        room.Roles = RoleScenario.On(assignments, new(2026, 11, 21)).Roles;
        Assert.Equal(["teams:sam", "teams:priya"], room.Roles.Of(RoleNames.Security).Select(person => person.Id.Value));
        var asked = CaseScenario.With(
            CaseAnswers.Medium,
            requester: CaseScenario.Owner,
            roles: RoleScenario.On(assignments, new(2026, 11, 20)).Roles
        );
        asked.Approve(CaseScenario.Owner);
        Assert.True(asked.Says("refusal.own_request"));
    }

    [Fact]
    public void Coming_back_early_ends_it_and_both_are_notified()
    {
        var away = RoleScenario.Say(RoleAssignments.Empty, CaseScenario.Sam, "delegate to Owner until 20 Nov").Assignments!;
        var back = RoleScenario.Say(away, CaseScenario.Sam, "I'm back");
        Assert.Empty(back.Assignments!.Away);
        Assert.Equal(CaseScenario.Owner.Id, Assert.Single(back.Announcements!).To[0].Id);
        Assert.Null(
            BrokenLink.FirstOf(
                back.Assignments,
                [.. RoleScenario.Say(RoleAssignments.Empty, CaseScenario.Sam, "delegate to Owner until 20 Nov").Events!, .. back.Events!]
            )
        );
    }
}
