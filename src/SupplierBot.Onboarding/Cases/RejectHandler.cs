using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>One no, with its reason, ends the request.</summary>
internal static class RejectHandler
{
    public static Outcome Handle(CaseRequest request)
    {
        if (Rights.Rejects(request) is { } refused)
            return CaseForms.RefreshIfStale(request, Rights.Rejects, Form) ?? refused;
        return CarriedText.Of(request, "comment") is (var filled, true)
            ? Outcome.Say(Form(filled, ""))
            : CaseForms.WithComment(request, "comment", Form, Rejected);
    }

    private static Outcome Rejected(CaseRequest request, string reason)
    {
        var current = request.Case;
        var after = (
            current with
            {
                Status = CaseStatus.Rejected,
                Decision = new(CaseStatus.Rejected, request.Actor.Person, request.Now, reason),
            }
        ).Notify(NotificationKind.Rejected, current.ContentVersion, current.Affected());
        if (current.ReviewOrigin is not null)
            after = after.NotifyGroup(NotificationKind.Rejected, current.ContentVersion, NotificationGroup.Ciso, request.Roles);
        var auditEvent = request.Event(AuditEventKind.Rejected, reason, ("content", DecisionBasis.Hash(current, request.Policy)));
        var outcome = request.Accept(
            after,
            auditEvent,
            request.SayStored("story.rejected", ("name", request.Actor.Person.Name)),
            $"reject-{current.Id}-c{current.ContentVersion}-{request.Actor.Id}{OperationKeys.AfterUndo(current)}",
            ClaimHandler.Confirmation
        );
        return UndoWindow.Open(outcome, UndoKind.Rejected, request);
    }

    internal static View.Form Form(CaseRequest request, string problem) =>
        CaseForms.Of(
            request,
            Verbs.Reject,
            CaseForms.Sent,
            problem,
            [CaseForms.Comment(request, "comment", "form.reject_comment")],
            [],
            "form.reject_foot",
            ButtonStyle.Danger
        );
}
