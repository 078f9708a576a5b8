using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Onboarding.Tests.Timers;

/// <summary>
/// What is approved is looked after for years, hour by hour, with outages: every date is announced once, at working time, and nothing is
/// decided by it.
/// </summary>
public sealed class CaseTimersInUseTests
{
    private static readonly string[] Tiers = ["Low", "Medium", "High", "Critical"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 16)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nobody_reviews_it(int seed)
    {
        var room = Approved(seed);
        var cycle = CaseScenario.Policy.ReviewOf(room.Case!.Assessment.Tier)!;
        var review = RegisterUpdate.NextReview(room.Case)!.Value;
        var (seen, missed) = Run(room, new Random(seed), hours: 24 * 366 * (cycle.Months / 12 + 1), _ => { });
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(
            cycle
                .ReminderDays.OrderDescending()
                .Select(days => $"ReviewSoon-{DueTimers.NumberOf(review)}-{days}-{DueTimers.NumberOf(review.AddDays(-days))}"),
            seen.Where(id => id.StartsWith("ReviewSoon", StringComparison.Ordinal))
        );
        Assert.Single(seen, $"ReviewOverdue-{DueTimers.NumberOf(review)}-0");
        Assert.Single(seen, $"ReviewLapsed-{DueTimers.NumberOf(review)}-0");
        Assert.Equal(cycle.FirstCheckDays is null ? 0 : 1, seen.Count(id => id.StartsWith("FirstCheck", StringComparison.Ordinal)));
        // The one that is due is due until somebody has seen it.
        Assert.Equal(
            cycle.ReportMonths < room.Case.Assessment.ReviewMonths ? 1 : 0,
            seen.Count(id => id.StartsWith("ReportDue", StringComparison.Ordinal))
        );
        Assert.Equal((EntryStatus.Lapsed, ReviewState.Lapsed), (room.Entry!.Status, room.Case.ReviewState));
        Assert.True(room.Case.IsApproved);
        Assert.Equal(DateTimeOffset.MaxValue, room.Case.Wakes);
        Assert.Contains(room.Facts, auditEvent => auditEvent.Event.Kind == AuditEventKind.Lapsed);
        Assert.DoesNotContain(
            room.Facts.Skip(missed),
            auditEvent => auditEvent.Event.Kind is AuditEventKind.Rejected or AuditEventKind.Revoked or AuditEventKind.Expired
        );
        Assert.Contains(
            room.Case.Notifications,
            notification => notification.Kind == NotificationKind.ReviewLapsed && notification.To.Id == CaseScenario.Carla.Id
        );
        Assert.Equal(room.Case.Notifications.Count, room.Case.Notifications.Distinct().Count());
        Assert.Null(BrokenLink.FirstOf(room.Case, room.Facts));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Everything_is_seen_to_in_time_and_nothing_lapses(int seed)
    {
        var room = Approved(seed);
        var review = RegisterUpdate.NextReview(room.Case!)!.Value;
        var (seen, _) = Run(
            room,
            new Random(seed),
            24 * ((review.ToDateTime(default) - room.Now.DateTime).Days - 1),
            notification =>
            {
                if (notification.Kind == NotificationKind.ReportDue)
                    room.Press(CaseScenario.Rita, "report", "sent", slot: "receipt", values: [("note_text", "Read, nothing to act on")]);
                if (notification.Kind == NotificationKind.FirstCheck)
                    room.Press(CaseScenario.Rita, "checked", "sent", slot: "receipt", values: [("note_text", "Used as it was asked for")]);
            }
        );
        var months = CaseScenario.Policy.ReviewOf(room.Case!.Assessment.Tier)!.ReportMonths;
        var reports = months is { } each ? (room.Case.Assessment.ReviewMonths - 1) / each : 0;
        Assert.Equal(reports, room.Case.ReportsSeen);
        Assert.Equal(reports, seen.Count(id => id.StartsWith("ReportDue", StringComparison.Ordinal)));
        Assert.Equal(EntryStatus.ReviewDue, room.Entry!.Status);
        room.Say(CaseScenario.Rita, $"review {room.Entry.Id}");
        room.SendAsItIs(CaseScenario.Rita);
        room.ApproveByAll();
        Assert.Equal((EntryStatus.Active, ReviewState.NotYet), (room.Entry.Status, room.Case!.ReviewState));
        Assert.True(room.Entry.NextReview > review);
    }

    [Fact]
    public void After_a_long_outage_the_newest_word_counts()
    {
        var room = Approved(2);
        room.Now = room.Now.AddYears(3);
        room.Tick();
        Assert.Equal(
            [NotificationKind.FirstCheck, NotificationKind.ReportDue, NotificationKind.ReviewLapsed],
            room.Case!.Notifications.Where(notification =>
                    notification.To.Id == CaseScenario.Rita.Id && notification.Kind != NotificationKind.Approved
                )
                .Select(notification => notification.Kind)
                .Distinct()
        );
        Assert.Null(room.Tick());
    }

    /// <summary>What was passed over happened to nobody, and is no history.</summary>
    [Fact]
    public void After_a_long_outage_the_history_has_a_line_for_each_thing_that_happened()
    {
        var room = Approved(2);
        var before = room.Case!.History.Count;
        room.Now = room.Now.AddYears(3);
        room.Tick();
        Assert.Equal(
            new[] { CaseTimerKind.FirstCheck, CaseTimerKind.ReportDue, CaseTimerKind.ReviewLapsed }.Select(kind =>
                CaseScenario.Wording[$"story.clock.{kind}"]
            ),
            room.Case!.History.Skip(before).Select(line => line.Words)
        );
    }

    [Theory]
    [InlineData("2028-02-29", "2030-02-28")]
    [InlineData("2027-12-31", "2029-12-31")]
    public void Leap_days_and_ends_of_years_are_days_like_others(string decided, string review)
    {
        var room = CaseScenario.With(
            CaseAnswers.Medium,
            now: new DateTimeOffset(DateOnly.Parse(decided, System.Globalization.CultureInfo.InvariantCulture), new(10, 0), TimeSpan.Zero)
        );
        room.Approve(CaseScenario.Sam);
        Assert.Equal(DateOnly.Parse(review, System.Globalization.CultureInfo.InvariantCulture), room.Entry!.NextReview);
    }

    private static (List<string> Seen, int Before) Run(CaseScenario room, Random chance, int hours, Action<Notification> seesTo)
    {
        var (seen, events) = (new List<string>(), room.Facts.Count);
        for (var hour = 0; hour < hours; hour++)
        {
            room.Now = room.Now.AddHours(1);
            var outage = chance.Next(2000) == 0 ? chance.Next(1, 100) : 0;
            (hour, room.Now) = (hour + outage, room.Now.AddHours(outage));
            var before = room.Case!;
            if (room.Now < before.Wakes)
                continue;
            if (room.Tick() is not { } outcome)
                continue;
            Assert.Equal(outcome.Events.Count, room.Case!.History.Count - before.History.Count);
            Assert.Null(room.Tick());
            seen.AddRange(room.Case!.Passed.Skip(before.Passed.Count));
            if (outage == 0)
                Assert.True(room.Calendar.IsWorkingDay(room.Calendar.Today(room.Now)), $"{room.Now}: {seen[^1]}");
            foreach (
                var notification in room
                    .Case.Notifications.Except(before.Notifications)
                    .Where(notification => notification.To.Id == CaseScenario.Rita.Id)
                    .ToList()
            )
                seesTo(notification);
        }
        return (seen, events);
    }

    private static CaseScenario Approved(int seed)
    {
        var calendar = OfficeCalendars.In(
            OfficeCalendars.Zones[seed % OfficeCalendars.Zones.Length],
            holidays: ["2026-12-25", "2027-01-01", "2028-12-25"]
        );
        var room = CaseScenario.With(
            // In use when it was sent: an approval that nobody uses would expire.
            CaseAnswers.Of(Tiers[seed % Tiers.Length]).With("start", "2025-12-01"),
            calendar: calendar,
            now: new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero).AddHours(new Random(seed).Next(24 * 360))
        );
        room.Settle();
        room.ApproveByAll();
        Assert.True(room.Case!.IsApproved);
        return room;
    }
}
