using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Roles;

/// <summary>Who decides while people are away.</summary>
public sealed class AbsenceTests
{
    [Fact]
    public void Two_who_are_away_in_a_row_lead_to_the_last_and_a_circle_to_those_who_hold_it()
    {
        var today = new DateOnly(2026, 11, 17);
        Absence Away(Actor who, Actor? stands) => new(who.Person, stands?.Person, today.AddDays(3));
        var row = RoleAssignments.Empty with
        {
            Away = [Away(CaseScenario.Sam, CaseScenario.Owner), Away(CaseScenario.Owner, CaseScenario.Stranger)],
        };
        Assert.Equal(
            ["teams:stranger", "teams:priya"],
            RoleScenario.On(row, today).Roles.Of(RoleNames.Security).Select(person => person.Id.Value)
        );
        var circle = RoleAssignments.Empty with
        {
            Away = [Away(CaseScenario.Sam, CaseScenario.Owner), Away(CaseScenario.Owner, CaseScenario.Sam), Away(CaseScenario.Priya, null)],
        };
        Assert.Equal(
            ["teams:sam", "teams:priya"],
            RoleScenario.On(circle, today).Roles.Of(RoleNames.Security).Select(person => person.Id.Value)
        );
    }
}
