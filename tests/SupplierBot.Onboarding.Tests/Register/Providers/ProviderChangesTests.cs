using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Register.Providers;

/// <summary>Something happened to a provider of what is approved.</summary>
public sealed class ProviderChangesTests
{
    private static readonly DateTimeOffset Later = new(2027, 1, 12, 10, 0, 0, TimeSpan.Zero);

    private static ProviderCause Cause(ProviderChangeKind kind, params string[] triggers) =>
        new("REQ-2026-0099-i3", kind, ["OpenAI"], "SUP-0099", Later.AddHours(-1), triggers);

    private static CaseScenario InUse(Answers answers)
    {
        var room = Approved(answers.With("others_text", "OpenAI (GPT-4o)"));
        room.Now = Later;
        room.Tick();
        return room;
    }

    private static IEnumerable<PersonId> Told(CaseScenario room) =>
        room.Case!.Notifications.Where(one => one.Kind == NotificationKind.ProviderChanged).Select(one => one.To.Id);

    [Fact]
    public void The_owner_is_asked_once_and_nothing_is_due()
    {
        var room = InUse(CaseAnswers.Medium);
        var status = room.Entry!.Status;
        Assert.NotNull(room.Hears(Cause(ProviderChangeKind.Incident, "T3"), "OpenAI", critical: 5));
        Assert.Equal([Rita.Id], Told(room));
        Assert.Equal((null, status), (room.Case!.ReviewDue, room.Entry!.Status));
        Assert.Equal("Incident at OpenAI, which it depends on: owner asked", room.Case.History[^1].Words);
        var fact = room.Facts[^1].Event;
        Assert.Equal((AuditEventKind.ProviderChanged, CaseTimers.Nobody), (fact.Kind, fact.Actor));
        Assert.Equal(
            [
                new("moment", "ProviderChanged-REQ-2026-0099-i3"),
                new("cause", "REQ-2026-0099-i3"),
                new("what", "Incident"),
                new("provider", "SUP-0099"),
                new("critical", "5"),
                new("triggers", "T3"),
            ],
            fact.Details.Take(6)
        );
        Assert.Empty(CaseVerifier.Contradictions(room.Case, room.Facts, CaseScenario.Policy));
        Assert.Null(room.Hears(Cause(ProviderChangeKind.Incident, "T3"), "OpenAI", critical: 6));
    }

    [Fact]
    public void The_message_says_what_happened_and_starts_a_review_of_what_that_puts_in_question()
    {
        var room = InUse(CaseAnswers.Medium);
        room.Hears(Cause(ProviderChangeKind.Incident, "T3"), "OpenAI");
        var notice = Assert.IsType<View.Notice>(room.Show("told-ProviderChanged-1-teams:rita"));
        Assert.Equal("Incident at OpenAI, behind Acme Notes", notice.Title);
        Assert.Equal([Verbs.Renew, Verbs.Open], notice.Buttons.Select(button => button.Verb));
        room.Press(Rita, Verbs.Renew);
        Assert.Equal(["T3"], room.Draft!.ReviewOrigin!.Triggers);
        Assert.Equal(["data", "access", "stop", "proof"], room.Draft.AskAgain);
    }

    [Fact]
    public void With_many_critical_services_on_it_the_review_of_a_critical_one_is_due()
    {
        var room = InUse(CaseAnswers.Critical);
        Assert.NotNull(room.Hears(Cause(ProviderChangeKind.Change, "T7"), "OpenAI", critical: 3));
        Assert.Equal((new DateOnly(2027, 1, 12), EntryStatus.ReviewDue), (room.Case!.ReviewDue, room.Entry!.Status));
        Assert.Equal([Rita.Id, Sam.Id, Priya.Id], Told(room));
        Assert.Equal("Something changed at OpenAI, which 3 critical services depend on: review due", room.Case.History[^1].Words);
        Assert.Equal(["T7", "T11"], room.Case.ProviderChange!.Triggers);
        Assert.Equal("OpenAI changed: review Acme Notes", Assert.IsType<View.Notice>(room.Show("told-ProviderChanged-1-teams:sam")).Title);
        Assert.Empty(CaseVerifier.Contradictions(room.Case, room.Facts, CaseScenario.Policy));
    }

