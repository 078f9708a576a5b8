using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Intake;

public sealed class DraftTypedTextTests
{
    [Fact]
    public void The_first_empty_text_that_is_needed_takes_it_and_says_so()
    {
        var talk = new IntakeScenario().Says("new").Says("Acme Notes");
        Assert.Equal("Acme Notes", talk.Field("name").Value);
        Assert.Equal("Saved as “Supplier”: “Acme Notes”. You can change it here.", talk.Page.Problem);
        talk.Says("Notes of our sales meetings.");
        Assert.False(talk.Draft!.Answers.Answered("purpose"));
        Assert.Equal("Use this as the purpose?", talk.Notice.Lines[0].Text);
        Assert.Equal("“Notes of our sales meetings.”", talk.Notice.Lines[1].Text);
    }

    [Theory]
    [InlineData("New Relic", "New Relic", "Relic")]
    [InlineData("new relic", "new relic", "relic")]
    [InlineData("Search Atlas", "Search Atlas", null)]
    [InlineData("Find AI", "Find AI", null)]
    [InlineData("Request Finance", "Request Finance", null)]
    [InlineData("Supplier Shield", "Supplier Shield", null)]
    [InlineData("Status Hero", "Status Hero", null)]
    [InlineData("Withdraw Labs", "Withdraw Labs", null)]
    [InlineData("Review 360", "Review 360", null)]
    [InlineData("Incident 911", "Incident 911", null)]
    [InlineData("Help Scout", "Help Scout", null)]
    [InlineData("Cancel AI", "Cancel AI", null)]
    [InlineData("Hello Alice", "Hello Alice", null)]
    [InlineData("Hello Please", "Hello Please", null)]
    [InlineData("Let Us Find", "Let Us Find", null)]
    [InlineData("Yahoo!", "Yahoo!", null)]
    [InlineData("*Acme Notes*", "Acme Notes", null)]
    [InlineData("“Acme Notes”", "Acme Notes", null)]
    [InlineData("snake_case_ai", "snake_case_ai", null)]
    [InlineData("new Acme", "Acme", "new Acme")]
    [InlineData("new supplier Acme", "Acme", null)]
    [InlineData("new Vendor 5 Ltd", "Vendor 5 Ltd", "5 Ltd")]
    public void What_is_typed_as_the_name_is_the_name(string text, string name, string? or)
    {
        var talk = new IntakeScenario().Says("new").Says(text);
        Assert.Equal(name, talk.Field("name").Value);
        Assert.Equal(
            or is not null,
            talk.Page.Problem.EndsWith($"If the supplier is called “{or}”, change it on the card.", StringComparison.Ordinal)
        );
    }

    /// <summary>Said again because nobody knew whether it had been heard: what it is for is not "new …".</summary>
    [Theory]
    [InlineData("Acme Notes"), InlineData("Vendor 5 Ltd"), InlineData("Supplier Shield"), InlineData("Request Finance")]
    public void Said_once_more_the_command_is_no_answer_to_the_next_question(string name)
    {
        var talk = new IntakeScenario().Says("new").Says(name).Says($"new {name}");
        Assert.False(talk.Draft!.Answers.Answered("purpose"));
        Assert.Equal(name, talk.Draft.Answers.One("name"));
    }

    [Theory]
    [
        InlineData("help"),
        InlineData("Good morning"),
        InlineData("Help, please"),
        InlineData("thanks!"),
        InlineData("cancel"),
        InlineData("Hi!")
    ]
    public void A_whole_command_is_no_name(string text)
    {
        var talk = new IntakeScenario().Says("new").Says(text);
        Assert.IsType<View.Notice>(talk.View);
        Assert.False(talk.Draft!.Answers.Answered("name"));
    }

    [Theory]
    [InlineData("Find duplicates in our invoices")]
    [InlineData("New hires record calls with it")]
    [InlineData("We want to search our contracts")]
    [InlineData("status reports for investors")]
    [InlineData("assign 5 to the team")]
    public void What_is_typed_as_the_purpose_is_the_purpose_once_it_is_confirmed(string text)
    {
        var talk = new IntakeScenario().Says("new").Says("Acme Notes").Says(text);
        Assert.True(talk.Outcome.ChangesNothing);
        talk.Presses("answer");
        Assert.Equal(text, talk.Draft!.Answers.One("purpose"));
        // Its page has fields that nobody has seen filled in yet.
        Assert.Equal(text, talk.Field("purpose").Value);
    }

    [Fact]
    public void A_text_that_is_not_taken_changes_nothing_and_one_that_comes_late_neither()
    {
        var talk = new IntakeScenario().Says("new").Says("Acme Notes").Says("Notes of our meetings.");
        var late = talk.PressOn(talk.View, "answer");
        Assert.Equal("supplier", talk.Presses("open").Page.Stamp.Page);
        Assert.False(talk.Draft!.Answers.Answered("purpose"));
        talk.Fills(("purpose", "Calls of our sales team.")).Sends(late);
        Assert.Equal("Calls of our sales team.", talk.Draft!.Answers.One("purpose"));
    }

