using SupplierBot.Documents.Reports;
using SupplierBot.Onboarding.Exports;

namespace SupplierBot.Documents.Tests.Reports;

public sealed class QuarterTests
{
    [Theory]
    [InlineData("2026-01-01", 2026, 1)]
    [InlineData("2026-03-31", 2026, 1)]
    [InlineData("2026-04-01", 2026, 2)]
    [InlineData("2026-12-31", 2026, 4)]
    public void Every_day_is_in_the_quarter_of_its_month(string day, int year, int number)
    {
        var quarter = Quarter.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(new Quarter(year, number), quarter);
        Assert.True(quarter.Contains(quarter.First) && quarter.Contains(quarter.Last));
        Assert.Equal(quarter, Quarter.Of(quarter.Last));
        Assert.Equal(quarter.First.AddDays(-1), quarter.Before.Last);
    }
}
