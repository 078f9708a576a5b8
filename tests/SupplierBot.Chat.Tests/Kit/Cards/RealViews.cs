using System.Text.Json.Nodes;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Kit.Cards;

/// <summary>
/// Views the core makes of the shipped policy, the shipped wording and the worked examples: every page with what was answered before, and
/// the summary.
/// </summary>
internal static partial class RealViews
{
    private static readonly DateTimeOffset Now = new(2026, 11, 17, 13, 0, 0, TimeSpan.Zero);
    private static readonly Person Rita = new(new("teams:rita"), "Rita Requester");
    private static readonly Person Sam = new(new("teams:sam"), "Sam Security");
    private static readonly Person Priya = new(new("teams:priya"), "Priya Security");
    private static readonly Person Carla = new(new("teams:carla"), "Carla Ciso");
    private static readonly Person Anna = new(new("teams:anna"), "Anna Auditor");

    public static readonly Policy Policy = ((PolicyReading.Accepted)PolicyReader.Read(DefaultPolicy.Text())).Policy;

    public static readonly Context Context = new(
        Now,
        new(
            TimeZoneInfo.Utc,
            new HashSet<DayOfWeek> { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday },
            new HashSet<DateOnly>(),
            new(new(9, 0), new(18, 0))
        ),
        new(
            new Dictionary<string, IReadOnlyList<Person>>
            {
                [RoleNames.Security] = [Sam, Priya],
                [RoleNames.Ciso] = [Carla],
                [RoleNames.Auditor] = [Anna],
            },
            []
        ),
        ShippedCards.Wording,
        "Example Org"
    )
    {
        NewId = "d-7f3a",
        Numbers = new("REQ-2026-0012", "SUP-0031"),
        Queue = 6,
    };

    public static IEnumerable<(string Name, View View)> Intakes() =>
        Examples().SelectMany(example => Steps(example.Answers).Select((answers, i) => ($"{example.Id}-{i}", Shown(answers))));

    public static IEnumerable<(string Name, View View)> Cases() =>
        Examples()
            .SelectMany(example =>
                Approved(example.Id, example.Answers)
                    .Seen.Concat(Rejected(example.Id, example.Answers).Seen)
                    .Concat(Withdrawn(example.Id, example.Answers).Seen)
                    .Concat(Undoable(example.Id, example.Answers).Seen)
                    .Append(($"{example.Id}-deliveries", Undelivered(12)))
                    .Append(($"{example.Id}-deliveries-none", Undelivered(0)))
            );

    /// <summary>What time says: late, never answered, a promise not kept; and the digest and the roles as their readers see them.</summary>
    public static IEnumerable<(string Name, View View)> Times()
    {
        var (name, answers) = Examples().First();
        var late = new PlayedCase("time-late", answers, Policy, Context).Sends(Rita).Waits(3).Waits(20).Waits(60);
        var silent = new PlayedCase("time-silent", answers, Policy, Context)
            .Sends(Rita)
            .Presses(Sam, "ask", target: "sent", values: [("question", "Which model do they send our notes to?")])
            .Waits(8)
            .Waits(25);
        var broken = new PlayedCase("time-broken", answers, Policy, Context).Sends(Rita);
        foreach (var person in new[] { Sam, Priya, Carla })
        {
            broken.Presses(
                person,
                "approve_conditions",
                target: "sent",
                values:
                [
                    ("condition_text", "Switch off training on our information; keep proof."),
                    ("condition_when", "by_date"),
                    ("condition_due", "2026-12-10"),
                    ("terms", "covered"),
                    ("terms_ref", "Terms v7"),
                    ("comment", "There is no other, and we can leave it in days."),
                ]
            );
        }
        broken.Waits(17).Waits(40);
        var tiers = Tiers();
        var lines = Enumerable.Range(1, 14).Select(number => broken.Line(number)).ToList();
        var contents = new DigestContents(
            lines,
            [lines[3] with { Status = CaseStatus.InfoRequested }],
            [broken.Case],
            [(lines[0], Now)],
            Now.AddDays(-7)
        );
        var assignments = new RoleAssignments
        {
            Places = [new(RoleNames.Security, "19:a", PlaceState.Lost)],
            History = [new(Now, "Carla Ciso gave Una Newcomer the Security role")],
            EventCount = 1,
        };
        var admins = Context with { Roles = Context.Roles with { Admins = [Carla] } };
        var directory = RoleDirectory.Of(admins.Roles, new Dictionary<string, IReadOnlyList<string>>(), assignments);
        var digest = Context with { Now = Now.AddDays(13) };
        View RolesFor(Person person) =>
            RoleChanges.Handle(assignments, directory, new Request.ShowRoles(), new(person, true), null, admins).Answer!;
        var draft = new Draft
        {
            Id = "d1",
            Owner = Rita,
            Revision = 1,
            Answers = answers,
            StartedAt = Now,
            ChangedAt = Now,
        };
        return late
            .Seen.Concat(silent.Seen)
            .Concat(broken.Seen)
            .Where(card => card.Name.Contains("day", StringComparison.Ordinal))
            .DistinctBy(card => card.View.Plain)
            .Concat(tiers)
            .Append(("time-digest", DigestCard.Show(contents, null, digest)))
            .Append(("time-digest-mine", DigestCard.Show(contents, Sam.Id, digest)))
            .Append(("time-digest-empty", DigestCard.Show(contents with { Open = [], Asked = [], Conditions = [] }, null, digest)))
            .Append(("time-idle", DraftTimers.Nudge(draft).Show(digest)))
            .Append(("time-forgotten", DraftTimers.Forgotten(draft).Show(digest)))
            .Append(("time-roles", RolesFor(Rita)))
            .Append(("time-roles-admin", RolesFor(Carla)));
    }

