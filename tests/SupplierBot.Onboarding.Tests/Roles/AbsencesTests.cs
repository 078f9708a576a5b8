using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Roles;

/// <summary>Who decides on a day on which somebody is away.</summary>
public sealed class AbsencesTests
{
    private static readonly DateOnly Today = new(2026, 11, 17);
    private static readonly RolePart SamsPart = new(Sam.Person, []);
    private static readonly RolePart PriyasPart = new(Priya.Person, []);

    [Fact]
    public void With_nobody_away_everyone_is_present()
    {
        IReadOnlyList<RolePart> own = [SamsPart, PriyasPart];
        Assert.Same(own, Absences.Present(own, [], Today));
        Assert.Equal(own, Absences.Present(own, [Away(Carla, null)], Today));
    }

    [Theory]
    [InlineData(0, "Priya"), InlineData(-1, "Sam,Priya"), InlineData(3, "Priya")]
    public void An_absence_lasts_through_its_last_day(int days, string present) =>
        Assert.Equal(present, Names(Absences.Present([SamsPart, PriyasPart], [Away(Sam, null, days)], Today)));

    [Fact]
    public void A_delegate_has_the_part_through_whom_they_stand_in_for()
    {
        var part = Absences.Present([SamsPart, PriyasPart], [Away(Sam, Owner)], Today)[0];
        Assert.Equal(Owner.Person, part.Holder);
        Assert.Equal(new RoleGiver(Sam.Person, null), Assert.Single(part.Through));
        Assert.True(part.Through[0].IsAway);
    }

    [Fact]
    public void A_delegate_who_is_away_too_is_followed_to_theirs_and_everybody_in_between_is_kept()
    {
        var part = Absences.Present([SamsPart, PriyasPart], [Away(Sam, Owner), Away(Owner, Stranger)], Today)[0];
        Assert.Equal(Stranger.Person, part.Holder);
        Assert.Equal([Sam.Person, Owner.Person], part.Through.Select(giver => giver.By));
        Assert.Equal("Priya", Names(Absences.Present([SamsPart, PriyasPart], [Away(Sam, Owner), Away(Owner, null)], Today)));
    }

    [Fact]
    public void A_row_of_up_to_four_is_followed_and_a_circle_is_left()
    {
        Actor[] row = [Sam, Owner, Stranger, Rita, Carla, Auditor];
        IReadOnlyList<Absence> Row(int people) => [.. Enumerable.Range(0, people).Select(at => Away(row[at], row[at + 1]))];
        Assert.Equal("Carla,Priya", Names(Absences.Present([SamsPart, PriyasPart], Row(4), Today)));
        Assert.Equal("Priya", Names(Absences.Present([SamsPart, PriyasPart], Row(5), Today)));
        Assert.Equal("Priya", Names(Absences.Present([SamsPart, PriyasPart], [Away(Sam, Owner), Away(Owner, Sam)], Today)));
    }

    [Fact]
    public void A_role_is_never_empty_because_everybody_is_away() =>
        Assert.Equal("Sam,Priya", Names(Absences.Present([SamsPart, PriyasPart], [Away(Sam, null), Away(Priya, null)], Today)));

    [Fact]
    public void Who_stands_in_stands_for_everybody_before_them_on_that_day()
    {
        IReadOnlyList<Absence> away = [Away(Sam, Owner), Away(Owner, Stranger), Away(Priya, Stranger, -1), Away(Carla, null)];
        Assert.Equal([Owner.Person, Sam.Person], Absences.Behind([Stranger.Id], away, Today));
        Assert.Equal([Sam.Person], Absences.Behind([Owner.Id], away, Today));
        Assert.Empty(Absences.Behind([Sam.Id, Carla.Id], away, Today));
        Assert.Equal([Owner.Person], Absences.Behind([Stranger.Id, Sam.Id], away, Today));
        Assert.Equal([Sam.Person, Priya.Person], Absences.Behind([Owner.Id], [Away(Sam, Owner), Away(Priya, Owner, 0)], Today));
    }

    [Fact]
    public void Somebodys_absence_is_their_own_and_not_over()
    {
        IReadOnlyList<Absence> away = [Away(Priya, Owner), Away(Sam, null, -1), Away(Sam, Owner, 0)];
        Assert.Same(away[2], Absences.Of(Sam.Id, away, Today));
        Assert.Null(Absences.Of(Sam.Id, away, Today.AddDays(1)));
        Assert.Null(Absences.Of(Owner.Id, away, Today));
    }

    [Fact]
    public void Two_who_are_away_in_a_row_lead_to_the_last_and_a_circle_to_those_who_hold_it()
    {
        var row = RoleAssignments.Empty with { Away = [Away(Sam, Owner), Away(Owner, Stranger)] };
        Assert.Equal(
            ["teams:stranger", "teams:priya"],
            RoleScenario.On(row, Today).Roles.Of(RoleNames.Security).Select(person => person.Id.Value)
        );
        var circle = RoleAssignments.Empty with { Away = [Away(Sam, Owner), Away(Owner, Sam), Away(Priya, null)] };
        Assert.Equal(
            ["teams:sam", "teams:priya"],
            RoleScenario.On(circle, Today).Roles.Of(RoleNames.Security).Select(person => person.Id.Value)
        );
    }

    private static Absence Away(Actor person, Actor? stands, int days = 3) => new(person.Person, stands?.Person, Today.AddDays(days));

    private static string Names(IReadOnlyList<RolePart> parts) => string.Join(',', parts.Select(part => part.Holder.Name));
}
