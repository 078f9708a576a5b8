using System.Globalization;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Tests.Requests;

/// <summary>Days counted from today, which is a Tuesday (17 Nov 2026), a Friday or a Saturday of the same week.</summary>
public sealed class SpokenDayTests
{
    [Theory]
    [
        InlineData("today", "11-17"),
        InlineData("tonight", "11-17"),
        InlineData("end of today", "11-17"),
        InlineData("the end of today", "11-17")
    ]
    [InlineData("tomorrow", "11-18"), InlineData("day after tomorrow", "11-19"), InlineData("the day after tomorrow", "11-19")]
    [
        InlineData("in a day", "11-18"),
        InlineData("in one week", "11-24"),
        InlineData("in two weeks", "12-01"),
        InlineData("in ten days", "11-27")
    ]
    [InlineData("in 3 days", "11-20"), InlineData("end of week", "11-20"), InlineData("the end of the week", "11-20")]
    [InlineData("end of this week", "11-20"), InlineData("end of next week", "11-27"), InlineData("end of month", "11-30")]
    [InlineData("end of next month", "12-31"), InlineData("the end of the year", "12-31")]
    [InlineData("friday", "11-20"), InlineData("on fri", "11-20"), InlineData("this friday", "11-20"), InlineData("the friday", "11-20")]
    [InlineData("coming friday", "11-20"), InlineData("this coming friday", "11-20"), InlineData("the coming fri", "11-20")]
    [InlineData("weds", "11-18"), InlineData("thur", "11-19"), InlineData("thurs", "11-19"), InlineData("mon", "11-23")]
    [InlineData("this tues", "11-17"), InlineData("next tuesday", "11-24"), InlineData("coming tuesday", "11-24")]
    public void It_is_one_day(string text, string day) => Assert.Equal(new TypedDay.Sure(Day(day)), SpokenDay.Read(text, Day("11-17")));

    [Theory]
    [InlineData("tuesday", "11-17", "11-24"), InlineData("on tue", "11-17", "11-24"), InlineData("the tuesday", "11-17", "11-24")]
    [InlineData("next friday", "11-20", "11-27")]
    public void It_may_be_one_of_two(string text, string first, string second) =>
        Assert.Equal(new TypedDay.Either(Day(first), Day(second)), SpokenDay.Read(text, Day("11-17")));

    [Theory]
    [
        InlineData("11-20", "end of week", "11-20"),
        InlineData("11-21", "end of week", "11-27"),
        InlineData("11-20", "end of next week", "11-27")
    ]
    public void A_week_ends_with_its_friday(string today, string text, string day) =>
        Assert.Equal(new TypedDay.Sure(Day(day)), SpokenDay.Read(text, Day(today)));

    [Theory]
    [InlineData("11-21"), InlineData("11-22")]
    public void On_a_weekend_next_week_may_be_either(string today) =>
        Assert.Equal(new TypedDay.Either(Day("11-27"), Day("12-04")), SpokenDay.Read("end of next week", Day(today)));

    [Fact]
    public void A_day_more_than_ten_years_ahead_is_not_read()
    {
        Assert.Equal(new TypedDay.Sure(Day("11-17").AddDays(3_700)), SpokenDay.Read("in 3700 days", Day("11-17")));
        Assert.Equal(new TypedDay.Unread(), SpokenDay.Read("in 3701 days", Day("11-17")));
        Assert.Equal(new TypedDay.Unread(), SpokenDay.Read("in 529 weeks", Day("11-17")));
    }

    [Theory]
    [
        InlineData("someday"),
        InlineData("last friday"),
        InlineData("in eleven days"),
        InlineData("end of time"),
        InlineData("this very friday")
    ]
    public void Nothing_else_is_a_day(string text) => Assert.Null(SpokenDay.Read(text, Day("11-17")));

    [Theory]
    [InlineData("fri 20 nov", DayOfWeek.Friday, "20 nov"), InlineData("friday, 20 nov", DayOfWeek.Friday, "20 nov")]
    [InlineData("fri. 20 nov", DayOfWeek.Friday, "20 nov"), InlineData("20 nov", null, "20 nov"), InlineData("fri", null, "fri")]
    public void A_weekday_before_a_date_is_told_from_it(string text, DayOfWeek? weekday, string date) =>
        Assert.Equal((weekday, date), SpokenDay.Weekday(text));

    private static DateOnly Day(string monthAndDay) =>
        DateOnly.ParseExact($"2026-{monthAndDay}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
