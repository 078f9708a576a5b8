using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>A condition that was reported done is not: who looked at it says why, and its owner has it again.</summary>
internal static class SendBackConditionHandler
{
    private const string Reason = "reason";

    public static Outcome Handle(CaseRequest request)
    {
        if (!request.Case.IsApproved)
            return Rights.Closed(request) ?? request.Refuse("confirm.nothing");
        if (Rights.Oversees(request) is { } refused)
            return refused;
        if (
            request.Case.Conditions.FirstOrDefault(one =>
                one.State == ApprovalConditionState.Reported && CaseTexts.Number(one.Number) == request.Press.Target
            )
            is not { } condition
        )
            return request.Refuse("confirm.nothing");
        if (!request.Press.Values.ContainsKey(Reason))
            return Outcome.Say(Form(request, condition, ""));
        var reason = request.Typed(Reason);
        return CommentLength.Problem(reason, request) is { Length: > 0 } problem
            ? Outcome.Say(Form(request, condition, problem))
            : SentBack(request, condition, reason);
    }

    private static Outcome SentBack(CaseRequest request, ApprovalCondition condition, string reason)
    {
        var returned = condition with
        {
            State = ApprovalConditionState.Open,
            Proof = "",
            ReportedBy = null,
            SentBack = [.. condition.SentBack, new(request.Actor.Person, request.Now, reason)],
        };
        var current = request.Case;
        var after = (
            current with
            {
                Conditions = [.. current.Conditions.Select(one => one.Number == condition.Number ? returned : one)],
            }
        ).Notify(NotificationKind.ConditionSentBack, NotificationNumbers.OfReport(returned), Concerned(request, condition));
        return request.Accept(
            after,
            request.Event(AuditEventKind.ConditionSentBack, reason, ("number", CaseTexts.Number(condition.Number))),
            request.SayStored("story.condition_sent_back", ("name", request.Actor.Person.Name), ("n", CaseTexts.Number(condition.Number))),
            OperationKeys.OnCondition("send-back", current, condition),
            request.Say("send_back.thanks", ("name", Keeper(request, condition).Name))
        );
    }

    /// <summary>Its owner, and who reported it where that was somebody else.</summary>
    private static IEnumerable<Person> Concerned(CaseRequest request, ApprovalCondition condition) =>
        new[] { Keeper(request, condition), condition.ReportedBy }.OfType<Person>().Where(person => person.Id != request.Actor.Id);

    private static Person Keeper(CaseRequest request, ApprovalCondition condition) =>
        Owners.CanBeNotified(condition.Owner) ? condition.Owner : request.Case.Requester;

    private static View.Form Form(CaseRequest request, ApprovalCondition condition, string problem) =>
        CaseForms.Of(
            request,
            Verbs.SendBack,
            CaseTexts.Number(condition.Number),
            problem,
            [CaseForms.Comment(request, Reason, "form.send_back_reason")],
            [
                new LabelledText(condition.Text),
                new LabelledText(
                    request.Say(
                        "form.send_back_proof",
                        ("name", condition.ReportedBy?.Name ?? condition.Owner.Name),
                        ("proof", condition.Proof)
                    )
                ),
            ],
            "form.send_back_foot",
            name: Keeper(request, condition).Name
        );
}
