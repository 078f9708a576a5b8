using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Intake;

public sealed class DraftDeciderTests
{
    private static IntakeScenario AtTheSummary((string Id, string Value)[] typed)
    {
        var talk = new IntakeScenario();
        talk.Answer(typed);
        Assert.IsType<View.Summary>(talk.View);
        return talk;
    }

    [Fact]
    public void Somebody_new_is_welcomed_by_first_name()
    {
        var talk = new IntakeScenario().Sends(new Request.Installed());
        Assert.Equal("Hello, Rita.", talk.Notice.Title);
        Assert.Equal(["new", "mine", "help"], talk.View.Buttons.Select(button => button.Says));
        Assert.Null(talk.Draft);
    }

    [Fact]
    public void A_name_typed_with_new_is_filled_in_and_saved()
    {
        var talk = new IntakeScenario().Says("new supplier Acme Notes");
        Assert.Equal("Acme Notes", talk.Field("name").Value);
        Assert.Equal(("Acme Notes · saved", "Step 1 of 5"), (talk.Page.Small, talk.Page.Step));
        Assert.Equal("Acme Notes", talk.Draft!.Answers.One("name"));
    }

    [Fact]
    public void A_fresh_page_is_not_scolded()
    {
        var page = new IntakeScenario().Says("new").Page;
        Assert.Empty(page.ErrorNotices);
        Assert.DoesNotContain(page.Fields, field => field.HasError);
        Assert.Equal(["answer", "cancel"], page.Buttons.Select(button => button.Verb));
    }

    [Fact]
    public void The_step_counts_the_pages_that_are_still_asked()
    {
        var talk = new IntakeScenario()
            .Says("new")
            .Fills(("name", "Green Kitchen"), ("purpose", "Lunch."))
            .Fills(("role", "GENERAL"), ("effects", "none"));
        Assert.Equal("Step 3 of 5", talk.Page.Step);
        talk.Fills(("data", "none_public"), ("access", "building"));
        Assert.Equal("Step 4 of 4 or 5", talk.Page.Step);
    }

    [Fact]
    public void Back_shows_the_page_before_and_stores_nothing()
    {
        var talk = new IntakeScenario().Says("new").Fills(("name", "Green Kitchen"), ("purpose", "Lunch."));
        var before = talk.Draft;
        talk.Presses("back");
        Assert.Equal("supplier", talk.Page.Stamp.Page);
        Assert.Equal("Lunch.", talk.Field("purpose").Value);
        Assert.Same(before, talk.Draft);
        Assert.True(talk.Outcome.ChangesNothing);
        talk.Fills();
        Assert.Equal("what", talk.Page.Stamp.Page);
        Assert.True(talk.Outcome.ChangesNothing);
    }

    [Fact]
    public void Back_leaves_out_a_page_that_is_not_asked()
    {
        var talk = new IntakeScenario().Says("new");
        foreach (var page in new[] { 0, 1, 2, 3 })
            talk.Fills([.. SampleSuppliers.OpenWeights.Where(pair => talk.Page.Fields.Any(field => field.Id == pair.Id))]);
        Assert.Equal("details", talk.Page.Stamp.Page);
        Assert.Equal("practical", talk.Presses("back").Page.Stamp.Page);
    }

    [Fact]
    public void A_page_already_passed_can_be_answered_again()
    {
        var talk = new IntakeScenario()
            .Says("new")
            .Fills(("name", "Green Kitchen"), ("purpose", "Lunch."))
            .Fills(("role", "GENERAL"), ("effects", "none"));
        talk.Presses("back").Fills(("role", "AISAAS"));
        Assert.Equal("AISAAS", talk.Draft!.Answers.One("role"));
        Assert.Equal("reach", talk.Page.Stamp.Page);
    }

