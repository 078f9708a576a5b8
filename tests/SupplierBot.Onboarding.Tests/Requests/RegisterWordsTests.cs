using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Tests.Requests;

public sealed class RegisterWordsTests
{
    public static readonly TheoryData<string, RegisterFilter> Filters = new()
    {
        { "register", RegisterFilter.None },
        { "Register please", RegisterFilter.None },
        { "show the register", RegisterFilter.None },
        { "browse", RegisterFilter.None },
        { "search", RegisterFilter.None },
        {
            "register high",
            new() { Tiers = [Tier.High] }
        },
        {
            "register High risk",
            new() { Tiers = [Tier.High] }
        },
        {
            "register: critical and high",
            new() { Tiers = [Tier.High, Tier.Critical] }
        },
        {
            "register suppliers at high risk",
            new() { Tiers = [Tier.High, Tier.Critical] }
        },
        {
            "suppliers at high risk",
            new() { Tiers = [Tier.High, Tier.Critical] }
        },
        {
            "register type cloud",
            new() { Type = "cloud" }
        },
        {
            "register of type AI model high not ready",
            new()
            {
                Type = "AI model",
                Tiers = [Tier.High],
                Part = RegisterPart.NotReady,
            }
        },
        {
            "register type cloud owner Priya",
            new() { Type = "cloud", Owner = "Priya" }
        },
        {
            "register not ready",
            new() { Part = RegisterPart.NotReady }
        },
        {
            "register not ready to use yet",
            new() { Part = RegisterPart.NotReady }
        },
        {
            "register not approved",
            new() { Part = RegisterPart.NotApproved }
        },
        {
            "register in use",
            new() { Part = RegisterPart.InUse }
        },
        {
            "register suspended",
            new() { Part = RegisterPart.Suspended }
        },
        {
            "register offboarded",
            new() { Part = RegisterPart.Ended }
        },
        {
            "register due this quarter",
            new() { Due = RegisterDue.ThisQuarter }
        },
        {
            "register overdue",
            new() { Due = RegisterDue.Overdue }
        },
        {
            "register owner Priya Shah",
            new() { Owner = "Priya Shah" }
        },
        {
            "register owned by “Priya Shah”",
            new() { Owner = "Priya Shah" }
        },
        {
            "register with OpenAI",
            new() { With = "OpenAI" }
        },
        {
            "register built on Amazon Web Services",
            new() { With = "Amazon Web Services" }
        },
        {
            "register high not ready due this month owner \"Priya Shah\" with OpenAI",
            new()
            {
                Tiers = [Tier.High],
                Part = RegisterPart.NotReady,
                Due = RegisterDue.ThisMonth,
                Owner = "Priya Shah",
                With = "OpenAI",
            }
        },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Plain_words_are_a_filter(string typed, RegisterFilter filter) =>
        Assert.Equal(new Request.ListRegister(filter), RequestReader.Parse(typed));

    [Theory]
    [MemberData(nameof(Filters))]
    public void What_a_button_says_is_read_as_the_same_filter(string typed, RegisterFilter filter)
    {
        Assert.NotEmpty(typed);
        Assert.Equal(new Request.ListRegister(filter), RequestReader.Parse(RegisterWords.Command(filter)));
    }

    [Theory]
    [InlineData("register Acme Notes", "Acme Notes")]
    [InlineData("register high Acme", "Acme")]
    [InlineData("register due on Friday", "on Friday")]
    public void What_is_no_filter_is_given_back_and_nothing_is_listed(string typed, string unread) =>
        Assert.Equal(unread, Assert.IsType<Request.ListRegister>(RequestReader.Parse(typed)).Unread);

    /// <summary>An answer that begins with the word is an answer.</summary>
    [Fact]
    public void A_text_that_was_asked_for_is_no_list() =>
        Assert.IsType<Request.Unclear>(RequestReader.Typed("Register of our sub-processors").Typed!.IfAwaited);
}
