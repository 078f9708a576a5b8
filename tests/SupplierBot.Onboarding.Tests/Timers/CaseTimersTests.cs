using System.Globalization;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Onboarding.Tests.Timers;

/// <summary>
/// Three years, hour by hour, with outages: everything time does happens once, at working time, and nothing of it is a decision.
/// </summary>
public sealed class CaseTimersTests
{
    private static readonly string[] Tiers = ["Low", "Medium", "High", "Critical"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 24)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nobody_ever_decides(int seed)
    {
        var chance = new Random(seed);
        var calendar = OfficeCalendars.In(
            OfficeCalendars.Zones[seed % OfficeCalendars.Zones.Length],
            holidays: ["2026-12-25", "2027-01-01", "2027-12-27", "2028-12-25"]
        );
        var began = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(chance.Next(24 * 360));
        var room = CaseScenario.With(CaseAnswers.Of(Tiers[seed % Tiers.Length]), calendar: calendar, now: began);
        var due = room.Case!.DueAt;
        var seen = Run(room, chance);
        Assert.Equal(CaseStatus.InReview, room.Case!.Status);
        Assert.Empty(room.Case.Approvals);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        var number = int.Parse(calendar.Today(due).ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        Assert.Equal([$"HalfTime-{number}-0", $"Deadline-{number}-0"], seen.Take(2));
        // Three soon, then one for each week of five working days.
        Assert.Equal(Enumerable.Range(1, seen.Count - 2).Select(step => $"Escalation-{number}-{step}"), seen.Skip(2));
        Assert.InRange(seen.Count, 120, 170);
        Assert.Equal(room.Case.Notifications.Count, room.Case.Notifications.Distinct().Count());
        Assert.Single(room.Case.Notifications, notification => notification.Kind == NotificationKind.Late);
        Assert.True(HashChain.Verify(room.Facts));
    }

    /// <summary>Three years with outages.</summary>
    /// <returns>What time did, in order.</returns>
    private static List<string> Run(CaseScenario room, Random chance)
    {
        var (seen, missed) = (new List<string>(), false);
        for (var hours = 0; hours < 3 * 365 * 24; hours++, missed = false)
        {
            room.Now = room.Now.AddHours(1);
            if (chance.Next(400) == 0)
            {
                var outage = chance.Next(1, 24 * 20);
                (hours, room.Now, missed) = (hours + outage, room.Now.AddHours(outage), true);
            }
            var before = room.Case!;
            // The scheduler looks only at what wakes; now and then the case is asked all the same.
            if (room.Now < before.Wakes && hours % 500 != 0)
                continue;
            if (room.Tick() is null)
                continue;
            Assert.Null(room.Tick());
            seen.AddRange(room.Case!.Passed.Skip(before.Passed.Count));
            if (!missed)
                Assert.True(
                    WithinAnHourOfWork(room.Calendar, room.Now),
                    $"{room.Now} {string.Join(' ', room.Case.Passed.Skip(before.Passed.Count))}"
                );
        }
        return seen;
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void People_move_the_dates_and_each_date_is_reminded_once(int seed)
    {
        var chance = new Random(seed);
        var room = CaseScenario.With(CaseAnswers.High, calendar: OfficeCalendars.In("Europe/London"));
        for (var hours = 0; hours < 24 * 200 && room.Case!.IsOpen; hours++)
        {
            room.Now = room.Now.AddHours(chance.Next(60) == 0 ? chance.Next(1, 100) : 1);
            var before = room.Case!;
            switch (chance.Next(80))
            {
                case 0:
                    room.Press(CaseScenario.Sam, "ask", "sent", values: [("question", $"Who holds the contract, asked at {hours}?")]);
                    break;
                case 1:
                    room.Press(CaseScenario.Rita, "reply", values: [("answer_text", $"We do, said at {hours}.")]);
                    break;
                case 2:
                    room.Press(CaseScenario.Priya, "claim");
                    break;
                default:
                    if (room.Now < before.Wakes)
                        break;
                    room.Tick();
                    Assert.Null(room.Tick());
                    if (!room.Case!.IsOpen)
                        Assert.True(
                            before.InformationRequests.Any(informationRequest =>
                                informationRequest.Waiting && room.Now - informationRequest.At >= TimeSpan.FromDays(20)
                            ),
                            "closed without a silent requester"
                        );
                    break;
            }
        }
        Assert.Equal(room.Case!.Passed.Count, room.Case.Passed.Distinct().Count());
        Assert.Empty(room.Case.Approvals);
        Assert.True(room.Case.Status is CaseStatus.InReview or CaseStatus.InfoRequested or CaseStatus.Expired);
        Assert.All(
            room.Case.Notifications.Where(notification => notification.Kind == NotificationKind.Overdue)
                .GroupBy(notification => (notification.Number, notification.To.Id)),
            group => Assert.Single(group)
        );
        Assert.Null(BrokenLink.FirstOf(room.Case, room.Facts));
    }

    private static bool WithinAnHourOfWork(WorkingCalendar calendar, DateTimeOffset now)
    {
        var before = now.AddHours(-1);
        return new[] { before, now }.Any(at =>
            calendar.IsWorkingDay(calendar.Today(at))
            && TimeOnly
                .FromDateTime(TimeZoneInfo.ConvertTime(at, calendar.Zone).DateTime)
                .IsBetween(calendar.Hours.From, calendar.Hours.To.Add(TimeSpan.FromSeconds(1)))
        );
    }
}
