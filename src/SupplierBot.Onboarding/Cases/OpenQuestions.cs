namespace SupplierBot.Onboarding;

/// <summary>Open points asked again on a form: what was picked, and which questions a new answer brings up.</summary>
internal static class OpenQuestions
{
    private static readonly string[] NothingElse = ["none", "none_public"];

    /// <summary>The answers with what the form picked; questions the form left empty stay as they are.</summary>
    public static Answers Merge(Hearing hearing, IEnumerable<string> questions) => questions
        .Select(id => (Id: id, Picked: Picked(hearing, id)))
        .Where(answer => answer.Picked.Length > 0)
        .Aggregate(hearing.Case.Answers, (answers, answer) => answers.With(answer.Id, answer.Picked));

    /// <summary>Choice questions that are asked now and were never answered: a definite answer can bring up others.</summary>
    public static IReadOnlyList<string> Missing(Policy policy, Answers answers) =>
        [.. Skips.Reachable(policy, answers).Where(id => policy.Question(id) is { IsChoice: true, Required: true } && !answers.Answered(id))];

    /// <summary>Every choice question that a form may carry: the open ones and those that came up.</summary>
    public static IEnumerable<string> Sent(Hearing hearing, IEnumerable<string> asked) =>
        asked.Union(hearing.Policy.Questions.Where(question => question.IsChoice && !hearing.Case.Answers.Answered(question.Id) && hearing.Press.Value(question.Id).Length > 0).Select(question => question.Id));

    private static string[] Picked(Hearing hearing, string id)
    {
        var question = hearing.Policy.Questions.FirstOrDefault(question => question.Id == id);
        if (question is not { IsChoice: true }) return [];
        var known = hearing.Press.Picked(id).Where(choice => question.Choice(choice) is not null).Distinct().ToArray();
        var definite = known.Length > 1 ? [.. known.Where(choice => !NothingElse.Contains(choice))] : known;
        return question.Kind == QuestionKind.One ? [.. definite.Take(1)] : definite;
    }
}
