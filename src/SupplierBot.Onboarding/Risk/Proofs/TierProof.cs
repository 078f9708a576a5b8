using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk.Proofs;

/// <summary>
/// I2, I3, I4: score and tier over every answer set. The parts of the score and the floors are tabulated over their own few questions; the
/// whole space is then filled from these small tables, and every riskier neighbour is compared.
/// </summary>
internal sealed class TierProof
{
    /// <summary>A policy that tells more answers apart than this cannot be tried out in reasonable time.</summary>
    private const long MostStates = 120_000_000;

    private readonly PreparedPolicy prepared;
    private readonly IReadOnlyList<PreparedScorePart> parts;
    private readonly AnswerSpace space;
    private readonly byte[] scores;
    private readonly byte[] tiers;
    private readonly byte[] tierOfScore;
    private readonly List<SmallTable>[] completed;
    private readonly int[] digits;

    private TierProof(PreparedPolicy prepared, IReadOnlyList<PreparedScorePart> parts, AnswerSpace space)
    {
        (this.prepared, this.parts, this.space) = (prepared, parts, space);
        (scores, tiers, digits) = (new byte[space.Size], new byte[space.Size], new int[space.Axes.Count]);
        tierOfScore = [.. Enumerable.Range(0, ScoreRule.Most + 1).Select(score => (byte)Assessor.TierOf(prepared.Policy, score, 0))];
        completed = [.. Enumerable.Range(0, space.Axes.Count).Select(_ => new List<SmallTable>())];
        foreach (var table in Tables())
        {
            completed[table.LastAxis].Add(table);
        }
    }

    public static void Run(PreparedPolicy prepared, Findings findings)
    {
        // A part that only adds, and never less for a riskier answer, cannot turn a step that holds without it: it is proved by itself.
        var parts = prepared.Score.Where(part => !StandsApart(prepared, part)).ToList();
        var space = new AnswerSpace(prepared.Words, Axes(prepared, parts));
        if (space.Size > MostStates)
        {
            findings.Broken(
                "I2",
                $"the floors tell too many answers apart to try them all: {space.Size:N0} kinds of answer sets, at most {MostStates:N0}"
            );
            return;
        }

        var proof = new TierProof(prepared, parts, space);
        proof.Fill(0, 0, 0, 0);
        proof.Compare(findings);
        findings.Proved("I2", "a riskier answer to one question never lowers the score or the tier", space.Size);
        findings.Proved("I3", "adding a data class, access, effect or country never lowers the score or the tier", space.Size);
        findings.Proved("I4", "the tier is never under a floor that applies", space.Size);
    }

    /// <summary>Questions that many rules read come first, so that near the end of the recursion little is left to look up.</summary>
    private static List<Partition> Axes(PreparedPolicy prepared, IReadOnlyList<PreparedScorePart> parts)
    {
        var words = prepared.Words;
        var features = prepared
            .Policy.Floors.SelectMany(floor => Features.Of(floor.When, words))
            .Concat(parts.SelectMany(part => Features.Of(part, words)))
            .ToList();
        var reads = parts.Select(part => part.Reads).Concat(prepared.Floors.Select(floor => floor.Reads)).ToList();
        return
        [
            .. Places(reads.Aggregate(0UL, (all, read) => all | read), words)
                .OrderByDescending(place => reads.Count(read => (read & (1UL << place)) != 0))
                .Select(place => new Partition(words, place, features, swaps: ReadByRank(prepared, place))),
        ];
    }

    /// <summary>Its question is read by nothing else, and over the few questions of the part no riskier answer gives fewer points.</summary>
    private static bool StandsApart(PreparedPolicy prepared, PreparedScorePart part)
    {
        if (part.Rule.Take == ScoreTake.Table || part.Terms is not [{ When.Reads: 0 } term])
        {
            return false;
        }

        var (words, own) = (prepared.Words, 1UL << term.Place);
        var others = prepared
            .Score.Where(other => other != part)
            .Select(other => other.Reads)
            .Concat(prepared.Floors.Select(floor => floor.Reads));
        if ((PolicyConditionCompiler.Compile(part.Rule.When, words).Reads & own) != 0 || others.Any(reads => (reads & own) != 0))
        {
            return false;
        }

        var features = Features.Of(part, words).ToList();
        var few = new AnswerSpace(
            words,
            [.. Places(part.Reads, words).Select(place => new Partition(words, place, features, swaps: ReadByRank(prepared, place)))]
        );
        return !few.Falls(few.Tabulate((in AnswerBits given) => part.Points(given), given => given)).Any();
    }

