using SupplierBot.Documents.Text;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Policies;

/// <summary>
/// The chapters of the policy document, each with its number. The cards about the policy say the same with the same texts.
/// </summary>
internal sealed partial class PolicyChapters
{
    private int number;

    public PolicyChapters(Policy policy, DocumentWords words)
    {
        (Policy, Words) = (policy, words);
        Reader = new(policy, words.Context(policy));
    }

    public Policy Policy { get; }
    public DocumentWords Words { get; }
    public PolicyReaderContext Reader { get; }

    public Block.Heading Heading(string chapter) =>
        new(1, $"{DocumentWords.Number(++number)} {Words[$"document.policy.chapter_{chapter}"]}");

    public IEnumerable<Block> Purpose()
    {
        yield return Heading("purpose");
        yield return Sentence("purpose");
        yield return Sentence("purpose_register");
    }

    public IEnumerable<Block> Scope()
    {
        yield return Heading("scope");
        yield return Sentence("scope");
        yield return new Block.Paragraph(Words["document.policy.types"]);
        yield return new Block.Table(
            [
                new(Words["document.policy.type"], 5),
                new(Words["document.policy.type_about"], 9),
                new(Words["document.policy.type_clauses"], 6),
            ],
            [
                .. Policy.Types.Select(type =>
                    Row.Of(
                        type.Title,
                        type.About,
                        string.Join(
                            ", ",
                            type.KeyClauses.Select(id => Policy.Clauses.FirstOrDefault(clause => clause.Id == id)?.Title ?? id)
                        )
                    )
                ),
            ]
        );
    }

    public IEnumerable<Block> Tiers()
    {
        yield return Heading("tiers");
        yield return Sentence("tiers");
        yield return new Block.Heading(2, Words["document.policy.classes"]);
        yield return Classes();
        yield return new Block.Heading(2, Words["document.policy.tier_table"]);
        yield return new Block.Table(
            [
                new(Words["document.tier"], 3),
                new(Words["document.policy.points"], 2, IsNumber: true),
                new(Words["document.policy.meaning"], 8),
                new(Words["document.policy.decided_in"], 4),
                new(Words["document.policy.unused"], 3),
            ],
            [
                .. Policy.Tiers.Select(tier =>
                    Row.Of(
                        Words.Tier(tier.Tier),
                        DocumentWords.Number(tier.From),
                        tier.Words,
                        Words.Fill("policies.days", ("n", DocumentWords.Number(tier.WorkingDays))),
                        Words.Fill("difference.days", ("n", DocumentWords.Number(tier.ApprovalValidDays)))
                    )
                ),
            ]
        );
        yield return new Block.Paragraph(Words["policies.about_Tiers"]);
        foreach (
            var block in Grouped(QuestionTopics.Tiers(Reader), Words["document.policy.what_counts"], Words["document.policy.points_up"])
        )
            yield return block;
    }

    public IEnumerable<Block> DueDiligence()
    {
        yield return Heading("diligence");
        yield return new Block.Paragraph(Words["policies.about"]);
        yield return new Block.Heading(2, Words["policies.topic_Questions"]);
        var rows = QuestionTopics.Questions(Reader);
        yield return new Block.Table(
            [new(Words["document.policy.question"], 4), new(Words["document.policy.question_about"], 13)],
            [
                .. rows.GroupBy(row => row.Group)
                    .SelectMany(page => page.Select(row => Row.Of(row.Label, row.Text)).Prepend(Row.Group(page.Key))),
            ]
        );
        yield return new Block.Heading(2, Words["policies.topic_Documents"]);
        yield return new Block.Paragraph(Words["policies.about_Documents"]);
        yield return new Block.Table(
            [new(Words["document.policy.document"], 5), new(Words["policies.applies"], 7), new(Words["policies.because"], 6)],
            [
                .. Policy.Evidence.Select(rule =>
                    Row.Of(rule.Title, DocumentWords.Sentence(Reader.Conditions.Of(rule.When)), DocumentWords.Sentence(rule.Because))
                ),
            ]
        );
    }

