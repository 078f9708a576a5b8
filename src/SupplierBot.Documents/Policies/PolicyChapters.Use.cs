using SupplierBot.Documents.Text;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Policies;

/// <summary>Who does what, and what happens while a supplier is in use.</summary>
internal sealed partial class PolicyChapters
{
    private static readonly string[] OffboardingProofs = ["access", "data", "moved"];

    public IEnumerable<Block> Roles()
    {
        yield return Heading("roles");
        yield return Sentence("roles");
        IEnumerable<(string Role, string Duties)> rows =
        [
            (Words["document.policy.role_requester"], Words["document.policy.duty_requester"]),
            (Words["document.policy.role_owner"], Words["document.policy.duty_owner"]),
            .. Policy.Roles.Select(role => (Role(role.Id), string.Join('\n', Duties(role.Id)))),
            (Role(RoleNames.Auditor), Words["document.policy.duty_auditor"]),
        ];
        yield return new Block.Table(
            [new(Words["document.policy.role"], 4), new(Words["document.policy.duties"], 13)],
            [.. rows.Where(row => row.Duties.Length > 0).Select(row => Row.Of(row.Role, row.Duties))]
        );
    }

    /// <summary>All that the policy gives the role, wherever it says so.</summary>
    private IEnumerable<string> Duties(string role)
    {
        var tiers = Policy.Approvals.Where(rule => rule.Role == role).Select(rule => rule.Tier).Distinct().Order().ToList();
        if (tiers.Count > 0)
            yield return Words.Fill("document.policy.duty_decides", ("tiers", string.Join(", ", tiers.Select(Words.Tier))));
        if (role == RoleNames.Security)
            yield return Words["document.policy.duty_security"];
        if (Policy.TierChanges.LoweredBy == role)
            yield return Words.Fill("document.policy.duty_lowers", ("n", DocumentWords.Number(Policy.TierChanges.LongestDays)));
        if (Policy.Agreements.LegalRole == role)
            yield return Words["document.policy.duty_changes"];
        if (Policy.Agreements.Acceptance is { } gaps && gaps.Role == role)
            yield return Words.Fill("document.policy.duty_gaps", ("n", DocumentWords.Number(gaps.MostDays)));
        if (Policy.Seats.Helper is { } helper && helper.Role == role)
            yield return Words.Fill("policies.helper", ("role", Role(role)), ("seat", Role(helper.Seat)));
    }

    public IEnumerable<Block> Monitoring()
    {
        yield return Heading("monitoring");
        yield return new Block.Paragraph(Words["policies.about_Reviews"]);
        yield return new Block.Heading(2, Words["policies.reviews"]);
        var rows = RoutineTopics.Reviews(Reader).Where(row => row.Group == Words["policies.reviews"]).ToList();
        yield return new Block.Table(
            [new(Words["document.tier"], 4), new(Words["document.policy.review"], 13)],
            [.. rows.Where(row => row.Label.Length > 0).Select(row => Row.Of(row.Label, DocumentWords.Sentence(row.Text)))]
        );
        yield return new Block.BulletList([
            .. rows.Where(row => row.Label.Length == 0).Select(row => DocumentWords.Sentence(row.Text)),
            Words.Fill(
                "document.policy.reminders",
                ("documents", Numbers(Policy.Agreements.EvidenceReminderDays)),
                ("notice", Numbers(Policy.Agreements.NoticeReminderDays))
            ),
        ]);
        yield return new Block.Heading(2, Words["policies.triggers"]);
        yield return new Block.Table(
            [new(Words["document.policy.trigger"], 9), new(Words["document.policy.asked_again"], 8)],
            [
                .. Policy.Triggers.Select(trigger =>
                    Row.Of(
                        trigger.Words,
                        trigger.AsksAgain.Count == 0
                            ? DocumentWords.Sentence(Words["difference.everything"])
                            : CaseTexts.Questions(trigger.AsksAgain, Policy)
                    )
                ),
            ]
        );
    }

    public IEnumerable<Block> Incidents()
    {
        yield return Heading("incidents");
        yield return Sentence("incidents");
        yield return new Block.BulletList([
            Words["document.policy.incident_report"],
            Words["document.policy.incident_hears"],
            Words["document.policy.incident_review"],
            .. Policy.Clauses.FirstOrDefault(clause => clause.Id == "INC") is { } clause
                ? [Words.Fill("document.policy.incident_clause", ("clause", clause.Title))]
                : Array.Empty<string>(),
        ]);
    }

    public IEnumerable<Block> Offboarding()
    {
        yield return Heading("offboarding");
        yield return Sentence("offboarding");
        yield return new Block.BulletList(
            [
                .. OffboardingProofs.Select(what =>
                    Words.Fill("document.labelled", ("label", Words[$"form.exit_{what}"]), ("text", Words[$"form.exit_{what}_help"]))
                ),
            ],
            Numbered: true
        );
        yield return Sentence("offboarding_end");
    }

    public IEnumerable<Block> Exceptions()
    {
        yield return Heading("exceptions");
        yield return Sentence("exceptions");
        yield return new Block.BulletList([.. ExceptionRules()]);
    }

    private IEnumerable<string> ExceptionRules()
    {
        if (Policy.Agreements.Acceptance is { } gaps)
        {
            yield return Words.Fill("document.policy.exception_gap", ("role", Role(gaps.Role)), ("n", DocumentWords.Number(gaps.MostDays)));
            if (gaps.Never.Count > 0)
                yield return Words.Fill(
                    "document.policy.exception_never",
                    (
                        "clauses",
                        string.Join(", ", gaps.Never.Select(id => Policy.Clauses.FirstOrDefault(clause => clause.Id == id)?.Title ?? id))
                    )
                );
        }
        yield return Policy.Agreements.LegalRole is { } legal
            ? Words.Fill("document.policy.exception_change", ("role", Role(legal)))
            : Words["document.policy.exception_change_approvers"];
        if (Policy.TierChanges.LoweredBy.Length > 0)
            yield return Words.Fill(
                "document.policy.exception_tier",
                ("role", Role(Policy.TierChanges.LoweredBy)),
                ("n", DocumentWords.Number(Policy.TierChanges.LongestDays))
            );
        yield return Words["document.policy.exception_recorded"];
    }

    private string Role(string role) => CaseTexts.Role(role, Reader.Context);

    private string Numbers(IReadOnlyList<int> days) =>
        days.Count == 0 ? Words["difference.none"] : string.Join(", ", days.Select(DocumentWords.Number));
}
