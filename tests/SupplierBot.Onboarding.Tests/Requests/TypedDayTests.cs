using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Requests;

/// <summary>Days as people write them, read in one place; what may be two days is never guessed.</summary>
public sealed class TypedDayTests
{
    /// <summary>A Tuesday.</summary>
    private static readonly DateOnly Today = new(2026, 11, 17);

    [Theory]
    [
        InlineData("2026-12-20"),
        InlineData("2026-12-20T00:00:00Z"),
        InlineData("2026-12-20T00:00:00.000+01:00"),
        InlineData("2026-12-20 10:00"),
        InlineData("2026/12/20"),
        InlineData("2026.12.20"),
        InlineData("2026\u201112\u201120"),
        InlineData("２０２６－１２－２０")
    ]
    [
        InlineData("20.12.2026"),
        InlineData("20. 12. 2026"),
        InlineData("20.12."),
        InlineData("20.12"),
        InlineData("20.12.26"),
        InlineData("20/12/2026"),
        InlineData("20/12"),
        InlineData("12/20"),
        InlineData("12/20/2026"),
        InlineData("20-12-2026"),
        InlineData("20\u201312\u20132026")
    ]
    [
        InlineData("20 Dec"),
        InlineData("20 December"),
        InlineData("20th December"),
        InlineData("20th of December"),
        InlineData("the 20th of December 2026"),
        InlineData("20. December 2026"),
        InlineData("20-Dec-2026"),
        InlineData("20Dec"),
        InlineData("20 dec, 2026")
    ]
    [
        InlineData("Dec 20"),
        InlineData("December 20th"),
        InlineData("Dec. 20, 2026"),
        InlineData("December 20 2026"),
        InlineData("DEC 20!"),
        InlineData("Sun 20 Dec"),
        InlineData("Sunday, December 20"),
        InlineData("“20 Dec”"),
        InlineData("٢٠.١٢.٢٠٢٦")
    ]
    public void One_day_in_many_forms(string typed) => Assert.Equal(new TypedDay.Sure(new(2026, 12, 20)), TypedDay.Read(typed, Today));

    [Theory]
    [InlineData("today", "2026-11-17")]
    [InlineData("Tomorrow!", "2026-11-18")]
    [InlineData("the day after tomorrow", "2026-11-19")]
    [InlineData("Friday", "2026-11-20")]
    [InlineData("on Monday", "2026-11-23")]
    [InlineData("this Thursday", "2026-11-19")]
    [InlineData("this Tuesday", "2026-11-17")]
    [InlineData("next Tuesday", "2026-11-24")]
    [InlineData("the end of the week", "2026-11-20")]
    [InlineData("end of next week", "2026-11-27")]
    [InlineData("end of the month", "2026-11-30")]
    [InlineData("end of the year", "2026-12-31")]
    [InlineData("in two weeks", "2026-12-01")]
    [InlineData("in 10 days", "2026-11-27")]
    [InlineData("in a week", "2026-11-24")]
    [InlineData("1 Jan", "2027-01-01")]
    [InlineData("17 Nov", "2026-11-17")]
    [InlineData("16 Nov", "2027-11-16")]
    [InlineData("29 Feb", "2028-02-29")]
    [InlineData("5/5", "2027-05-05")]
    [InlineData("Sat 5/12", "2026-12-05")]
    public void Counted_from_today(string typed, string day) =>
        Assert.Equal(new TypedDay.Sure(Dates.Read(day)!.Value), TypedDay.Read(typed, Today));

    [Theory]
    [InlineData("5/12/2026", "2026-12-05", "2026-05-12")]
    [InlineData("5/12", "2026-12-05", "2027-05-12")]
    [InlineData("05-12-2026", "2026-12-05", "2026-05-12")]
    [InlineData("Tuesday", "2026-11-17", "2026-11-24")]
    [InlineData("next Friday", "2026-11-20", "2026-11-27")]
    public void What_may_be_two_days_is_both(string typed, string first, string second) =>
        Assert.Equal(new TypedDay.Either(Dates.Read(first)!.Value, Dates.Read(second)!.Value), TypedDay.Read(typed, Today));

    [Fact]
    public void A_day_without_a_year_that_is_over_may_be_meant_of_a_start_and_never_of_an_absence()
    {
        Assert.Equal(new TypedDay.Either(new(2026, 10, 1), new(2027, 10, 1)), TypedDay.Read("1 Oct", Today, past: true));
        Assert.Equal(new TypedDay.Sure(new(2027, 10, 1)), TypedDay.Read("1 Oct", Today));
        Assert.Equal(new TypedDay.Sure(new(2026, 12, 20)), TypedDay.Read("20 Dec", Today, past: true));
    }

    /// <summary>On a weekend the week that comes ends on its Friday; which of two weeks is "next" nobody knows.</summary>
    [Fact]
    public void A_weekend_looks_ahead()
    {
        var sunday = new DateOnly(2026, 11, 29);
        Assert.Equal(new TypedDay.Sure(new(2026, 12, 4)), TypedDay.Read("the end of the week", sunday));
        Assert.IsType<TypedDay.Either>(TypedDay.Read("the end of next week", sunday));
    }

    [Theory]
    [
        InlineData(""),
        InlineData("soon"),
        InlineData("Dec"),
        InlineData("December 2026"),
        InlineData("2026"),
        InlineData("20"),
        InlineData("20 Foo"),
        InlineData("30 Feb"),
        InlineData("30.2.2026"),
        InlineData("31/13"),
        InlineData("2026-02-30"),
        InlineData("0000-01-01"),
        InlineData("Fri 20 Dec")
    ]
    [
        InlineData("next week"),
        InlineData("in 9999 weeks"),
        InlineData("end"),
        InlineData("the Friday after next"),
        InlineData("20 Dec or 21 Dec"),
        InlineData("99999999999999999999"),
        InlineData("20 Dec 20266"),
        InlineData("-1.-1.-1")
    ]
    public void What_is_no_day_is_asked_again(string typed) => Assert.IsType<TypedDay.Unread>(TypedDay.Read(typed, Today));
}
