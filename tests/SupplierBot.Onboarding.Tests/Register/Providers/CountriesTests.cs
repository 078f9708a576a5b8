using SupplierBot.Onboarding.Register.Providers;

namespace SupplierBot.Onboarding.Tests.Register.Providers;

/// <summary>Countries by the names people use, and cloud regions by their country.</summary>
public sealed class CountriesTests
{
    [Theory]
    [InlineData("Germany", "Germany")]
    [InlineData("deutschland", "Germany")]
    [InlineData("the US", "United States")]
    [InlineData("USA", "United States")]
    [InlineData("Frankfurt", "Germany (Frankfurt)")]
    [InlineData("eu-west-1", "Ireland (eu-west-1)")]
    [InlineData("Ireland (Dublin)", "Ireland (Dublin)")]
    [InlineData("our own data centre", "our own data centre")]
    public void The_very_name_is_the_country(string typed, string written)
    {
        Assert.Equal(written, Countries.Read(typed).Written);
        Assert.Empty(Countries.Read(typed).Meant);
    }

    [Theory]
    [InlineData("Germny", "Germany")]
    [InlineData("Irland", "Ireland")]
    [InlineData("Switzerlnd", "Switzerland")]
    public void A_slip_is_asked_about(string typed, string meant)
    {
        Assert.Equal(typed, Countries.Read(typed).Written);
        Assert.Equal([meant], Countries.Read(typed).Meant);
    }
}
