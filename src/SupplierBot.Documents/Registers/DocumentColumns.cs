using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Registers;

internal static class DocumentColumns
{
    public static readonly IReadOnlyList<Column<DocumentLine>> All =
    [
        new("number", 12, line => Cell.Of(line.Supplier.Entry.Id)),
        new("supplier", 28, line => Cell.Of(line.Supplier.Entry.Supplier)),
        new("kind", 34, line => Cell.Of(Title(line))) { Repeats = true },
        new("before_use", 11, line => Cell.Of(line.Supplier.File.YesNo(BeforeUse(line)))) { Repeats = true },
        new("verdict", 22, Verdict) { Repeats = true },
        new("issuer", 24, line => Cell.Of(line.Document?.Issuer)) { Repeats = true },
        new("covers", 16, line => line.Document?.CoversService is { } covers ? Cell.Of(line.Supplier.File.YesNo(covers)) : Cell.Empty)
        {
            Repeats = true,
        },
        new("region", 18, line => Cell.Of(line.Document?.Region)) { Repeats = true },
        new("issued", 13, line => Cell.Of(line.Document?.Issued)),
        new("expires", 13, line => Cell.Of(line.Document?.Expires)),
        new("bridged", 13, line => Cell.Of(line.Document?.BridgedUntil)),
        new("gaps", 36, line => Cell.Of(line.Document?.Gaps)),
        new("judged_by", 20, line => Cell.Of(line.Document?.JudgedBy?.Name)) { Repeats = true },
        new("judged_on", 17, line => line.Supplier.File.Moment(line.Document?.JudgedAt)),
        new("added_by", 20, line => Cell.Of(line.Document?.AddedBy.Name)) { Repeats = true },
        new("added_on", 17, line => line.Supplier.File.Moment(line.Document?.AddedAt)),
        new("link", 36, line => Cell.Of(line.Document?.Link is { Length: > 0 } link ? link : line.Document?.Place)),
        new("file_name", 28, line => Cell.Of(line.Document?.File?.Name)),
        new("file_size", 14, line => line.Document?.File is { } file ? Cell.Of(file.Size) : Cell.Empty),
        new("sha256", 68, line => Cell.Of(line.Document?.File?.Sha256)),
    ];

    private static string Title(DocumentLine line) =>
        line.Supplier is { Case: { } current, Policy: { } policy } ? DocumentTexts.Title(line.Kind, current, policy) : line.Kind;

    /// <summary>One of several of which one is enough counts as needed, too.</summary>
    private static bool BeforeUse(DocumentLine line) =>
        line.Supplier.Case?.Requirements is { } needs && (needs.Documents.Contains(line.Kind) || needs.OneOf.Contains(line.Kind));

    private static Cell Verdict(DocumentLine line)
    {
        var wording = line.Supplier.Wording;
        return line.Document switch
        {
            null when line.Supplier.Case!.Approvals.Any(approval => approval.Seen.Contains(line.Kind)) => Cell.Of(
                wording["file.register_seen"]
            ),
            null => Cell.Of(wording["evidence.is_missing"], BeforeUse(line) ? CellTone.Warning : CellTone.Plain),
            { } document when document.Expired || document.LastDay < line.Supplier.File.Today => Cell.Of(
                wording["document.expired"],
                CellTone.Alert
            ),
            { Verdict: { } verdict } => Cell.Of(
                wording[$"document.verdict.{verdict}"],
                verdict == EvidenceVerdict.Insufficient ? CellTone.Alert : CellTone.Good
            ),
            _ => Cell.Of(wording["document.waiting"], CellTone.Warning),
        };
    }
}

internal static class ReviewColumns
{
    public static readonly IReadOnlyList<Column<ReviewLine>> All =
    [
        new("number", 12, line => Cell.Of(line.Supplier.Entry.Id)),
        new("supplier", 28, line => Cell.Of(line.Supplier.Entry.Supplier)),
        new("case", 16, line => Cell.Of(line.Case.Id)),
        new("review_kind", 16, line => Cell.Of(line.Supplier.Wording[$"file.register_review_{Kind(line.Case)}"])) { Repeats = true },
        new("triggers", 36, line => Cell.Lines(Triggers(line))) { Repeats = true },
        new("review_tier", 10, line => Cell.Of(CaseTexts.Tier(line.Case, line.Supplier.File.Context))) { Repeats = true },
        new("outcome", 24, Outcome) { Repeats = true },
        new("decided_on", 17, line => line.Supplier.File.Moment(line.Case.Decision?.At)),
        new("decided_by", 24, line => Cell.Of(SupplierTexts.DecidedBy(line.Case))) { Repeats = true },
        new("approvals", 40, line => Cell.Lines(line.Case.Approvals.Select(approval => Signed(approval, line)))),
        new("decision_reason", 44, line => Cell.Of(line.Case.Decision?.Reason)),
        new("review_of", 16, line => Cell.Of(line.Case.ReviewOrigin?.Of)),
        new("next_review", 13, line => line.IsCurrent ? Cell.Of(line.Supplier.Entry.NextReview) : Cell.Empty),
        new("under_way", 16, line => line.IsCurrent ? Cell.Of(line.Supplier.Entry.Review?.CaseId) : Cell.Empty),
    ];

    private static string Kind(Case current) =>
        current.ReviewOrigin is not { } origin ? "first"
        : origin.Triggers.Count == 0 ? "calendar"
        : "change";

    private static IEnumerable<string> Triggers(ReviewLine line) =>
        line.Case.ReviewOrigin?.Triggers.Select(id =>
            line.Supplier.Wording.Has($"trigger.{id}")
                ? line.Supplier.Wording[$"trigger.{id}"]
                : line.Supplier.Policy?.Triggers.FirstOrDefault(trigger => trigger.Id == id)?.Words ?? id
        )
        ?? [];

    private static Cell Outcome(ReviewLine line)
    {
        var words = CaseTexts.Outcome(line.Case, line.Supplier.File.Context);
        return Cell.Of(
            char.ToUpperInvariant(words[0]) + words[1..],
            line.Case.Status switch
            {
                CaseStatus.Approved or CaseStatus.ApprovedWithConditions => CellTone.Good,
                CaseStatus.Rejected or CaseStatus.Revoked => CellTone.Alert,
                _ => CellTone.Plain,
            }
        );
    }

    private static string Signed(Approval approval, ReviewLine line) =>
        line.Supplier.Wording.Fill(
            "words.signed",
            ("name", approval.By.Name),
            ("role", Role(approval.Role, line)),
            ("at", FileDates.Moment(approval.At, line.Supplier.File.Provenance.Zone))
        );

    private static string Role(string role, ReviewLine line) =>
        line.Supplier.Policy?.Roles.FirstOrDefault(one => one.Id == role)?.Title ?? CaseTexts.Role(role, line.Supplier.File.Context);
}
