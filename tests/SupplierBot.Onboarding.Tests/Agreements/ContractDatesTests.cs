using System.Globalization;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Agreements;

/// <summary>The last day to give notice, through renewals that nobody has to sign.</summary>
public sealed class ContractDatesTests
{
    /// <summary>By notice, months of a renewal, first end and today.</summary>
    [Theory]
    [InlineData("2026-12-31", 90, 12, "2026-11-17", "2027-10-02")]
    [InlineData("2026-12-31", 30, 12, "2026-11-17", "2026-12-01")]
    [InlineData("2026-12-31", 30, 12, "2026-12-01", "2026-12-01")]
    [InlineData("2026-12-31", 30, 12, "2026-12-02", "2027-12-01")]
    [InlineData("2026-12-31", 0, 12, "2026-12-31", "2026-12-31")]
    [InlineData("2026-12-31", 0, 12, "2027-01-01", "2027-12-31")]
    // The notice day falls on 29 February.
    [InlineData("2028-03-30", 30, 12, "2027-06-01", "2028-02-29")]
    [InlineData("2027-03-30", 30, 12, "2027-06-01", "2028-02-29")]
    [InlineData("2027-03-30", 30, 12, "2028-03-01", "2029-02-28")]
    // Renewed over years, unseen.
    [InlineData("2020-06-30", 60, 12, "2026-11-17", "2027-05-01")]
    [InlineData("2020-06-30", 60, 1, "2026-11-17", "2026-12-02")]
    // Longer than a term: the notice of a later term runs already.
    [InlineData("2026-11-30", 90, 1, "2026-11-17", "2026-11-30")]
    public void Notice_is_counted_back_from_the_end_of_a_term(string end, int notice, int months, string today, string day) =>
        Assert.Equal(Day(day), ContractDates.LastNoticeDay(Contract(end, notice, months), Day(today)));

    /// <summary>A contract that ends is over by itself, and one without an end can be left whenever its notice says.</summary>
    [Fact]
    public void There_is_no_day_where_nothing_renews()
    {
        Assert.Null(ContractDates.LastNoticeDay(Contract("2026-12-31", 30, 0), Day("2026-11-17")));
        Assert.Null(ContractDates.LastNoticeDay(Contract(null, 30, 12), Day("2026-11-17")));
    }

    [Theory]
    [InlineData("2027-01-31", 1, "2027-02-01", "2027-02-28")]
    [InlineData("2027-01-31", 1, "2027-03-01", "2027-03-31")]
    [InlineData("2027-01-31", 1, "2027-04-01", "2027-04-30")]
    [InlineData("2028-01-31", 1, "2028-02-01", "2028-02-29")]
    // One that ends with February goes on ending with it.
    [InlineData("2028-02-29", 12, "2028-03-01", "2029-02-28")]
    [InlineData("2028-02-29", 12, "2031-03-01", "2032-02-29")]
    [InlineData("2027-02-28", 12, "2027-03-01", "2028-02-29")]
    [InlineData("2027-02-28", 1, "2027-03-01", "2027-03-31")]
    // The 30th comes back after February.
    [InlineData("2027-01-30", 1, "2027-02-01", "2027-02-28")]
    [InlineData("2027-01-30", 1, "2027-03-01", "2027-03-30")]
    [InlineData("2026-12-31", 12, "2026-12-31", "2026-12-31")]
    [InlineData("2026-12-31", 12, "2027-01-01", "2027-12-31")]
    public void A_term_ends_with_its_month_or_on_its_day(string end, int months, string today, string day) =>
        Assert.Equal(Day(day), ContractDates.TermEnd(Contract(end, 0, months), Day(today)));

    [Theory]
    [InlineData("2026-12-31", "2026-12-31", "2026-12-31")]
    [InlineData("2026-12-31", "2027-01-01", null)]
    [InlineData(null, "2027-01-01", null)]
    public void What_does_not_renew_is_over_after_its_end(string? end, string today, string? last) =>
        Assert.Equal(last is null ? null : Day(last), ContractDates.TermEnd(Contract(end, 0, 0), Day(today)));

    private static SupplierContract Contract(string? end, int notice, int months) =>
        new(ContractKind.Negotiated, "MSA v3", CaseScenario.Sam.Person, default)
        {
            End = end is null ? null : Day(end),
            NoticeDays = notice,
            RenewalMonths = months,
        };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
