using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Tests.Requests;

/// <summary>Politeness, signs, marks and other people's keyboards around what is asked for.</summary>
public sealed class CommandParserVariantsTests
{
    [Theory]
    [InlineData("status please", "status")]
    [InlineData("Status, please!", "status")]
    [InlineData("status of REQ-2026-0012 please", "status REQ-2026-0012")]
    [InlineData("hi, status REQ-2026-0012?", "status REQ-2026-0012")]
    [InlineData("could you please find notes", "find notes")]
    [InlineData("Good morning! pending please", "pending")]
    [InlineData("thanks, mine", "mine")]
    [InlineData("I'd like to cancel, thanks", "cancel")]
    [InlineData("please withdraw REQ-2026-0012, thank you very much 🙏", "withdraw REQ-2026-0012")]
    [InlineData("can you assign REQ-2026-0012 to Priya Shah please?", "assign REQ-2026-0012 to Priya Shah")]
    [InlineData("delegate to Priya Shah until 20 Dec please", "delegate to Priya Shah until 20 Dec")]
    [InlineData("away until 20 Dec, cheers", "away until 20 Dec")]
    [InlineData(", can I use Otter?", "can I use Otter")]
    [InlineData(": can I use Otter?", "can I use Otter")]
    [InlineData("- can I use Otter?", "can I use Otter")]
    [InlineData("hey  can I use Otter?", "can I use Otter")]
    [InlineData("Hi , can I use Otter?", "can I use Otter")]
    [InlineData("> can I use Otter?", "can I use Otter")]
    [InlineData("can I please use Otter?", "can I use Otter")]
    [InlineData("Please, could we just use Otter", "can I use Otter")]
    [InlineData("ＣＡＮ　Ｉ　ＵＳＥ Otter？", "can I use Otter")]
    [InlineData("*new Acme*", "new Acme")]
    [InlineData("_status_", "status")]
    [InlineData("~help~", "help")]
    [InlineData("`new Acme`", "new Acme")]
    [InlineData("“find notes”", "find notes")]
    [InlineData("new *Acme Notes*", "new Acme Notes")]
    [InlineData("new `Acme Notes`", "new Acme Notes")]
    [InlineData("new (Acme Notes)", "new Acme Notes")]
    [InlineData("new:Acme", "new Acme")]
    [InlineData("status `REQ-2026-0012`", "status REQ-2026-0012")]
    [InlineData("status (REQ-2026-0012)", "status REQ-2026-0012")]
    [InlineData("please", "help")]
    public void Fall_away(string text, string command) => Assert.Equal(RequestReader.Parse(command), RequestReader.Parse(text));

    [Theory]
    [
        InlineData('-'),
        InlineData('\u2010'),
        InlineData('\u2011'),
        InlineData('\u2012'),
        InlineData('\u2013'),
        InlineData('\u2014'),
        InlineData('\u2015'),
        InlineData('\u2212'),
        InlineData('\uFE58'),
        InlineData('\uFE63'),
        InlineData('\uFF0D')
    ]
    public void Any_dash_is_a_hyphen_in_a_number(char dash)
    {
        var number = "REQ-2026-0012".Replace('-', dash);
        Assert.Equal(new Request.ShowCase { Number = "REQ-2026-0012" }, RequestReader.Parse("status " + number));
        Assert.Equal(new Request.Withdraw { Number = "REQ-2026-0012" }, RequestReader.Parse("withdraw " + number));
        Assert.Equal(new Request.Remind { Number = "REQ-2026-0012" }, RequestReader.Parse("remind " + number));
        Assert.Equal(new Request.AssignCase("Priya") { Number = "REQ-2026-0012" }, RequestReader.Parse($"assign {number} to Priya"));
        Assert.Equal(new Request.StartReview { Number = "SUP-0031" }, RequestReader.Parse($"review SUP{dash}0031"));
    }

    [Theory]
    [InlineData("status ＲＥＱ－２０２６－００１２")]
    [InlineData("status REQ-٢٠٢٦-٠٠١٢")]
    [InlineData("status\u00A0REQ\u30002026\u00A00012")]
    [InlineData("assign req 2026 12 to Priya")]
    public void Any_form_of_a_digit_and_a_space_is_read(string text) =>
        Assert.Equal("REQ-2026-0012", (RequestReader.Parse(text) as Request.OnCase)?.Number);

    [Theory]
    [
        InlineData('\''),
        InlineData('\u2019'),
        InlineData('\u2018'),
        InlineData('`'),
        InlineData('´'),
        InlineData('ʼ'),
        InlineData('＇'),
        InlineData('′'),
        InlineData('\u201B')
    ]
    public void Any_apostrophe_comes_back(char apostrophe)
    {
        Assert.Equal(new Request.ComeBack(), RequestReader.Parse($"I{apostrophe}m back"));
        Assert.Equal(new Request.ComeBack(), RequestReader.Parse($"Hi, I{apostrophe}m back!"));
        Assert.Equal(new Request.ShowMine(), RequestReader.Parse($"I{apostrophe}d like to list mine"));
    }

