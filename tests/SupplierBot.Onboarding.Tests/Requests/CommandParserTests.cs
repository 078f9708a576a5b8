using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Tests.Requests;

public sealed class CommandParserTests
{
    [Theory]
    [InlineData("new", "")]
    [InlineData("New Supplier", "")]
    [InlineData("new request.", "")]
    [InlineData("new Acme Notes", "Acme Notes")]
    [InlineData("  NEW   supplier   Acme Notes.", "Acme Notes")]
    [InlineData("new supplier: Acme Inc.", "Acme Inc.")]
    [InlineData("onboard “Acme Notes”", "Acme Notes")]
    [InlineData("onboard supplier Yahoo!", "Yahoo!")]
    [InlineData("/new Acme", "Acme")]
    [InlineData("new **Acme** <b>", "**Acme** <b>")]
    public void New(string text, string name) => Assert.Equal(new Request.StartDraft(name), RequestReader.Parse(text));

    [Theory]
    [InlineData("can I use Otter?", "Otter")]
    [InlineData("Can we use Otter AI", "Otter AI")]
    [InlineData("may i use “Otter”?!", "Otter")]
    [InlineData("MAY WE USE otter .", "otter")]
    public void A_question_about_a_supplier(string text, string name) => Assert.Equal(new Request.CanIUse(name), RequestReader.Parse(text));

    [Theory]
    [InlineData("status", null)]
    [InlineData("Status?", null)]
    [InlineData("status REQ-2026-0001", "REQ-2026-0001")]
    [InlineData("status req-2026-1.", "REQ-2026-0001")]
    [InlineData("status req 2026 12", "REQ-2026-0012")]
    [InlineData("status of REQ-2026-0012", "REQ-2026-0012")]
    [InlineData("status 12", "12")]
    [InlineData("status Acme Notes", "Acme Notes")]
    public void Status(string text, string? id) => Assert.Equal(new Request.ShowCase { Number = id }, RequestReader.Parse(text));

    [Theory]
    [InlineData("status 12", "REQ-2026-0012")]
    [InlineData("status #12", "REQ-2026-0012")]
    [InlineData("status REQ-2025-0012", "REQ-2025-0012")]
    [InlineData("status 123456", "REQ-2026-123456")]
    public void A_bare_number_is_one_of_this_year(string text, string id) =>
        Assert.Equal(new Request.ShowCase { Number = id }, RequestReader.Parse(text, 2026));

    [Theory]
    [InlineData("withdraw", null)]
    [InlineData("withdraw REQ-2026-0012", "REQ-2026-0012")]
    [InlineData("take back req 2026 12!", "REQ-2026-0012")]
    public void Withdraw(string text, string? id) => Assert.Equal(new Request.Withdraw { Number = id }, RequestReader.Parse(text));

    [Theory]
    [InlineData("find notes", "notes")]
    [InlineData("Search for Acme?", "Acme")]
    public void Find(string text, string sought) => Assert.Equal(new Request.SearchRegister(sought), RequestReader.Parse(text));

    [Theory]
    [InlineData("help")]
    [InlineData("HELP?")]
    [InlineData("What can I say?")]
    [InlineData("What can I ask?")]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("\u200B")]
    public void Help(string text) => Assert.Equal(new Request.ShowHelp(), RequestReader.Parse(text));

    [Theory]
    [InlineData("mine")]
    [InlineData("My requests.")]
    public void Mine(string text) => Assert.Equal(new Request.ShowMine(), RequestReader.Parse(text));

    [Fact]
    public void Pending() => Assert.Equal(new Request.ShowPending(), RequestReader.Parse("Pending!"));

    [Theory]
    [InlineData("cancel")]
    [InlineData("Stop for now.")]
    public void Cancel(string text) => Assert.Equal(new Request.CancelDraft(), RequestReader.Parse(text));

    [Theory]
    [InlineData("Notes of our sales calls; 12 people in Sales.")]
    [InlineData("newsletter texts")]
    [InlineData("news for our customers")]
    [InlineData("New hires record their first customer calls with it and share them.")]
    [InlineData("status reports for our investors, every month")]
    [InlineData("findings of the audit")]
    [InlineData("cancelled flights")]
    [InlineData("minecraft server")]
    [InlineData("find one two three four five six seven eight nine")]
    [InlineData("away until all of this work is really over")]
    [InlineData("delegate to one two three four five six seven eight nine until 20 Dec")]
    [InlineData("roles add security one two three four five six seven eight nine")]
    [InlineData("we meet here")]
    public void A_sentence_is_no_command(string text) => Assert.Equal(new Request.Unclear(text), RequestReader.Parse(text));

    [Theory]
    [InlineData("find one two three four five six seven eight")]
    [InlineData("away until the end of the week")]
    [InlineData("delegate to one two three four five six seven eight until 20 Dec")]
    [InlineData("roles add security one two three four five six seven eight")]
    [InlineData("security here")]
    public void As_long_as_a_name_or_a_day_may_be_it_is_one(string text) => Assert.IsNotType<Request.Unclear>(RequestReader.Parse(text));

    [Theory]
    [InlineData("new ", 4_000)]
    [InlineData("can I use ", 60)]
    public void A_text_that_is_too_long_is_no_command(string opening, int most)
    {
        var isOfWords = opening.StartsWith("can", StringComparison.Ordinal);
        Assert.IsNotType<Request.Unclear>(RequestReader.Parse(Text(most)));
        Assert.IsType<Request.Unclear>(RequestReader.Parse(Text(most + 1)));

        string Text(int length) =>
            opening + (isOfWords ? string.Join(' ', Enumerable.Repeat("word", length)) : new string('a', length - opening.Length));
    }

    /// <summary>Where a text is awaited, a command is what can be nothing else.</summary>
    [Theory]
    [InlineData("find notes")]
    [InlineData("status 12")]
    [InlineData("status Acme Notes")]
    [InlineData("withdraw 12")]
    [InlineData("assign 12 to Priya")]
    [InlineData("review 31")]
    [InlineData("remind 12")]
    [InlineData("I'd like to cancel")]
    [InlineData("hi thanks")]
    [InlineData("New Relic")]
    [InlineData("new wording for our letters")]
    public void What_may_be_the_awaited_text_is_it(string text)
    {
        Assert.IsNotType<Request.Unclear>(RequestReader.Typed(text, new(2026, 11, 29)));
        Assert.IsType<Request.Unclear>(RequestReader.Typed(text, new(2026, 11, 29)).Typed!.IfAwaited);
    }

    [Theory]
    [InlineData("status REQ-2026-0012")]
    [InlineData("withdraw #12")]
    [InlineData("assign req 2026 12 to Priya")]
    [InlineData("review SUP-0031")]
    [InlineData("please cancel")]
    [InlineData("thanks")]
    [InlineData("new Acme")]
    public void What_can_be_nothing_else_is_a_command_there_too(string text) =>
        Assert.IsNotType<Request.Unclear>(RequestReader.Typed(text, new(2026, 11, 29)).Typed!.IfAwaited);
}
