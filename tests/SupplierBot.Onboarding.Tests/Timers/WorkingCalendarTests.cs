using System.Globalization;
using static SupplierBot.Onboarding.Tests.Kit.OfficeCalendars;

namespace SupplierBot.Onboarding.Tests.Timers;

public sealed class WorkingCalendarTests
{
    [Theory]
    [InlineData("Fri afternoon into Mon", "2026-11-20 16:00 +00:00", 2, "2026-11-23 10:00 +00:00")]
    [InlineData("a whole day ends with the day", "2026-11-23 09:00 +00:00", 8, "2026-11-23 17:00 +00:00")]
    [InlineData("from the end of a day", "2026-11-23 17:00 +00:00", 1, "2026-11-24 10:00 +00:00")]
    [InlineData("from the night", "2026-11-24 03:00 +00:00", 1, "2026-11-24 10:00 +00:00")]
    [InlineData("no time on Sunday is Monday morning", "2026-11-22 12:00 +00:00", 0, "2026-11-23 09:00 +00:00")]
    [InlineData("over Christmas", "2026-12-24 16:00 +00:00", 2, "2026-12-29 10:00 +00:00")]
    [InlineData("over the leap day", "2028-02-28 16:00 +00:00", 10, "2028-03-01 10:00 +00:00")]
    [InlineData("over the spring change", "2026-03-27 16:00 +00:00", 2, "2026-03-30 10:00 +01:00")]
    [InlineData("over the autumn change", "2026-10-23 16:00 +01:00", 2, "2026-10-26 10:00 +00:00")]
    public void Hours_are_added_in_working_time(string why, string from, int hours, string expected)
    {
        var london = In("Europe/London", holidays: ["2026-12-25", "2026-12-28"]);
        Assert.True(At(expected) == london.After(At(from), TimeSpan.FromHours(hours)), why);
        Assert.Equal(TimeSpan.FromHours(hours), london.WorkingTime(At(from), At(expected)));
    }

    [Fact]
    public void On_a_day_with_an_hour_less_an_hour_less_is_worked_and_on_one_with_an_hour_more_an_hour_more()
    {
        var nights = In("Europe/London", "00:30-08:00") with
        {
            WorkingDays = new HashSet<DayOfWeek> { DayOfWeek.Saturday, DayOfWeek.Sunday },
        };
        Assert.Equal(TimeSpan.FromHours(6.5), nights.WorkingTime(At("2026-03-29 00:00 +00:00"), At("2026-03-29 12:00 +01:00")));
        Assert.Equal(TimeSpan.FromHours(8.5), nights.WorkingTime(At("2026-10-25 00:00 +01:00"), At("2026-10-25 12:00 +00:00")));
    }

    [Theory]
    [InlineData("Europe/London", "2026-03-29", "01:30", "2026-03-29 02:00 +01:00")]
    [InlineData("Europe/London", "2026-10-25", "01:30", "2026-10-25 01:30 +01:00")]
    [InlineData("America/New_York", "2026-03-08", "02:15", "2026-03-08 03:00 -04:00")]
    [InlineData("America/New_York", "2026-11-01", "01:15", "2026-11-01 01:15 -04:00")]
    [InlineData("Africa/Cairo", "2026-04-24", "00:30", "2026-04-24 01:00 +03:00")]
    [InlineData("Africa/Cairo", "2026-10-29", "23:30", "2026-10-29 23:30 +03:00")]
    [InlineData("Pacific/Apia", "2011-12-30", "12:00", "2011-12-31 00:00 +14:00")]
    [InlineData("Asia/Kolkata", "2026-03-29", "01:30", "2026-03-29 01:30 +05:30")]
    public void A_skipped_time_is_reached_at_the_jump_and_of_a_repeated_one_the_first_counts(
        string zone,
        string day,
        string time,
        string expected
    ) => Assert.Equal(At(expected), In(zone, $"00:00-{time}").EndOf(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)));

    [Fact]
    public void A_working_day_that_its_zone_left_out_has_no_working_time()
    {
        var apia = In("Pacific/Apia");
        Assert.Equal(At("2012-01-02 10:00 +14:00"), apia.After(At("2011-12-29 16:00 -10:00"), TimeSpan.FromHours(2)));
    }

    [Fact]
    public void Working_time_is_not_taken_back() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => In("Europe/London").After(At("2026-11-23 09:00 +00:00"), TimeSpan.FromHours(-1)));
}
