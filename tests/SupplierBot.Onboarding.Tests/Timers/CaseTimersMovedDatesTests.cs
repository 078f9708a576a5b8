using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Timers;

/// <summary>A day that moves is announced again; the same one never twice.</summary>
public sealed class CaseTimersMovedDatesTests
{
    private static readonly NotificationKind[] OfADay = [NotificationKind.Reminder, NotificationKind.Overdue, NotificationKind.Escalated];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Three_years_of_questions_and_edits_tell_of_every_day_what_is_to_be_told_of_it(int seed)
    {
        var chance = new Random(seed);
        var room = CaseScenario.With(
            CaseAnswers.High,
            calendar: OfficeCalendars.In(OfficeCalendars.Zones[seed % OfficeCalendars.Zones.Length])
        );
        var (days, said) = (new HashSet<DateTimeOffset>(), 0);
        for (var hours = 0; hours < 3 * 365 * 24; hours++)
        {
            room.Now = room.Now.AddHours(1);
            var before = room.Case!;
            Moves(room, chance, hours);
            Assert.Equal(before.Notifications.Count(IsOfADay), room.Case!.Notifications.Count(IsOfADay));
            if (room.Now < room.Case.Wakes)
                continue;
            before = room.Case;
            if (room.Tick() is not { } outcome)
                continue;
            var pressing = outcome.Events.Count(auditEvent =>
                auditEvent.Event.Details.Any(detail =>
                    detail.Value.StartsWith("HalfTime", StringComparison.Ordinal)
                    || detail.Value.StartsWith("Deadline", StringComparison.Ordinal)
                    || detail.Value.StartsWith("Escalation", StringComparison.Ordinal)
                )
            );
            var notifications = room
                .Case.Notifications.Skip(before.Notifications.Count)
                .Where(IsOfADay)
                .GroupBy(notification => (notification.Kind, notification.Number))
                .Count();
            Assert.Equal(pressing, notifications);
            if (pressing > 0)
                Assert.Equal(CaseStatus.InReview, before.Status);
            if (pressing > 0)
                days.Add(before.DueAt);
            said += notifications;
        }
        Assert.True(days.Count > 5 && said > 20, $"{days.Count} days, {said} times");
        Assert.Equal(room.Case!.Notifications.Count, room.Case.Notifications.Distinct().Count());
        Assert.Equal(room.Case.Passed.Count, room.Case.Passed.Distinct().Count());
        Assert.Single(room.Case.Notifications, notification => notification.Kind == NotificationKind.Late);
        Assert.True(room.Case is { IsOpen: true, Approvals: [] }, "it was decided or closed");
    }

    [Fact]
    public void A_question_after_the_date_has_passed_does_not_move_it_and_deputies_go_on_deciding()
    {
        var room = CaseScenario.With(CaseAnswers.High);
        var due = room.Case!.DueAt;
        room.Now = due.AddHours(1);
        room.Tick();
        Assert.True(room.Case.Late);
        room.Press(CaseScenario.Sam, "ask", "sent", values: [("question", "Who holds the contract with them?")]);
        room.Now = due.AddDays(5);
        Assert.Null(room.Tick());
        room.Press(CaseScenario.Rita, "reply", values: [("answer_text", "We do.")]);
        Assert.Equal((due, true), (room.Case.DueAt, room.Case.Late));
        // Nobody is pressed at once for the time the requester took.
        room.Now = room.Now.AddMinutes(1);
        Assert.Null(room.Tick());
    }

    public static TheoryData<string[], string[], string> Above =>
        new()
        {
            { ["Carla"], ["Admin"], "Escalated to Carla: still no decision" },
            { [], ["Admin"], "Escalated to Admin: still no decision" },
            { ["Rita"], ["Admin"], "Escalated to Admin: still no decision" },
            { [], [], "Still no decision: no one to escalate to" },
        };

