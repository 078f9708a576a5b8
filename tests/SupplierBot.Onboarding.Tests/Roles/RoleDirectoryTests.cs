using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Roles;

/// <summary>The configuration with what was changed in chat laid over it.</summary>
public sealed class RoleDirectoryTests
{
    private readonly RoleChat room = new();

    [Fact]
    public void Without_changes_it_is_the_configuration()
    {
        var directory = room.Directory;
        Assert.Equal([Sam.Person, Priya.Person], directory.Roles.Of(RoleNames.Security));
        Assert.Equal([new(RoleNames.Security, RoleChat.SecurityPlace, PlaceState.Open)], directory.Places);
        Assert.Equal((0, 0, false), (directory.Version, directory.Roles.Version, directory.Dated));
        Assert.All(directory.Roles.PartsOf(RoleNames.Security), part => Assert.Empty(part.Through));
    }

    [Fact]
    public void Who_was_given_a_role_has_it_through_who_gave_it_also_when_it_was_theirs_before()
    {
        room.Says(Admin, "roles add legal Owner");
        var part = Assert.Single(room.Directory.Roles.PartsOf(RoleNames.Legal));
        Assert.Equal((Owner.Person, new RoleGiver(Admin.Person, room.Now)), (part.Holder, Assert.Single(part.Through)));
        Assert.False(part.Through[0].IsAway);
        room.Says(Admin, "roles remove security Priya");
        room.Says(Admin, "roles add security Priya");
        var again = room.Directory.Roles.PartsOf(RoleNames.Security).Single(one => one.Holder == Priya.Person);
        Assert.Equal(Admin.Person, Assert.Single(again.Through).By);
        Assert.Equal((3, 3), (room.Directory.Version, room.Directory.Roles.Version));
    }

    [Theory]
    [InlineData(true, false), InlineData(false, true), InlineData(false, false)]
    public void What_was_given_before_givers_were_kept_is_through_nobody(bool by, bool at)
    {
        room.Assignments = room.Assignments with
        {
            Given = [new(RoleNames.Legal, Owner.Person) { GivenBy = by ? Admin.Person : null, At = at ? room.Now : null }],
        };
        Assert.Empty(Assert.Single(room.Directory.Roles.PartsOf(RoleNames.Legal)).Through);
    }

    [Fact]
    public void While_somebody_is_away_their_delegate_holds_the_role_and_it_stays_their_own()
    {
        room.Says(Sam, "delegate to Owner until 20 Nov");
        var directory = room.Directory;
        Assert.True(directory.Dated);
        Assert.Equal([Owner.Person, Priya.Person], directory.Roles.Of(RoleNames.Security));
        Assert.Equal([Sam.Person, Priya.Person], directory.Own[RoleNames.Security]);
        Assert.Equal([Owner.Person, Priya.Person, Sam.Person], directory.Everybody(RoleNames.Security));
        Assert.Equal(
            [Sam.Person, Priya.Person],
            RoleDirectory.Of(room.Configured, room.Places, room.Assignments).Roles.Of(RoleNames.Security)
        );
        Assert.Equal(
            [Sam.Person, Priya.Person],
            RoleDirectory.Of(room.Configured, room.Places, room.Assignments, new(2026, 11, 21)).Roles.Of(RoleNames.Security)
        );
        Assert.Empty(directory.Everybody(RoleNames.Legal));
    }

    [Fact]
    public void One_delegate_of_two_holds_a_role_once_in_two_parts()
    {
        room.Says(Sam, "delegate to Owner until 20 Nov");
        room.Says(Priya, "delegate to Owner until 20 Nov");
        room.Assignments = room.Assignments with
        {
            Away = [new(Sam.Person, Owner.Person, room.Today), new(Priya.Person, Owner.Person, room.Today)],
        };
        Assert.Equal([Owner.Person], room.Directory.Roles.Of(RoleNames.Security));
        Assert.Equal(2, room.Directory.Roles.PartsOf(RoleNames.Security).Count());
    }

    [Fact]
    public void An_auditor_reads_also_while_away()
    {
        room.Assignments = room.Assignments with { Away = [new(Auditor.Person, Owner.Person, room.Today)] };
        Assert.Equal([Auditor.Person], room.Directory.Roles.Of(RoleNames.Auditor));
    }

    [Fact]
    public void Admins_are_those_of_the_configuration()
    {
        Assert.True(room.Directory.IsAdmin(Admin.Id));
        Assert.False(room.Directory.IsAdmin(Sam.Id));
    }

    [Fact]
    public void A_role_given_shortly_before_a_request_may_be_given_for_it()
    {
        var request = With(CaseAnswers.Medium).Case!;
        Assert.True(Given(request.SubmittedAt).MayBeGivenFor(request));
        Assert.True(Given(request.SubmittedAt.AddDays(-30).AddSeconds(1)).MayBeGivenFor(request));
        Assert.False(Given(request.SubmittedAt.AddDays(-30)).MayBeGivenFor(request));
        Assert.False(Given(null).MayBeGivenFor(request));

        static RoleHolding Given(DateTimeOffset? at) => new(RoleNames.Security, Owner.Person) { At = at };
    }
}