    /// <summary>A tier that somebody raised or lowered, open and in use, and contract points that were changed.</summary>
    private static IEnumerable<(string Name, View View)> Tiers()
    {
        var answers = Examples().Single(example => example.Id == "llm-beta").Answers;
        (string, string)[] Set(string tier) =>
            [("tier", tier), ("comment", "They were in the news for a leak of customer notes."), ("until", "2027-01-15")];
        var open = new PlayedCase("tier-open", answers, Policy, Context)
            .Sends(Rita)
            .Presses(Sam, "review")
            .Presses(Sam, "tier")
            .Presses(Sam, "tier", target: "sent", values: Set("Critical"))
            .Presses(Carla, "open")
            .Presses(Carla, "tier")
            .Presses(Carla, "tier", target: "sent", values: Set("Low"))
            .Presses(Rita, "open", Slot.Receipt)
            .Waits(60);
        var used = new PlayedCase("tier-used", answers, Policy, Context).Sends(Rita);
        foreach (var person in new[] { Sam, Priya })
            used.Presses(
                person,
                "approve",
                values:
                [
                    ("terms", "changed"),
                    ("terms_ref", "MSA v3"),
                    ("comment", "There is no other, and we can leave it in days."),
                    ("changed_clauses", "SCOPE,CONTACT,CHANGE"),
                    ("changed_words", "They name no security contact and change things when they like."),
                ]
            );
        used.Presses(Carla, "tier", target: "sent", values: Set("Medium"))
            .Waits(55)
            .Waits(60)
            .Presses(Sam, "tier", target: "sent", values: Set("Critical"))
            .Presses(Carla, "open");
        return open.Seen.Concat(used.Seen);
    }

