using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Register;

/// <summary>Checks, reports and incidents of a supplier in use.</summary>
public sealed class EntryEventHandlerTests
{
    [Fact]
    public void Supplier_reports_and_checks_are_dated_facts_and_move_the_next_date()
    {
        var room = CaseScenario.Approved(CaseAnswers.High);
        var first = room.Case!.NextReport;
        Assert.Equal(DateOnly.FromDateTime(room.Now.UtcDateTime).AddMonths(6), first);
        room.Press(CaseScenario.Rita, "report", slot: "receipt");
        Assert.IsType<View.Form>(room.Last.Answer);
        room.Press(CaseScenario.Rita, "report", "sent", slot: "receipt", values: [("note_text", "too short")]);
        Assert.IsType<View.Form>(room.Last.Answer);
        room.Press(CaseScenario.Rita, "report", "sent", slot: "receipt", values: [("note_text", "SOC 2 of May, nothing to act on")]);
        Assert.Equal(1, room.Case.ReportsSeen);
        Assert.Null(room.Case.NextReport);
        Assert.Null(room.Entry!.NextReport);
        room.Press(CaseScenario.Rita, "checked", "sent", slot: "receipt", values: [("note_text", "Used by the team that asked")]);
        room.Press(CaseScenario.Sam, "incident", "sent", values: [("note_text", "They lost a laptop with logs")]);
        Assert.Equal(
            [AuditEventKind.ReportSeen, AuditEventKind.Checked, AuditEventKind.IncidentNoted],
            room.Facts.TakeLast(3).Select(auditEvent => auditEvent.Event.Kind)
        );
        Assert.Equal(
            ["teams:priya", "teams:rita"],
            room.Case.Notifications.Where(notification => notification.Kind == NotificationKind.Incident)
                .Select(notification => notification.To.Id.Value)
                .Order(StringComparer.Ordinal)
        );
        var notice = Assert.IsType<View.Notice>(room.Show(Slots.IdOf(room.Case.Notifications[^1])));
        Assert.Contains("laptop", notice.Lines[0].Text, StringComparison.Ordinal);
    }
}
