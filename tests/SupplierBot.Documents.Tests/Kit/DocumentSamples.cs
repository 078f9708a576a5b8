using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Tests.Kit;

/// <summary>Suppliers as the core makes them out of answers, with what was agreed since.</summary>
internal static class DocumentSamples
{
    /// <summary>Tue 17 Nov 2026, ten o'clock: when the scenarios begin.</summary>
    public static readonly DateTimeOffset At = new(2026, 11, 17, 10, 0, 0, TimeSpan.Zero);
    public static readonly Policy Policy = CaseScenario.Policy;
    public static readonly Wording Wording = CaseScenario.Wording;

    public static readonly Provenance Provenance = new(
        "Acme Organisation",
        CaseScenario.Rita.Person with
        {
            Name = "Rita Requester",
        },
        At,
        TimeZoneInfo.Utc,
        Policy.Version,
        "the information security officer, 2026-12-01"
    );

    /// <summary>Critical: it hosts our live product, acts on its own and serves a regulated client.</summary>
    public static readonly Answers Platform = Answers
        .Empty.With("name", "Northwind Compute")
        .With("website", "northwind.example")
        .With("service", "Inference platform, enterprise plan")
        .With("purpose", "Hosts our assistant and the models behind it; customers of two banks talk to it.")
        .With("role", "COMPUTE", "MODEL")
        .With("effects", "customers_see", "acts", "regulated_client")
        .With("data", "confidential", "personal", "weights")
        .With("access", "api", "runs_live")
        .With("stop", "customers")
        .With("deal", "negotiated")
        .With("volume", "large")
        .With("training", "no")
        .With("where", "uk_eea", "adequate_or_us")
        .With("where_text", "Ireland, Germany and the US")
        .With("replace", "months")
        .With("others", "listed")
        .With("others_text", "OpenAI, AWS")
        .With("proof", "iso27001");

    public static SupplierRecord Record(Answers answers, Func<Case, Case>? change = null)
    {
        var scenario = CaseScenario.With(answers);
        var current = scenario.Case!;
        return new(scenario.Entry!, change is null ? current : change(current), Policy);
    }

    /// <summary>Each state of a clause is there, the values of one differ, and one of them is milder.</summary>
    public static Case Negotiated(Case current)
    {
        var (sam, carla) = (CaseScenario.Sam.Person, CaseScenario.Carla.Person);
        ClauseItem Changed(ClauseItem item) =>
            item.Clause switch
            {
                "INC" => item with
                {
                    State = ClauseState.Changed,
                    Document = "MSA 2026-114",
                    Section = "§ 7.2",
                    Words = "Their support desk works on European time.",
                    Values = new Dictionary<string, string> { ["notice"] = "48 hours" },
                    AcceptedBy = CaseScenario.Priya.Person,
                    AcceptedAt = At,
                },
                "AUDIT" => item with { State = ClauseState.Changed, Words = "Audits by a third party only." },
                "SLA" => item with { State = ClauseState.Compensated, Words = "We run a second region ourselves." },
                "AI-TEST" => item with { State = ClauseState.Refused, Words = "They don't share red-team reports." },
                "LIAB" => item with
                {
                    State = ClauseState.RiskAccepted,
                    Words = "Their cap is their yearly fees; insured by us.",
                    AcceptedBy = carla,
                    AcceptedAt = At,
                    Until = new DateOnly(2027, 4, 30),
                },
                "AI-PROV" => item with { State = ClauseState.NotApplicable, Words = "We train nothing with it." },
                "CONF" or "DPA" or "EXIT" or "BCDR" => item with
                {
                    State = ClauseState.Agreed,
                    Document = "MSA 2026-114",
                    Section = $"§ {item.Clause.Length}",
                },
                "CLOUD" or "CHANGE" or "VULN" => item with
                {
                    State = ClauseState.CoveredByTheirTerms,
                    Document = "Service terms",
                    Version = "of 1 Oct 2026",
                    Section = "§ 12",
                },
                "LOC" => item with { State = ClauseState.Requested, Proposed = ClauseState.Agreed, Document = "DPA v3" },
                _ => item,
            };
        return current with
        {
            Clauses =
            [
                .. current.Clauses!.Select(item => Changed(item) is var after && after == item ? item : after with { By = sam, At = At }),
            ],
            Contract = new(ContractKind.Negotiated, "MSA 2026-114", sam, At)
            {
                SignedOn = new DateOnly(2026, 10, 1),
                Start = new DateOnly(2026, 10, 15),
                End = new DateOnly(2027, 10, 14),
                RenewalMonths = 12,
                NoticeDays = 90,
            },
            Evidence = [SettledAgreements.Enough(1, "E-CERT", sam, At) with { Expires = new DateOnly(2027, 1, 20) }],
        };
    }

    public static SupplierRecord NegotiatedPlatform => Record(Platform, Negotiated);

    /// <summary>What a name may be that nobody checked; each is also longer, with the next behind it.</summary>
    public static TheoryData<string> HostileNames =>
        [
            "=HYPERLINK(\"http://evil.example\")",
            "+1 - 2 @SUM(A1)",
            "-\tA\tB",
            "| a | b |\n|---|---|\n| <script>alert(1)</script> |",
            "# Not a heading\n\n1. Not a list\n- nor this\n> nor a quote",
            "**bold** _it_ `code` [link](javascript:alert(1)) ![pic](x) $x$ ~~gone~~ ^1",
            "]]> <!-- & &amp; &#0; <br> \"quoted\" 'single'",
            "\u0000\u0001\u0008\u000B\u000C\u001F\uFFFE\uFFFFcontrol",
            "شركة الأمثلة (ش.م.م) – מעריב",
            "left\u202Egnp.exe\u2066 right",
            "🦆👩🏽‍💻🇩🇪 \U0010FFFD",
            "half a pair: \uD83D and \uDE00",
            "one\r\ntwo\rthree\u2028four\u2029five\u0085six",
            new string('x', 32_767),
            string.Concat(Enumerable.Repeat("long words ", 2_978)),
        ];
}
