using CsCheck;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Onboarding.Tests.Timers;

/// <summary>
/// Three years, hour by hour, against what the clock on the wall shows; 2011 is the year in which Apia left out a Friday.
/// </summary>
public sealed class WorkingCalendarHourlyTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static TheoryData<string, int, string> Years() =>
        new(
            from place in OfficeCalendars.Zones.Select(zone => (zone, year: 2026)).Append((zone: "Pacific/Apia", year: 2010))
            from hours in new[] { "09:00-17:00", "00:00-23:00" }
            select (place.zone, place.year, hours)
        );

    [Theory]
    [MemberData(nameof(Years))]
    public void Working_time_is_when_the_clock_on_the_wall_says_so(string zone, int year, string hours)
    {
        var (office, start) = Office(zone, year, hours);
        var worked = TimeSpan.Zero;
        for (var (at, slot) = (start, 0); at < start.AddYears(3); (at, slot) = (at + Hour, slot + 1))
        {
            var working = OnTheWall(office, at);
            Assert.True(office.IsWorkingTime(at) == working, $"{at:u}");
            Assert.True(office.WorkingTime(at, at + Hour) == (working ? Hour : TimeSpan.Zero), $"{at:u}");
            if (slot % 503 == 0)
                Assert.Equal(worked, office.WorkingTime(start, at));
            if (working)
                worked += Hour;
        }
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void What_is_added_is_what_is_counted_and_ends_in_working_time(string zone, int year, string hours)
    {
        var (office, start) = Office(zone, year, hours);
        var before = start;
        for (var (at, step) = (start, 0); at < start.AddYears(3); (at, step) = (at.AddHours(1), step + 1))
        {
            var amount = TimeSpan.FromMinutes(1 + (step * 37 % 2400));
            var reached = office.After(at, amount);
            Assert.True(office.WorkingTime(at, reached) == amount, $"{at:u} + {amount}");
            Assert.True(
                office.WorkingTime(reached.AddTicks(-1), reached) == TimeSpan.FromTicks(1),
                $"{at:u} + {amount} ends outside working time"
            );
            var afterTwoDays = office.After(at, TimeSpan.FromHours(16));
            Assert.True(afterTwoDays >= before, $"{at:u} goes back");
            before = afterTwoDays;
        }
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Days_are_counted_as_they_are_added_and_end_with_a_working_day(string zone, int year, string hours)
    {
        var (office, start) = Office(zone, year, hours);
        for (var (at, days) = (start, 0); at < start.AddYears(3); (at, days) = (at.AddHours(1), (days + 1) % 11))
        {
            var due = office.DueAfter(at, days);
            Assert.True(
                due == office.EndOf(office.Today(due)) && (days == 0 || office.IsWorkingDay(office.Today(due))),
                $"{at:u} + {days}"
            );
            Assert.True(office.WorkingDaysLeft(at, due) == days, $"{at:u} + {days}");
        }
    }

    [Fact]
    public void Any_moment_and_any_amounts_add_up() =>
        Gen.Select(
                Gen.Int[0, OfficeCalendars.Zones.Length - 1],
                Gen.Long[0, TimeSpan.FromDays(1096).Ticks],
                Gen.Long[0, TimeSpan.FromHours(99).Ticks],
                Gen.Long[1, TimeSpan.FromHours(99).Ticks]
            )
            .Sample(
                (zone, timer, one, other) =>
                {
                    var (office, start) = Office(OfficeCalendars.Zones[zone], 2026, "09:00-17:30");
                    var at = start.AddTicks(timer);
                    var (first, second) = (office.After(at, new(one)), office.After(at, new(one + other)));
                    Assert.Equal(second, office.After(first, new(other)));
                    Assert.Equal(new TimeSpan(one + other), office.WorkingTime(at, first) + office.WorkingTime(first, second));
                    Assert.True(office.WorkingTime(second, at) == TimeSpan.Zero && second > first);
                },
                iter: 2000
            );

    /// <summary>Begins at a full hour of the zone's own clocks.</summary>
    private static (WorkingCalendar Office, DateTimeOffset Start) Office(string zone, int year, string hours)
    {
        var office = OfficeCalendars.In(zone, hours, $"{year}-12-25", $"{year + 1}-01-01", "2028-02-29", "2028-03-01");
        return (office, WallClock.Reaches(new(year, 7, 1), office.Zone));
    }

    private static bool OnTheWall(WorkingCalendar office, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, office.Zone).DateTime;
        var time = TimeOnly.FromDateTime(local);
        return office.IsWorkingDay(DateOnly.FromDateTime(local)) && time >= office.Hours.From && time < office.Hours.To;
    }
}
