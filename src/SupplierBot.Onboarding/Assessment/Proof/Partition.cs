using System.Numerics;

namespace SupplierBot.Onboarding;

/// <summary>A riskier answer to one question (policy.md §10, "riskier"), from one class to another.</summary>
internal sealed record Step(int From, int To, ulong Before, ulong After);

/// <summary>All possible answers to one question, in classes that the rules cannot tell apart.</summary>
internal sealed class Partition
{
    /// <summary>More choices than this in a "several" question would be too many sets to try.</summary>
    private const int MostChoices = 20;

    private readonly Dictionary<ulong, int> classes = [];
    private readonly List<ulong> samples = [];

    /// <param name="absent">Also the class of "not answered".</param>
    /// <param name="swaps">Also compare single picks of a "several" question by rank: for the score, which reads the highest.</param>
    /// <param name="ordered">False where no answer is riskier than another.</param>
    public Partition(Vocabulary words, int place, IEnumerable<Feature> features, bool absent = false, bool swaps = false, bool ordered = true)
    {
        (Place, Question) = (place, words.Question(place));
        var mine = features.Where(feature => feature.Place == place).ToArray();
        Sort(absent ? Picks().Prepend(0UL) : Picks(), mine);
        Steps = Question.Id == "proof" || !ordered ? [] : Distinct(Question.Kind == QuestionKind.One || swaps ? Swaps().Concat(Additions()) : Additions());
    }

    public int Place { get; }
    public Question Question { get; }
    public int Count => samples.Count;
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>One answer of the class, the shortest there is.</summary>
    public ulong Sample(int @class) => samples[@class];

    private void Sort(IEnumerable<ulong> picks, Feature[] features)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var picked in picks)
        {
            var signature = string.Join(',', features.Select(feature => feature.Of(picked)));
            if (!known.TryGetValue(signature, out var @class))
            {
                known[signature] = @class = samples.Count;
                samples.Add(picked);
            }

            classes[picked] = @class;
        }
    }

    private IEnumerable<ulong> Picks()
    {
        if (Question.Kind == QuestionKind.One)
        {
            return Singles();
        }

        return Question.Choices.Count <= MostChoices
            ? Enumerable.Range(1, (1 << Question.Choices.Count) - 1).Select(bits => (ulong)bits).OrderBy(BitOperations.PopCount)
            : throw new InvalidOperationException($"The question '{Question.Id}' has too many choices to be proved.");
    }

    private IEnumerable<ulong> Singles() => Enumerable.Range(0, Question.Choices.Count).Select(index => 1UL << index);

    private IEnumerable<(ulong, ulong)> Swaps() =>
        from before in Question.Choices.Index()
        from after in Question.Choices.Index()
        where before.Item.Rank < after.Item.Rank
        select (1UL << before.Index, 1UL << after.Index);

    private IEnumerable<(ulong, ulong)> Additions() =>
        Question.Kind == QuestionKind.One
            ? []
            : from before in classes.Keys
              where before != 0
              from added in Singles()
              where (before & added) == 0
              select (before, before | added);

    private List<Step> Distinct(IEnumerable<(ulong Before, ulong After)> moves)
    {
        var steps = new Dictionary<(int, int), Step>();
        foreach (var (before, after) in moves)
        {
            var (from, to) = (classes[before], classes[after]);
            if (from != to)
            {
                steps.TryAdd((from, to), new(from, to, before, after));
            }
        }

        return [.. steps.Values];
    }
}
