using System.Globalization;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Onboarding.Tests.Kit;

/// <summary>Where the tests work: zones with every kind of change of clocks.</summary>
internal static class OfficeCalendars
{
    public static readonly string[] Zones = ["Europe/London", "America/New_York", "Pacific/Apia", "Asia/Kolkata", "Africa/Cairo"];

    private static readonly HashSet<DayOfWeek> Weekdays =
    [
        DayOfWeek.Monday,
        DayOfWeek.Tuesday,
        DayOfWeek.Wednesday,
        DayOfWeek.Thursday,
        DayOfWeek.Friday,
    ];

    public static WorkingCalendar In(string zone, string hours = "09:00-17:00", params string[] holidays)
    {
        var times = hours.Split('-');
        return new(
            TimeZoneInfo.FindSystemTimeZoneById(zone),
            Weekdays,
            holidays.Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToHashSet(),
            new(
                TimeOnly.ParseExact(times[0], "HH:mm", CultureInfo.InvariantCulture),
                TimeOnly.ParseExact(times[1], "HH:mm", CultureInfo.InvariantCulture)
            )
        );
    }

    public static DateTimeOffset At(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
