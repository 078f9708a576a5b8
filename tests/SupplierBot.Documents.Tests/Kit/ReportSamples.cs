using SupplierBot.Documents.Reports;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Documents.Tests.Kit;

/// <summary>A register of a company of some size: real cases, under numbers, dates and names of their own.</summary>
internal static class ReportSamples
{
    public static readonly DateTimeOffset At = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);
    public static readonly Quarter Quarter = new(2026, 4);

    private static readonly Dictionary<string, CaseScenario> Scenarios = [];

    private static readonly string[] Names =
    [
        "Northwind Compute",
        "Acme Notes",
        "Fenland Models",
        "Green Kitchen",
        "Harbour Labels",
        "Lumen Search",
        "Osprey HR",
        "Quill Translate",
        "Ridge Hosting",
        "Tern Analytics",
    ];

    public static IReadOnlyList<SupplierRecord> Register { get; } =
    [.. Enumerable.Range(0, 24).Select(Line), Line(24) with { Case = null }];

    /// <summary>Of three quarters; those of the last one are on the register.</summary>
    public static IReadOnlyList<Case> Decided { get; } =
    [
        .. Register.Select(record => record.Case).OfType<Case>().Where(one => one.Decision is not null),
        .. Enumerable.Range(0, 9).Select(at => Earlier(at)),
        Withdrawn(),
    ];

    public static ReportFigures Figures { get; } = ReportFigures.Of(Register, Decided, Quarter, At, TimeZoneInfo.Utc);

    /// <summary>One approval of each tier is walked through; what differs is written over it.</summary>
    private static CaseScenario Approved(string tier)
    {
        if (!Scenarios.TryGetValue(tier, out var scenario))
            Scenarios[tier] = scenario = CaseScenario.Approved(CaseAnswers.Of(tier));
        return scenario;
    }

    private static SupplierRecord Line(int at)
    {
        var tier = (at % 8) switch
        {
            0 => "Critical",
            1 or 2 => "High",
            3 or 4 or 5 => "Medium",
            _ => "Low",
        };
        var scenario = Approved(tier);
        var name = Names[at % Names.Length];
        var current = Changed(scenario.Case!, at, name);
        var status = (at % 12) switch
        {
            5 => EntryStatus.Suspended,
            7 => EntryStatus.Onboarding,
            9 => EntryStatus.ReviewDue,
            11 => EntryStatus.Exiting,
            _ => EntryStatus.Active,
        };
        var entry = scenario.Entry! with
        {
            Id = $"SUP-{at + 1:0000}",
            CaseId = current.Id,
            Supplier = name,
            Service = at < Names.Length ? "Main service" : "Second service",
            Status = status,
            Types = at % 8 == 0 ? ["COMPUTE", "MODEL"] : scenario.Entry.Types,
            NextReview = status == EntryStatus.ReviewDue ? new DateOnly(2026, 12, 1) : new DateOnly(2027, 9, 1),
            NextReport = null,
        };
        return new(entry, current, DocumentSamples.Policy);
    }

    private static Case Changed(Case current, int at, string name)
    {
        var decided = new DateTimeOffset(2026, 10 + at % 3, 2 + at, 15, 0, 0, TimeSpan.Zero);
        var answers = current
            .Answers.With("name", name)
            .With(
                "others_text",
                at % 3 == 0 ? "OpenAI; AWS"
                    : at % 3 == 1 ? "openai"
                    : "Azure and AWS"
            );
        var changed = current with
        {
            Id = $"REQ-2026-{at + 100:0000}",
            EntryId = $"SUP-{at + 1:0000}",
            Answers = at % 4 == 0 ? answers.With("where_text", "Ireland, Germany") : answers,
            SubmittedAt = decided.AddDays(-(1 + at % 6)),
            DueAt = decided.AddDays(at % 5 == 0 ? -1 : 2),
            Decision = current.Decision! with { At = decided },
            Deviations = at == 3 ? ["Privacy isn't configured, so nobody decided for it."] : [],
            Clauses = [.. (current.Clauses ?? []).Select(item => Excepted(item, at))],
            Evidence =
                at % 6 == 1 ? [Certificate(new DateOnly(2026, 12, 20))]
                : at % 6 == 2 ? [Certificate(new DateOnly(2027, 2, 28))]
                : [],
            Contract = at % 5 == 2 ? Contract(at) : null,
        };
        if (at == 4)
            changed = changed with
            {
                Conditions =
                [
                    new(
                        1,
                        "Switch off training on our data and keep proof of the setting.",
                        new DateOnly(2026, 12, 10),
                        CaseScenario.Rita.Person,
                        ApprovalConditionState.Open,
                        "",
                        CaseScenario.Sam.Person,
                        null,
                        null
                    ),
                ],
            };
        return at is 1 or 8 ? WithIncident(changed, new DateTimeOffset(2026, 11, 3 + at, 8, 0, 0, TimeSpan.Zero)) : changed;
    }

    private static ClauseItem Excepted(ClauseItem item, int at) =>
        (item.Clause, at % 8) switch
        {
            ("AUDIT", 1) => item with
            {
                State = ClauseState.RiskAccepted,
                Words = "Too small for an audit.",
                AcceptedBy = CaseScenario.Carla.Person,
                AcceptedAt = At.AddDays(-60),
                Until = at == 1 ? new DateOnly(2026, 12, 15) : new DateOnly(2027, 5, 1),
            },
            ("INC", 0) => item with
            {
                State = ClauseState.Changed,
                Words = "72 hours",
                AcceptedBy = CaseScenario.Priya.Person,
                AcceptedAt = At,
            },
            _ => item,
        };

    private static EvidenceRecord Certificate(DateOnly until) =>
        SettledAgreements.Enough(1, "E-CERT", CaseScenario.Sam.Person, At.AddDays(-90)) with
        {
            Expires = until,
        };

    private static SupplierContract Contract(int at) =>
        new(ContractKind.Negotiated, $"MSA 2026-{at:000}", CaseScenario.Sam.Person, At.AddDays(-90))
        {
            End = new DateOnly(2027, 3, 31),
            NoticeDays = 60,
            RenewalMonths = at == 2 ? 12 : 0,
        };

    private static Case WithIncident(Case current, DateTimeOffset at) =>
        current with
        {
            Notifications = [.. current.Notifications, new(NotificationKind.Incident, current.History.Count, CaseScenario.Sam.Person)],
            History = [.. current.History, new(at, "Rita reported an incident: Their support portal showed tickets of other customers.")],
        };

    private static Case Earlier(int at)
    {
        var current = Approved("Medium").Case!;
        var decided = new DateTimeOffset(2026, at < 4 ? 5 : 8, 3 + at, 12, 0, 0, TimeSpan.Zero);
        return current with
        {
            Id = $"REQ-2026-{at + 1:0000}",
            EntryId = $"SUP-{at + 100:0000}",
            SubmittedAt = decided.AddDays(-4 - at % 3),
            Decision = current.Decision! with { At = decided, Outcome = at % 4 == 3 ? CaseStatus.Rejected : CaseStatus.Approved },
        };
    }

    private static Case Withdrawn()
    {
        var current = Approved("Low").Case!;
        return current with
        {
            Id = "REQ-2026-0500",
            EntryId = "SUP-0500",
            Decision = current.Decision! with
            {
                At = new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero),
                Outcome = CaseStatus.Withdrawn,
            },
        };
    }
}
