using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;

namespace SupplierBot.Onboarding.Intake;

/// <summary>Where the answers so far lead. Closed: only the records below.</summary>
public abstract record InterviewState
{
    private InterviewState() { }

    /// <param name="Page">The first page that is asked and has a gap or something wrong.</param>
    /// <param name="Hints">Everything that is missing or wrong on it, in the order of its questions.</param>
    public sealed record Asking(QuestionPage Page, IReadOnlyList<Hint> Hints) : InterviewState;

    /// <param name="Answers">Of the questions that are asked, and <c>main</c> where there is a choice; nothing else.</param>
    public sealed record Complete(Answers Answers) : InterviewState;
}

/// <summary>
/// No page index is ever stored: the answers are replayed through the pages, so that a changed answer or policy leads to the right one.
/// </summary>
public static class Interview
{
    /// <summary>Not a question of the policy: which of several supplier types is the main one.</summary>
    public const string Main = "main";

    public static InterviewState Replay(Policy policy, Draft draft, DateOnly today) => Replay(policy, draft.Answers, today, draft.AskAgain);

    /// <param name="again">Questions that are asked although they are answered: their page is shown until somebody has sent it.</param>
    public static InterviewState Replay(Policy policy, Answers answers, DateOnly today, IReadOnlyList<string>? again = null)
    {
        var asked = AskedQuestions.Of(policy, answers);
        foreach (var page in asked.Pages())
        {
            var questions = asked.On(page);
            var hints = Gaps(questions, answers, today);
            if (hints.Count > 0 || (again is { Count: > 0 } && questions.Any(question => again.Contains(question.Id))))
                return new InterviewState.Asking(page, hints);
        }
        return new InterviewState.Complete(Reached(policy, asked, answers));
    }

    /// <summary>Pages with at least one question that is asked; a question that is not answered yet hides nothing.</summary>
    public static IReadOnlyList<QuestionPage> Pages(Policy policy, Answers answers) => AskedQuestions.Of(policy, answers).Pages();

    /// <summary>The questions of a page that are asked, in its order.</summary>
    public static IReadOnlyList<Question> Questions(Policy policy, QuestionPage page, Answers answers) =>
        AskedQuestions.Of(policy, answers).On(page);

    private static List<Hint> Gaps(List<Question> questions, Answers answers, DateOnly today)
    {
        var gaps = new List<Hint>();
        foreach (var question in questions)
            gaps.AddRange(AnswerChecks.Of(question, answers, today).Where(hint => hint.Blocks));
        return gaps;
    }

    private static Answers Reached(Policy policy, AskedQuestions asked, Answers answers)
    {
        var reached = asked
            .Ids()
            .Where(answers.Answered)
            .Aggregate(Answers.Empty, (kept, id) => kept.With(id, answers.Picked(id).AsSpan()));
        if (answers.One(Main) is not { } main)
            return reached;
        var types = Assessor.Assess(policy, reached).Types;
        return types.Count > 1 && types.Contains(main) ? reached.With(Main, main) : reached;
    }
}

/// <summary>Which questions are asked. Values given to skipped questions are ignored, but kept in case the questions return.</summary>
public static class SkippedQuestions
{
    /// <summary>Ids of the questions that are asked with these answers, in the order of the policy.</summary>
    public static IReadOnlyList<string> Reachable(Policy policy, Answers answers) => AskedQuestions.Of(policy, answers).Ids();

    /// <summary>Reads the choices in the order of the policy: a skip rule sees only what earlier questions were really asked.</summary>
    internal static AnswerBits Reached(PreparedPolicy prepared, Answers answers)
    {
        var words = prepared.Words;
        var picked = new ulong[words.Count];
        var given = new AnswerBits(words, picked);
        var place = 0;
        for (var index = 0; index < prepared.Skips.Length; index++)
        {
            if (!prepared.Policy.Questions[index].IsChoice)
            {
                continue;
            }

            picked[place] = prepared.Skips[index].Holds(given) ? 0 : Bits(words, place, answers);
            place++;
        }

        return given;
    }

    private static ulong Bits(QuestionIndex words, int place, Answers answers)
    {
        var bits = 0UL;
        foreach (var choice in answers.Picked(words.Question(place).Id))
        {
            bits |= words.Bit(place, choice);
        }

        return bits;
    }
}