    [Theory]
    [MemberData(nameof(Above))]
    public void The_history_names_who_was_asked_for_help(string[] ciso, string[] admins, string line)
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        room.Roles = new RoleHolders(
            new Dictionary<string, IReadOnlyList<Person>>
            {
                [RoleNames.Security] = [CaseScenario.Sam.Person],
                [RoleNames.Ciso] = [.. ciso.Select(Someone)],
            },
            [.. admins.Select(Someone)]
        );
        room.Now = room.Case!.DueAt.AddDays(10);
        room.Tick();
        Assert.Equal(line, room.Case.History[^1].Words);
    }

    private static Person Someone(string name) =>
        new[] { CaseScenario.Rita, CaseScenario.Carla, CaseScenario.Admin }.Single(actor => actor.Person.Name == name).Person;

    [Fact]
    public void A_condition_that_gets_another_day_is_reminded_of_for_that_day()
    {
        var room = CaseScenario.With(CaseAnswers.Of("Medium"));
        room.Press(
            CaseScenario.Sam,
            "approve_conditions",
            values:
            [
                ("terms", "agreed"),
                ("terms_ref", "MSA v3"),
                ("condition_text", "Switch off training."),
                ("condition_when", "by_date"),
                ("condition_due", "2026-12-10"),
                ("condition_owner", "requester"),
            ]
        );
        Assert.Equal(CaseStatus.ApprovedWithConditions, room.Case!.Status);
        room.Now = new(2026, 12, 24, 12, 0, 0, TimeSpan.Zero);
        room.Tick();
        Assert.Equal([NotificationKind.ConditionOverdue], Conditions(room.Case).Select(notification => notification.Kind).Distinct());
        var moved = room.Case with { Conditions = [room.Case.Conditions[0] with { Due = new(2027, 1, 20) }] };
        room.Now = new(2027, 1, 14, 12, 0, 0, TimeSpan.Zero);
        var reminded = CaseTimers.Tick(moved, room.Entry, CaseScenario.Policy, room.Context)!.Case!;
        Assert.Equal(NotificationKind.ConditionSoon, Conditions(reminded)[^1].Kind);
        Assert.Contains("Switch off training.", Shown(reminded, room).Lines[0].Text, StringComparison.Ordinal);
        room.Now = new(2027, 1, 29, 12, 0, 0, TimeSpan.Zero);
        var suspended = CaseTimers.Tick(reminded, room.Entry, CaseScenario.Policy, room.Context)!.Case!;
        Assert.Equal(
            2,
            Conditions(suspended)
                .Count(notification =>
                    notification.Kind == NotificationKind.ConditionOverdue && notification.To == CaseScenario.Rita.Person
                )
        );
        Assert.Equal([1], suspended.Overdue);
        Assert.Null(CaseTimers.Tick(suspended, room.Entry, CaseScenario.Policy, room.Context));
    }

    private static View.Notice Shown(Case current, CaseScenario room) =>
        Assert.IsType<View.Notice>(CaseCards.Show(current, Slots.Of(current, room.Roles)[^1], CaseScenario.Policy, room.Context));

    private static IReadOnlyList<Notification> Conditions(Case current) =>
        [
            .. current.Notifications.Where(notification =>
                notification.Kind is NotificationKind.ConditionSoon or NotificationKind.ConditionOverdue
            ),
        ];

    private static bool IsOfADay(Notification notification) => OfADay.Contains(notification.Kind);

    /// <summary>
    /// Now and then somebody asks, answers, or changes what decides the tier; an unanswered question is answered in time.
    /// </summary>
    private static void Moves(CaseScenario room, Random chance, int hours)
    {
        var asked = room.Case!.InformationRequests.FirstOrDefault(informationRequest => informationRequest.Waiting);
        if (asked is not null && (chance.Next(100) == 0 || room.Now - asked.At > TimeSpan.FromDays(15)))
            room.Press(CaseScenario.Rita, "reply", values: [("answer_text", $"We do, said at {hours}.")]);
        else if (asked is null && chance.Next(700) == 0)
            room.Press(CaseScenario.Sam, "ask", "sent", values: [("question", $"Who holds the contract, asked at {hours}?")]);
        else if (asked is null && chance.Next(1500) == 0)
            room.Send(
                room.Case.Assessment.Tier == Tier.High ? CaseAnswers.Of("Critical") : CaseAnswers.High,
                CaseScenario.Rita,
                room.Case.Id
            );
    }
}
