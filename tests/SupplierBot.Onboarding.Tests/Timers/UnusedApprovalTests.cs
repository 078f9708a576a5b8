using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Timers;

/// <summary>An approval that nobody uses expires, after the owner was asked.</summary>
public sealed class UnusedApprovalTests
{
    [Theory]
    [InlineData("Low", 365)]
    [InlineData("Medium", 180)]
    public void The_owner_is_asked_first_and_then_it_expires(string tier, int days)
    {
        var room = Approved(tier);
        var decided = room.Now;

        Pass(room, decided.AddDays(days - 31));
        Assert.Empty(Told(room, NotificationKind.ApprovalUnusedSoon));
        Pass(room, decided.AddDays(days - 25));
        Assert.Single(Told(room, NotificationKind.ApprovalUnusedSoon));
        Assert.True(room.Case!.IsApproved);
        Pass(room, decided.AddDays(days + 10));

        Assert.Equal((CaseStatus.Revoked, EntryStatus.NotApproved), (room.Case.Status, room.Entry!.Status));
        Assert.Contains(CaseScenario.Sam.Id, Told(room, NotificationKind.ApprovalUnused).Select(told => told.To.Id));
        Assert.Contains(CaseScenario.Rita.Id, Told(room, NotificationKind.ApprovalUnused).Select(told => told.To.Id));
        Assert.Contains(room.Facts, fact => fact.Event.Kind == AuditEventKind.Revoked);
        Assert.Empty(CaseVerifier.Contradictions(room.Case, room.Facts, CaseScenario.Policy));
    }

    [Fact]
    public void Whoever_says_that_it_is_in_use_keeps_it()
    {
        var room = Approved("Medium");
        var decided = room.Now;
        Pass(room, decided.AddDays(155));
        var asked = Assert.Single(Told(room, NotificationKind.ApprovalUnusedSoon));
        var card = Assert.IsType<View.Notice>(room.Show(Slots.IdOf(asked)));
        Assert.Equal(["checked", "exit"], card.Buttons.Select(button => button.Verb));
        room.Press(CaseScenario.Rita, "checked", values: [("note_text", "Five people use it for their notes.")]);

        Pass(room, decided.AddDays(300));
        Assert.True(room.Case!.IsApproved);
        Assert.Empty(Told(room, NotificationKind.ApprovalUnused));
    }

    /// <summary>A bot that was off for a year asks first: nobody loses an approval without having been asked.</summary>
    [Fact]
    public void After_a_long_silence_the_owner_still_has_a_month()
    {
        var room = Approved("Medium");
        var decided = room.Now;
        Pass(room, decided.AddDays(400));
        Assert.Single(Told(room, NotificationKind.ApprovalUnusedSoon));
        Assert.True(room.Case!.IsApproved);
        Pass(room, decided.AddDays(425));
        Assert.True(room.Case.IsApproved);
        Pass(room, decided.AddDays(440));
        Assert.Equal(CaseStatus.Revoked, room.Case.Status);
    }

    [Fact]
    public void What_was_in_use_already_does_not_expire()
    {
        var room = Approved("Medium", "2026-01-05");
        var decided = room.Now;
        Pass(room, decided.AddDays(200));
        Assert.Empty(Told(room, NotificationKind.ApprovalUnusedSoon));
    }

    private static CaseScenario Approved(string tier, string? start = null)
    {
        var answers = CaseAnswers.Of(tier);
        var room = CaseScenario.With(start is null ? answers : answers.With("start", start));
        room.Approve(CaseScenario.Sam);
        Assert.True(room.Case!.IsApproved);
        return room;
    }

    private static IEnumerable<Notification> Told(CaseScenario room, NotificationKind kind) =>
        room.Case!.Notifications.Where(told => told.Kind == kind);

    private static void Pass(CaseScenario room, DateTimeOffset until)
    {
        room.Now = until;
        while (room.Tick() is not null) { }
    }
}
