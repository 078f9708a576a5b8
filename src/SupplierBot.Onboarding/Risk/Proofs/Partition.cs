using System.Numerics;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk.Proofs;

/// <summary>A riskier answer to one question (Policies/README.md "Order"), from one class to another.</summary>
internal sealed record Step(int From, int To, ulong Before, ulong After);

/// <summary>All possible answers to one question, in classes that the rules cannot tell apart.</summary>
internal sealed class Partition
{
    /// <summary>More choices than this in a "several" question would be too many sets to try.</summary>
    private const int MostChoices = 20;

    private readonly ulong[] picks;
    private readonly Dictionary<ulong, int>? places;
    private readonly int[] classes;
    private readonly ulong[] samples;

    /// <param name="absent">Also the class of "not answered".</param>
    /// <param name="swaps">Also compare single picks of a "several" question by rank: for the score, which reads the highest.</param>
    public Partition(QuestionIndex words, int place, IEnumerable<Feature> features, bool absent = false, bool swaps = false)
    {
        (Place, Question) = (place, words.Question(place));
        picks = Picks(absent);
        places = Question.Kind == QuestionKind.One ? picks.Index().ToDictionary(pair => pair.Item, pair => pair.Index) : null;
        classes = new int[picks.Length];
        var count = features.Where(feature => feature.Place == place).Aggregate(1, Refine);
        samples = Samples(count);
        Steps = Question.ReadByBest ? [] : [.. Riskier(swaps)];
    }

    public int Place { get; }
    public Question Question { get; }
    public int Count => samples.Length;
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>One answer of the class, the shortest there is.</summary>
    public ulong Sample(int @class) => samples[@class];

    /// <summary>
    /// Several: every set of choices, so that a set stands at its own number (less one where "not answered" is left out).
    /// </summary>
    private ulong[] Picks(bool absent)
    {
        var count = Question.Choices.Count;
        if (count > MostChoices)
        {
            throw new InvalidOperationException($"The question '{Question.Id}' has too many choices to be proved.");
        }

        var all =
            Question.Kind == QuestionKind.One
                ? Enumerable.Range(0, count).Select(index => 1UL << index)
                : Enumerable.Range(1, (1 << count) - 1).Select(bits => (ulong)bits);
        return [.. absent ? all.Prepend(0UL) : all];
    }

    /// <summary>Splits the classes by one more feature; the number of classes after it.</summary>
    private int Refine(int count, Feature feature)
    {
        var split = new Dictionary<(int Class, int Value), int>();
        for (var index = 0; index < picks.Length; index++)
        {
            var key = (classes[index], feature.Of(picks[index]));
            if (!split.TryGetValue(key, out var @class))
            {
                split[key] = @class = split.Count;
            }

            classes[index] = @class;
        }

        return split.Count;
    }

    private ulong[] Samples(int count)
    {
        var shortest = new ulong[count];
        var found = new bool[count];
        for (var index = 0; index < picks.Length; index++)
        {
            var @class = classes[index];
            if (!found[@class] || BitOperations.PopCount(picks[index]) < BitOperations.PopCount(shortest[@class]))
            {
                (found[@class], shortest[@class]) = (true, picks[index]);
            }
        }

        return shortest;
    }

    private int ClassOf(ulong picked) => classes[places is null ? (int)(picked - picks[0]) : places[picked]];

    /// <summary>One step for each pair of classes; swaps first, because they read best.</summary>
    private Dictionary<(int, int), Step>.ValueCollection Riskier(bool swaps)
    {
        var steps = new Dictionary<(int, int), Step>();
        if (Question.Kind == QuestionKind.One || swaps)
        {
            AddSwaps(steps);
        }

        if (Question.Kind == QuestionKind.Several)
        {
            AddSupersets(steps);
        }

        return steps.Values;
    }

    private void AddSwaps(Dictionary<(int, int), Step> steps)
    {
        foreach (var (before, lower) in Question.Choices.Index())
        {
            foreach (var (after, higher) in Question.Choices.Index())
            {
                if (lower.Rank < higher.Rank)
                {
                    Add(steps, 1UL << before, 1UL << after);
                }
            }
        }
    }

    private void AddSupersets(Dictionary<(int, int), Step> steps)
    {
        foreach (var before in picks)
        {
            for (var index = 0; index < Question.Choices.Count && before != 0; index++)
            {
                Add(steps, before, before | (1UL << index));
            }
        }
    }

    private void Add(Dictionary<(int, int), Step> steps, ulong before, ulong after)
    {
        var (from, to) = (ClassOf(before), ClassOf(after));
        if (from != to && !steps.ContainsKey((from, to)))
        {
            steps[(from, to)] = new(from, to, before, after);
        }
    }
}
