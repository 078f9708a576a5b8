using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Roles;

/// <summary>Where the reviews of a role are posted.</summary>
public sealed class PlaceChangesTests
{
    private const string Here = "19:here";

    [Fact]
    public void A_place_is_chosen_in_it_and_given_up_in_it()
    {
        var chosen = RoleScenario.Say(RoleAssignments.Empty, CaseScenario.Admin, "security here", Here);
        Assert.Equal([new(RoleNames.Security, Here, PlaceState.Open)], chosen.Assignments!.Places);
        Assert.Equal(AuditEventKind.PlaceChosen, Assert.Single(chosen.Events!).Event.Kind);
        var given = RoleScenario.Say(chosen.Assignments, CaseScenario.Admin, "security not here", Here);
        Assert.Equal([new(RoleNames.Security, Here, PlaceState.GivenUp)], given.Assignments!.Places);
        Assert.Equal(AnnouncementKind.PlaceGivenUp, Assert.Single(given.Announcements!).Kind);
        Assert.Null(BrokenLink.FirstOf(given.Assignments, [.. chosen.Events!, .. given.Events!]));
    }

    [Theory]
    [InlineData("security here", null, "type that in the channel you want")]
    [InlineData("security not here", Here, "aren't posted here.")]
    public void What_cannot_be_is_refused_with_the_reason(string text, string? here, string words)
    {
        var outcome = RoleScenario.Say(RoleAssignments.Empty, CaseScenario.Admin, text, here);
        Assert.Null(outcome.Assignments);
        Assert.Contains(words, RoleScenario.Words(outcome), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_place_twice_changes_nothing()
    {
        var chosen = RoleScenario.Say(RoleAssignments.Empty, CaseScenario.Admin, "security here", Here).Assignments!;
        var again = RoleScenario.Say(chosen, CaseScenario.Admin, "security here", Here);
        Assert.Null(again.Assignments);
        Assert.Contains("are already posted here.", RoleScenario.Words(again), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sam", true)]
    [InlineData("Admin", true)]
    [InlineData("Rita", false)]
    [InlineData("Carla", false)]
    public void Where_the_bot_is_added_first_is_the_place_if_who_added_it_may_choose(string who, bool chosen)
    {
        var actor = new[] { CaseScenario.Sam, CaseScenario.Admin, CaseScenario.Rita, CaseScenario.Carla }.Single(one =>
            one.Person.Name == who
        );
        var outcome = Installed(RoleAssignments.Empty, actor, Here);
        Assert.Equal(chosen, outcome.Assignments is not null);
        if (outcome.Assignments is { } first)
            Assert.Null(Installed(first, actor, "19:second").Assignments);
    }

    [Fact]
    public void A_place_that_is_lost_comes_back_as_it_was()
    {
        var chosen = RoleScenario.Say(RoleAssignments.Empty, CaseScenario.Admin, "security here", Here).Assignments!;
        var context = new CaseScenario().Context;
        var lost = PlaceChanges.Lost(chosen, On(chosen), place => place == Here, context);
        Assert.Equal(PlaceState.Lost, Assert.Single(lost.Assignments!.Places).State);
        Assert.Equal(AuditEventKind.PlaceLost, Assert.Single(lost.Events!).Event.Kind);
        Assert.Empty(On(lost.Assignments).PlacesOf(RoleNames.Security));
        Assert.Null(PlaceChanges.Lost(lost.Assignments, On(lost.Assignments), place => place == Here, context).Assignments);
        var back = PlaceChanges.Back(lost.Assignments, On(lost.Assignments), place => place == Here, context);
        Assert.Equal([Here], On(back.Assignments!).PlacesOf(RoleNames.Security));
        Assert.Null(PlaceChanges.Back(chosen, On(chosen), place => place == "19:other", context).Assignments);
    }

    private static RoleOutcome Installed(RoleAssignments assignments, Actor actor, string here) =>
        PlaceChanges.Installed(assignments, On(assignments), actor, here, new CaseScenario().Context);

    private static RoleDirectory On(RoleAssignments assignments) => RoleScenario.On(assignments, new(2026, 11, 17));
}
