using SupplierBot.Onboarding.Register.Catalogue;

namespace SupplierBot.Onboarding.Tests.Register.Catalogue;

/// <summary>A file of products: what it holds, and each fault with its line.</summary>
public sealed class ProductCatalogueReaderTests
{
    private const string Header = "product,maker,domain,type,for,also\n";
    private static readonly string[] Types = ["AISAAS", "MODEL"];

    [Fact]
    public void A_line_is_a_product()
    {
        var (products, faults) = ProductCatalogueReader.Read(
            "# ours\n\n"
                + Header
                + "\"Notes, by Acme\",\"Acme \"\"A\"\" Ltd\",acme.example,AISAAS,notes,Acme Notes|ANotes\r\nNova,Nova Labs,,MODEL,models,\n",
            Types
        );
        Assert.Empty(faults);
        Assert.Equal(2, products.Count);
        var (first, second) = (products[0], products[1]);
        Assert.Equal(
            ("Notes, by Acme", "Acme \"A\" Ltd", "acme.example", "AISAAS", "notes"),
            (first.Name, first.Maker, first.Domain, first.Type, first.Use)
        );
        Assert.Equal(["Notes, by Acme", "Acme Notes", "ANotes"], first.Names);
        Assert.Equal(("Nova", "", 0), (second.Name, second.Domain, second.AlsoNamed.Count));
    }

    [Theory]
    [InlineData("", "line 1: it lists no product")]
    [InlineData(Header, "line 1: it lists no product")]
    [InlineData("product,maker\n", "line 1: the first line names the columns: product,maker,domain,type,for,also")]
    [InlineData(Header + "Nova,Nova Labs,,MODEL,models\n", "line 2: 5 fields, and 6 columns")]
    [InlineData(Header + ",Nova Labs,,MODEL,models,\n", "line 2: product is empty")]
    [InlineData(Header + "Nova,\u200B,,MODEL,models,\n", "line 2: maker is empty")]
    [InlineData(Header + "Nova,Nova Labs,,MODEL,,\n", "line 2: for is empty")]
    [InlineData(Header + "Nova,Nova Labs,,,models,\n", "line 2: type is empty")]
    [InlineData(Header + "Nova,Nova Labs,,ROBOT,models,\n", "line 2: type ROBOT isn't one of the policy's: AISAAS, MODEL")]
    [InlineData(Header + "Nova,Nova Labs,no site,MODEL,models,\n", "line 2: domain no site isn't a site like acme.com")]
    [InlineData(Header + "Nova,Nova Labs,nova.example/api,MODEL,models,\n", "line 2: domain nova.example/api isn't a site like acme.com")]
    [InlineData(Header + "Nova,Nova Labs,,MODEL,models,nova\n", "line 2: the name nova is there twice")]
    [InlineData(
        Header + "Nova,Nova Labs,,MODEL,models,\n#\nNOVA,nova labs,,MODEL,models,\n",
        "line 4: NOVA of nova labs is in line 2 already"
    )]
    [InlineData(Header + "\"Nova,Nova Labs,,MODEL,models,\n", "line 2: a quote is open or stands amid a field")]
    [InlineData(Header + "No\"va\",Nova Labs,,MODEL,models,\n", "line 2: a quote is open or stands amid a field")]
    public void A_fault_names_its_line(string text, string fault)
    {
        var (products, faults) = ProductCatalogueReader.Read(text, Types);
        Assert.Equal([fault], faults.Select(one => one.ToString()));
        Assert.Empty(products);
    }

    [Fact]
    public void All_faults_are_told_at_once_and_of_another_file_a_few()
    {
        var (_, faults) = ProductCatalogueReader.Read(Header + "a,b,,ROBOT,,\nc,d,,,,\n", Types);
        Assert.Equal(4, faults.Count);
        Assert.InRange(ProductCatalogueReader.Read(string.Join('\n', Enumerable.Repeat("x", 5_000)), Types).Faults.Count, 1, 25);
    }

    [Fact]
    public void A_policy_may_have_left_out_a_type() =>
        Assert.Single(ProductCatalogueReader.Read(Header + "Nova,Nova Labs,,ROBOT,models,\n").Products);
}
