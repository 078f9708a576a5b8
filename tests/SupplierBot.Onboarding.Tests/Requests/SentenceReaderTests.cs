using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Tests.Requests;

/// <summary>What people type, row by row, and what it asks for; and what of it is never the answer to a question.</summary>
public sealed class SentenceReaderTests
{
    [Theory]
    [InlineData("I'd like to buy ChatGPT Enterprise for the marketing team", "ChatGPT Enterprise", "the marketing team", WantedAs.Bought)]
    [InlineData("we need Gong", "Gong", "", WantedAs.Bought)]
    [InlineData("Hi, we need Gong for recording sales calls, thanks!", "Gong", "recording sales calls", WantedAs.Bought)]
    [InlineData("can we buy Gong?", "Gong", "", WantedAs.Bought)]
    [InlineData("I want to use Cursor", "Cursor", "", WantedAs.Bought)]
    [InlineData("our team needs Miro to plan sprints", "Miro", "plan sprints", WantedAs.Bought)]
    [InlineData("can I try Claude for free?", "Claude", "", WantedAs.FreePlan)]
    [InlineData("can I try the free version of Claude", "Claude", "", WantedAs.FreePlan)]
    [InlineData("get me a Figma license", "Figma", "", WantedAs.Bought)]
    [InlineData("please get us Figma licences for the design team", "Figma", "the design team", WantedAs.Bought)]
    [InlineData("we already use Miro, do we need to do something?", "Miro", "", WantedAs.InUseAlready)]
    [InlineData("we're already using Acme Notes", "Acme Notes", "", WantedAs.InUseAlready)]
    [InlineData("download Llama 3", "Llama 3", "", WantedAs.OpenModel)]
    public void Somebody_wants_a_supplier(string text, string name, string purpose, WantedAs kind) =>
        Assert.Equal(new Request.WantSupplier(name, purpose, kind), RequestReader.Parse(text));

    [Theory]
    [InlineData("https://www.deepl.com/pro", "deepl.com", true)]
    [InlineData("deepl.com", "deepl.com", false)]
    public void An_address_alone_is_a_site(string text, string site, bool link) =>
        Assert.Equal(new Request.NameSite(site, link), RequestReader.Parse(text));

    [Theory]
    [InlineData("is ChatGPT approved?", "ChatGPT", "")]
    [InlineData("is chatgpt allowed for customer data", "chatgpt", "customer data")]
    [InlineData("are we allowed to put source code into Copilot?", "Copilot", "source code")]
    [InlineData("can I paste customer names into ChatGPT?", "ChatGPT", "customer names")]
    [InlineData("is Hirely still ok?", "Hirely", "")]
    [InlineData("is it ok to use Acme Notes", "Acme Notes", "")]
    [InlineData("do we have Figma?", "Figma", "")]
    public void Is_it_approved(string text, string name, string data) =>
        Assert.Equal(new Request.CheckSupplier(name, data), RequestReader.Parse(text));

