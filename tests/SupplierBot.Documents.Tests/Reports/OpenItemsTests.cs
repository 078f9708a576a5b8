using SupplierBot.Documents.Reports;
using SupplierBot.Documents.Tests.Kit;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Documents.Tests.Reports;

public sealed class OpenItemsTests
{
    private static readonly DateTimeOffset At = ReportFiguresTests.At;

    [Fact]
    public void Overdue_are_decisions_conditions_reviews_and_reports_whose_day_has_passed()
    {
        var open = CaseScenario.With(CaseAnswers.Medium);
        var figures = ReportFiguresTests.Of([
            new(open.Entry!, open.Case, DocumentSamples.Policy),
            ReportFiguresTests.Approved(
                "High",
                one => one with { Conditions = [Condition("2026-11-29"), Condition("2026-11-30"), Condition(null)] },
                entry => entry with { Id = "SUP-0002", NextReview = new DateOnly(2026, 11, 1), NextReport = new DateOnly(2026, 12, 1) }
            ),
        ]);
        Assert.Equal(
            [
                (OverdueKind.Review, new DateOnly(2026, 11, 1)),
                (OverdueKind.Decision, new DateOnly(2026, 11, 20)),
                (OverdueKind.Condition, new DateOnly(2026, 11, 29)),
            ],
            figures.Overdue.Select(item => (item.Kind, item.Due))
        );
    }

    [Fact]
    public void While_the_requester_has_to_answer_no_decision_is_overdue()
    {
        var open = CaseScenario.With(CaseAnswers.Medium);
        Assert.Empty(
            ReportFiguresTests.Of([new(open.Entry!, open.Case! with { Status = CaseStatus.InfoRequested }, DocumentSamples.Policy)]).Overdue
        );
    }

    [Fact]
    public void Exceptions_are_gaps_changes_other_measures_and_lower_tiers_with_their_ends()
    {
        var record = ReportFiguresTests.Approved(
            "Critical",
            one =>
                one with
                {
                    TierChange = new(Tier.Critical, Tier.High, CaseScenario.Carla.Person, At, "Small pilot.", new DateOnly(2027, 2, 1), 2),
                    Clauses =
                    [
                        Item("AUDIT", ClauseState.RiskAccepted) with
                        {
                            Until = new DateOnly(2026, 11, 29),
                        },
                        Item("LIAB", ClauseState.RiskAccepted) with
                        {
                            Until = new DateOnly(2027, 3, 1),
                        },
                        Item("INC", ClauseState.Changed),
                        Item("SLA", ClauseState.Changed) with
                        {
                            AcceptedBy = null,
                        },
                        Item("BCDR", ClauseState.Compensated),
                        Item("CONF", ClauseState.Agreed),
                    ],
                }
        );
        Assert.Equal(
            [
                (ExceptionKind.AcceptedGap, "Right to audit", new DateOnly(2026, 11, 29), true),
                (ExceptionKind.LoweredTier, "", new DateOnly(2027, 2, 1), false),
                (ExceptionKind.AcceptedGap, "Liability and remedies", new DateOnly(2027, 3, 1), false),
                (ExceptionKind.CompensatedClause, "Business continuity and disaster recovery", null, false),
                (ExceptionKind.ChangedClause, "Incident notification", (DateOnly?)null, false),
            ],
            ReportFiguresTests.Of([record]).Exceptions.Select(item => (item.Kind, item.What, item.Until, item.Lapsed))
        );
    }

    [Fact]
    public void An_incident_that_somebody_reports_is_found_with_its_words()
    {
        var scenario = CaseScenario.Approved(CaseAnswers.Medium);
        scenario.Press(CaseScenario.Rita, "incident", "send", values: [("note_text", "Their mail was read by others.")]);
        var figures = ReportFiguresTests.Of([new(scenario.Entry!, scenario.Case, DocumentSamples.Policy)], scenario.Case!);
        var incident = Assert.Single(figures.Incidents);
        Assert.Equal("Rita reported an incident: Their mail was read by others.", incident.Words);
        Assert.Equal(DateOnly.FromDateTime(scenario.Now.DateTime), incident.Day);
    }

    [Fact]
    public void Documents_and_contracts_that_end_within_ninety_days_or_have_ended_are_listed()
    {
        EvidenceRecord Until(int number, string kind, string? day) =>
            SettledAgreements.Enough(number, kind, CaseScenario.Sam.Person, At) with
            {
                Expires = day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            };
        var record = ReportFiguresTests.Approved(
            "Critical",
            one =>
                one with
                {
                    Evidence =
                    [
                        Until(1, "E-CERT", "2026-11-01"),
                        Until(2, "E-CERT", "2026-11-20"),
                        Until(3, "E-PENTEST", "2026-10-01"),
                        Until(4, "E-PENTEST", "2028-10-01"),
                        Until(5, "E-BCDR", null),
                        Until(6, "E-SHARED", "2027-02-28"),
                        Until(7, "E-DPA", "2027-03-01"),
                    ],
                    Contract = new(ContractKind.Negotiated, "MSA 7", CaseScenario.Sam.Person, At)
                    {
                        End = new DateOnly(2027, 3, 31),
                        NoticeDays = 60,
                        RenewalMonths = 12,
                    },
                }
        );
        Assert.Equal(
            [
                (ExpiringKind.Document, new DateOnly(2026, 11, 20), true),
                (ExpiringKind.NoticeDay, new DateOnly(2027, 1, 30), false),
                (ExpiringKind.Document, new DateOnly(2027, 2, 28), false),
            ],
            ReportFiguresTests.Of([record]).Expiring.Select(item => (item.Kind, item.Day, item.Past))
        );
    }

    private static ClauseItem Item(string clause, ClauseState state) =>
        new(clause, state)
        {
            AcceptedBy = CaseScenario.Carla.Person,
            By = CaseScenario.Sam.Person,
            At = At,
        };

    private static ApprovalCondition Condition(string? due) =>
        new(
            1,
            "Sign the data processing agreement.",
            due is null ? null : DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture),
            CaseScenario.Rita.Person,
            ApprovalConditionState.Open,
            "",
            CaseScenario.Sam.Person,
            null,
            null
        );
}
