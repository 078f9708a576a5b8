using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Intake;

/// <summary>An owner who was picked from the platform's list: the answer is a name, and only whom the platform confirms is one.</summary>
public sealed class PickedPeopleTests
{
    private const string Picked = "5c9b7a80-2a63-4a4c-9d5c-2c6e7f6f3b11";
    private static readonly Person Tom = new(new($"teams:{Picked}"), "Tom Baker");

    private static IntakeScenario Picks(MentionState state, Person? person, params Person[] known)
    {
        var talk = new IntakeScenario { People = known, Mentions = [new(Picked, person, state)] }.Says("new");
        while (talk.Page.Stamp.Page != "practical")
            talk.Fills([.. SampleSuppliers.App.Where(pair => talk.Page.Fields.Any(field => field.Id == pair.Id))]);
        var request = talk.PressOn(talk.View, "answer", ("stop", "slows"), ("owner", Picked));
        return talk.Sends(request with { Press = request.Press! with { People = [new(Picked, Picked) { Person = Tom.Id }] } });
    }

    [Fact]
    public void Somebody_who_is_known_is_the_owner_by_name()
    {
        var talk = Picks(MentionState.Known, Tom, Tom);
        Assert.Equal("Tom Baker", talk.Draft!.Answers.One("owner"));
        Assert.NotEqual("practical", talk.View.Stamp.Page);
        Assert.Equal(Tom, Owners.Of(talk.Draft.Answers, IntakeScenario.Rita, talk.Context()));
    }

    [Fact]
    public void Of_two_with_one_name_the_one_who_was_picked_is_meant()
    {
        var talk = Picks(MentionState.Known, Tom, Tom, new Person(new("teams:tom2"), "Tom Baker"));
        Assert.Equal(Tom, Owners.Of(talk.Draft!.Answers, IntakeScenario.Rita, talk.Context() with { Mentions = [] }));
    }

    [Fact]
    public void A_colleague_who_never_wrote_to_the_bot_stays_a_name_as_if_typed()
    {
        var talk = Picks(MentionState.NotMet, Tom);
        Assert.Equal("Tom Baker", talk.Draft!.Answers.One("owner"));
        Assert.Contains("I don't know Tom Baker yet.", talk.Page.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MentionState.NotAMember, true)]
    [InlineData(MentionState.App, false)]
    [InlineData(MentionState.NotSaid, false)]
    [InlineData(MentionState.NotMet, false)]
    public void Whom_the_platform_does_not_confirm_is_refused_at_the_field_and_can_be_typed(MentionState state, bool named)
    {
        // A guest bears a colleague's name: nobody takes one for the other.
        var talk = Picks(state, named ? Tom with { Id = new("teams:guest") } : null, Tom);
        Assert.Null(talk.Draft!.Answers.One("owner"));
        var field = talk.Field("owner");
        Assert.Equal("I can't confirm who this is. Write their name instead, or leave this empty to own it yourself.", field.Error);
        Assert.Equal((FieldKind.Text, ""), (field.Kind, field.Value));
        Assert.Equal("Tom Baker", talk.Fills(("stop", "slows"), ("owner", "Tom Baker")).Draft!.Answers.One("owner"));
    }
}
