namespace SupplierBot.Onboarding.Policies;

/// <summary>One part of the score (Policies/README.md "Score parts"). Points are whole numbers.</summary>
/// <param name="Id">"data": how the part is named in results.</param>
/// <param name="Terms">Added; each reads one question. A table has two: rows, then columns.</param>
/// <param name="Table">Points by the rank of the answer to the first question, then of that to the second; empty otherwise.</param>
/// <param name="Cap">Most points the part can give.</param>
/// <param name="When">Where it doesn't hold, the part gives nothing; null where it always counts.</param>
public sealed record ScoreRule(
    string Id,
    ScoreTake Take,
    IReadOnlyList<ScoreTerm> Terms,
    IReadOnlyList<IReadOnlyList<int>> Table,
    int Cap,
    PolicyCondition? When
)
{
    /// <summary>Most points of all parts together.</summary>
    public const int Most = 100;
}

/// <summary>What counts of several picked answers.</summary>
public enum ScoreTake
{
    Highest,
    Lowest,
    Sum,
    Table,
}

/// <param name="Points">By choice; every choice of the question, or none in a table.</param>
/// <param name="Words">The answer as a reason, with <c>{answer}</c>: "if it stops: {answer}".</param>
public sealed record ScoreTerm(string Question, IReadOnlyDictionary<string, int> Points, PolicyCondition? When, string Words);
