using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Intake;

/// <summary>Several drafts a person: none is lost to another, and none begins by itself.</summary>
public sealed class SeveralDraftsTests
{
    [Fact]
    public void New_shows_the_draft_there_is_and_begins_nothing()
    {
        var talk = new IntakeScenario().Says("new Gong").Says("new Salesloft");
        Assert.Equal("You have a draft request for Gong, last changed Tue 17 Nov.", talk.Notice.Lines[0].Text);
        Assert.Equal(["Continue Gong", "Start Salesloft", "Delete draft"], talk.View.Buttons.Select(button => button.Label));
        Assert.True(talk.Outcome.ChangesNothing);
    }

    [Fact]
    public void Another_one_starts_beside_it_and_both_go_on()
    {
        var talk = new IntakeScenario().Says("new Gong");
        var gong = talk.Draft!.Id;
        talk.Says("new Salesloft").Presses("start_draft");
        Assert.Equal(("Salesloft", gong), (talk.Field("name").Value, Assert.Single(talk.Others).Id));
        var salesloft = talk.Draft!.Id;
        talk.Says("mine");
        var mine = Assert.IsType<View.Entries>(talk.View);
        Assert.Equal("Drafts", mine.Groups[0].Title);
        Assert.Equal(2, mine.Groups[0].Rows.Count);
        talk.Sends(RequestReader.Pressed(Verbs.ContinueDraft, gong, CardStamp.None, new Dictionary<string, string>(), false));
        Assert.Equal(("Gong", gong), (talk.Field("name").Value, talk.Draft!.Id));
        Assert.Equal(salesloft, Assert.Single(talk.Others).Id);
    }

    [Fact]
    public void A_draft_of_the_same_supplier_is_the_one_that_is_shown()
    {
        var talk = new IntakeScenario().Says("new Gong").Says("new Salesloft").Presses("start_draft").Says("new GONG");
        Assert.StartsWith("You have a draft request for Gong", talk.Notice.Lines[0].Text, StringComparison.Ordinal);
        talk.Presses("continue_draft");
        Assert.Equal("Gong", talk.Field("name").Value);
    }

    [Fact]
    public void Deleting_one_leaves_the_other()
    {
        var talk = new IntakeScenario().Says("new Gong").Says("new Salesloft").Presses("start_draft");
        talk.Presses("cancel").Presses("discard");
        Assert.Null(talk.Draft);
        Assert.Equal("Gong", Assert.Single(talk.Others).Answers.One("name"));
        talk.Says("new Gong");
        Assert.StartsWith("You have a draft request for Gong", talk.Notice.Lines[0].Text, StringComparison.Ordinal);
    }

    /// <summary>A look at what is on the register begins nothing, also while a draft is open.</summary>
    [Fact]
    public void A_registered_supplier_is_shown_and_begins_only_by_a_press()
    {
        var talk = new IntakeScenario().Says("new Gong");
        talk.SameName = [Registered];
        talk.Says("new Acme Notes");
        Assert.Equal("Gong", talk.Draft!.Answers.One("name"));
        Assert.True(talk.Outcome.ChangesNothing);
        Assert.DoesNotContain("Gong", string.Concat(talk.Notice.Lines.Select(line => line.Text)), StringComparison.Ordinal);
        talk.Says(talk.View.Buttons[^2].Says);
        Assert.Equal(("Acme Notes", "Gong"), (talk.Draft!.Answers.One("name"), Assert.Single(talk.Others).Answers.One("name")));
    }

    private static RegisterEntry Registered { get; } = CaseScenario.Approved(CaseAnswers.Medium).Entry! with { Supplier = "Acme Notes" };

    /// <summary>Cards on screen from before have a button that deletes the draft and starts another.</summary>
    [Fact]
    public void The_button_of_an_earlier_card_still_deletes_and_starts()
    {
        var talk = new IntakeScenario().Says("new Gong");
        var stamp = talk.View.Stamp;
        talk.Sends(RequestReader.Pressed(Verbs.Discard, "new Salesloft", stamp, new Dictionary<string, string>(), false));
        Assert.Equal("Salesloft", talk.Field("name").Value);
        Assert.Empty(talk.Others);
    }

    [Fact]
    public void There_is_room_for_ten()
    {
        var talk = new IntakeScenario().Says("new Supplier 0");
        for (var number = 1; number < Draft.MostOpen; number++)
            talk.Says($"new Supplier {number}").Presses("start_draft");
        Assert.Equal(Draft.MostOpen - 1, talk.Others.Count);
        talk.Says("new Another").Presses("start_draft");
        Assert.StartsWith("You have 10 drafts.", talk.Notice.Lines[0].Text, StringComparison.Ordinal);
        Assert.Equal("Supplier 9", talk.Draft!.Answers.One("name"));
    }
}
