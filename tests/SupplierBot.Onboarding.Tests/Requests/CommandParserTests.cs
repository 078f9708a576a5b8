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
    [InlineData("hi")]
    [InlineData("Hello!")]
    [InlineData("Good morning.")]
    [InlineData("help")]
    [InlineData("HELP?")]
    [InlineData("What can I say?")]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("\u200B")]
    public void A_greeting_is_answered_with_help(string text) => Assert.Equal(new Request.ShowHelp(), RequestReader.Parse(text));

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
    [InlineData("find")]
    [InlineData("findings of the audit")]
    [InlineData("cancelled flights")]
    [InlineData("minecraft server")]
    [InlineData("can I use")]
    public void A_sentence_is_no_command(string text) => Assert.Equal(new Request.Unclear(text), RequestReader.Parse(text));
}
