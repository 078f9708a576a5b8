using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>The life of a condition: set with a yes, reported done by its owner with proof, confirmed by an approver.</summary>
internal static class ApprovalConditionHandler
{
    /// <summary>What was set before and what is set now, each once.</summary>
    public static IReadOnlyList<ApprovalCondition> Together(CaseRequest request, IReadOnlyList<ApprovalConditionInput> wanted)
    {
        var all = request.Case.Conditions.ToList();
        foreach (var condition in wanted)
        {
            if (all.Exists(other => other.Text == condition.Text && other.Due == condition.Due))
                continue;
            all.Add(
                new(
                    all.Count + 1,
                    condition.Text,
                    condition.Due,
                    condition.Owner,
                    ApprovalConditionState.Open,
                    "",
                    request.Actor.Person,
                    null,
                    null
                )
            );
        }
        return all;
    }

    public static Outcome Done(CaseRequest request)
    {
        if (Find(request, ApprovalConditionState.Open) is not { } condition)
            return NotThere(request);
        if (!MayReport(request, condition))
            return request.Refuse("refusal.condition_owner", ("name", condition.Owner.Name));
        var proof = request.Typed("proof_text");
        if (proof.Length == 0 && !request.Press.Values.ContainsKey("proof_text"))
            return Outcome.Say(Form(request, condition, ""));
        return CommentLength.Problem(proof, request) is { Length: > 0 } problem
            ? Outcome.Say(Form(request, condition, problem))
            : Reported(request, condition, proof);
    }

    public static Outcome Confirm(CaseRequest request)
    {
        if (!request.Case.IsApproved)
            return Rights.Closed(request) ?? request.Refuse("confirm.nothing");
        if (Rights.Oversees(request) is { } refused)
            return refused;
        if (Find(request, ApprovalConditionState.Reported) is not { } condition)
            return request.Refuse("confirm.nothing");
        return Rights.Confirms(request, condition.ReportedBy) ?? Confirmed(request, condition);
    }

    /// <summary>Its owner; where the owner is only a name, the person who asked.</summary>
    public static bool MayReport(CaseRequest request, ApprovalCondition condition) =>
        request.Roles.Same(condition.Owner.Id, request.Actor.Id) || (!Owners.CanBeNotified(condition.Owner) && request.IsRequester);

    private static Outcome NotThere(CaseRequest request) =>
        request.Case.IsApproved ? request.Refuse("done.nothing") : Rights.Closed(request) ?? request.Refuse("done.nothing");

    private static ApprovalCondition? Find(CaseRequest request, ApprovalConditionState state)
    {
        if (!request.Case.IsApproved)
            return null;
        var fitting = request.Case.Conditions.Where(condition => condition.State == state).ToList();
        return request.Press.Target.Length == 0
            ? fitting.Find(condition => state == ApprovalConditionState.Reported || MayReport(request, condition))
                ?? fitting.FirstOrDefault()
            : fitting.Find(condition => CaseTexts.Number(condition.Number) == request.Press.Target);
    }

    private static Outcome Reported(CaseRequest request, ApprovalCondition condition, string proof)
    {
        var after = With(
                request.Case,
                condition with
                {
                    State = ApprovalConditionState.Reported,
                    Proof = proof,
                    ReportedBy = request.Actor.Person,
                }
            )
            .Notify(NotificationKind.ConditionReported, NotificationNumbers.OfReport(condition), condition.SetBy);
        var history = request.SayStored(
            "story.condition_reported",
            ("name", request.Actor.Person.Name),
            ("n", CaseTexts.Number(condition.Number))
        );
        var auditEvent = request.Event(AuditEventKind.ConditionReported, proof, ("number", CaseTexts.Number(condition.Number)));
        return request.Accept(
            after,
            auditEvent,
            history,
            OperationKeys.OnCondition("done", request.Case, condition),
            committed => CaseViews.For(committed, committed.Say("done.thanks", ("name", condition.SetBy.Name)))
        );
    }

    private static Outcome Confirmed(CaseRequest request, ApprovalCondition condition)
    {
        var after = With(request.Case, condition with { State = ApprovalConditionState.Confirmed, ConfirmedBy = request.Actor.Person });
        var history = request.SayStored(
            "story.condition_confirmed",
            ("name", request.Actor.Person.Name),
            ("n", CaseTexts.Number(condition.Number))
        );
        var auditEvent = request.Event(AuditEventKind.ConditionConfirmed, "", ("number", CaseTexts.Number(condition.Number)));
        return request.Accept(after, auditEvent, history, $"confirm-{request.Case.Id}-{condition.Number}", request.Say("confirm.thanks"));
    }

    private static Case With(Case current, ApprovalCondition changed) =>
        current with
        {
            Conditions = [.. current.Conditions.Select(condition => condition.Number == changed.Number ? changed : condition)],
        };

    internal static View.Form Form(CaseRequest request, ApprovalCondition condition, string problem) =>
        CaseForms.Of(
            request,
            Verbs.Done,
            CaseTexts.Number(condition.Number),
            problem,
            [
                FormFields.LongText(
                    "proof_text",
                    request.Say("form.done_proof"),
                    request.Press.Value("proof_text"),
                    required: true,
                    missing: request.Say("form.done_missing")
                ),
            ],
            [new LabelledText(condition.Text)],
            "form.done_foot",
            name: condition.SetBy.Name
        );
}
