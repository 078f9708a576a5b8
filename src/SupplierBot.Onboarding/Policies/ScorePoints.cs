namespace SupplierBot.Onboarding.Policies;

/// <summary>How many points a part of the score can give.</summary>
internal static class ScorePoints
{
    public static int Most(ScoreRule part, Policy policy) =>
        Math.Min(
            part.Cap,
            part.Take == ScoreTake.Table
                ? part.Table.SelectMany(row => row).DefaultIfEmpty().Max()
                : part.Terms.Sum(term => Most(term, part.Take, policy.Question(term.Question)))
        );

    /// <summary>Of one question in it; a table is one sum of both.</summary>
    public static int MostOf(ScoreRule part, string question, Policy policy) =>
        part.Take == ScoreTake.Table
            ? Most(part, policy)
            : Math.Min(
                part.Cap,
                part.Terms.Where(term => term.Question == question).Sum(term => Most(term, part.Take, policy.Question(term.Question)))
            );

    private static int Most(ScoreTerm term, ScoreTake take, Question question) =>
        take == ScoreTake.Sum && question.Kind == QuestionKind.Several
            ? term.Points.Values.Sum()
            : term.Points.Values.DefaultIfEmpty().Max();
}