    [Fact]
    public void An_older_card_with_the_same_answers_leads_to_the_current_page()
    {
        var talk = new IntakeScenario().Says("new");
        var twice = talk.PressOn(talk.View, "answer", ("name", "Green Kitchen"), ("purpose", "Lunch."));
        talk.Sends(twice);
        var (draft, view) = (talk.Draft, talk.Page);
        talk.Sends(twice);
        Assert.Same(draft, talk.Draft);
        Assert.Equal(view.Stamp, talk.Page.Stamp);
        Assert.Equal("", talk.Page.Problem);
    }

    [Fact]
    public void An_older_card_with_other_answers_changes_nothing_and_says_so()
    {
        var talk = new IntakeScenario().Says("new");
        var older = talk.PressOn(talk.View, "answer", ("name", "Grey Kitchen"), ("purpose", "Lunch."));
        talk.Fills(("name", "Green Kitchen"), ("purpose", "Lunch."));
        var draft = talk.Draft;
        talk.Sends(older);
        Assert.Same(draft, talk.Draft);
        Assert.Equal("what", talk.Page.Stamp.Page);
        Assert.StartsWith("Those answers came from an older card", talk.Page.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Pressed_twice_an_incomplete_page_keeps_its_hints()
    {
        var talk = new IntakeScenario().Says("new");
        var twice = talk.PressOn(talk.View, "answer", ("name", "Green Kitchen"));
        var hint = talk.Sends(twice).Field("purpose").Error;
        Assert.Equal("Tell us in a sentence what you'll use it for.", hint);
        Assert.Equal(hint, talk.Sends(twice).Field("purpose").Error);
    }

    [Fact]
    public void A_restart_loses_nothing_because_only_the_answers_are_kept()
    {
        var talk = new IntakeScenario()
            .Says("new")
            .Fills(("name", "Green Kitchen"), ("purpose", "Lunch."))
            .Fills(("role", "GENERAL"), ("effects", "none"));
        var stored = talk.Draft!;
        var again = new IntakeScenario { Draft = stored with { Answers = Answers.From(stored.Answers.ToDictionary()) } };
        again.Sends(
            RequestReader.Pressed("open", "", CardStamp.OfDraft(stored.Id, "", stored.Revision), new Dictionary<string, string>(), false)
        );
        Assert.Equal("reach", again.Page.Stamp.Page);
    }

    [Fact]
    public void A_later_answer_that_is_not_asked_any_more_is_kept_for_when_it_returns()
    {
        var talk = AtTheSummary(SampleSuppliers.App);
        talk.Presses("edit", ("change", "reach")).Fills(("data", "none_public"));
        Assert.Equal("Low risk", talk.Summary.Tier);
        Assert.DoesNotContain(
            talk.Summary.Sections.Single(section => section.Id == "answers").Lines,
            line => line.Label == "Trains on our data"
        );
        Assert.Equal("not_sure", talk.Draft!.Answers.One("training"));
        talk.Presses("edit", ("change", "reach")).Fills(("data", "confidential,personal"));
        Assert.Equal("Medium risk", talk.Summary.Tier);
        Assert.Contains(
            talk.Summary.Sections.Single(section => section.Id == "answers").Lines,
            line => line is { Label: "Trains on our data", Text: "not sure" }
        );
    }

    [Fact]
    public void An_answer_changed_from_the_summary_shows_the_summary_again()
    {
        var talk = AtTheSummary(SampleSuppliers.App);
        talk.Presses("edit", ("change", "reach")).Fills(("access", "admin_prod"));
        Assert.Equal("High risk", talk.Summary.Tier);
    }

    [Fact]
    public void An_answer_changed_from_the_summary_can_bring_new_questions()
    {
        var talk = AtTheSummary(SampleSuppliers.Caterer);
        talk.Presses("edit", ("change", "practical")).Fills(("stop", "team_stops"));
        Assert.Equal("details", talk.Page.Stamp.Page);
    }

    [Fact]
    public void A_change_from_the_summary_goes_back_to_it()
    {
        var talk = AtTheSummary(SampleSuppliers.App).Presses("edit", ("change", "reach"));
        Assert.Equal(("", "Save and go back"), (talk.Page.Step, talk.Page.Buttons[0].Label));
        Assert.IsType<View.Summary>(talk.Presses("open").View);
        talk.Presses("edit", ("change", "reach")).Fills(("access", "upload"));
        Assert.Equal("upload", talk.Draft!.Answers.One("access"));
        Assert.IsType<View.Summary>(talk.View);
    }

    [Fact]
    public void A_single_question_opens_its_page()
    {
        var talk = AtTheSummary(SampleSuppliers.App);
        talk.Sends(RequestReader.Pressed("edit", "training", talk.View.Stamp, new Dictionary<string, string>(), false));
        Assert.Equal("details", talk.Page.Stamp.Page);
    }

    [Fact]
    public void The_main_type_can_be_chosen_where_there_are_several()
    {
        var talk = AtTheSummary(SampleSuppliers.App.With("role", "AISAAS,DATA"));
        Assert.Equal("DATA", talk.Field("main").Value);
        talk.Presses("edit", ("main", "AISAAS")).Presses("open");
        Assert.Equal("AISAAS", talk.Field("main").Value);
        Assert.Equal("AISAAS", talk.Draft!.Answers.One("main"));
    }

    [Theory]
    [InlineData("GENERAL")]
    [InlineData("")]
    [InlineData("nonsense")]
    public void A_main_type_that_was_not_ticked_is_not_taken(string main)
    {
        var talk = AtTheSummary(SampleSuppliers.App.With("role", "AISAAS,DATA")).Presses("edit", ("main", main));
        Assert.True(talk.Outcome.ChangesNothing);
        Assert.Equal("DATA", talk.Presses("open").Field("main").Value);
    }

    [Fact]
    public void One_type_needs_no_choice() =>
        Assert.DoesNotContain(AtTheSummary(SampleSuppliers.App).Summary.Fields, field => field.Id == "main");

    [Fact]
    public void Sending_makes_a_case_and_puts_the_draft_away()
    {
        var talk = AtTheSummary(SampleSuppliers.App).Presses("submit");
        Assert.Equal("REQ-2026-0001", talk.Outcome.Case!.Id);
        Assert.Equal(Tier.Medium, talk.Outcome.Case.Assessment.Tier);
        Assert.Equal("SUP-0001", talk.Outcome.Entry!.Id);
        Assert.IsType<DraftChange.Delete>(talk.Outcome.Draft);
        Assert.IsType<View.Receipt>(talk.View);
    }

    [Fact]
    public void Only_answers_that_were_asked_are_sent()
    {
        var talk = AtTheSummary(SampleSuppliers.App);
        talk.Presses("edit", ("change", "reach")).Fills(("data", "none_public")).Presses("submit");
        Assert.False(talk.Outcome.Case!.Answers.Answered("training"));
    }

    [Fact]
    public void A_main_type_chosen_while_sending_is_sent()
    {
        var talk = AtTheSummary(SampleSuppliers.App.With("role", "AISAAS,DATA")).Presses("submit", ("main", "AISAAS"));
        Assert.Equal("AISAAS", talk.Outcome.Case!.Assessment.Type);
    }

    [Fact]
    public void What_was_not_on_screen_is_not_sent()
    {
        var talk = AtTheSummary(SampleSuppliers.App);
        var older = talk.PressOn(talk.View, "submit");
        talk.Presses("edit", ("change", "supplier")).Fills(("purpose", "Something else."));
        talk.Sends(older);
        Assert.Null(talk.Outcome.Case);
        Assert.StartsWith("Your answers changed after this card was shown.", talk.Summary.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_incomplete_draft_cannot_be_sent()
    {
        var talk = new IntakeScenario().Says("new Acme");
        talk.Sends(
            RequestReader.Pressed(
                "submit",
                "",
                CardStamp.OfDraft(talk.Draft!.Id, "summary", talk.Draft.Revision),
                new Dictionary<string, string>(),
                false
            )
        );
        Assert.Null(talk.Outcome.Case);
        Assert.True(talk.Field("purpose").HasError);
    }
}
