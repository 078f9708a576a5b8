using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Roles;

/// <summary>An owner is a person the bot knows, or stays the name that was typed.</summary>
public sealed class OwnersTests
{
    private readonly RoleChat room = new() { People = [Owner.Person] };

    [Theory]
    [
        InlineData("", "teams:rita"),
        InlineData("Rita", "teams:rita"),
        InlineData("TEAMS:RITA", "teams:rita"),
        InlineData("owner", "teams:owner")
    ]
    [
        InlineData("@Owner", "teams:owner"),
        InlineData("Sam", "teams:sam"),
        InlineData("Admin", "teams:admin"),
        InlineData("Carla", "teams:carla")
    ]
    [InlineData("Wanda Who", "typed:Wanda Who")]
    public void Who_is_meant(string typed, string id) => Assert.Equal(id, Of(typed).Id.Value);

    [Fact]
    public void Without_an_answer_it_is_the_requester() => Assert.Same(Rita.Person, Owners.Of(Answers.Empty, Rita.Person, room.Context));

    [Fact]
    public void A_name_of_several_or_of_somebody_else_before_stays_a_name()
    {
        room.People = [Owner.Person, new(new("teams:owner2"), "Owner")];
        Assert.Equal("typed:Owner", Of("Owner").Id.Value);
        Assert.Equal("teams:owner2", Of("teams:owner2").Id.Value);
        Assert.Equal(new(HintKind.WhichOwner, "teams:owner, teams:owner2"), Hint("Owner"));

        room.People = [Owner.Person];
        room.Records[Stranger.Id] = new(room.Now.AddDays(-300), [new("Owner", room.Now.AddDays(-200))]);
        Assert.Equal("typed:Owner", Of("Owner").Id.Value);
        Assert.Equal("teams:owner", Of("teams:owner").Id.Value);
        Assert.Equal(new(HintKind.WhichOwner, "teams:owner"), Hint("Owner"));
        Assert.Null(Hint("teams:owner"));
    }

    [Fact]
    public void A_hint_says_what_is_unclear_and_only_that()
    {
        Assert.Null(Hint("Owner"));
        Assert.Null(Hint("Rita"));
        Assert.Equal(new(HintKind.UnknownOwner, "Wanda"), Hint("Wanda"));
    }

    [Theory]
    [InlineData("typed:Wanda", false), InlineData("teams:typed:", true), InlineData("slack:T1:U1", true)]
    public void Only_people_can_be_notified(string id, bool can) => Assert.Equal(can, Owners.CanBeNotified(new(new(id), "Wanda")));

    private Person Of(string typed) => Owners.Of(Answers.Empty.With("owner", typed), Rita.Person, room.Context);

    private (HintKind Kind, string Value)? Hint(string typed) =>
        Owners.HintOf("owner", typed, Rita.Person, room.Context) is { } hint ? (hint.Kind, hint.Detail) : null;
}
