using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
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

    [Fact]
    public void An_incident_is_one_also_where_nobody_else_has_to_hear_of_it()
    {
        var room = CaseScenario.Approved(CaseAnswers.High);
        room.Press(CaseScenario.Sam, "incident", "sent", values: [("note_text", "They lost a laptop with logs")]);
        var unheard = room.Case! with { Notifications = [] };
        Assert.Contains("laptop", Assert.Single(Incidents.Of(unheard)).Words, StringComparison.Ordinal);
        Assert.Single(Incidents.Of(room.Case));
    }

    [Fact]
    public void What_was_reported_before_a_case_had_a_list_of_incidents_is_found_by_who_heard_of_it()
    {
        var room = CaseScenario.Approved(CaseAnswers.High);
        room.Press(CaseScenario.Sam, "incident", "sent", values: [("note_text", "They lost a laptop with logs")]);
        room.Press(CaseScenario.Rita, "incident", "sent", slot: "receipt", values: [("note_text", "They were down for a day")]);
        var words = Incidents.Of(room.Case! with { Incidents = [] }).Select(line => line.Words).ToList();
        Assert.Equal(2, words.Count);
        Assert.Contains("laptop", words[0], StringComparison.Ordinal);
        Assert.Equal(words, Incidents.Of(room.Case).Select(line => line.Words));
    }
}
