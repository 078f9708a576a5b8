using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Tests.Register.Providers;

/// <summary>One name of a list: known exactly, asked about, or kept as typed.</summary>
public sealed class ProviderReaderTests
{
    private static ReadName Read(string part, RegisteredNames? register = null) =>
        ProviderReader.Read(part, Products.Catalogue, register ?? RegisteredNames.None);

    private static RegisteredNames Registered(string name, string supplier) =>
        new(new Dictionary<string, string> { [SupplierNames.Identity(name)] = supplier }, new Dictionary<string, IReadOnlyList<string>>());

    [Theory]
    [InlineData("OpenAI", "OpenAI")]
    [InlineData("openai", "OpenAI")]
    [InlineData("gpt-4o", "OpenAI (gpt-4o)")]
    [InlineData("OpenAI (GPT-4o)", "OpenAI (GPT-4o)")]
    [InlineData("openai (our own fine-tune)", "OpenAI (our own fine-tune)")]
    [InlineData("AWS", "Amazon Web Services (AWS)")]
    [InlineData("Azure OpenAI", "Microsoft (Azure OpenAI)")]
    [InlineData("Hetzner Online Berlin", "Hetzner Online Berlin")]
    [InlineData("Acme Labellers", "Acme Labellers")]
    public void What_is_known_exactly_is_written_by_its_own_name(string typed, string written)
    {
        var read = Read(typed);
        Assert.Equal(written, read.Written);
        Assert.Empty(read.Meant);
    }

    [Theory]
    [InlineData("OpenAl", "OpenAI")]
    [InlineData("Open AI", "OpenAI")]
    [InlineData("Anthropik", "Anthropic")]
    [InlineData("OpenAI, Inc.", "OpenAI")]
    public void What_is_only_like_a_name_is_asked_and_never_taken(string typed, string meant)
    {
        var read = Read(typed);
        Assert.Equal(typed, read.Written);
        Assert.Contains(meant, read.Meant);
    }

    [Fact]
    public void A_name_of_several_companies_products_is_asked()
    {
        var read = Read("Copilot");
        Assert.Equal("Copilot", read.Written);
        Assert.Contains(read.Meant, name => name.StartsWith("GitHub", StringComparison.Ordinal));
    }

    [Fact]
    public void The_name_that_the_register_has_goes_before_that_of_the_catalogue()
    {
        Assert.Equal("AWS", Read("AWS", Registered("AWS", "AWS")).Written);
        Assert.Equal("OpenAI Ireland (GPT-4o)", Read("GPT-4o", Registered("OpenAI", "OpenAI Ireland")).Written);
        Assert.Equal("Acme (the scribe)", Read("the scribe", Registered("the scribe", "Acme")).Written);
        Assert.Contains("OpenAI", ProviderReader.Lookups("GPT-4o", Products.Catalogue));
    }

    [Fact]
    public void A_supplier_on_the_register_that_is_like_it_is_asked_about()
    {
        var near = new Dictionary<string, IReadOnlyList<string>> { [SupplierNames.Identity("Acme Lables")] = ["Acme Labels"] };
        Assert.Equal(["Acme Labels"], Read("Acme Lables", new(new Dictionary<string, string>(), near)).Meant);
    }

    [Fact]
    public void Every_maker_of_the_catalogue_is_written_as_itself_and_every_product_with_its_maker() =>
        Assert.All(
            Products.Catalogue.All,
            product =>
            {
                Assert.Equal(product.Maker, Read(product.Maker).Written);
                var read = Read(product.Name);
                Assert.True(read.Meant.Count > 0 || ProviderName.Of(read.Written) is var name && Products.Catalogue.MadeBy(name).Count > 0);
            }
        );

    [Fact]
    public void What_was_written_once_is_written_the_same_again() =>
        Assert.All(
            Products.Catalogue.All.Select(product => Read(product.Name)).Where(read => read.Meant.Count == 0),
            read => Assert.Equal(read.Written, Read(read.Written).Written)
        );

    [Theory]
    [InlineData("OpenAI", ProviderKind.Model)]
    [InlineData("OpenAI (GPT-4o)", ProviderKind.Model)]
    [InlineData("Amazon Web Services", ProviderKind.Platform)]
    [InlineData("Amazon Web Services (Bedrock)", ProviderKind.Model)]
    [InlineData("Grammarly", ProviderKind.SubSupplier)]
    [InlineData("Acme Labellers", null)]
    public void Each_has_a_kind_where_the_catalogue_knows_it(string part, ProviderKind? kind) =>
        Assert.Equal(kind, ProviderKinds.Of(part, Products.Catalogue));
}
