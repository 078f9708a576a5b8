namespace SupplierBot.Onboarding.Tests;

public sealed class TypedWhileACardWaits
{
    [Fact]
    public void The_first_empty_text_that_is_needed_takes_it_and_says_so()
    {
        var talk = new IntakeTalk().Says("new").Says("Acme Notes");
        Assert.Equal("Acme Notes", talk.Field("name").Value);
        Assert.Equal("Saved as “Supplier”: “Acme Notes”. You can change it on the card.", talk.Page.Problem);
        talk.Says("Notes of our sales meetings.");
        Assert.Equal("Notes of our sales meetings.", talk.Draft!.Answers.One("purpose"));
        Assert.Equal("what", talk.Page.Stamp.Page);
        Assert.StartsWith("Saved as “Purpose”", talk.Page.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What should I write here?")]
    [InlineData("What should I write here ?  ")]
    [InlineData("何を書けばいいですか？")]
    public void A_question_is_never_an_answer(string text)
    {
        var talk = new IntakeTalk().Says("new").Says(text);
        Assert.True(talk.Outcome.ChangesNothing);
        Assert.StartsWith("Please tick your answers on the card", talk.Page.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_ticks_takes_no_text()
    {
        var talk = new IntakeTalk().Says("new").Fills(("name", "Acme"), ("purpose", "Notes.")).Says("an AI app");
        Assert.True(talk.Outcome.ChangesNothing);
        Assert.Equal("what", talk.Page.Stamp.Page);
        Assert.StartsWith("Please tick", talk.Page.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_too_long_is_kept_and_asked_about()
    {
        var talk = new IntakeTalk().Says("new").Says(new string('x', 201));
        Assert.Equal("That is 201 characters; 200 fit.", talk.Field("name").Error);
        Assert.Equal(201, talk.Field("name").Value.Length);
    }

    [Fact]
    public void A_complete_draft_asks_for_the_button()
    {
        var talk = new IntakeTalk();
        talk.Answer(Suppliers.Caterer);
        Assert.StartsWith("Your answers are complete.", talk.Says("send it please").Summary.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_a_draft_it_is_answered_with_help()
    {
        var talk = new IntakeTalk().Says("Lunch for thirty");
        Assert.StartsWith("I didn't get that.", talk.Notice.Lines[0].Text, StringComparison.Ordinal);
        Assert.Null(talk.Outcome.Draft);
    }

    [Fact]
    public void Help_tells_deciders_about_pending_and_nobody_else()
    {
        Assert.DoesNotContain(new IntakeTalk().Says("help").Notice.Lines, line => line.Label == "pending");
        Assert.Contains(new IntakeTalk { Actor = new(IntakeTalk.Sam, true) }.Says("help").Notice.Lines, line => line.Label == "pending");
    }

    [Fact]
    public void Help_says_where_the_draft_stands()
    {
        var talk = new IntakeTalk().Says("new").Fills(("name", "Acme"), ("purpose", "Notes.")).Says("help");
        Assert.Equal("You are at step 2 of your request for Acme.", talk.Notice.Lines[^1].Text);
        Assert.Equal("what", talk.Presses("open").Page.Stamp.Page);
    }

    [Fact]
    public void In_a_channel_there_is_a_way_to_the_chat()
    {
        var view = Assert.IsType<View.Notice>(Notices.InChannel("Acme Notes", WordingText.Wording));
        Assert.Equal("Let's do this between us: open a chat with me and say “new Acme Notes”. Nothing about it is shown here.", view.Lines[0].Text);
        Assert.Contains("“new”", Assert.IsType<View.Notice>(Notices.InChannel("", WordingText.Wording)).Lines[0].Text, StringComparison.Ordinal);
    }
}
