using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Documents.Tests.Kit;

/// <summary>Suppliers that the core decided about, and what stands around them in a file.</summary>
internal static class SampleRegister
{
    /// <summary>Thu 3 Dec 2026, five past two in London.</summary>
    public static readonly DateTimeOffset At = new(2026, 12, 3, 14, 5, 0, TimeSpan.Zero);

    public static readonly Provenance Provenance = new(
        "Acme Organisation",
        CaseScenario.Auditor.Person,
        At,
        TimeZoneInfo.FindSystemTimeZoneById("Europe/London"),
        CaseScenario.Policy.Version,
        "the information security officer, 2026-12-01"
    )
    {
        Roles = CaseScenario.RolesOf((RoleNames.Security, [CaseScenario.Sam, CaseScenario.Priya]), (RoleNames.Ciso, [CaseScenario.Carla])),
    };

    /// <summary>In use, not ready, in review, rejected, in review again, being offboarded: one of each.</summary>
    public static IReadOnlyList<SupplierRecord> All { get; } = [Approved, NotReady, InReview, Rejected, Reviewed, Ended];

    /// <summary>High, in use, with its contract, a file, an accepted gap, a changed value, a condition and a restriction.</summary>
    public static SupplierRecord Approved => Of(ApprovedRoom(), "SUP-0001");

    public static CaseScenario ApprovedRoom()
    {
        var room = CaseScenario.With(CaseAnswers.High.With("name", "Acme Notes").With("others_text", "Mistral AI, Hetzner"));
        room.Settle();
        foreach (var reviewer in new[] { CaseScenario.Sam, CaseScenario.Priya })
            room.ApproveIf(reviewer, "Switch off training on our data and keep proof of the setting.", "by_date");
        room.Write(Detailed(room.Case!, room.Now));
        return room;
    }

    public static SupplierRecord NotReady
    {
        get
        {
            var room = CaseScenario.With(CaseAnswers.High.With("name", "Brightline Labels"));
            room.Approve(CaseScenario.Sam, "open");
            room.Approve(CaseScenario.Priya, "open");
            return Of(room, "SUP-0002");
        }
    }

    public static SupplierRecord InReview =>
        Of(CaseScenario.With(CaseAnswers.MediumTrainingOpen.With("name", "Crown Translations")), "SUP-0003");

    public static SupplierRecord Rejected
    {
        get
        {
            var room = CaseScenario.With(CaseAnswers.Medium.With("name", "Dubious GPU Rental"));
            room.Reject(CaseScenario.Sam);
            return Of(room, "SUP-0004");
        }
    }

    public static SupplierRecord Reviewed
    {
        get
        {
            var room = CaseScenario.UnderReview(CaseAnswers.Medium.With("name", "Elm Cloud"));
            room.Settle();
            room.Approve(CaseScenario.Priya);
            return Of(room, "SUP-0005") with { Earlier = [room.Earlier!] };
        }
    }

    public static SupplierRecord Ended => Of(EndedRoom(), "SUP-0006");

    public static CaseScenario EndedRoom()
    {
        var room = CaseScenario.Approved(CaseAnswers.Low.With("name", "Fenland Catering"));
        room.Press(
            CaseScenario.Rita,
            "incident",
            "sent",
            slot: "receipt",
            values: [("note_text", "A van with our lunch orders was stolen on Monday.")]
        );
        room.Press(
            CaseScenario.Rita,
            "exit",
            "sent",
            slot: "receipt",
            values:
            [
                ("exit_access", "Their badge was returned on 1 December."),
                ("exit_data", "They held no data of ours."),
                ("exit_moved", "There was nothing to move."),
            ]
        );
        room.Press(CaseScenario.Sam, "ended");
        Assert.Equal(EntryStatus.Terminated, room.Entry!.Status);
        return room;
    }

    /// <summary>The case of a scenario under another number on the register.</summary>
    public static SupplierRecord Of(CaseScenario room, string id) =>
        new(room.Entry! with { Id = id }, room.Case! with { EntryId = id }, CaseScenario.Policy);

    /// <summary>So many suppliers, the samples again and again under numbers and names of their own.</summary>
    public static async IAsyncEnumerable<SupplierRecord> Many(int count, IReadOnlyList<SupplierRecord>? samples = null)
    {
        samples ??= All;
        for (var at = 0; at < count; at++)
        {
            var record = samples[at % samples.Count];
            var entry = record.Entry with { Id = $"SUP-{at + 1:0000}", Supplier = $"{record.Entry.Supplier} {at + 1}" };
            yield return record with
            {
                Entry = entry,
            };
        }
        await Task.CompletedTask;
    }

    public static async IAsyncEnumerable<SupplierRecord> Streamed(params IEnumerable<SupplierRecord> records)
    {
        foreach (var record in records)
            yield return record;
        await Task.CompletedTask;
    }

    private static Case Detailed(Case current, DateTimeOffset at)
    {
        var items = current.Clauses!.ToList();
        var values = items.FindIndex(item =>
            current.Assessment.Clauses.First(clause => clause.Id == item.Clause).Parameters.Count > 0 && item.Clause == "INC"
        );
        items[values] = items[values] with
        {
            State = ClauseState.Changed,
            Words = "They notify us in two days, in their own words.",
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["notice"] = "72 hours" },
            AcceptedBy = CaseScenario.Carla.Person,
            AcceptedAt = at,
        };
        var gap = items.FindIndex(item => !current.Requirements!.Firm.Contains(item.Clause) && item.Clause != "INC");
        items[gap] = items[gap] with
        {
            State = ClauseState.RiskAccepted,
            Words = "They refuse audits; their report will do until spring.",
            AcceptedBy = CaseScenario.Carla.Person,
            AcceptedAt = at,
            Until = new(2027, 3, 3),
        };
        return current with
        {
            Clauses = items,
            Evidence =
            [
                .. current.Evidence.Select(
                    (document, index) =>
                        index > 0
                            ? document
                            : document with
                            {
                                Region = "EU",
                                CoversService = true,
                                Issued = new(2026, 3, 1),
                                Expires = new(2027, 2, 28),
                                File = new("ab12", "Acme ISO 27001.pdf", 1_234_567, new string('a', 64)),
                            }
                ),
            ],
            Contract = new(ContractKind.Negotiated, "MSA v3", CaseScenario.Sam.Person, at)
            {
                Start = new(2026, 12, 1),
                End = new(2027, 11, 30),
                NoticeDays = 60,
                RenewalMonths = 12,
            },
            Restrictions = ["Only for internal meetings.", "No source code."],
        };
    }
}
