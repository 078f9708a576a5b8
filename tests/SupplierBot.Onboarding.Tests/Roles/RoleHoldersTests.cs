using SupplierBot.Onboarding.Roles;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Roles;

/// <summary>Who holds what, with accounts of one person counted as one.</summary>
public sealed class RoleHoldersTests
{
    private static readonly PersonId SamOnSlack = new("slack:T1:SAM");
    private static readonly RoleHolders Roles = RolesOf((RoleNames.Security, [Sam, Priya]), (RoleNames.Auditor, [Auditor])) with
    {
        Deputies = new Dictionary<string, IReadOnlyList<Person>> { [RoleNames.Security] = [Stranger.Person] },
        Admins = [Owner.Person, Admin.Person],
        Joined =
        [
            [Carla.Id, new("slack:T1:CARLA")],
            [Sam.Id, SamOnSlack],
        ],
    };

    [Fact]
    public void Accounts_of_one_person_are_the_same_person()
    {
        Assert.Equal([Sam.Id, SamOnSlack], Roles.AccountsOf(SamOnSlack));
        Assert.Equal([Priya.Id], Roles.AccountsOf(Priya.Id));
        Assert.Equal((Sam.Id, Sam.Id, Priya.Id), (Roles.Canonical(SamOnSlack), Roles.Canonical(Sam.Id), Roles.Canonical(Priya.Id)));
        Assert.True(Roles.Same(SamOnSlack, Sam.Id));
        Assert.False(Roles.Same(SamOnSlack, Priya.Id));
        Assert.True(Roles.Holds(SamOnSlack, RoleNames.Security));
        Assert.False(Roles.Holds(Carla.Id, RoleNames.Security));
    }

    [Fact]
    public void A_role_has_its_holders_and_deputies_and_a_role_that_nobody_holds_has_none()
    {
        Assert.Equal([Sam.Person, Priya.Person], Roles.Of(RoleNames.Security));
        Assert.True(Roles.Configured(RoleNames.Security));
        Assert.Empty(Roles.Of(RoleNames.Legal));
        Assert.False(Roles.Configured(RoleNames.Legal));
        Assert.Equal([Stranger.Person], Roles.DeputiesOf(RoleNames.Security));
        Assert.Empty(Roles.DeputiesOf(RoleNames.Legal));
        Assert.True(Roles.Deputises(Stranger.Id, RoleNames.Security));
        Assert.False(Roles.Deputises(Stranger.Id, RoleNames.Legal));
        Assert.False(Roles.Deputises(Sam.Id, RoleNames.Security));
    }

    [Fact]
    public void The_parts_of_a_role_are_its_holders_where_nobody_changed_it()
    {
        Assert.Equal([Sam.Person, Priya.Person], Roles.PartsOf(RoleNames.Security).Select(part => part.Holder));
        Assert.All(Roles.PartsOf(RoleNames.Security), part => Assert.Empty(part.Through));
        var part = new RolePart(Owner.Person, [new(Sam.Person, null)]);
        var changed = Roles with { Parts = new Dictionary<string, IReadOnlyList<RolePart>> { [RoleNames.Security] = [part] } };
        Assert.Equal([part], changed.PartsOf(RoleNames.Security));
    }

    [Theory]
    [InlineData("teams:sam", true, true), InlineData("slack:T1:SAM", true, true), InlineData("teams:stranger", true, true)]
    [InlineData("teams:auditor", false, true), InlineData("teams:admin", false, true), InlineData("teams:rita", false, false)]
    public void Reviewers_and_deputies_decide_and_auditors_and_admins_read(string id, bool decides, bool reads) =>
        Assert.Equal((decides, reads), (Roles.Decides(new(id)), Roles.ReadsEverything(new(id))));

    [Fact]
    public void Readers_are_everybody_who_reads_everything() =>
        Assert.Equal(["Sam", "Priya", "Auditor", "Stranger", "Owner", "Admin"], Roles.Readers.Select(person => person.Name));

    [Theory]
    [InlineData("teams:sam", "teams"), InlineData("slack:T1:U1", "slack"), InlineData("odd", "odd")]
    public void The_platform_is_in_the_id(string id, string platform) => Assert.Equal(platform, new PersonId(id).Platform);

    [Theory]
    [InlineData("Rita Requester Smith", "Rita"), InlineData("Rita", "Rita")]
    public void The_first_name_is_the_first_word(string name, string first) => Assert.Equal(first, new Person(Rita.Id, name).FirstName);
}
