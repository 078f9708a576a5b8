using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Tests.Text;

/// <summary>Whose site an address is: the same site may be the same supplier.</summary>
public sealed class SupplierLikenessTests
{
    [Theory]
    [InlineData("corvex.example", "corvex.example")]
    [InlineData("https://www.Corvex.example./pricing?a=b", "corvex.example")]
    [InlineData("http://corvex.example:8080", "corvex.example")]
    [InlineData("app.corvex.example", "app.corvex.example")]
    [InlineData("www.com", "www.com")]
    [InlineData("https://bücher.example", "xn--bcher-kva.example")]
    [InlineData("github.com/Acme/notes", "github.com/acme")]
    [InlineData("https://huggingface.co/acme", "huggingface.co/acme")]
    [InlineData("github.com", "")]
    [InlineData("https://apps.apple.com/us/app/acme/id1", "")]
    [InlineData("Corvex", "")]
    [InlineData("https://", "")]
    [InlineData("", "")]
    public void The_site_of_an_address(string typed, string site) => Assert.Equal(site, WebAddress.SiteOf(typed));

    [Theory]
    [InlineData("Corvex", "corvex.example", "corvex", "", Likeness.SameName)]
    [InlineData("Corvex", "corvex.example", "Corvex Inc", "corvex.example", Likeness.SimilarName)]
    [InlineData("Corvex", "corvex.example", "Another", "https://www.corvex.example/", Likeness.SameSite)]
    [InlineData("Corvex", "", "Another", "", null)]
    [InlineData("Corvex", "github.com/a", "Another", "github.com/b", null)]
    public void Why_two_may_be_one(string name, string website, string other, string otherWebsite, Likeness? likeness) =>
        Assert.Equal(likeness, SupplierLikeness.Of((name, website), (other, otherWebsite)));
}
