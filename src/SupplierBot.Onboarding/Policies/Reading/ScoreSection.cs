using YamlDotNet.RepresentationModel;

namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>The parts of the score: which answers count how much, and where.</summary>
internal sealed class ScoreSection(IReadOnlyList<Question> questions, PolicyConditionTerms terms)
{
    private const string Hole = "{answer}";

    /// <summary>In the order of <see cref="ScoreTake"/>.</summary>
    private static readonly string[] Takes = ["highest", "lowest", "sum", "table"];

    public static IReadOnlyList<ScoreRule> Read(PolicyFields root, IReadOnlyList<Question> questions, PolicyConditionTerms terms)
    {
        var entries = root.Entries("score", "score");
        SectionReading.NoTwins(entries);
        var section = new ScoreSection(questions, terms);
        return [.. entries.Select(section.Part)];
    }

    private ScoreRule Part(PolicyFields entry)
    {
        var take = (ScoreTake)entry.Word("take", Takes);
        var of = entry.List("of").Select(node => entry.Entry(node, $"{entry.Subject}, of")).OfType<PolicyFields>().ToList();
        var rule = new ScoreRule(
            entry.Id,
            take,
            [.. of.Select(term => Term(term, take))],
            take == ScoreTake.Table ? Table(entry, of) : [],
            entry.OptionalNumber("cap", 1, ScoreRule.Most) ?? ScoreRule.Most,
            entry.OptionalCondition("when", terms)
        );
        if (rule.Terms.Count == 0)
        {
            entry.Fault(entry.Node, "`of` must name at least one question");
        }

        Effect(entry, rule);
        entry.Close();
        return rule;
    }

    private ScoreTerm Term(PolicyFields entry, ScoreTake take)
    {
        var question = Asked(entry);
        var words = entry.Text("words");
        if (words.Length > 0 && !words.Contains(Hole, StringComparison.Ordinal))
        {
            entry.Fault(entry.Optional("words")!, $"`words` must say where the answer stands: `{Hole}`");
        }

        var term = new ScoreTerm(
            entry.Text("question"),
            take == ScoreTake.Table ? [] : Points(entry, question),
            entry.OptionalCondition("when", terms),
            words
        );
        entry.Close();
        return term;
    }

    /// <summary>The choice question that the term reads. One without an order says nothing about risk.</summary>
    private Question? Asked(PolicyFields entry)
    {
        var ordered = questions.Where(question => question.IsChoice && question.Choices.Any(choice => choice.Rank > 0)).ToList();
        var id = entry.Reference("question", "question with an order", [.. ordered.Select(question => question.Id)]);
        return ordered.Find(question => question.Id == id);
    }

    private static Dictionary<string, int> Points(PolicyFields entry, Question? question)
    {
        if (entry.Section("points", $"{entry.Subject} {question?.Id}, points") is not { } fields || question is null)
        {
            return [];
        }

        var points = question.Choices.Select(choice => choice.Id).Where(id => id.Length > 0).Distinct();
        var read = points.ToDictionary(choice => choice, choice => fields.Number(choice, 0, ScoreRule.Most), StringComparer.Ordinal);
        fields.Close();
        return read;
    }

    private List<IReadOnlyList<int>> Table(PolicyFields entry, List<PolicyFields> of)
    {
        if (of.Count != 2)
        {
            entry.Fault(entry.Node, "`take: table` needs two questions in `of`: one for the rows, one for the columns");
        }

        var rows = entry.List("table");
        Fits(entry, entry.Optional("table"), rows.Count, of.ElementAtOrDefault(0), "rows");
        return [.. rows.Select(row => Row(entry, row, of.ElementAtOrDefault(1)))];
    }

    private IReadOnlyList<int> Row(PolicyFields entry, YamlNode row, PolicyFields? columns)
    {
        var points = entry.Items(row, "table");
        Fits(entry, row, points.Count, columns, "numbers");
        return [.. points.Select(point => entry.Number(point, "table", 0, ScoreRule.Most))];
    }

    private void Fits(PolicyFields entry, YamlNode? at, int found, PolicyFields? of, string what)
    {
        var question = questions.FirstOrDefault(known => known.Id == (of?.OptionalText("question") ?? ""));
        if (at is null || question is null || question.Choices.Count == 0)
        {
            return;
        }

        var needed = question.Choices.Max(choice => choice.Rank) + 1;
        if (found != needed)
        {
            entry.Fault(at, $"`table` needs {needed} {what}, one for each place in the order of `{question.Id}`; found {found}");
        }
    }

    /// <summary>A part without points, and a cap that is never reached, change nothing.</summary>
    private static void Effect(PolicyFields entry, ScoreRule rule)
    {
        var most = rule.Take switch
        {
            ScoreTake.Table => rule.Table.SelectMany(row => row).DefaultIfEmpty(0).Max(),
            ScoreTake.Sum => rule.Terms.Sum(term => term.Points.Values.Sum()),
            _ => rule.Terms.Sum(term => term.Points.Values.DefaultIfEmpty(0).Max()),
        };
        if (most == 0 && rule.Terms.Count > 0)
        {
            entry.NoEffect(entry.Node, "it", "no answer gives points");
        }

        if (entry.Optional("cap") is { } cap && most > 0 && most <= rule.Cap)
        {
            entry.NoEffect(cap, $"`cap: {rule.Cap}`", $"the answers give {most} points at most");
        }
    }
}
