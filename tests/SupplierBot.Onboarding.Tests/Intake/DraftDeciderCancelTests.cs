using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Intake;

/// <summary>Cancel, continue, delete, and cards of drafts that are somebody else's or nobody's any more.</summary>
public sealed class DraftDeciderCancelTests
{
    private static readonly Dictionary<string, string> NoValues = [];

    [Fact]
    public void Cancel_keeps_the_draft_and_offers_to_go_on()
    {
        var talk = new IntakeScenario().Says("new Acme Notes");
        var draft = talk.Draft;
        talk.Presses("cancel");
        Assert.StartsWith("Saved. Nothing was sent.", talk.Notice.Lines[0].Text, StringComparison.Ordinal);
        Assert.Same(draft, talk.Draft);
        Assert.Equal("Acme Notes", talk.Presses("open").Field("name").Value);
    }

    [Fact]
    public void Cancel_can_be_said() =>
        Assert.StartsWith(
            "Saved. Nothing was sent.",
            new IntakeScenario().Says("new Acme").Says("cancel").Notice.Lines[0].Text,
            StringComparison.Ordinal
        );

    [Fact]
    public void How_long_the_answers_stay_is_said_as_it_is_configured()
    {
        var talk = new IntakeScenario().Says("new Acme");
        var state = new TurnState { Draft = talk.Draft };
        var actor = new Actor(IntakeScenario.Rita, Member: true);
        var context = talk.Context() with { DraftsKept = TimeSpan.FromDays(60) };
        Assert.Contains("keep your draft for 60 days", Words(context), StringComparison.Ordinal);
        Assert.Contains("keep your draft for 60 days", Words(context with { Now = context.Now.AddDays(59) }), StringComparison.Ordinal);
        Assert.StartsWith("You have no open draft", Words(context with { Now = context.Now.AddDays(61) }), StringComparison.Ordinal);

        string Words(Context at) =>
            Assert
                .IsType<View.Notice>(CaseDecider.Handle(state, RequestReader.Typed("cancel"), actor, PolicyText.Policy, at).Answer)
                .Lines[0]
                .Text;
    }

    [Fact]
    public void Cancel_without_a_draft_says_that_nothing_is_open() =>
        Assert.StartsWith("You have no open draft", new IntakeScenario().Says("cancel").Notice.Lines[0].Text, StringComparison.Ordinal);

    [Fact]
    public void An_empty_draft_is_just_used()
    {
        var talk = new IntakeScenario().Says("new");
        var id = talk.Draft!.Id;
        talk.Says("new Otter");
        Assert.Equal(id, talk.Draft!.Id);
        Assert.Equal("Otter", talk.Field("name").Value);
    }

    [Fact]
    public void Delete_deletes()
    {
        var talk = new IntakeScenario().Says("new Acme Notes").Presses("cancel").Presses("discard");
        Assert.IsType<DraftChange.Delete>(talk.Outcome.Draft);
        Assert.Equal("Draft deleted. Nothing was sent.", talk.Notice.Lines[0].Text);
    }

    [Fact]
    public void After_thirty_days_a_draft_is_forgotten()
    {
        var talk = new IntakeScenario().Says("new Acme Notes");
        var card = talk.View;
        talk.Now = talk.Now.AddDays(30);
        Assert.StartsWith("That draft is gone", talk.Sends(talk.PressOn(card, "answer")).Notice.Lines[0].Text, StringComparison.Ordinal);
        Assert.Equal("", talk.Says("new").Field("name").Value);
    }

    [Fact]
    public void A_day_before_that_it_is_still_there()
    {
        var talk = new IntakeScenario().Says("new Acme Notes");
        talk.Now = talk.Now.AddDays(29);
        Assert.StartsWith("You have a draft request", talk.Says("new").Notice.Lines[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_elses_draft_is_not_touched()
    {
        var talk = new IntakeScenario().Says("new Acme Notes");
        var press = talk.PressOn(talk.View, "answer", ("purpose", "Mine now."));
        talk.Actor = new(IntakeScenario.Sam, true);
        talk.Sends(press);
        Assert.StartsWith("This draft belongs to someone else.", talk.Notice.Lines[0].Text, StringComparison.Ordinal);
        Assert.True(talk.Outcome.ChangesNothing);
    }

    [Fact]
    public void A_card_of_another_draft_shows_where_one_is()
    {
        var talk = new IntakeScenario().Says("new Acme Notes");
        talk.Sends(
            RequestReader.Pressed(
                "answer",
                "",
                CardStamp.OfDraft("draft-gone", "what", 7),
                new Dictionary<string, string> { ["role"] = "GENERAL" },
                false
            )
        );
        Assert.StartsWith("You've already moved on from that step.", talk.Page.Problem, StringComparison.Ordinal);
        Assert.Equal("supplier", talk.Page.Stamp.Page);
        Assert.True(talk.Outcome.ChangesNothing);
    }

    [Theory]
    [InlineData("answer")]
    [InlineData("submit")]
    [InlineData("open")]
    [InlineData("discard")]
    [InlineData("cancel")]
    public void A_card_of_a_draft_that_is_gone_changes_nothing(string verb)
    {
        var talk = new IntakeScenario().Sends(
            RequestReader.Pressed(verb, "", CardStamp.OfDraft("draft-gone", "supplier", 1), NoValues, false)
        );
        Assert.StartsWith("That draft is gone", talk.Notice.Lines[0].Text, StringComparison.Ordinal);
        Assert.True(talk.Outcome.ChangesNothing);
    }

    [Fact]
    public void Send_pressed_twice_shows_the_receipt_again()
    {
        var talk = new IntakeScenario();
        talk.Answer(SampleSuppliers.App);
        var press = talk.PressOn(talk.View, "submit");
        talk.Case = talk.Sends(press).Outcome.Case;
        var receipt = Assert.IsType<View.Receipt>(talk.View);
        talk.Sends(press);
        Assert.Equal(receipt.Title, Assert.IsType<View.Receipt>(talk.View).Title);
        Assert.True(talk.Outcome.ChangesNothing);
    }

    [Fact]
    public void A_refresh_changes_nothing()
    {
        var talk = new IntakeScenario().Says("new Acme Notes");
        var press = talk.PressOn(talk.View, "answer", ("purpose", "Notes."));
        talk.Sends(press with { Press = press.Press! with { Automatic = true } });
        Assert.Equal("supplier", talk.Page.Stamp.Page);
        Assert.True(talk.Outcome.ChangesNothing);
        Assert.Null(
            new IntakeScenario()
                .Sends(RequestReader.Pressed("answer", "", CardStamp.OfDraft("gone", "what", 1), NoValues, true))
                .Outcome.Answer
        );
    }
}