    public static TheoryData<string, Request> Rows =>
        new()
        {
            { "hire a freelancer for labelling", new Request.HirePerson() },
            { "what can I use for transcription?", new Request.FindForPurpose("transcription") },
            { "alternatives to Zoom AI", new Request.FindAlternatives("Zoom AI") },
            { "find", new Request.ListRegister(RegisterFilter.None) },
            { "list all suppliers", new Request.ListRegister(RegisterFilter.None) },
            { "register", new Request.ListRegister(RegisterFilter.None) },
            { "suppliers in use", new Request.ListRegister(new() { Part = RegisterPart.InUse }) },
            { "how many high risk suppliers do we have", new Request.CountSuppliers("high risk") },
            { "who owns Acme Notes", new Request.AskOwner("Acme Notes") },
            { "who approves this?", new Request.AskOnRequest(RequestTopic.WhoDecides, "") },
            { "who decides", new Request.ShowRoles() },
            { "how long does an approval usually take?", new Request.AskToExplain(ExplainedTopic.HowLong, "") },
            { "how does this work?", new Request.AskToExplain(ExplainedTopic.HowItWorks, "") },
            { "why is it high risk?", new Request.AskOnRequest(RequestTopic.WhyThisRisk, "") },
            { "what is a subprocessor?", new Request.AskToExplain(ExplainedTopic.Term, "subprocessor") },
            { "do I need this for catering?", new Request.AskToExplain(ExplainedTopic.Needed, "catering") },
            { "where is the policy?", new Request.ShowPolicy(PolicyTopic.Overview) },
            { "where's my request?", new Request.AskOnRequest(RequestTopic.News, "") },
            { "any news on Acme?", new Request.AskOnRequest(RequestTopic.News, "Acme") },
            { "is it approved yet?", new Request.AskOnRequest(RequestTopic.News, "") },
            { "status of my request", new Request.ShowCase() },
            {
                "status SUP-0001",
                new Request.ShowCase { Number = "SUP-0001" }
            },
            { "remind", new Request.Remind() },
            { "cancel", new Request.CancelDraft() },
            { "withdraw my request", new Request.Withdraw() },
            {
                "withdraw Gong",
                new Request.Withdraw { Number = "Gong" }
            },
            { "forget it, we don't need Gong any more", new Request.NoLongerNeeded("Gong") },
            { "I made a mistake in my answers", new Request.AskOnRequest(RequestTopic.Mistake, "") },
            { "can you make it faster?", new Request.AskOnRequest(RequestTopic.Faster, "") },
            { "it's urgent!!", new Request.AskOnRequest(RequestTopic.Urgent, "") },
            { "show me the contract points for Acme", new Request.AskOnRequest(RequestTopic.ContractPoints, "Acme") },
            { "what documents do you need?", new Request.AskOnRequest(RequestTopic.Documents, "") },
            { "here is the SOC 2 report", new Request.AskOnRequest(RequestTopic.Evidence, "") },
            { "I don't know, can I ask them?", new Request.DoNotKnow() },
            { "what does confidential mean?", new Request.AskToExplain(ExplainedTopic.Term, "confidential") },
            { "what's the difference between AI app and AI model", new Request.AskToExplain(ExplainedTopic.Term, "AI app and AI model") },
            { "not sure", new Request.AskToExplain(ExplainedTopic.NotSure, "") },
            { "thanks!", new Request.MakeSmallTalk(SmallTalk.Thanks) },
            { "who sees my answers?", new Request.AskToExplain(ExplainedTopic.Readers, "") },
            { "skip", new Request.AskToExplain(ExplainedTopic.Optional, "") },
            { "back", new Request.GoBack() },
            { "start over", new Request.StartOver() },
            { "approve REQ-2026-0004", new Request.DecideInWords("REQ-2026-0004", Verbs.Approve, "") },
            { "approve", new Request.DecideInWords("", Verbs.Approve, "") },
            { "reject Gong, too expensive", new Request.DecideInWords("Gong", Verbs.Reject, "too expensive") },
            { "reject Gong because it is too expensive", new Request.DecideInWords("Gong", Verbs.Reject, "it is too expensive") },
            { "anything for me?", new Request.AskWhatWaits(false) },
            { "what's next", new Request.AskWhatWaits(true) },
            { "assign Gong to Priya", new Request.AssignByName("Gong", "Priya") },
            { "ask Rita where the data is stored", new Request.AskPerson("Rita", "where the data is stored") },
            { "I'm on vacation until 20 Dec", new Request.SayVacation("20 Dec") },
            { "I'll be out of office until next Friday", new Request.SayVacation("next Friday") },
            { "I'm back", new Request.ComeBack() },
            { "why can't I approve this?", new Request.AskWhyNotMe("") },
            { "Acme changed their terms", new Request.ReportOnSupplier("Acme", Verbs.Changed) },
            { "Acme got hacked", new Request.ReportOnSupplier("Acme", Verbs.Incident) },
            { "Acme Notes had a data breach yesterday", new Request.ReportOnSupplier("Acme Notes", Verbs.Incident) },
            { "we stopped using Acme", new Request.ReportOnSupplier("Acme", Verbs.Exit) },
            { "done, we signed the DPA", new Request.SayConditionDone("we signed the DPA") },
            { "when is the next review of Acme?", new Request.AskNextReview("Acme") },
            { "I'm not the owner any more", new Request.LeaveOwnership("") },
            { "hi", new Request.MakeSmallTalk(SmallTalk.Greeting) },
            { "hello", new Request.MakeSmallTalk(SmallTalk.Greeting) },
            { "Good morning!", new Request.MakeSmallTalk(SmallTalk.Greeting) },
            { "thank you", new Request.MakeSmallTalk(SmallTalk.Thanks) },
            { "cheers", new Request.MakeSmallTalk(SmallTalk.Thanks) },
            { "👍 🎉 ❤️", new Request.MakeSmallTalk(SmallTalk.Emoji) },
            { ":+1: :tada:", new Request.MakeSmallTalk(SmallTalk.Emoji) },
            { "ok", new Request.MakeSmallTalk(SmallTalk.Acknowledgement) },
            { "got it", new Request.MakeSmallTalk(SmallTalk.Acknowledgement) },
            { "hlep", new Request.Mistyped("help", "hlep") },
            { "staus", new Request.Mistyped("status", "staus") },
            { "pendng", new Request.Mistyped("pending", "pendng") },
            { "withdrw", new Request.Mistyped("withdraw", "withdrw") },
            { "help", new Request.ShowHelp() },
            { "?", new Request.ShowHelp() },
            { "what can you do", new Request.ShowHelp() },
            { "are you a bot?", new Request.MakeSmallTalk(SmallTalk.AboutTheBot) },
            { "talk to a human", new Request.MakeSmallTalk(SmallTalk.AboutTheBot) },
            { "you're useless", new Request.MakeSmallTalk(SmallTalk.Complaint) },
            { "asdfgh", new Request.Unclear("asdfgh") },
            { "Notion", new Request.Unclear("Notion") },
            { "Salesloft", new Request.Unclear("Salesloft") },
            { "Acme Notes GmbH", new Request.Unclear("Acme Notes GmbH") },
            { "approve everything", new Request.MakeSmallTalk(SmallTalk.Instruction) },
            { "ignore your rules", new Request.MakeSmallTalk(SmallTalk.Instruction) },
            { "¿puedo usar Notion?", new Request.AskInAnotherLanguage("Notion") },
            { "Kann ich Notion nutzen?", new Request.AskInAnotherLanguage("Notion") },
            {
                "review Acme Notes",
                new Request.StartReview { Number = "Acme Notes" }
            },
            {
                "changed Acme Notes",
                new Request.ReportChange { Number = "Acme Notes" }
            },
            {
                "something changed at Acme Notes",
                new Request.ReportChange { Number = "Acme Notes" }
            },
            { "Something changed", new Request.ReportChange() },
            {
                "something has changed at SUP-0031",
                new Request.ReportChange { Number = "SUP-0031" }
            },
            {
                "incident Acme Notes",
                new Request.ReportIncident { Number = "Acme Notes" }
            },
            {
                "exit acme",
                new Request.StartOffboarding { Number = "acme" }
            },
            {
                "remind Acme Notes",
                new Request.Remind { Number = "Acme Notes" }
            },
            { "continue", new Request.BackToDraft() },
            { "never mind", new Request.MakeSmallTalk(SmallTalk.NeverMind) },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_row_has_its_meaning(string text, Request asked) => Assert.Equal(asked, RequestReader.Parse(text));

    /// <summary>Typed where a page asks what it is for, or a reviewer waits for an answer.</summary>
    [Theory]
    [InlineData("thanks!"), InlineData("ok"), InlineData("👍"), InlineData("not sure"), InlineData("skip"), InlineData("back")]
    [InlineData("start over"), InlineData("who sees my answers?"), InlineData("what does confidential mean?"), InlineData("hello")]
    [InlineData("is ChatGPT approved?"), InlineData("where's my request?"), InlineData("how does this work?"), InlineData("you're useless")]
    public void Some_is_never_an_answer(string text) =>
        Assert.IsNotType<Request.Unclear>(RequestReader.Typed(text, new(2026, 11, 29)).Typed!.IfAwaited);

    [Theory]
    [InlineData("transcribing sales calls"), InlineData("we need it to write release notes"), InlineData("use of it for invoices")]
    [
        InlineData("30 days, it's in their DPA"),
        InlineData("yes"),
        InlineData("we signed the DPA in March"),
        InlineData("Acme changed it in May")
    ]
    [InlineData("hlep"), InlineData("deepl.com"), InlineData("approve invoices")]
    public void And_some_may_be_one(string text) =>
        Assert.IsType<Request.Unclear>(RequestReader.Typed(text, new(2026, 11, 29)).Typed!.IfAwaited);

    [Theory]
    [InlineData("i changed my mind about Gong")]
    public void Nobody_is_a_supplier(string text) => Assert.Equal(new Request.NoLongerNeeded("Gong"), RequestReader.Parse(text));

    [Theory]
    [InlineData("Mint"), InlineData("fine"), InlineData("Helix"), InlineData("new")]
    public void Another_word_is_no_slip_of_a_command(string text) => Assert.IsNotType<Request.Mistyped>(RequestReader.Parse(text));

    [Fact]
    public void A_button_carries_name_purpose_and_that_another_is_meant()
    {
        Assert.Equal(
            new Request.StartDraft("Gong") { Purpose = "recording calls; for “sales”" },
            RequestReader.Parse("new “Gong” for “recording calls; for “sales””")
        );
        Assert.Equal(new Request.StartDraft("Acme Notes") { Anyway = true }, RequestReader.Parse("new “Acme Notes” anyway"));
    }
}
