using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>An approval taken back, by somebody who may give one.</summary>
internal static class RevokeApprovalHandler
{
    public static Outcome Handle(CaseRequest request)
    {
        if (!request.Case.IsApproved)
            return Rights.Closed(request) ?? request.Refuse("revoke.not_approved");
        if (Rights.Oversees(request) is { } refused)
            return refused;
        return CaseForms.WithComment(request, "comment", Form, Revoked);
    }

    private static Outcome Revoked(CaseRequest request, string reason)
    {
        var current = request.Case;
        var after = (
            current with
            {
                Status = CaseStatus.Revoked,
                Decision = new(CaseStatus.Revoked, request.Actor.Person, request.Now, reason),
            }
        ).Notify(NotificationKind.Revoked, current.ContentVersion, current.Affected());
        return request.Accept(
            after,
            request.Event(AuditEventKind.Revoked, reason),
            request.SayStored("story.revoked", ("name", request.Actor.Person.Name)),
            $"revoke-{current.Id}",
            ClaimHandler.Confirmation
        );
    }

    internal static View.Form Form(CaseRequest request, string problem) =>
        CaseForms.Of(
            request,
            Verbs.Revoke,
            CaseForms.Sent,
            problem,
            [CaseForms.Comment(request, "comment", "form.revoke_comment")],
            [],
            "form.revoke_foot",
            ButtonStyle.Danger
        );
}
