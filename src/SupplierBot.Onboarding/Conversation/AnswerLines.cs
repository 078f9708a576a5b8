namespace SupplierBot.Onboarding;

/// <summary>Answers in words, one line a question: what a person told us, not what was made of it.</summary>
internal static class AnswerLines
{
    public static IReadOnlyList<Line> Of(Answers answers, Policy policy)
    {
        var asked = Skips.Reachable(policy, answers);
        return [.. policy.Questions.Where(question => asked.Contains(question.Id) && answers.Answered(question.Id)).Select(question => new Line(Words(question, answers), question.Label))];
    }

    public static string Words(Question question, Answers answers) => string.Join(", ", answers.Picked(question.Id).Select(picked => question.Choice(picked)?.Words ?? picked));
}
