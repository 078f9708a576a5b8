using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Agreements;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Timers;

/// <summary>
/// What became due before its time is undone when the clock is right again, comes at its time, and nobody hears of it twice.
/// </summary>
public sealed class ClockAheadTests
{
    [Fact]
    public void A_condition_suspends_no_longer_than_it_has_a_reason_to()
    {
        var room = CaseScenario.With(Sample());
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
        Assert.Equal(EntryStatus.ActiveConditional, room.Entry!.Status);
        var now = room.Now;
        room.Now = now.AddDays(40);
        room.Tick();
        Assert.Equal(EntryStatus.Suspended, room.Entry.Status);
        var notifications = room.Case!.Notifications.Count;
        room.Now = now.AddHours(1);
        Assert.True(CaseTimers.RanAhead(room.Case, CaseScenario.Policy, room.Calendar, room.Now));
        room.Tick();
        Assert.Equal((EntryStatus.ActiveConditional, AuditEventKind.PutRight), (room.Entry.Status, room.Facts[^1].Event.Kind));
        Assert.Null(room.Tick());
        room.Now = now.AddDays(40);
        room.Tick();
        Assert.Equal((EntryStatus.Suspended, notifications), (room.Entry.Status, room.Case.Notifications.Count));
        ClauseHandlerTests.Verify(room);
    }

    [Fact]
    public void A_lapsed_review_is_one_to_come_again()
    {
        var room = CaseScenario.With(Sample());
        room.Approve(CaseScenario.Sam);
        var now = room.Now;
        room.Now = now.AddDays(3 * 365);
        room.Tick();
        Assert.Equal(EntryStatus.Lapsed, room.Entry!.Status);
        room.Now = now.AddHours(1);
        room.Tick();
        Assert.Equal((EntryStatus.Active, ReviewState.NotYet), (room.Entry.Status, room.Case!.ReviewState));
        ClauseHandlerTests.Verify(room);
        room.Now = now.AddDays(3 * 365);
        room.Tick();
        Assert.Equal(EntryStatus.Lapsed, room.Entry.Status);
    }

    [Fact]
    public void A_date_that_is_not_reached_makes_nothing_late()
    {
        var room = CaseScenario.With(Sample());
        var now = room.Now;
        room.Now = room.Case!.DueAt.AddDays(30);
        room.Tick();
        Assert.True(room.Case.Late);
        room.Now = now.AddHours(1);
        room.Tick();
        Assert.False(room.Case.Late);
        Assert.Null(room.Tick());
        ClauseHandlerTests.Verify(room);
        Assert.NotEqual(DateTimeOffset.MaxValue, room.Case.Wakes);
    }

    [Fact]
    public void Many_people_are_one_line_of_a_case_and_each_of_them_once()
    {
        Actor[] many =
        [
            .. Enumerable.Range(0, 500).Select(number => new Actor(new(new($"teams:holder-{number}"), $"Holder {number}"), Member: true)),
        ];
        var room = CaseScenario.With(
            Sample(),
            roles: CaseScenario.RolesOf((RoleNames.Security, many), (RoleNames.Ciso, [CaseScenario.Carla]))
        );
        room.Now = room.Case!.DueAt.AddHours(1);
        room.Tick();
        var overdue = Assert.Single(room.Case.Notifications, notification => notification.Kind == NotificationKind.Overdue);
        var slot = Assert.Single(Slots.Of(room.Case, room.Roles), slot => slot.Id.StartsWith("told-Overdue", StringComparison.Ordinal));
        Assert.Equal(500, Assert.IsType<Audience.Several>(slot.Audience).People.Distinct().Count());
        Assert.Equal(500, NotificationGroups.Of(overdue, room.Case, room.Roles).Count);
        var card = CaseCards.Show(room.Case, slot with { Audience = new Audience.Someone(many[3].Id) }, CaseScenario.Policy, room.Context);
        Assert.Equal("review", Assert.IsType<View.Notice>(card).Buttons[0].Verb);
        room.Reject(many[0]);
        Assert.Empty(NotificationGroups.Of(overdue, room.Case, room.Roles));
    }

    private static Answers Sample() => CaseAnswers.Medium;
}