    [Theory]
    [InlineData("can I use Otter please", "Otter please", "Otter")]
    [InlineData("can I use Otter? Thanks", "Otter", "Otter")]
    [InlineData("can I use Otter?\nThanks!", "Otter", "Otter")]
    [InlineData("can I use Otter, please", "Otter", "Otter")]
    [InlineData("can I use please Otter", "please Otter", "Otter")]
    [InlineData("can I use Hello Please", "Hello Please", "Hello")]
    [InlineData("can I use Thanks", "Thanks", "Thanks")]
    [InlineData("can I use Joomla!", "Joomla!", "Joomla!")]
    [InlineData("can I use Adyen N.V.?", "Adyen N.V.", "Adyen N.V.")]
    [InlineData("can I use `Otter`?", "Otter", "Otter")]
    [InlineData("can I use New Relic?", "New Relic", "New Relic")]
    public void A_question_is_about_the_name_as_typed_or_without_politeness(string text, string first, string name)
    {
        var asked = AskedSupplier.Read(Assert.IsType<Request.CanIUse>(RequestReader.Parse(text)).Name);
        Assert.Equal(new[] { first, name }.Distinct(), asked.Exact);
        Assert.Equal(name, asked.Name);
        Assert.True(asked.OnlyName);
    }

    [Theory]
    [InlineData("can I use Polite Ltd for my team?")]
    [InlineData("can I use Polite Ltd to summarise the meetings of our sales team with customers, every week?")]
    [InlineData("can we use the Polite Ltd app?")]
    [InlineData("can I use Polite Ltd (free plan)")]
    [InlineData("can I use Polite Ltd (beta)")]
    [InlineData("can I use the Polite Ltd")]
    [InlineData("can I use Polite Ltd? I need it for sales calls.")]
    [InlineData("can I use Polite Ltd's app")]
    [InlineData("can I use Polite Ltd and Otter")]
    public void Of_a_sentence_the_name_it_begins_with_is_asked_about(string text)
    {
        var asked = AskedSupplier.Read(Assert.IsType<Request.CanIUse>(RequestReader.Parse(text)).Name);
        Assert.Contains("Polite Ltd", asked.Beginnings);
        Assert.DoesNotContain("Polite Ltd", asked.Exact);
        Assert.False(asked.OnlyName);
    }

    [Fact]
    public void However_much_is_said_few_names_are_looked_for()
    {
        var asked = AskedSupplier.Read("the " + string.Join(' ', Enumerable.Range(1, 50).Select(number => $"word{number}")));
        Assert.InRange(asked.Exact.Count + asked.Beginnings.Count + asked.Guesses.Count, 1, 14);
    }

    [Fact]
    public void However_polite_somebody_is_few_names_are_looked_for() =>
        Assert.InRange(AskedSupplier.Read("Otter" + string.Concat(Enumerable.Repeat(" please", 20))).Exact.Count, 2, 5);

    [Fact]
    public void Signs_are_no_name_and_one_letter_is_no_beginning_to_look_for()
    {
        Assert.Empty(AskedSupplier.Read("?!").Exact);
        Assert.Equal(["X for my team"], AskedSupplier.Read("X for my team").Guesses);
        Assert.Equal(["XY for my team", "XY"], AskedSupplier.Read("XY for my team").Guesses);
    }

    [Theory]
    [InlineData("new supplier Acme Notes", "Acme Notes", "")]
    [InlineData("new request for Acme", "Acme", "")]
    [InlineData("NEW REQUEST FOR ACME", "ACME", "")]
    [InlineData("new supplier: shield", "shield", "")]
    [InlineData("new supplier “shield”", "shield", "")]
    [InlineData("new vendor Acme", "Acme", "")]
    [InlineData("new Supplier Shield", "Supplier Shield", "Shield")]
    [InlineData("new Request Finance", "Request Finance", "Finance")]
    [InlineData("new Request For Good", "Request For Good", "Good")]
    [InlineData("new supplier shield", "shield", "supplier shield")]
    [InlineData("NEW SUPPLIER SHIELD", "SHIELD", "SUPPLIER SHIELD")]
    [InlineData("new New Relic", "New Relic", "")]
    [InlineData("new Joomla!", "Joomla!", "")]
    [InlineData("new Acme, please", "Acme", "")]
    [InlineData("new Acme please", "Acme", "Acme please")]
    [InlineData("new Hello Please", "Hello", "Hello Please")]
    [InlineData("new “Hello Please”", "Hello Please", "")]
    [InlineData("new snake_case_ai", "snake_case_ai", "")]
    [InlineData("new please", "", "")]
    [InlineData("new supplier please", "", "")]
    public void Of_two_readings_of_a_name_both_are_known(string text, string name, string or) =>
        Assert.Equal(new Request.StartDraft(name) { Or = or }, RequestReader.Parse(text));

    [Theory]
    [
        InlineData("Acme"),
        InlineData("Supplier Shield"),
        InlineData("supplier shield"),
        InlineData("Hello Please"),
        InlineData("Request Finance"),
        InlineData("Joomla!"),
        InlineData("Adyen N.V."),
        InlineData("Acme:"),
        InlineData("Why Not?"),
        InlineData("Thanks"),
        InlineData("request")
    ]
    public void A_button_carries_the_whole_name(string name)
    {
        Assert.Equal(new Request.StartDraft(name), RequestReader.Parse(RequestReader.Saying("new", name)));
        var asked = AskedSupplier.Read(Assert.IsType<Request.CanIUse>(RequestReader.Parse(RequestReader.Saying("can I use", name))).Name);
        Assert.Equal(SupplierNames.Identity(name), SupplierNames.Identity(asked.Exact[0]));
    }
}
