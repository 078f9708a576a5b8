using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Register;

/// <summary>Which names are an entry's, and which only look so.</summary>
public sealed class EntryNamesTests
{
    [Theory]
    [InlineData("OpenAI")]
    [InlineData("open\u00A0ai", false)]
    [InlineData("ChatGPT Enterprise, annual plan")]
    [InlineData("chatgpt enterprise")]
    [InlineData("OpenAI ChatGPT Enterprise")]
    [InlineData("https://www.openai.example/pricing")]
    [InlineData("The Oracle")]
    [InlineData("OpenAI LP")]
    [InlineData("ChatGPT", false)]
    [InlineData("ChatGPT Enterprise Pro", false)]
    [InlineData("OpenAI, Inc.", false)]
    [InlineData("chat.openai.example", false)]
    [InlineData("annual plan", false)]
    public void Only_the_same_identity_is_its_name(string typed, bool isNamed = true) =>
        Assert.Equal(isNamed, EntryNames.IsNamed(Entry(), typed));

    [Theory]
    [InlineData("API")]
    [InlineData("Enterprise plan")]
    [InlineData("Cloud, Team plan")]
    public void A_word_for_a_kind_of_product_is_nobodys_name(string service)
    {
        var entry = Entry() with { Service = service, Names = null };
        Assert.False(EntryNames.IsNamed(entry, EntryNames.Product(entry)));
        Assert.True(EntryNames.IsNamed(entry, $"OpenAI {EntryNames.Product(entry)}"));
    }

    [Theory]
    [InlineData("Notes, Business plan", "Notes", "Business plan")]
    [InlineData("Notes (free plan)", "Notes", "free plan")]
    [InlineData("Notes", "Notes", "")]
    [InlineData("", "", "")]
    [InlineData("(free)", "(free)", "")]
    public void A_plan_is_no_product(string service, string product, string plan)
    {
        var entry = Entry() with { Service = service };
        Assert.Equal((product, plan), (EntryNames.Product(entry), EntryNames.Plan(entry)));
    }

    [Theory]
    [InlineData("chat gpt enterprise", "ChatGPT Enterprise")]
    [InlineData("chatgpt", "ChatGPT Enterprise")]
    [InlineData("OpenAI Ireland", "OpenAI")]
    [InlineData("Opn AI", "OpenAI")]
    [InlineData("Oracle", "The Oracle")]
    public void The_nearest_name_is_offered(string typed, string nearest) => Assert.Equal(nearest, EntryNames.Nearest(Entry(), typed));

    private static RegisterEntry Entry()
    {
        var room = CaseScenario.Approved(CaseAnswers.Medium);
        return room.Entry! with
        {
            Supplier = "OpenAI",
            Service = "ChatGPT Enterprise, annual plan",
            Website = "openai.example",
            Names = new(["The Oracle"], ["OpenAI LP"]),
        };
    }
}
