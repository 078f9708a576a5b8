using CsCheck;
using SupplierBot.Chat.Timers;

namespace SupplierBot.Chat.Tests.Timers;

public sealed class ScheduleTests
{
    private const string MondayAtNine = "0 9 * * MON";
    private static readonly string[] Zones = ["Europe/London", "America/New_York", "Pacific/Apia", "Asia/Kolkata", "Africa/Cairo"];

    [Theory]
    [InlineData("Europe/London", MondayAtNine, "2026-03-23 09:00 +00:00", "2026-03-30 09:00 +01:00")]
    [InlineData("Europe/London", MondayAtNine, "2026-10-19 09:00 +01:00", "2026-10-26 09:00 +00:00")]
    [InlineData("Europe/London", MondayAtNine, "2026-12-28 09:00 +00:00", "2027-01-04 09:00 +00:00")]
    [InlineData("Europe/London", "30 1 * * SUN", "2026-03-22 01:30 +00:00", "2026-03-29 02:00 +01:00")]
    [InlineData("Europe/London", "30 1 * * SUN", "2026-10-18 01:30 +01:00", "2026-10-25 01:30 +01:00")]
    [InlineData("Europe/London", "30 1 * * SUN", "2026-10-25 01:30 +01:00", "2026-11-01 01:30 +00:00")]
    [InlineData("Asia/Kolkata", "0 9 29 2 *", "2024-02-29 09:00 +05:30", "2028-02-29 09:00 +05:30")]
    public void The_next_time_is_by_the_clocks_of_the_zone(string zone, string text, string after, string next) =>
        Assert.Equal(At(next), In(zone, text).NextAfter(At(after)));

    [Theory]
    [InlineData("2026-12-28 09:00 +00:00", "2026-W53")]
    [InlineData("2027-01-03 23:59 +00:00", "2026-W53")]
    [InlineData("2027-01-04 00:00 +00:00", "2027-W01")]
    [InlineData("2026-05-31 22:59 +00:00", "2026-W22")]
    [InlineData("2026-05-31 23:00 +00:00", "2026-W23")]
    public void A_week_is_named_as_ISO_names_it_by_the_local_date(string occurrence, string week) =>
        Assert.Equal(week, In("Europe/London", MondayAtNine).WeekOf(At(occurrence)));

    [Theory]
    [
        InlineData("Monday"),
        InlineData("0 9 * *"),
        InlineData("0 0 9 * * MON"),
        InlineData("0 25 * * MON"),
        InlineData("0 9 30 2 *"),
        InlineData("")
    ]
    public void What_never_comes_is_no_schedule(string text) => Assert.Null(Schedule.Read(text, TimeZoneInfo.Utc));

    [Theory]
    [
        InlineData(MondayAtNine, true),
        InlineData("0 9 1 * *", true),
        InlineData("0 9 1-7 * MON", true),
        InlineData("0 9 * * *", false),
        InlineData("0 9,17 * * MON", false),
        InlineData("0 9 1,3 * *", false),
        InlineData("* * * * *", false)
    ]
    public void One_that_comes_twice_in_some_week_is_not_weekly(string text, bool weekly) =>
        Assert.Equal(weekly, In("Europe/London", text).IsAtMostWeekly());

    [Fact]
    public void In_three_years_every_week_has_its_time_in_every_zone() =>
        Assert.All(
            Zones,
            zone =>
            {
                var schedule = In(zone, MondayAtNine);
                var times = schedule.Between(At("2026-01-01 00:00 +00:00"), At("2028-12-31 00:00 +00:00")).ToList();
                Assert.Equal(156, times.Select(schedule.WeekOf).Distinct().Count());
                Assert.Equal(156, times.Count);
                Assert.All(
                    times,
                    time =>
                        Assert.Equal(
                            (DayOfWeek.Monday, 9, 0),
                            (Local(time, zone).DayOfWeek, Local(time, zone).Hour, Local(time, zone).Minute)
                        )
                );
            }
        );

    [Fact]
    public void Whenever_one_looks_every_time_is_seen_once() =>
        Gen.Select(Gen.Int[0, Zones.Length - 1], Gen.Int[0, 6], Gen.Int[0, 23], Gen.Int[0, 59], Gen.Int[1, 40_000].Array[1, 60])
            .Sample(
                (zone, day, hour, minute, outages) =>
                {
                    var schedule = In(Zones[zone], $"{minute} {hour} * * {day}");
                    var start = At("2026-01-01 00:00 +00:00");
                    var seen = new List<DateTimeOffset>();
                    var last = start;
                    foreach (var outage in outages)
                    {
                        var now = last.AddMinutes(outage);
                        seen.AddRange(schedule.Between(last, now));
                        last = now;
                    }
                    Assert.Equal(schedule.Between(start, last), seen);
                    Assert.Equal(seen.Count, seen.Select(schedule.WeekOf).Distinct().Count());
                },
                iter: 300
            );

    private static DateTime Local(DateTimeOffset time, string zone) =>
        TimeZoneInfo.ConvertTime(time, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime;

    private static Schedule In(string zone, string text) => Schedule.Read(text, TimeZoneInfo.FindSystemTimeZoneById(zone))!;

    private static DateTimeOffset At(string text) =>
        DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture);
}
