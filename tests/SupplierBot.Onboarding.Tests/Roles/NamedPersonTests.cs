using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Roles;

/// <summary>A mention and an id say surely who is meant; a name only perhaps.</summary>
public sealed class NamedPersonTests
{
    private static readonly Person Typed = new(new("typed:Tom Baker"), "Tom Baker");

    private static NamedPerson Find(string typed, params MentionedPerson[] mentions) =>
        NamedPerson.Find(typed, [Sam.Person, Priya.Person, Typed], Rita.Id, With(CaseAnswers.Medium).Context with { Mentions = mentions });

    [Fact]
    public void By_name_somebody_is_meant_perhaps_and_by_id_or_mention_surely()
    {
        Assert.Equal(new NamedPerson.One(Priya.Person, Surely: false), Find("priya"));
        Assert.Equal(new NamedPerson.One(Priya.Person, Surely: true), Find(Priya.Id.Value.ToUpperInvariant()));
        Assert.Equal(
            new NamedPerson.One(Carla.Person, Surely: true),
            Find("@Carla", new MentionedPerson("Carla", Carla.Person, MentionState.Known))
        );
    }

    [Fact]
    public void A_mention_is_of_the_name_it_stands_for()
    {
        var carla = new MentionedPerson("Carla", Carla.Person, MentionState.Known);
        Assert.Equal(new NamedPerson.One(Priya.Person, Surely: false), Find("Priya", carla));
        var app = new MentionedPerson("Helper", null, MentionState.App);
        Assert.Equal(new NamedPerson.Impossible(app), Find("Helper", app, carla));
        Assert.Equal(new NamedPerson.One(Priya.Person, Surely: false), Find("Priya", app));
    }

    [Theory]
    [InlineData("Tom Baker"), InlineData("typed:Tom Baker"), InlineData(""), InlineData("@"), InlineData("Nobody")]
    public void A_name_that_somebody_only_typed_is_nobody(string typed) => Assert.Equal(new NamedPerson.Nobody(), Find(typed));

    [Theory]
    [InlineData(""), InlineData(" @ "), InlineData("Rita"), InlineData("id")]
    public void Who_names_themselves_or_nobody_owns_it(string named)
    {
        var answers = CaseAnswers.Medium.With("owner", named == "id" ? Rita.Id.Value.ToUpperInvariant() : named);
        Assert.Same(Rita.Person, Owners.Of(answers, Rita.Person, With(CaseAnswers.Medium).Context));
    }
}
