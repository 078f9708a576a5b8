using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk.Proofs;

/// <summary>Whether some answers, a tier and what else a condition may ask for make it hold.</summary>
internal sealed class AnswerSamples(PreparedPolicy prepared)
{
    /// <summary>What conditions may ask for besides answers and tier, all at once or none of it.</summary>
    private static readonly (bool Open, bool Changed, ulong Bits)[] Beside =
    [
        (false, false, 0),
        (true, true, ulong.MaxValue),
        (true, false, 0),
        (false, true, 0),
        (false, false, ulong.MaxValue),
    ];

    private static readonly Tier[] Tiers = Enum.GetValues<Tier>();

    public bool CanHold(PolicyCondition condition)
    {
        var words = prepared.Words;
        var compiled = PolicyConditionCompiler.Compile(condition, words);
        var axes = WithSkips([.. Features.Of(condition, words)])
            .GroupBy(feature => feature.Place)
            .Select(features => new SampleAxis(words, features))
            .ToList();
        var picked = new ulong[words.Count];
        return Any(compiled, axes, 0, picked);
    }

    /// <summary>Also what decides whether the questions are asked at all.</summary>
    private List<Feature> WithSkips(List<Feature> features)
    {
        for (var at = 0; at < features.Count; at++)
        {
            var place = features[at].Place;
            if (features.FindIndex(feature => feature.Place == place) == at)
            {
                features.AddRange(Features.Of(prepared.Words.Question(place).SkipWhen, prepared.Words));
            }
        }

        return features;
    }

    /// <summary>A question that is skipped has no answer.</summary>
    private bool IsAsked(in AnswerBits given, List<SampleAxis> axes)
    {
        foreach (var axis in axes)
        {
            if (given.Picked(axis.Place) != 0 && prepared.Skips[prepared.Place(prepared.Words.Question(axis.Place).Id)].Holds(given))
            {
                return false;
            }
        }

        return true;
    }

    private bool Any(CompiledPolicyCondition compiled, List<SampleAxis> axes, int axis, ulong[] picked)
    {
        if (axis == axes.Count)
        {
            var given = new AnswerBits(prepared.Words, picked);
            if (!IsAsked(given, axes))
            {
                return false;
            }

            return compiled.ReadsMore
                ? Array.Exists(Tiers, tier => Array.Exists(Beside, beside => compiled.Holds(With(given, tier, beside))))
                : compiled.Holds(given);
        }

        foreach (var sample in axes[axis].Samples)
        {
            picked[axes[axis].Place] = sample;
            if (Any(compiled, axes, axis + 1, picked))
            {
                return true;
            }
        }

        picked[axes[axis].Place] = 0;
        return false;
    }

    private static AnswerBits With(AnswerBits given, Tier tier, (bool Open, bool Changed, ulong Bits) beside) =>
        given with
        {
            Tier = tier,
            OpenPoints = beside.Open,
            ClauseChanged = beside.Changed,
            Floors = beside.Bits,
            Clauses = beside.Bits,
            Checks = beside.Bits,
        };
}

/// <summary>
/// Answers to one question, one for each way in which some features can tell them apart. A feature of a condition asks whether some answers
/// are among the picks, so choices that it takes alike alone and beside any other are alike in every set.
/// </summary>
internal sealed class SampleAxis
{
    public SampleAxis(QuestionIndex words, IGrouping<int, Feature> features)
    {
        Place = features.Key;
        var (question, tell) = (words.Question(Place), features.ToList());
        var choices = Enumerable.Range(0, question.Choices.Count).Select(index => 1UL << index).ToList();
        var kinds = choices.DistinctBy(choice => Told(tell, choices.Select(other => choice | other))).ToList();
        var sets =
            question.Kind == QuestionKind.One
                ? kinds.Prepend(0UL)
                : Enumerable
                    .Range(0, 1 << kinds.Count)
                    .Select(set => kinds.Where((_, kind) => (set & (1 << kind)) != 0).Aggregate(0UL, Join));
        Samples = [.. sets.DistinctBy(set => Told(tell, [set]))];
    }

    public int Place { get; }
    public IReadOnlyList<ulong> Samples { get; }

    private static ulong Join(ulong set, ulong choice) => set | choice;

    private static string Told(List<Feature> features, IEnumerable<ulong> sets) =>
        string.Join(',', sets.SelectMany(set => features.Select(feature => feature.Of(set))));
}
