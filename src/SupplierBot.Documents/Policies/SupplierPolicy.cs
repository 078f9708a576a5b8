using SupplierBot.Documents.Text;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Policies;

/// <summary>
/// The organisation's Supplier Security Policy as a document to approve and to show: what policy.yaml says, and what the bot does with it.
/// </summary>
public static class SupplierPolicy
{
    /// <param name="history">Any order; the version itself is added where it isn't among them.</param>
    public static DocumentText Of(Policy policy, IReadOnlyList<PolicyVersion> history, Provenance provenance, Wording wording)
    {
        var chapters = new PolicyChapters(policy, new DocumentWords(provenance, wording));
        var words = chapters.Words;
        return words.Document(
            words["document.policy.title"],
            words.Fill("document.policy.subtitle", ("organisation", provenance.Organisation), ("version", policy.Version)),
            [
                Approval(policy, words),
                new Block.Contents(words["document.contents"]),
                new Block.PageBreak(),
                .. chapters.Purpose(),
                .. chapters.Scope(),
                .. chapters.Roles(),
                .. chapters.Tiers(),
                .. chapters.DueDiligence(),
                .. new PolicyClauses(chapters).Matrix(),
                .. chapters.Onboarding(),
                .. chapters.Monitoring(),
                .. chapters.Incidents(),
                .. chapters.Offboarding(),
                .. chapters.Exceptions(),
                .. Signed(policy, chapters),
                .. History(policy, history, chapters),
                .. new PolicyClauses(chapters).Annex(),
                .. chapters.Risks(),
            ]
        );
    }

    private static Block.Table Approval(Policy policy, DocumentWords words) =>
        new(
            [new("", 4), new("", 13)],
            [
                Row.Of(words["document.policy.fact_version"], policy.Version),
                Row.Of(words["document.policy.fact_approved"], Approved(policy.ApprovedBy, policy.ApprovedOn, words)),
                Row.Of(words["document.policy.fact_standard"], words["document.policy.standard"]),
                Row.Of(words["document.policy.fact_hash"], policy.Hash),
            ],
            TableLook.Facts
        );

    private static IEnumerable<Block> Signed(Policy policy, PolicyChapters chapters)
    {
        var words = chapters.Words;
        yield return chapters.Heading("approval");
        yield return new Block.Paragraph(
            words.Fill("document.policy.approval_words", ("version", policy.Version), ("by", policy.ApprovedBy))
        );
        yield return new Block.Signatures([
            new(
                words.Fill("document.sign_for", ("party", words.Provenance.Organisation)),
                [
                    new(words["document.sign_name"]),
                    new(words["document.sign_title"]),
                    new(words["document.sign_date"], DocumentWords.Day(policy.ApprovedOn)),
                    new(words["document.sign_signature"]),
                ]
            ),
        ]);
    }

    private static IEnumerable<Block> History(Policy policy, IReadOnlyList<PolicyVersion> history, PolicyChapters chapters)
    {
        var words = chapters.Words;
        IEnumerable<PolicyVersion> all = history.Any(one => one.Version == policy.Version)
            ? history
            : history.Append(new(policy.Version, policy.ApprovedBy, policy.ApprovedOn));
        yield return chapters.Heading("history");
        yield return new Block.Table(
            [
                new(words["document.policy.fact_version"], 4),
                new(words["document.policy.fact_approved"], 6),
                new(words["document.policy.changes"], 9),
            ],
            [
                .. all.OrderByDescending(one => one.ApprovedOn)
                    .ThenByDescending(one => one.Version, StringComparer.Ordinal)
                    .Select(one =>
                        Row.Of(
                            one.Version,
                            Approved(one.ApprovedBy, one.ApprovedOn, words),
                            one.Changes.Length > 0 ? one.Changes : words["document.policy.no_changes"]
                        )
                    ),
            ]
        );
    }

    private static string Approved(string by, DateOnly on, DocumentWords words) =>
        words.Fill("document.policy.approved", ("by", DocumentWords.Sentence(by)), ("day", DocumentWords.Day(on)));
}
