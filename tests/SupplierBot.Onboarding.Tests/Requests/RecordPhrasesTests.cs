using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Tests.Requests;

/// <summary>What auditors type, in the words of their trade.</summary>
public sealed class RecordPhrasesTests
{
    [Theory]
    [InlineData("I'm the auditor", RecordTopic.All)]
    [InlineData("Hello, I am your external auditor from ACME Cert", RecordTopic.All)]
    [InlineData("what can I download?", RecordTopic.All)]
    [InlineData("records", RecordTopic.All)]
    [InlineData("list exceptions", RecordTopic.Exceptions)]
    [InlineData("accepted risks", RecordTopic.Exceptions)]
    [InlineData("list of risk acceptances", RecordTopic.Exceptions)]
    [InlineData("residual risks", RecordTopic.Exceptions)]
    [InlineData("ISO certificates", RecordTopic.EndDates)]
    [InlineData("expired certificates", RecordTopic.EndDates)]
    [InlineData("which certificates expire this year?", RecordTopic.EndDates)]
    [InlineData("clause matrix", RecordTopic.Clauses)]
    [InlineData("which clauses are required for each tier?", RecordTopic.Clauses)]
    [InlineData("contract requirements by tier", RecordTopic.Clauses)]
    [InlineData("list subprocessors", RecordTopic.SupplyChain)]
    [InlineData("cloud services", RecordTopic.Cloud)]
    [InlineData("exit plans", RecordTopic.Exits)]
    [InlineData("audit log", RecordTopic.Integrity)]
    [InlineData("is the audit log intact?", RecordTopic.Integrity)]
    [InlineData("integrity of records", RecordTopic.Integrity)]
    [InlineData("import", RecordTopic.Import)]
    [InlineData("import our existing suppliers", RecordTopic.Import)]
    [InlineData("import suppliers from a spreadsheet", RecordTopic.Import)]
    [InlineData("how can I import our suppliers?", RecordTopic.Import)]
    [InlineData("upload our vendor list", RecordTopic.Import)]
    public void An_auditor_is_understood(string text, RecordTopic topic) =>
        Assert.Equal(new Request.AskForRecords(topic), RequestReader.Parse(text));

    [Theory]
    [InlineData("incidents")]
    [InlineData("show me all incidents")]
    [InlineData("supplier incidents this year")]
    [InlineData("were there any incidents at suppliers?")]
    public void Incidents_are_listed(string text) => Assert.Equal(new Request.ListIncidents(), RequestReader.Parse(text));

    [Theory]
    [InlineData("who has read the policy?")]
    [InlineData("Who acknowledged the supplier security policy")]
    [InlineData("has everybody read the policy?")]
    [InlineData("policy readers")]
    [InlineData("show me the policy acknowledgements")]
    public void Readers_of_the_policy_are_listed(string text) => Assert.Equal(new Request.ListPolicyReaders(), RequestReader.Parse(text));

    public static readonly TheoryData<string, RegisterFilter> Lists = new()
    {
        {
            "which suppliers use OpenAI?",
            new() { With = "OpenAI" }
        },
        {
            "who uses OpenAI",
            new() { With = "OpenAI" }
        },
        {
            "who depends on OpenAI?",
            new() { With = "OpenAI" }
        },
        {
            "what depends on Amazon Web Services",
            new() { With = "Amazon Web Services" }
        },
        {
            "which vendors depend on Who Depends Inc",
            new() { With = "Who Depends Inc" }
        },
        {
            "overdue reviews",
            new() { Due = RegisterDue.Overdue }
        },
        {
            "which reviews are overdue?",
            new() { Due = RegisterDue.Overdue }
        },
        {
            "offboarded suppliers",
            new() { Part = RegisterPart.Ended }
        },
        {
            "show me all critical suppliers",
            new() { Tiers = [Tier.Critical] }
        },
        {
            "suspended vendors",
            new() { Part = RegisterPart.Suspended }
        },
        {
            "suppliers owned by Priya Shah",
            new() { Owner = "Priya Shah" }
        },
        { "how many suppliers by tier?", RegisterFilter.None },
        { "what suppliers do we have", RegisterFilter.None },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void Lines_of_the_register_are_asked_for_without_its_name(string text, RegisterFilter filter) =>
        Assert.Equal(new Request.ListRegister(filter), RequestReader.Parse(text));

    [Theory]
    [InlineData("status SUP-0003", Verbs.Open)]
    [InlineData("status sup 3", Verbs.Open)]
    [InlineData("risk assessment of SUP-0003", Verbs.Open)]
    [InlineData("show me the risk assessment for SUP-0003", Verbs.Open)]
    [InlineData("audit trail of SUP-0003", Verbs.Open)]
    [InlineData("history of SUP-0003", Verbs.Open)]
    [InlineData("review history of SUP-0003", Verbs.Open)]
    [InlineData("incidents of SUP-0003", Verbs.Open)]
    [InlineData("signed contract of SUP-0003", Verbs.Open)]
    [InlineData("exit plan for SUP-0003", Verbs.Open)]
    [InlineData("how was SUP-0003 assessed?", Verbs.Explain)]
    [InlineData("why is SUP-0003 rated like this", Verbs.Explain)]
    [InlineData("contract clauses of SUP-0003", Verbs.Clauses)]
    [InlineData("certificates of SUP-0003", Verbs.Evidence)]
    public void One_supplier_is_asked_about_in_many_words(string text, string verb)
    {
        var read = Assert.IsAssignableFrom<Request.OnCase>(RequestReader.Parse(text));
        Assert.Equal((verb, "SUP-0003"), (read.Verb, read.Number));
    }

    [Theory]
    [InlineData("which suppliers can I use for transcription")]
    [InlineData("suppliers with personal data")]
    [InlineData("Critical Suppliers Ltd")]
    [InlineData("certificates of completion for our trainers and staff")]
    public void What_is_half_understood_lists_nothing(string text) =>
        Assert.False(RequestReader.Parse(text) is Request.ListRegister { Unread: "" } or Request.AskForRecords);
}
