using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Roles;

/// <summary>Whom a name, an id or a mention means: never a guess.</summary>
public sealed class NamedPersonAccountsTests
{
    private static readonly Person Una = new(new("teams:una"), "Una Lee");
    private static readonly Person FarUna = new(new("slack:T1:U1"), "una lee");
    private readonly RoleChat room = new() { People = [Una, Sam.Person] };

    [Theory]
    [InlineData("Una Lee"), InlineData("una lee"), InlineData("@Una Lee"), InlineData(" UNA  LEE ")]
    public void A_name_is_read_however_it_is_written_and_is_not_sure(string typed) =>
        Assert.Equal(new NamedPerson.One(Una, Surely: false), Find(typed));

    [Theory]
    [InlineData("teams:una"), InlineData("TEAMS:UNA")]
    public void An_id_is_sure(string typed) => Assert.Equal(new NamedPerson.One(Una, Surely: true), Find(typed));

    [Theory]
    [InlineData(""), InlineData("  "), InlineData("@"), InlineData("Una"), InlineData("una lee roberts")]
    public void A_part_of_a_name_and_no_name_are_nobody(string typed) => Assert.IsType<NamedPerson.Nobody>(Find(typed));

    [Fact]
    public void A_name_that_was_only_typed_before_is_nobody()
    {
        room.People = [new(new("typed:Una Lee"), "Una Lee")];
        Assert.IsType<NamedPerson.Nobody>(Find("Una Lee"));
        Assert.IsType<NamedPerson.Nobody>(Find("typed:Una Lee"));
    }

    [Fact]
    public void Two_people_of_one_name_are_both_named_and_one_account_twice_is_one()
    {
        room.People = [Una, FarUna, Una];
        Assert.Equal([Una, FarUna], Assert.IsType<NamedPerson.Several>(Find("Una Lee")).People);
        room.People = [Una, Una];
        Assert.Equal(new NamedPerson.One(Una, Surely: false), Find("Una Lee"));
    }

    [Theory]
    [InlineData("teams:sam", "teams:una"), InlineData("slack:T1:SAM", "slack:T1:U1"), InlineData("mail:sam", "slack:T1:U1")]
    public void Of_several_accounts_of_one_person_the_near_one_is_meant(string near, string meant)
    {
        room.People = [FarUna, Una];
        room.Configured = room.Configured with
        {
            Joined =
            [
                [Una.Id, FarUna.Id],
            ],
        };
        Assert.Equal(meant, Assert.IsType<NamedPerson.One>(Find("Una Lee", new(near))).Person.Id.Value);
    }

    [Fact]
    public void A_mention_is_sure_whatever_names_there_are()
    {
        var other = new Person(new("teams:other"), "Una Lee");
        room.Mentions = [new("Una Lee", other, MentionState.Known), new("Somebody", Sam.Person, MentionState.Known)];
        Assert.Equal(new NamedPerson.One(other, Surely: true), Find("@Una Lee"));
        Assert.Equal(new NamedPerson.One(Sam.Person, Surely: false), Find("Sam"));
        room.Mentions = [new("Una Lee", other, MentionState.Known), new("Una Lee", Una, MentionState.Known)];
        Assert.Equal([other, Una], Assert.IsType<NamedPerson.Several>(Find("Una Lee")).People);
    }

    [Theory]
    [InlineData(MentionState.App), InlineData(MentionState.NotAMember), InlineData(MentionState.NotMet), InlineData(MentionState.NotSaid)]
    public void A_mention_of_somebody_who_cannot_be_meant_is_told_from_a_name(MentionState state)
    {
        room.Mentions = [new("Una Lee", null, state)];
        Assert.Equal(state, Assert.IsType<NamedPerson.Impossible>(Find("Una Lee")).Mention.State);
    }

    private NamedPerson Find(string typed, PersonId? near = null) => NamedPerson.Find(typed, room.People, near ?? Sam.Id, room.Context);
}
