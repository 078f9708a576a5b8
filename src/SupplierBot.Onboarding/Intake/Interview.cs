namespace SupplierBot.Onboarding;

/// <summary>Where the answers so far lead. Closed: only the records below.</summary>
public abstract record Replayed
{
    private Replayed() { }

    /// <param name="Page">The first page that is asked and has a gap or something wrong.</param>
    /// <param name="Hints">Everything that is missing or wrong on it, in the order of its questions.</param>
    public sealed record Asking(QuestionPage Page, IReadOnlyList<Hint> Hints) : Replayed;

    /// <param name="Answers">Of the questions that are asked, and <c>main</c> where there is a choice; nothing else.</param>
    public sealed record Complete(Answers Answers) : Replayed;
}

/// <summary>No page index is ever stored: the answers are replayed through the pages (design.md §5).</summary>
public static class Interview
{
    /// <summary>Not a question of the policy: which of several supplier types is the main one.</summary>
    public const string Main = "main";

    public static Replayed Replay(Policy policy, Answers answers, DateOnly today)
    {
        var asked = Skips.Reachable(policy, answers);
        foreach (var page in Pages(policy, asked))
        {
            var hints = Gaps(policy, page, asked, answers, today);
            if (hints.Count > 0) return new Replayed.Asking(page, hints);
        }
        return new Replayed.Complete(Reached(policy, asked, answers));
    }

    /// <summary>Pages with at least one question that is asked; a question that is not answered yet hides nothing.</summary>
    public static IReadOnlyList<QuestionPage> Pages(Policy policy, Answers answers) => Pages(policy, Skips.Reachable(policy, answers));

    /// <summary>The questions of a page that are asked, in its order.</summary>
    public static IReadOnlyList<Question> Questions(Policy policy, QuestionPage page, Answers answers)
    {
        var asked = Skips.Reachable(policy, answers);
        return [.. page.Questions.Where(asked.Contains).Select(policy.Question)];
    }

    private static List<QuestionPage> Pages(Policy policy, IReadOnlyList<string> asked) => [.. policy.Pages.Where(page => page.Questions.Any(asked.Contains))];

    private static List<Hint> Gaps(Policy policy, QuestionPage page, IReadOnlyList<string> asked, Answers answers, DateOnly today) =>
        [.. page.Questions.Where(asked.Contains).SelectMany(id => AnswerChecks.Of(policy.Question(id), answers, today)).Where(hint => hint.Blocks)];

    private static Answers Reached(Policy policy, IReadOnlyList<string> asked, Answers answers)
    {
        var reached = asked.Where(answers.Answered).Aggregate(Answers.Empty, (kept, id) => kept.With(id, answers.Picked(id).AsSpan()));
        if (answers.One(Main) is not { } main) return reached;
        var types = Assessor.Assess(policy, reached).Types;
        return types.Count > 1 && types.Contains(main) ? reached.With(Main, main) : reached;
    }
}
