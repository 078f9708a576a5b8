using SupplierBot.Onboarding.Register.Catalogue;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Register.Catalogue;

/// <summary>Who makes what, by the names people use.</summary>
public sealed class ProductCatalogueTests
{
    [Fact]
    public void What_ships_has_no_fault_and_knows_the_policys_types()
    {
        var (products, faults) = ProductCatalogueReader.Read(Products.Shipped, [.. PolicyText.Policy.Types.Select(type => type.Id)]);
        Assert.Empty(faults);
        Assert.InRange(products.Count, 300, 1_000);
        Assert.Equal(products.Count, Products.Catalogue.All.Count);
    }

    [Theory]
    [InlineData("ChatGPT", "ChatGPT", "OpenAI")]
    [InlineData("chat gpt", "ChatGPT", "OpenAI")]
    [InlineData("Chat-GPT", "ChatGPT", "OpenAI")]
    [InlineData("https://chatgpt.com/", "ChatGPT", "OpenAI")]
    [InlineData("chat.openai.com", "ChatGPT", "OpenAI")]
    [InlineData("Bard", "Gemini", "Google")]
    [InlineData("codewhisperer", "Amazon Q Developer", "Amazon Web Services")]
    [InlineData("Wandb", "Weights & Biases", "Weights & Biases")]
    public void A_name_leads_to_its_product(string typed, string product, string maker) =>
        Assert.Equal((product, maker), Products.Catalogue.Named(typed).Select(one => (one.Name, one.Maker)).FirstOrDefault());

    [Fact]
    public void A_name_that_two_products_go_by_leads_to_both() =>
        Assert.Equal(
            ["GitHub Copilot", "Microsoft 365 Copilot", "Microsoft Copilot"],
            Products.Catalogue.Named("Copilot").Select(one => one.Name).Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("Grammerly", "Grammarly")]
    [InlineData("Midjorney", "Midjourney")]
    [InlineData("Perplexitty", "Perplexity")]
    public void A_typo_is_like_it(string typed, string product)
    {
        Assert.Empty(Products.Catalogue.Named(typed));
        Assert.Equal(product, Products.Catalogue.Like(typed, 3)[0].Name);
    }

    [Theory]
    [InlineData("Acme Notes")]
    [InlineData("")]
    [InlineData("GPT")]
    [InlineData("ai")]
    public void Of_what_it_does_not_know_it_says_nothing(string typed)
    {
        Assert.Empty(Products.Catalogue.Named(typed));
        Assert.Empty(Products.Catalogue.Like(typed, 3));
    }

    [Fact]
    public void Products_of_a_maker_and_for_a_purpose()
    {
        Assert.Contains(Products.Catalogue.Of("OpenAI, Inc."), one => one.Name == "Sora");
        Assert.Contains(Products.Catalogue.For("transcribing our calls"), one => one.Name == "Otter");
        Assert.Empty(Products.Catalogue.For("a cup of tea"));
    }

    [Fact]
    public void What_a_company_says_goes_before_what_ships()
    {
        var own = new Product("ChatGPT", "OpenAI", "chatgpt.com", "MODEL", "assistant", ["Chatty"]);
        var catalogue = new ProductCatalogue([own, .. Products.Catalogue.All]);
        Assert.Equal("MODEL", catalogue.Named("ChatGPT")[0].Type);
        Assert.Single(catalogue.All, one => one.Name == "ChatGPT");
        Assert.Equal("ChatGPT", catalogue.Named("chatty")[0].Name);
    }
}