    /// <summary>What is in use: reminded of, changed, reviewed, ended.</summary>
    public static IEnumerable<(string Name, View View)> InUse()
    {
        var (name, answers) = Examples().MaxBy(example => Assessor.Assess(Policy, example.Answers).Tier);
        PlayedCase Used(string played)
        {
            var used = new PlayedCase(
                played,
                answers.With("training", "no").With("others", "listed").With("where", "uk_eea"),
                Policy,
                Context
            ).Sends(Rita);
            foreach (var person in new[] { Sam, Priya, Carla })
                used.Presses(
                    person,
                    "approve_conditions",
                    target: "sent",
                    values:
                    [
                        ("condition_text", "Switch off training on our information; keep proof."),
                        ("condition_when", "before_use"),
                        ("terms", "covered"),
                        ("terms_ref", "Terms v7"),
                        ("comment", "There is no other, and we can leave it in days."),
                    ]
                );
            return used;
        }
        var forgotten = Used("use-forgotten").Waits(40).Waits(100).Waits(170).Waits(200).Waits(230);
        var changed = Used("use-changed")
            .Presses(Rita, "changed", Slot.Receipt)
            .Presses(Rita, "changed", Slot.Receipt, "sent")
            .Presses(
                Rita,
                "changed",
                Slot.Receipt,
                "sent",
                [("triggers", "T1,T7"), ("change_text", "They switched on an assistant that reads our notes.")]
            )
            .Presses(Sam, "incident")
            .Presses(Sam, "incident", target: "sent", values: [("note_text", "They say that a laptop with logs was lost on Tuesday.")])
            .Presses(Rita, "report", Slot.Receipt)
            .Presses(Rita, "checked", Slot.Receipt);
        var ended = Used("use-ended")
            .Presses(Rita, "exit", Slot.Receipt)
            .Presses(Rita, "exit", Slot.Receipt, "sent", [("exit_access", "Accounts closed, see ticket 12.")])
            .Presses(
                Rita,
                "exit",
                Slot.Receipt,
                "sent",
                [
                    ("exit_access", "Accounts closed, see ticket 12."),
                    ("exit_data", "Letter of deletion, in the contract folder."),
                    ("exit_moved", "There were none."),
                ]
            )
            .Presses(Sam, "open")
            .Presses(Sam, "ended");
        var before = changed.Case;
        var review = new PlayedCase(
            "use-review",
            answers.With("training", "yes").With("others", "listed").With("where", "uk_eea"),
            Policy,
            Context
        )
            .Reviews(before, ["T1", "T7"], "They switched on an assistant that reads our notes.", Rita)
            .Presses(Sam, "review")
            .Presses(Sam, "reject")
            .Presses(Sam, "reject", target: "sent", values: [("comment", "Nobody can say where our notes go now.")]);
        var entry = RegisterUpdate.Of(before, Now) with
        {
            Status = EntryStatus.ReviewDue,
            NextReview = new(2026, 12, 10),
            NextReport = new(2026, 12, 1),
        };
        var contents = new DigestContents([], [], [], [], Now.AddDays(-7))
        {
            Reviews = [.. Enumerable.Range(1, 11).Select(number => entry with { Id = $"SUP-{number:0000}" })],
            Reports = [entry],
            NotReady = [entry with { Status = EntryStatus.Onboarding, DecidedAt = Now.AddDays(-4) }],
        };
        return forgotten
            .Seen.Where(card => card.Name.Contains("day", StringComparison.Ordinal))
            .DistinctBy(card => card.View.Plain)
            .Concat(
                changed
                    .Seen.Concat(ended.Seen)
                    .Concat(review.Seen)
                    .Where(card =>
                        !card.Name.Contains("submit", StringComparison.Ordinal) && !card.Name.Contains("approve", StringComparison.Ordinal)
                    )
            )
            .Append(("use-digest", DigestCard.Show(contents, null, Context)));
    }

