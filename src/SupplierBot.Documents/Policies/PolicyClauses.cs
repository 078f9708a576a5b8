using SupplierBot.Documents.Text;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Documents.Policies;

/// <summary>The clauses: which supplier needs which, and each in full.</summary>
internal sealed class PolicyClauses(PolicyChapters chapters)
{
    private readonly Policy policy = chapters.Policy;
    private readonly DocumentWords words = chapters.Words;

    public IEnumerable<Block> Matrix()
    {
        yield return chapters.Heading("clauses");
        yield return chapters.Sentence("clauses");
        yield return new Block.Paragraph(
            words.Fill(
                "document.policy.matrix_key",
                ("letters", string.Join(", ", policy.Tiers.Select(tier => $"{Letter(tier.Tier)} {words.Tier(tier.Tier)}")))
            ),
            ParagraphStyle.Neutral
        );
        var matrix = new ClauseApplicability(policy);
        yield return new Block.Table(
            [
                new(words["document.schedule.clause"], 11),
                .. policy.Types.Select(type => new Column(char.ToUpperInvariant(type.Words[0]) + type.Words[1..], 6)),
            ],
            [
                .. Grouped()
                    .SelectMany(group =>
                        group
                            .Clauses.Select(clause => new Row([
                                new Cell(clause.Title),
                                .. policy.Types.Select(type => Cell(matrix, clause, type)),
                            ]))
                            .Prepend(Row.Group(group.Heading))
                    ),
            ]
        );
        if (policy.Clauses.Any(clause => clause.AppliesToOpenLicence))
            yield return new Block.Paragraph(
                words.Fill(
                    "document.policy.matrix_open",
                    (
                        "clauses",
                        string.Join(", ", policy.Clauses.Where(clause => clause.AppliesToOpenLicence).Select(clause => clause.Title))
                    )
                ),
                ParagraphStyle.Small
            );
    }

    public IEnumerable<Block> Annex()
    {
        yield return new Block.PageBreak();
        yield return chapters.Annex("clauses");
        yield return chapters.Sentence("clauses_full");
        foreach (var (heading, clauses) in Grouped())
        {
            yield return new Block.Heading(2, heading);
            foreach (var block in clauses.SelectMany(Clause))
                yield return block;
        }
    }

    private IEnumerable<Block> Clause(Clause clause)
    {
        var reader = chapters.Reader;
        yield return new Block.Heading(3, $"{clause.Title} ({clause.Id})");
        foreach (var variant in clause.Text)
        {
            var label =
                clause.Text.Count == 1 ? ""
                : variant.When is { } when ? words.Fill("document.policy.variant_when", ("when", reader.Conditions.Of(when)))
                : words["document.policy.variant_else"];
            if (label.Length > 0)
                yield return new Block.Paragraph([new TextRun(label, RunStyle.Muted)], ParagraphStyle.Small);
            yield return new Block.Paragraph([.. Runs(variant.Text)]);
        }
        if (clause.ParameterTables.Count > 0)
            yield return Values(clause);
        yield return new Block.Table(
            [new("", 4), new("", 13)],
            [.. About(clause).Select(line => Row.Of(words[line.Key], line.Text))],
            TableLook.Facts
        );
    }

    private IEnumerable<(string Key, string Text)> About(Clause clause)
    {
        var conditions = chapters.Reader.Conditions;
        var alternatives = conditions.Alternatives(clause.When);
        yield return alternatives.Count == 1
            ? ("policies.applies", DocumentWords.Sentence(alternatives[0]))
            : ("policies.applies_one_of", string.Join('\n', alternatives.Select(one => words.Fill("policies.bullet", ("text", one)))));
        yield return ("policies.because", DocumentWords.Sentence(string.Join("; ", clause.Because.Select(reason => reason.Words))));
        if (clause.NotWaivableWhen is { } firm)
            yield return ("policies.not_waivable", DocumentWords.Sentence(conditions.Of(firm)));
        yield return ("policies.maps_to", string.Join(", ", clause.Mapping));
        yield return ("policies.ask_legal", DocumentWords.Sentence(clause.AskLegal));
    }

    private Block.Table Values(Clause clause) =>
        new(
            [
                new(words["document.policy.value"], 4),
                .. policy.Tiers.OrderByDescending(tier => tier.Tier).Select(tier => new Column(words.Tier(tier.Tier), 5)),
            ],
            [
                .. clause.ParameterTables.Select(table =>
                    Row.Of([Name(table.Name), .. policy.Tiers.OrderByDescending(tier => tier.Tier).Select(tier => Value(table, tier.Tier))])
                ),
            ]
        );

    /// <summary>What other answers make of it stands below the value.</summary>
    private string Value(ParameterTable table, Tier tier) =>
        string.Join(
            '\n',
            table
                .Overrides.Where(change => change.Tier is null || change.Tier == tier)
                .Select(change =>
                    words.Fill("document.policy.unless", ("value", change.Value), ("when", chapters.Reader.Conditions.Of(change.When)))
                )
                .Prepend(table.ByTier.GetValueOrDefault(tier, "–"))
        );

    private IEnumerable<(string Heading, IReadOnlyList<Clause> Clauses)> Grouped() =>
        policy
            .Headings.Union(policy.Clauses.Select(clause => clause.Heading))
            .Select(heading => (heading, (IReadOnlyList<Clause>)[.. policy.Clauses.Where(clause => clause.Heading == heading)]))
            .Where(group => group.Item2.Count > 0);

    private Cell Cell(ClauseApplicability matrix, Clause clause, SupplierType type)
    {
        var tiers = policy.Tiers.Select(tier => (Letter: Letter(tier.Tier), Needs: matrix.Of(clause, type, tier.Tier))).ToList();
        if (tiers.All(tier => tier.Needs == Requirement.Never))
            return new("–", RunStyle.Muted);
        return new(string.Join(' ', Spans(tiers)), tiers.Any(tier => tier.Needs == Requirement.Always) ? RunStyle.Strong : RunStyle.Plain);
    }

    /// <summary>"(L) M–C": neighbours that need the same as one.</summary>
    private static IEnumerable<string> Spans(IReadOnlyList<(string Letter, Requirement Needs)> tiers)
    {
        for (var at = 0; at < tiers.Count; )
        {
            var needs = tiers[at].Needs;
            var count = tiers.Skip(at).TakeWhile(tier => tier.Needs == needs).Count();
            var span = count == 1 ? tiers[at].Letter : $"{tiers[at].Letter}–{tiers[at + count - 1].Letter}";
            if (needs != Requirement.Never)
                yield return needs == Requirement.Always ? span : $"({span})";
            at += count;
        }
    }

    /// <summary>Of the tier's own word: no two of them begin alike.</summary>
    private string Letter(Tier tier) => words.Tier(tier)[..1];

    /// <summary>Its parameters are set off, by their names.</summary>
    private static IEnumerable<TextRun> Runs(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var (open, close) = (text.IndexOf('{', at), text.IndexOf('}', at));
            if (open < 0 || close < open)
                break;
            yield return new(text[at..open]);
            yield return new($"[{text[(open + 1)..close].Replace('_', ' ')}]", RunStyle.Strong);
            at = close + 1;
        }
        if (at < text.Length)
            yield return new(text[at..]);
    }

    private static string Name(string parameter) => char.ToUpperInvariant(parameter[0]) + parameter[1..].Replace('_', ' ');
}
