using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Tests.Kit;

/// <summary>Every member of what is kept of agreements, documents and contracts.</summary>
internal static class FilledAgreements
{
    public static Case With(Case current, Person by, Person accepts, DateTimeOffset at) =>
        current with
        {
            Requirements = new(["CONF", "DPA"], ["DPA"], ["DPA"], ["E-DPA"], ["E-CERT", "E-SOC2"]),
            Clauses =
            [
                new("CONF", ClauseState.RiskAccepted)
                {
                    Document = "Terms v7",
                    Version = "7",
                    Section = "§ 9",
                    Words = "They keep the logs for a year.",
                    Values = new Dictionary<string, string> { ["notice"] = "96 h" },
                    Proposed = ClauseState.Agreed,
                    By = by,
                    At = at,
                    AcceptedBy = accepts,
                    AcceptedAt = at.AddHours(1),
                    Until = new(2027, 3, 1),
                    Lapsed = true,
                    Before = [new(ClauseState.Refused, "Terms v6", "§ 8", "Not at all.", by, at.AddDays(-1))],
                },
                new("DPA", ClauseState.Open),
            ],
            Evidence =
            [
                new(1, "E-CERT", by, at)
                {
                    Issuer = "Their auditor",
                    CoversService = true,
                    Region = "EU",
                    Issued = new(2026, 2, 28),
                    Expires = new(2027, 2, 28),
                    BridgedUntil = new(2027, 5, 31),
                    Link = "https://trust.acme.example/iso",
                    File = File("E-CERT"),
                    Verdict = EvidenceVerdict.SufficientWithGaps,
                    Gaps = "Support is not in its scope.",
                    JudgedBy = accepts,
                    JudgedAt = at.AddHours(2),
                    Expired = true,
                },
                new(2, "E-DPA", by, at) { Place = "Their portal, folder Legal" },
            ],
            Contract = new(ContractKind.Negotiated, "MSA v3", by, at)
            {
                Parties = "Acme Notes Ltd and Example Ltd",
                SignedOn = new(2026, 11, 2),
                Start = new(2026, 12, 1),
                End = new(2028, 2, 29),
                NoticeDays = 90,
                RenewalMonths = 12,
                GoverningLaw = "England",
                Value = "12,000 EUR a year",
                Link = "https://files.example/msa",
                File = File("contract"),
            },
            Restrictions = ["No customer data."],
        };

    private static StoredFile File(string name) => new($"files/{name}", $"{name}.pdf", 4711, new string('a', 64));
}
