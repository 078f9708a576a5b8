using System.Numerics;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk;

/// <summary>The points of the parts of the score (Policies/README.md "Score parts").</summary>
internal static class Scoring
{
    public static int Total(ReadOnlySpan<int> points)
    {
        var sum = 0;
        foreach (var part in points)
        {
            sum += part;
        }

        return Math.Clamp(sum, 0, ScoreRule.Most);
    }

    public static int[] Points(PreparedScorePart[] parts, in AnswerBits given)
    {
        var points = new int[parts.Length];
        for (var index = 0; index < parts.Length; index++)
        {
            points[index] = parts[index].Points(given);
        }

        return points;
    }
}

/// <summary>One part of the score by place and choice, so that its points are a few look-ups.</summary>
internal sealed class PreparedScorePart
{
    private readonly ScoreRule rule;
    private readonly CompiledPolicyCondition when;
    private readonly PreparedScoreTerm[] terms;

    public PreparedScorePart(ScoreRule rule, QuestionIndex words)
    {
        this.rule = rule;
        when = PolicyConditionCompiler.Compile(rule.When, words);
        terms = [.. rule.Terms.Select(term => new PreparedScoreTerm(term, rule.Take, words))];
        Reads = terms.Aggregate(when.Reads, (reads, term) => reads | term.Reads);
    }

    public ScoreRule Rule => rule;
    public IReadOnlyList<PreparedScoreTerm> Terms => terms;

    /// <summary>The questions it looks at, one bit for each place.</summary>
    public ulong Reads { get; }

    public int Points(in AnswerBits given)
    {
        if (!when.Holds(given))
        {
            return 0;
        }

        if (rule.Take == ScoreTake.Table)
        {
            return rule.Table[terms[0].Rank(given)][terms[1].Rank(given)];
        }

        var sum = 0;
        foreach (var term in terms)
        {
            sum += term.Points(given);
        }

        return Math.Min(sum, rule.Cap);
    }

    /// <summary>The answers behind the points, in words; what was not asked is left out, except for the first.</summary>
    public string Words(in AnswerBits given)
    {
        var words = terms[0].Words(given);
        for (var index = 1; index < terms.Length; index++)
        {
            words = given.Picked(terms[index].Place) == 0 ? words : $"{words}, {terms[index].Words(given)}";
        }

        return words;
    }
}

/// <summary>What one question adds to a part.</summary>
internal sealed class PreparedScoreTerm
{
    /// <summary>
    /// Kept in every assessment and sealed with its case, so it follows from answers and policy alone: a wording of somebody's own must not
    /// change what an assessment says.
    /// </summary>
    private const string NotAsked = "not asked";

    private readonly QuestionIndex index;
    private readonly ScoreTerm term;
    private readonly ScoreTake take;
    private readonly int[] points;
    private readonly int[] ranks;
    private readonly string[] words;
    private readonly ulong[] asGrave;
    private readonly string notAsked;

    public PreparedScoreTerm(ScoreTerm term, ScoreTake take, QuestionIndex index)
    {
        (this.term, this.take, this.index) = (term, take, index);
        Place = index.Place(term.Question);
        When = PolicyConditionCompiler.Compile(term.When, index);
        var choices = index.Question(Place).Choices;
        points = [.. choices.Select(choice => term.Points.GetValueOrDefault(choice.Id))];
        ranks = [.. choices.Select(choice => choice.Rank)];
        asGrave = [.. ranks.Select(rank => index.RankedAtLeast(Place, rank))];
        words = [.. choices.Select(choice => Filled(choice.Words))];
        notAsked = Filled(NotAsked);
    }

    public int Place { get; }
    public CompiledPolicyCondition When { get; }
    public ulong Reads => When.Reads | (1UL << Place);

    /// <summary>Points of a choice; of the table it has none.</summary>
    public IReadOnlyList<int> ByChoice => points;

    public int Points(in AnswerBits given) => When.Holds(given) ? Points(given.Picked(Place)) : 0;

    public int Rank(in AnswerBits given) => Rank(given.Picked(Place));

    /// <summary>What the picks count, in points or in the table.</summary>
    public int Value(ulong picked) => take == ScoreTake.Table ? Rank(picked) : Points(picked);

    public string Words(in AnswerBits given)
    {
        var counted = Counted(given.Picked(Place));
        return BitOperations.PopCount(counted) switch
        {
            0 => notAsked,
            1 => words[BitOperations.TrailingZeroCount(counted)],
            _ => Filled(string.Join(", ", index.Choices(Place, counted).Select(choice => choice.Words))),
        };
    }

    private string Filled(string answer) => term.Words.Replace("{answer}", answer, StringComparison.Ordinal);

    private int Points(ulong picked) =>
        take switch
        {
            ScoreTake.Sum => Sum(picked),
            ScoreTake.Lowest => At(points, Extreme(points, picked, -1)),
            _ => At(points, Extreme(points, picked, 1)),
        };

    private int Rank(ulong picked) => At(ranks, Extreme(ranks, picked, 1));

    private int Sum(ulong picked)
    {
        var sum = 0;
        for (var rest = picked; rest != 0; rest &= rest - 1)
        {
            sum += points[BitOperations.TrailingZeroCount(rest)];
        }

        return sum;
    }

    /// <summary>The choice that counts most; of equals the first as people see them. −1 where nothing is picked.</summary>
    private static int Extreme(int[] values, ulong picked, int sign)
    {
        var found = -1;
        for (var rest = picked; rest != 0; rest &= rest - 1)
        {
            var index = BitOperations.TrailingZeroCount(rest);
            found = found < 0 || sign * values[index] > sign * values[found] ? index : found;
        }

        return found;
    }

    private static int At(int[] values, int index) => index < 0 ? 0 : values[index];

    /// <summary>The choices that counted: one, or all of those that count together.</summary>
    private ulong Counted(ulong picked) =>
        take switch
        {
            _ when picked == 0 => 0,
            ScoreTake.Sum => picked,
            ScoreTake.Table => picked & asGrave[Extreme(ranks, picked, 1)],
            ScoreTake.Lowest => 1UL << Extreme(points, picked, -1),
            _ => 1UL << Extreme(points, picked, 1),
        };
}