    /// <summary>The policy that was shipped with the first format.</summary>
    public static string FormatOneText { get; } =
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "SupplierBot.Onboarding.Tests", "Policies", "policy-2026.11-r1.yaml"));

    /// <summary>The policy as everybody may read it: every page of every topic, every contract point, and what changed.</summary>
    public static IEnumerable<(string Name, View View)> Policies()
    {
        var before = ((PolicyReading.Accepted)PolicyReader.Read(FormatOneText)).Policy;
        foreach (var topic in Enum.GetNames<PolicyTopic>())
        {
            for (var from = 0; ; )
            {
                var request = new Request.ShowPolicy(Enum.Parse<PolicyTopic>(topic), "", from);
                var view = CaseDecider.Handle(new TurnState { PolicyBefore = before }, request, new(Rita, true), Policy, Context).Answer!;
                yield return ($"policy-{topic}-{from}", view);
                if (view.Buttons.FirstOrDefault(button => button.Label == Context.Wording["button.more"]) is not { } more)
                    break;
                from = int.Parse(more.Target.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
            }
        }
        foreach (var clause in Policy.Clauses)
        {
            var request = new Request.ShowPolicy(PolicyTopic.Clause, clause.Id);
            yield return ($"policy-{clause.Id}", CaseDecider.Handle(new(), request, new(Rita, true), Policy, Context).Answer!);
        }
        var inPublic = new Request.ShowPolicy(PolicyTopic.Overview) { InPublic = true };
        yield return ("policy-public", CaseDecider.Handle(new(), inPublic, new(Rita, true), Policy, Context).Answer!);
    }

    /// <summary>
    /// Asked about, claimed, approved with conditions by everybody who is needed, conditions done and confirmed, taken back.
    /// </summary>
    /// <summary>Added with a mistake and without, judged both ways, looked at.</summary>
    private static PlayedCase WithDocuments(PlayedCase played)
    {
        (string, string)[] certificate =
        [
            ("evidence_kind", "E-CERT"),
            ("evidence_link", "https://trust.acme.example/iso27001.pdf"),
            ("evidence_issuer", "DNV Business Assurance"),
            ("evidence_covers", "yes"),
            ("evidence_region", "UK and EEA"),
            ("evidence_issued", "2026-01-01"),
            ("evidence_expires", "2027-08-14"),
            ("evidence_bridged", "2027-11-14"),
        ];
        return played
            .Presses(Rita, "evidence", Slot.Receipt)
            .Presses(Rita, "evidence_add", Slot.Receipt, "E-CERT")
            .Presses(Rita, "evidence_add", Slot.Receipt, "sent", [("evidence_kind", "E-CERT"), ("evidence_link", "http://acme.example")])
            .Presses(Rita, "evidence_add", Slot.Receipt, "sent", certificate)
            .Presses(
                Rita,
                "evidence_add",
                Slot.Receipt,
                "sent",
                [("evidence_kind", "E-DPA"), ("evidence_place", "Their portal, folder Legal")]
            )
            .Presses(Sam, "evidence")
            .Presses(Sam, "evidence_check", target: "1")
            .Presses(Sam, "evidence_check", target: "sent 1 0", values: [("verdict", "gaps")])
            .Presses(Sam, "evidence_check", target: "sent 1 0", values: [("verdict", "sufficient"), ("evidence_expires", "2027-08-14")])
            .Presses(
                Sam,
                "evidence_check",
                target: "sent 2 0",
                values: [("verdict", "insufficient"), ("note", "It isn't signed by either side.")]
            )
            .Presses(Rita, "evidence_open", Slot.Receipt, "1")
            .Presses(Rita, "contract", Slot.Receipt)
            .Presses(Rita, "contract", Slot.Receipt, "sent", [("contract_kind", "Order"), ("contract_reference", "")])
            .Presses(
                Rita,
                "contract",
                Slot.Receipt,
                "sent",
                [
                    ("contract_kind", "Negotiated"),
                    ("contract_reference", "MSA 2026-114"),
                    ("contract_end", "2028-03-31"),
                    ("contract_notice", "31"),
                    ("contract_renewal", "12"),
                ]
            )
            .Presses(Rita, "contract", Slot.Receipt)
            .Presses(Rita, "evidence", Slot.Receipt);
    }

    private static PlayedCase Approved(string name, Answers answers)
    {
        var open = answers.With("training", "not_sure").With("others", "not_sure");
        var played = new PlayedCase($"{name}-yes", open, Policy, Context)
            .Sends(Rita)
            .Presses(Rita, "review")
            .Presses(Sam, "review")
            .Presses(Sam, "details")
            .Presses(Sam, "claim")
            .Presses(Sam, "ask")
            .Presses(Sam, "settle")
            .Presses(
                Sam,
                "ask",
                values: [("question", "Which model do they send our notes to?"), ("about", "training,others")],
                target: "sent"
            )
            .Presses(
                Rita,
                "reply",
                "told-Asked-1-teams:rita",
                "1",
                [("answer_text", "They say it is their own."), ("training", "no"), ("others", "listed")]
            );
        WithDocuments(played)
            .Presses(Sam, "approve_conditions")
            .Presses(Sam, "approve")
            .Lists(Sam, "pending")
            .Lists(Rita, "mine")
            .Says(Rita, "status REQ-2026-0012", new());
        foreach (var person in new[] { Sam, Priya, Carla })
        {
            played.Presses(
                person,
                "approve_conditions",
                target: "sent",
                values:
                [
                    ("condition_text", "Switch off training on our information; keep proof."),
                    ("condition_when", "before_use"),
                    ("terms", "covered"),
                    ("terms_ref", "Terms v7"),
                    ("comment", "There is no other, and we can leave it in days."),
                    ("seen", "iso27001"),
                ]
            );
        }
        return played
            .Presses(Rita, "done", Slot.Receipt, "1")
            .Presses(Rita, "done", Slot.Receipt, "1", [("proof_text", "A picture of the setting is in the folder.")])
            .Presses(Sam, "confirm", target: "1")
            .Presses(Sam, "open")
            .Lists(Priya, "find notes")
            .Lists(Priya, "can I use " + played.Case.Supplier)
            .Presses(Sam, "revoke")
            .Presses(Sam, "revoke", target: "sent", values: [("comment", "They were bought by a company we do not work with.")]);
    }

    /// <summary>Everything that may be long is; of as many questions as a case holds, the last five wait.</summary>
    public static PlayedCase Wordy(string text)
    {
        var (name, answers) = Examples().MaxBy(example => Assessor.Assess(Policy, example.Answers).Tier);
        var played = new PlayedCase(name, answers.With("purpose", text), Policy, Context).Sends(Rita);
        for (var asked = 1; asked <= 14; asked++)
        {
            if (asked > 5)
                played.Presses(Rita, "reply", target: $"{asked - 5}", values: [("answer_text", text)]);
            played.Presses(Sam, "ask", target: "sent", values: [("question", $"{asked} {text[..1900]}")]);
        }
        return played
            .Presses(Sam, "review")
            .Presses(Priya, "review")
            .Presses(Sam, "reject", target: "sent", values: [("comment", text)])
            .Presses(Rita, "open", Slot.Receipt);
    }

    private static View Undelivered(int count) =>
        DeadLetterCard.Show(
            [
                .. Enumerable
                    .Range(1, count)
                    .Select(number => new DeadLetterLine(
                        $"x-u-teams:{number}!REQ-2026-{number:0000}-receipt",
                        $"REQ-2026-{number:0000}",
                        number % 3 == 0 ? Slot.Receipt
                            : number % 3 == 1 ? "review-security"
                            : "told-Asked-1-teams:rita",
                        number % 4 == 0 ? null
                            : number % 4 == 1 ? ""
                            : Sam.Name,
                        number % 2 == 0 ? "unreachable" : "400 BadSyntax",
                        Now.AddHours(-number),
                        number
                    )),
            ],
            "",
            Context
        );

    private static PlayedCase Rejected(string name, Answers answers) =>
        new PlayedCase($"{name}-no", answers, Policy, Context)
            .Sends(Rita)
            .Presses(Sam, "reject")
            .Presses(Sam, "reject", target: "sent", values: [("comment", "short")])
            .Presses(Sam, "reject", target: "sent", values: [("comment", "No proof of security, and two approved ones do the same.")])
            .Presses(Priya, "approve")
            .Presses(Rita, "open", Slot.Receipt);

    private static PlayedCase Withdrawn(string name, Answers answers) =>
        new PlayedCase($"{name}-back", answers, Policy, Context)
            .Sends(Rita)
            .Presses(Rita, "withdraw", Slot.Receipt)
            .Presses(Rita, "withdraw", Slot.Receipt, "sent")
            .Presses(Sam, "review");

    private static PlayedCase Undoable(string name, Answers answers) =>
        new PlayedCase($"{name}-undo", answers, Policy, Context with { UndoFor = TimeSpan.FromSeconds(30) })
            .Sends(Rita)
            .Presses(Sam, "reject", target: "sent", values: [("comment", "No proof of security, and two approved ones do the same.")])
            .Presses(Sam, "open");

    private static View Shown(Answers answers) =>
        DraftCards.Show(
            new Draft
            {
                Id = "d-7f3a",
                Owner = Rita,
                Revision = 3,
                Answers = answers,
                StartedAt = Now,
                ChangedAt = Now,
            },
            new TurnState(),
            Policy,
            Context
        );

    /// <summary>The answers page by page: none, those of the first page, of the first two … all.</summary>
    private static IEnumerable<Answers> Steps(Answers all) =>
        Enumerable
            .Range(0, Policy.Pages.Count + 1)
            .Select(count =>
                Policy
                    .Pages.Take(count)
                    .SelectMany(page => page.Questions)
                    .Where(all.Answered)
                    .Aggregate(Answers.Empty, (answers, id) => answers.With(id, [.. all.Picked(id)]))
            );

    private static IEnumerable<(string Id, Answers Answers)> Examples() =>
        JsonNode
            .Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "SupplierBot.Onboarding.Tests", "WorkedExamples.json")))!
            .AsArray()
            .Select(example => ((string)example!["id"]!, AnswersOf(example["answers"]!.AsObject())));

    private static Answers AnswersOf(JsonObject answers) =>
        answers.Aggregate(
            Answers.Empty.With("service", "Notes, business plan").With("owner", "Rita Requester").With("start", "2026-11-20"),
            (all, answer) =>
                all.With(
                    answer.Key,
                    answer.Value is JsonArray picked ? [.. picked.Select(choice => (string)choice!)] : [(string)answer.Value!]
                )
        );
}
