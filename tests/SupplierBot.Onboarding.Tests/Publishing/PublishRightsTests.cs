using SupplierBot.Onboarding.Publishing;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Publishing;

/// <summary>Who decides on a policy: another admin or the CISO, and nobody who is there by the proposer's grace.</summary>
public sealed class PublishRightsTests
{
    private static readonly DateTimeOffset At = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Person Ann = new(new("teams:ann"), "Ann Admin");
    private static readonly Person AnnOnSlack = new(new("slack:T1:UANN"), "Ann");
    private static readonly Person Bob = new(new("teams:bob"), "Bob Admin");
    private static readonly Person Carla = new(new("teams:carla"), "Carla Ciso");
    private static readonly Person Sam = new(new("teams:sam"), "Sam Security");

    [Fact]
    public void The_other_admin_and_the_CISO_decide_and_nobody_else()
    {
        var roles = Roles([Ann, Bob], new RolePart(Carla, []));
        Assert.Equal([Bob, Carla], PublishRights.Deciders(Ann.Id, At, roles));
        Assert.Equal([Ann, Bob], PublishRights.Deciders(Carla.Id, At, roles));
        Assert.False(PublishRights.MayDecide(Sam.Id, Ann.Id, At, roles));
        Assert.True(PublishRights.MayPropose(Bob.Id, roles));
        Assert.False(PublishRights.MayPropose(Carla.Id, roles));
    }

    [Fact]
    public void An_account_of_the_proposer_is_the_proposer()
    {
        var roles = Roles([Ann, AnnOnSlack], new RolePart(AnnOnSlack, [])) with
        {
            Joined =
            [
                [Ann.Id, AnnOnSlack.Id],
            ],
        };
        Assert.Empty(PublishRights.Deciders(Ann.Id, At, roles));
        Assert.Empty(PublishRights.Deciders(AnnOnSlack.Id, At, roles));
    }

    [Theory]
    [InlineData(0, false), InlineData(29, false), InlineData(30, true), InlineData(400, true)]
    public void A_role_from_the_proposer_counts_when_it_is_old(int days, bool decides)
    {
        var roles = Roles([Ann], new RolePart(Carla, [new(Ann, At.AddDays(-days))]));
        Assert.Equal(decides, PublishRights.MayDecide(Carla.Id, Ann.Id, At, roles));
        Assert.Equal(!decides, PublishRights.IsFromProposer(Carla.Id, Ann.Id, At, roles));
        Assert.True(PublishRights.MayDecide(Carla.Id, Bob.Id, At, roles));
    }

    [Fact]
    public void Who_stands_in_for_the_proposer_decides_only_with_a_part_of_their_own()
    {
        var standsIn = new RolePart(Sam, [new(Ann, null)]);
        Assert.False(PublishRights.MayDecide(Sam.Id, Ann.Id, At, Roles([Ann], standsIn)));
        Assert.True(PublishRights.MayDecide(Sam.Id, Ann.Id, At, Roles([Ann], standsIn, new RolePart(Sam, [new(Carla, null)]))));
    }

    [Fact]
    public void A_policy_without_a_CISO_is_decided_by_admins()
    {
        var none = KnownRoles.Of(PolicyText.Policy with { Roles = [new(RoleNames.Security, null)] });
        var roles = Roles([Ann, Bob], new RolePart(Carla, [])) with { Known = none };
        Assert.Equal([Bob], PublishRights.Deciders(Ann.Id, At, roles));
    }

    private static RoleHolders Roles(IReadOnlyList<Person> admins, params IReadOnlyList<RolePart> ciso) =>
        new(
            new Dictionary<string, IReadOnlyList<Person>>
            {
                [RoleNames.Security] = [Sam],
                [RoleNames.Ciso] = [.. ciso.Select(part => part.Holder).Distinct()],
            },
            admins
        )
        {
            Parts = new Dictionary<string, IReadOnlyList<RolePart>> { [RoleNames.Ciso] = ciso },
        };
}
