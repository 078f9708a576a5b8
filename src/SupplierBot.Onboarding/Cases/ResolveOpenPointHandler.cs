using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>An approver records what they found out about an open point, and how they know. It counts at once.</summary>
internal static class ResolveOpenPointHandler
{
    private const int LongestSource = 500;

    public static Outcome Handle(CaseRequest request)
    {
        if (Rights.Reviews(request) is { } refused)
            return refused;
        if (request.Case.Assessment.OpenPoints.Count == 0)
            return request.Refuse("settle.nothing_open");
        var source = request.Typed("source");
        var answers = OpenPoints.Merge(request, OpenPoints.Sent(request, request.Case.Assessment.OpenPoints));
        var nothing = answers.SameAs(request.Case.Answers);
        if (nothing && source.Length == 0 && !request.FromForm)
            return Outcome.Say(Form(request, [], ""));
        if (Rights.Stale(request) is { } stale)
            return stale;
        if (nothing)
            return Outcome.Say(Form(request, [], request.Say("settle.nothing_changed")));
        if (source.Length is 0 or > LongestSource)
            return Outcome.Say(Form(request, [], request.Say("settle.source_missing")));
        var missing = OpenPoints.Missing(request.Policy, answers);
        return missing.Count > 0 ? Outcome.Say(Form(request, missing, request.Say("form.came_up"))) : Resolved(request, answers, source);
    }

    private static Outcome Resolved(CaseRequest request, Answers answers, string source)
    {
        var before = request.Case;
        var resolved = answers
            .Ids.Where(id => !answers.Picked(id).SequenceEqual(before.Answers.Picked(id)))
            .Select(id => new ResolvedPoint(id, answers.Picked(id), source, request.Actor.Person, request.Now));
        var assessed = AnswerRevision.With(request, answers);
        var after = assessed with { ResolvedPoints = [.. before.ResolvedPoints, .. resolved] };
        var auditEvent = request.Event(
            AuditEventKind.Settled,
            source,
            [.. AnswerRevision.Details(before, after, request.Policy, request.Roles)]
        );
        return request.Accept(
            after,
            auditEvent,
            request.SayStored("story.settled", ("name", request.Actor.Person.Name)),
            $"settle-{before.Id}-c{before.ContentVersion}-{request.Actor.Id}",
            request.Say("settle.saved", ("tier", CaseTexts.Tier(after, request.Context)))
        );
    }

    internal static View.Form Form(CaseRequest request, IReadOnlyList<string> cameUp, string problem) =>
        CaseForms.Of(
            request,
            Verbs.Settle,
            CaseForms.Sent,
            problem,
            [
                .. request.Case.Assessment.OpenPoints.Union(cameUp).Select(id => CaseForms.Question(request, id)),
                FormFields.Text("source", request.Say("form.settle_source"), request.Press.Value("source"), 500),
            ],
            [],
            "form.settle_foot"
        );
}

/// <summary>Open points asked again on a form: what was picked, and which questions a new answer brings up.</summary>
internal static class OpenPoints
{
    /// <summary>The answers with what the form picked; questions the form left empty stay as they are.</summary>
    public static Answers Merge(CaseRequest request, IEnumerable<string> questions) =>
        questions
            .Select(id => (Id: id, Picked: Picked(request, id)))
            .Where(answer => answer.Picked.Length > 0)
            .Aggregate(request.Case.Answers, (answers, answer) => answers.With(answer.Id, answer.Picked));

    /// <summary>Choice questions that are asked now and were never answered: a definite answer can bring up others.</summary>
    public static IReadOnlyList<string> Missing(Policy policy, Answers answers) =>
        [
            .. SkippedQuestions
                .Reachable(policy, answers)
                .Where(id => policy.Question(id) is { IsChoice: true, Required: true } && !answers.Answered(id)),
        ];

    /// <summary>Every choice question that a form may carry: the open ones and those that came up.</summary>
    public static IEnumerable<string> Sent(CaseRequest request, IEnumerable<string> asked) =>
        asked.Union(
            request
                .Policy.Questions.Where(question =>
                    question.IsChoice && !request.Case.Answers.Answered(question.Id) && request.Press.Value(question.Id).Length > 0
                )
                .Select(question => question.Id)
        );

    private static string[] Picked(CaseRequest request, string id)
    {
        var question = request.Policy.Questions.FirstOrDefault(question => question.Id == id);
        if (question is not { IsChoice: true })
            return [];
        var known = request.Press.Picked(id).Where(choice => question.Choice(choice) is not null).Distinct().ToList();
        var definite = question.WithoutAlone(known);
        return [.. question.Kind == QuestionKind.One ? definite.Take(1) : definite];
    }
}
