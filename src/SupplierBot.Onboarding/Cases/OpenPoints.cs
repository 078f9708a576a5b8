using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Cases;

/// <summary>Open points asked again on a form: what was picked, and which questions a new answer brings up.</summary>
internal static class OpenPoints
{
    private static readonly string[] NothingElse = ["none", "none_public"];

    /// <summary>The answers with what the form picked; questions the form left empty stay as they are.</summary>
    public static Answers Merge(CaseRequest request, IEnumerable<string> questions) => questions
        .Select(id => (Id: id, Picked: Picked(request, id)))
        .Where(answer => answer.Picked.Length > 0)
        .Aggregate(request.Case.Answers, (answers, answer) => answers.With(answer.Id, answer.Picked));

    /// <summary>Choice questions that are asked now and were never answered: a definite answer can bring up others.</summary>
    public static IReadOnlyList<string> Missing(Policy policy, Answers answers) =>
        [.. SkippedQuestions.Reachable(policy, answers).Where(id => policy.Question(id) is { IsChoice: true, Required: true } && !answers.Answered(id))];

    /// <summary>Every choice question that a form may carry: the open ones and those that came up.</summary>
    public static IEnumerable<string> Sent(CaseRequest request, IEnumerable<string> asked) =>
        asked.Union(request.Policy.Questions.Where(question => question.IsChoice && !request.Case.Answers.Answered(question.Id) && request.Press.Value(question.Id).Length > 0).Select(question => question.Id));

    private static string[] Picked(CaseRequest request, string id)
    {
        var question = request.Policy.Questions.FirstOrDefault(question => question.Id == id);
        if (question is not { IsChoice: true }) return [];
        var known = request.Press.Picked(id).Where(choice => question.Choice(choice) is not null).Distinct().ToArray();
        var definite = known.Length > 1 ? [.. known.Where(choice => !NothingElse.Contains(choice))] : known;
        return question.Kind == QuestionKind.One ? [.. definite.Take(1)] : definite;
    }
}