    /// <summary>Picks that every rule reads by the riskiest can also be compared one with another.</summary>
    private static bool ReadByRank(PreparedPolicy prepared, int place) =>
        prepared
            .Score.SelectMany(part => part.Terms.Select(term => (term, part.Rule.Take)))
            .Where(pair => pair.term.Place == place)
            .All(pair => pair.Take is ScoreTake.Highest or ScoreTake.Table);

    private static IEnumerable<int> Places(ulong reads, QuestionIndex words) =>
        Enumerable.Range(0, words.Count).Where(place => (reads & (1UL << place)) != 0);

    private IEnumerable<SmallTable> Tables()
    {
        foreach (var part in parts)
        {
            yield return Table(false, (in AnswerBits given) => part.Points(given), part.Reads);
        }

        foreach (var (index, floor) in prepared.Policy.Floors.Index())
        {
            var when = prepared.Floors[index];
            var least = (int)floor.Minimum;
            yield return Table(true, (in AnswerBits given) => when.Holds(given) ? least : 0, when.Reads);
        }
    }

    private SmallTable Table(bool isFloor, Measure rule, ulong reads)
    {
        var axes = Enumerable.Range(0, space.Axes.Count).Where(axis => (reads & (1UL << space.Axes[axis].Place)) != 0).ToArray();
        var own = new AnswerSpace(prepared.Words, [.. axes.Select(axis => space.Axes[axis])]);
        return new(isFloor, axes, own.Strides, own.Tabulate(rule, given => given));
    }

    /// <summary>Adds what is known once this axis has a digit, for all digits at once, and goes on to the next axis.</summary>
    private void Fill(int axis, int start, int score, int floor)
    {
        var count = space.Axes[axis].Count;
        Span<int> sums = stackalloc int[count];
        Span<int> floors = stackalloc int[count];
        sums.Fill(score);
        floors.Fill(floor);
        foreach (var table in completed[axis])
        {
            table.Apply(digits, sums, floors);
        }

        for (var digit = 0; digit < count; digit++)
        {
            var index = start + (digit * space.Strides[axis]);
            if (axis + 1 == digits.Length)
            {
                var sum = Math.Clamp(sums[digit], 0, ScoreRule.Most);
                (scores[index], tiers[index]) = ((byte)sum, (byte)Math.Max(floors[digit], tierOfScore[sum]));
                continue;
            }

            digits[axis] = digit;
            Fill(axis + 1, index, sums[digit], floors[digit]);
        }
    }

    private void Compare(Findings findings)
    {
        foreach (var (axis, step, index) in space.Falls(tiers))
        {
            var after = index + ((step.To - step.From) * space.Strides[axis]);
            findings.Broken(Invariant(step), Sentence(axis, step, index, $"the tier from {(Tier)tiers[index]} to {(Tier)tiers[after]}"));
        }

        foreach (var (axis, step, index) in space.Falls(scores))
        {
            var after = index + ((step.To - step.From) * space.Strides[axis]);
            findings.Broken(Invariant(step), Sentence(axis, step, index, $"the score from {scores[index]} to {scores[after]}"));
        }
    }

    private static string Invariant(Step step) => (step.Before & ~step.After) == 0 ? "I3" : "I2";

    private string Sentence(int axis, Step step, int index, string what) =>
        $"{CounterexampleText.Change(space.Axes[axis].Question, step)} lowers {what}{CounterexampleText.Rest(prepared.Words, space.Answers(index), space.Axes[axis].Place)}";

    /// <param name="Axes">Ascending, so that the values for the digits of the last axis stand side by side.</param>
    private sealed record SmallTable(bool IsFloor, int[] Axes, int[] Strides, byte[] Values)
    {
        public int LastAxis => Axes.Length == 0 ? 0 : Axes[^1];

        public void Apply(int[] digits, Span<int> sums, Span<int> floors)
        {
            var start = 0;
            for (var axis = 0; axis < Axes.Length - 1; axis++)
            {
                start += digits[Axes[axis]] * Strides[axis];
            }

            var side = Axes.Length == 0 ? 0 : 1; // a rule that reads nothing has one value for all digits
            for (var digit = 0; digit < sums.Length; digit++)
            {
                var value = Values[start + (digit * side)];
                if (IsFloor)
                {
                    floors[digit] = Math.Max(floors[digit], value);
                }
                else
                {
                    sums[digit] += value;
                }
            }
        }
    }
}