    [Fact]
    public void Concentration_alone_asks_for_the_review_of_critical_ones_only()
    {
        Assert.Null(InUse(CaseAnswers.Medium).Hears(Cause(ProviderChangeKind.Concentration, "T11"), "OpenAI", critical: 3));
        Assert.Null(InUse(CaseAnswers.Critical).Hears(Cause(ProviderChangeKind.Concentration, "T11"), "OpenAI", critical: 2));
        var room = InUse(CaseAnswers.Critical);
        Assert.NotNull(room.Hears(Cause(ProviderChangeKind.Concentration, "T11"), "OpenAI", critical: 3));
        Assert.Equal("3 critical services now depend on OpenAI: review due", room.Case!.History[^1].Words);
    }

    [Fact]
    public void Who_decided_later_knew_of_it()
    {
        var room = InUse(CaseAnswers.Medium);
        var before = Cause(ProviderChangeKind.Incident, "T3") with { At = room.Case!.Decision!.At };
        Assert.Null(room.Hears(before, "OpenAI"));
    }

    [Fact]
    public void Another_service_of_the_same_supplier_and_what_it_happened_to_are_not_asked()
    {
        var room = InUse(CaseAnswers.Medium);
        Assert.Null(room.Hears(Cause(ProviderChangeKind.Incident, "T3"), "ACME notes"));
        Assert.Null(room.Hears(Cause(ProviderChangeKind.Incident, "T3") with { EntryId = room.Entry!.Id }, "OpenAI"));
    }

    [Fact]
    public void A_policy_without_the_trigger_makes_no_review_due()
    {
        var room = InUse(CaseAnswers.Critical);
        room.Rules = room.Rules with { Triggers = [.. room.Rules.Triggers.Where(trigger => trigger.Id != "T11")] };
        Assert.NotNull(room.Hears(Cause(ProviderChangeKind.Incident, "T3"), "OpenAI", critical: 9));
        Assert.Null(room.Case!.ReviewDue);
    }

    [Fact]
    public void What_the_case_keeps_of_it_is_what_its_fact_says()
    {
        var room = InUse(CaseAnswers.Medium);
        room.Hears(Cause(ProviderChangeKind.Incident, "T3"), "OpenAI");
        var other = room.Case! with { ProviderChange = room.Case.ProviderChange! with { Critical = 7 } };
        Assert.Contains(
            CaseVerifier.Contradictions(other, room.Facts, CaseScenario.Policy),
            words => words.Contains("provider", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void An_incident_and_a_reported_change_are_causes_and_a_change_of_ours_is_none()
    {
        var room = Approved(CaseAnswers.Medium);
        Assert.Empty(ProviderCause.Of(room.Case!));
        room.Press(Rita, Verbs.Incident, "sent", values: [("note_text", "Their storage was open for a day.")]);
        var incident = Assert.Single(ProviderCause.Of(room.Case!));
        Assert.Equal((ProviderChangeKind.Incident, "T3"), (incident.Kind, Assert.Single(incident.Triggers)));
        Assert.Equal($"{room.Case!.Id}-i{room.Case.History.Count - 1}", incident.Id);
        foreach (var (triggers, causes) in new[] { ("T7", 1), ("T1,T4", 0), ("T1,T9", 1) })
        {
            var changed = Approved(CaseAnswers.Medium);
            changed.Press(Rita, Verbs.Changed, "sent", values: [("triggers", triggers), ("change_text", "They told us.")]);
            changed.SendAsItIs(Rita);
            Assert.Equal(causes, ProviderCause.Of(changed.Case!).Count);
        }
    }
}