    [Fact]
    public void A_text_that_is_too_long_for_a_button_is_shown_in_its_field()
    {
        var talk = new IntakeScenario().Says("new").Says("Acme Notes").Says(new string('x', 1_200));
        Assert.StartsWith("xxx", talk.Field("purpose").Value, StringComparison.Ordinal);
        Assert.False(talk.Draft!.Answers.Answered("purpose"));
    }

    [Theory]
    [InlineData("new Supplier Shield", "Supplier Shield", "Shield")]
    [InlineData("new supplier shield", "shield", "supplier shield")]
    [InlineData("new Acme please", "Acme", "Acme please")]
    public void Where_a_name_can_be_read_in_two_ways_the_other_is_told(string text, string name, string or)
    {
        var talk = new IntakeScenario().Says(text);
        Assert.Equal(name, talk.Field("name").Value);
        Assert.Equal($"If the supplier is called “{or}”, change it on the card.", talk.Page.Problem);
        Assert.Equal(name, new IntakeScenario().Sends(RequestReader.Typed(text, isExplicit: true)).Field("name").Value);
    }

    [Fact]
    public void A_button_names_the_request_whatever_a_page_asks_for()
    {
        var talk = new IntakeScenario().Says("new").Sends(RequestReader.Typed("new Relic AI", isExplicit: true));
        Assert.Equal("Relic AI", talk.Field("name").Value);
        Assert.Equal("New Acme", new IntakeScenario().Says("new").Says("New Acme").Field("name").Value);
        Assert.Equal("Acme", new IntakeScenario().Says("new").Sends(RequestReader.Typed("New Acme", isExplicit: true)).Field("name").Value);
    }

    [Theory]
    [InlineData("What should I write here?")]
    [InlineData("What should I write here ?  ")]
    [InlineData("何を書けばいいですか？")]
    public void A_question_is_never_an_answer(string text)
    {
        var talk = new IntakeScenario().Says("new").Says(text);
        Assert.True(talk.Outcome.ChangesNothing);
        Assert.Equal("I didn't understand that. Your answers are saved.", talk.Notice.Lines[0].Text);
    }

    [Fact]
    public void A_page_of_ticks_takes_no_text()
    {
        var talk = new IntakeScenario().Says("new").Fills(("name", "Acme"), ("purpose", "Notes.")).Says("an AI app");
        Assert.True(talk.Outcome.ChangesNothing);
        Assert.Equal("I didn't understand that. Your answers are saved.", talk.Notice.Lines[0].Text);
    }

    [Fact]
    public void A_text_that_is_too_long_is_kept_and_asked_about()
    {
        var talk = new IntakeScenario().Says("new").Says(new string('x', 201));
        Assert.Equal("That's 201 characters; the limit is 200.", talk.Field("name").Error);
        // The field shows what fits into it; what was typed is kept whole.
        Assert.Equal(200, talk.Field("name").Value.Length);
    }

    [Fact]
    public void A_complete_draft_asks_for_the_button()
    {
        var talk = new IntakeScenario();
        talk.Answer(SampleSuppliers.Caterer);
        Assert.StartsWith("Your answers are complete.", talk.Says("send it please").Summary.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_a_draft_it_is_answered_with_help()
    {
        var talk = new IntakeScenario().Says("Lunch for thirty");
        Assert.StartsWith("I didn't understand that.", talk.Notice.Lines[0].Text, StringComparison.Ordinal);
        Assert.Null(talk.Outcome.Draft);
    }

    [Fact]
    public void Help_tells_deciders_about_pending_and_nobody_else()
    {
        Assert.DoesNotContain(new IntakeScenario().Says("help").Notice.Lines, line => line.Label == "pending");
        Assert.Contains(
            new IntakeScenario { Actor = new(IntakeScenario.Sam, true) }
                .Says("help")
                .Notice.Lines,
            line => line.Label == "pending"
        );
    }

    [Fact]
    public void Help_says_where_the_draft_stands()
    {
        var talk = new IntakeScenario().Says("new").Fills(("name", "Acme"), ("purpose", "Notes.")).Says("help");
        Assert.Equal("You have a draft for Acme, at step 2.", talk.Notice.Lines[0].Text);
        Assert.Equal("what", talk.Presses("open").Page.Stamp.Page);
    }

    [Fact]
    public void In_a_channel_there_is_a_way_to_the_chat()
    {
        var view = Assert.IsType<View.Notice>(Notices.InChannel("Acme Notes", WordingText.Wording));
        Assert.Equal(
            "Let's do this in private. Open a direct chat with me and type “new Acme Notes”. Nothing about the request is shown here.",
            view.Lines[0].Text
        );
        Assert.Contains(
            "“new”",
            Assert.IsType<View.Notice>(Notices.InChannel("", WordingText.Wording)).Lines[0].Text,
            StringComparison.Ordinal
        );
    }
}
