using CsCheck;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Timers;
using static SupplierBot.Onboarding.Tests.Kit.OfficeCalendars;

namespace SupplierBot.Onboarding.Tests.Timers;

/// <summary>
/// src/SupplierBot.Onboarding/Policies/README.md "Approvals": a reminder at half time, the deadline, escalation at 150 %; a question to the
/// requester holds the clock.
/// </summary>
public sealed class DecisionSlaTests
{
    private static readonly DecisionTimers Rules = PolicyText.Policy.Timers.Decision;

    private static readonly WorkingCalendar London = In("Europe/London", holidays: "2026-12-25");
    private static readonly DateTimeOffset Tuesday = At("2026-11-17 10:00 +00:00");

    [Fact]
    public void Three_working_days_are_reminded_of_at_half_and_escalated_at_half_again()
    {
        // 7 hours of Tuesday and three days of 8: 31, so 15.5 and 46.5 hours.
        Assert.Equal(
            new(At("2026-11-19 09:30 +00:00"), At("2026-11-20 17:00 +00:00"), At("2026-11-24 16:30 +00:00")),
            DecisionSla.Within(3, Tuesday, [], London, Rules)
        );
    }

    [Fact]
    public void A_finished_question_moves_everything_that_comes_after_it()
    {
        // From Wednesday to Monday morning: three of the four days that are there until Monday.
        var asked = new Pause(At("2026-11-18 09:00 +00:00"), At("2026-11-23 09:00 +00:00"));
        Assert.Equal(
            new(At("2026-11-24 09:30 +00:00"), At("2026-11-25 17:00 +00:00"), At("2026-11-27 16:30 +00:00")),
            DecisionSla.Within(3, Tuesday, [asked], London, Rules)
        );
    }

    [Theory]
    [InlineData("2026-11-18 10:00 +00:00", "2026-11-18 10:20 +00:00", "2026-11-20 17:00 +00:00")]
    [InlineData("2026-11-18 16:50 +00:00", "2026-11-19 09:10 +00:00", "2026-11-20 17:00 +00:00")]
    [InlineData("2026-11-18 10:00 +00:00", "2026-11-18 16:00 +00:00", "2026-11-23 17:00 +00:00")]
    [InlineData("2026-11-18 09:00 +00:00", "2026-11-19 17:00 +00:00", "2026-11-24 17:00 +00:00")]
    [InlineData("2026-11-21 09:00 +00:00", "2026-11-22 17:00 +00:00", "2026-11-20 17:00 +00:00")]
    public void A_question_moves_the_due_day_by_the_working_days_it_took(string asked, string answered, string due) =>
        Assert.Equal(At(due), DecisionSla.Within(3, Tuesday, [new(At(asked), At(answered))], London, Rules).Due);

    [Fact]
    public void While_a_question_is_open_nothing_more_falls_due()
    {
        Assert.Equal(new(null, null, null), DecisionSla.Within(3, Tuesday, [new(Tuesday.AddHours(1), null)], London, Rules));
        var afterHalf = DecisionSla.Within(3, Tuesday, [new(At("2026-11-19 12:00 +00:00"), null)], London, Rules);
        Assert.Equal(new(At("2026-11-19 09:30 +00:00"), null, null), afterHalf);
        var late = DecisionSla.Within(3, Tuesday, [new(At("2026-11-23 12:00 +00:00"), null)], London, Rules);
        Assert.Equal(new(At("2026-11-19 09:30 +00:00"), At("2026-11-20 17:00 +00:00"), null), late);
    }

    [Fact]
    public void Where_questions_left_no_time_at_all_everything_comes_with_the_due_time()
    {
        var due = At("2026-11-18 17:00 +00:00");
        Assert.Equal(new(due, due, due), DecisionSla.Until(due, Tuesday, [new(Tuesday, due)], London, Rules));
    }

    [Fact]
    public void Whatever_is_asked_when_the_order_is_kept_and_nothing_falls_into_a_pause() =>
        Asked.Sample(
            (zone, hour, days, asked) =>
            {
                var office = In(Zones[zone], holidays: ["2026-12-25", "2028-02-29"]);
                var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(hour);
                var pauses = asked
                    .Select(pause => new Pause(start.AddHours(pause.From), start.AddHours(pause.From + pause.Hours)))
                    .ToList();
                var sla = DecisionSla.Within(days, start, pauses, office, Rules);
                Assert.True(sla.Half <= sla.Due && sla.Due <= sla.Escalation && sla.Due >= office.DueAfter(start, days));
                Assert.Equal(sla, DecisionSla.Within(days, start, [.. pauses.AsEnumerable().Reverse(), .. pauses], office, Rules));
                Assert.Equal(sla, DecisionSla.Until(sla.Due!.Value, start, pauses, office, Rules));
                foreach (var timer in new[] { sla.Half!.Value, sla.Escalation!.Value }.Where(timer => timer != sla.Due))
                {
                    Assert.Equal(TimeSpan.FromTicks(1), office.WorkingTime(timer.AddTicks(-1), timer));
                    Assert.DoesNotContain(pauses, pause => pause.From < timer && timer <= pause.Until);
                }
            },
            iter: 2000
        );

    [Fact]
    public void An_open_question_hides_exactly_what_it_did_not_come_too_late_for() =>
        Asked.Sample(
            (zone, hour, days, asked) =>
            {
                var office = In(Zones[zone]);
                var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(hour);
                var sla = DecisionSla.Within(days, start, [], office, Rules);
                var since = start.AddHours(asked.Length == 0 ? 30 : asked[0].From);
                var held = DecisionSla.Within(days, start, [new(since, null)], office, Rules);
                Assert.Equal(new(Reached(sla.Half), Reached(sla.Due), Reached(sla.Escalation)), held);

                DateTimeOffset? Reached(DateTimeOffset? timer) => timer <= since ? timer : null;
            },
            iter: 1000
        );

    private static readonly Gen<(int Zone, int Hour, int Days, (int From, int Hours)[] Asked)> Asked = Gen.Select(
        Gen.Int[0, Zones.Length - 1],
        Gen.Int[0, 26_000],
        Gen.Int[1, 10],
        Gen.Select(Gen.Int[0, 300], Gen.Int[0, 90]).Array[0, 4]
    );
}
