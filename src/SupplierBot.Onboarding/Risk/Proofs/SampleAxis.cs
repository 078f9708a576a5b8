using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk.Proofs;

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