    public IEnumerable<Block> Onboarding()
    {
        yield return Heading("onboarding");
        yield return new Block.Paragraph(Words["policies.about_Approvals"]);
        foreach (
            var block in Grouped(
                RoutineTopics.Approvals(Reader),
                Words["document.policy.who_decides"],
                Words["document.policy.decides_when"]
            )
        )
            yield return block;
        if (RoutineTopics.OptionalRoles(Reader) is { Length: > 0 } optional)
            yield return new Block.Paragraph(optional, ParagraphStyle.Small);
        yield return new Block.Heading(2, Words["document.policy.before_use"]);
        yield return Sentence("before_use_words");
        yield return new Block.Table(
            [
                new(Words["document.tier"], 3),
                new(Words["document.policy.before_clauses"], 6),
                new(Words["document.policy.before_documents"], 8),
            ],
            [.. Policy.Tiers.Select(tier => BeforeUse(Policy.Agreements.Of(tier.Tier)))]
        );
        yield return new Block.Paragraph(Words["document.policy.conditions"]);
    }

    public IEnumerable<Block> Risks()
    {
        yield return Annex("risks");
        yield return Sentence("risks");
        foreach (var type in Policy.Types.Where(type => type.Risks.Count > 0))
        {
            yield return new Block.Heading(2, type.Title);
            yield return new Block.Table(
                [
                    new(Words["document.policy.risk"], 5),
                    new(Words["document.policy.risk_words"], 7),
                    new(Words["document.policy.reference"], 6),
                ],
                [.. type.Risks.Select(risk => Row.Of(risk.Title, risk.Words, risk.Reference))]
            );
        }
    }

    public Block.Heading Annex(string key) => new(1, Words[$"document.policy.annex_{key}"]);

    /// <summary>Each group with its own heading: what has a label as a table, what has none as a list.</summary>
    public static IEnumerable<Block> Grouped(IReadOnlyList<PolicyRow> rows, string label, string text)
    {
        foreach (var group in rows.GroupBy(row => row.Group))
        {
            yield return new Block.Heading(3, group.Key);
            if (group.Where(row => row.Label.Length > 0).ToList() is { Count: > 0 } labelled)
                yield return new Block.Table(
                    [new(label, 6), new(text, 11)],
                    [.. labelled.Select(row => Row.Of(row.Label, DocumentWords.Sentence(row.Text)))]
                );
            IReadOnlyList<string> others =
            [
                .. group.Where(row => row.Label.Length == 0).Select(row => DocumentWords.Sentence(row.Text.TrimStart('•', ' '))),
            ];
            if (others.Count == 1)
                yield return new Block.Paragraph(others[0]);
            else if (others.Count > 1)
                yield return new Block.BulletList(others);
        }
    }

    public Block.Paragraph Sentence(string key) =>
        new(Words.Fill($"document.policy.{key}", ("organisation", Words.Provenance.Organisation)));

    private Block.Table Classes()
    {
        var choices = Policy.Question("data").Choices.GroupBy(choice => Math.Min(choice.Rank, 3)).OrderBy(group => group.Key);
        return new(
            [new(Words["document.policy.class"], 3), new(Words["document.policy.class_kinds"], 14)],
            [
                .. choices.Select(group =>
                    Row.Of(
                        Words[$"document.class_{DocumentWords.Number(group.Key)}"],
                        string.Join("; ", group.Select(choice => choice.Label))
                    )
                ),
            ]
        );
    }

    private Row BeforeUse(BeforeUseRule rule)
    {
        var documents = Words[$"difference.documents_{rule.Documents}"];
        if (rule.Documents == DocumentsBeforeUse.OneOf)
            documents = Words.Fill(
                "document.labelled",
                ("label", documents),
                ("text", string.Join("; ", Policy.Agreements.OneOf.Select(Title)))
            );
        var clauses = Words[$"difference.clauses_{rule.Clauses}"];
        if (rule.NamesSections)
            clauses = $"{clauses}; {Words["document.policy.with_section"]}";
        return Row.Of(Words.Tier(rule.Tier), DocumentWords.Sentence(clauses), DocumentWords.Sentence(documents));

        string Title(string id) => Policy.Evidence.FirstOrDefault(one => one.Id == id)?.Title ?? id;
    }
}
