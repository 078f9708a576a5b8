using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Register;

/// <summary>What happens while a supplier is in use, as dated facts: looked after, its report read, an incident.</summary>
internal static class EntryEventHandler
{
    public static Outcome Checked(CaseRequest request) =>
        Noted(request, AuditEventKind.Checked, request.Case with { CheckedAt = request.Case.CheckedAt ?? request.Now });

    public static Outcome ReportSeen(CaseRequest request) =>
        Noted(request, AuditEventKind.ReportSeen, request.Case with { ReportsSeen = request.Case.ReportsSeen + 1 });

    /// <summary>
    /// Told by the place of its line in the history. The person who looks after it and security hear of it at once; whether it has to be
    /// reviewed they say.
    /// </summary>
    public static Outcome Incident(CaseRequest request) =>
        Noted(
            request,
            AuditEventKind.IncidentNoted,
            (request.Case with { Incidents = [.. request.Case.Incidents, request.Case.History.Count] }).NotifyGroup(
                NotificationKind.Incident,
                request.Case.History.Count,
                NotificationGroup.Security,
                request.Roles,
                request.Case.Affected(),
                but: request.Actor.Id
            )
        );

    private static Outcome Noted(CaseRequest request, AuditEventKind kind, Case after) =>
        EntryRights.Refusal(request)
        ?? CaseForms.WithComment(request, "note_text", Form, (current, words) => Noted(current, kind, after, words));

    private static Outcome Noted(CaseRequest request, AuditEventKind kind, Case after, string words)
    {
        var history = request.SayStored($"story.{kind}", ("name", request.Actor.Person.Name), ("text", Texts.Clip(words, 200)));
        var thanks = request.Say("note.thanks");
        return
            request.Case.History.LastOrDefault(line => line.Words == history) is { } before
            && RepeatCheck.Asks(request, before.At, "note") is { } question
            ? RepeatCheck.Asked(request, AgainForm(request, question), thanks)
            : request.Accept(after, request.Event(kind, words), history, request.FormOperation, thanks);
    }

    /// <inheritdoc cref="CaseForms.Again"/>
    internal static View.Form AgainForm(CaseRequest request, string question) => CaseForms.Again(request, question, Form);

    internal static View.Form Form(CaseRequest request, string problem) =>
        CaseForms.Of(
            request,
            request.Press.Verb,
            CaseForms.Sent,
            problem,
            [CaseForms.Comment(request, "note_text", $"form.{request.Press.Verb}_words")],
            [],
            $"form.{request.Press.Verb}_foot"
        );
}

/// <summary>Who may say something of a supplier on the register, and of which case: null where nothing is in the way.</summary>
internal static class EntryRights
{
    /// <summary>By the person who asked, the owner and those who decide; of the case behind the register entry.</summary>
    public static Outcome? Refusal(CaseRequest request) =>
        request switch
        {
            { IsRequester: false, IsOwner: false } when !request.Roles.Decides(request.Actor.Id) => request.Refuse(
                "renew.not_yours",
                ("owner", request.Case.Owner.Name)
            ),
            { Case.Offboarding.EndedAt: { } ended } => request.Refuse("exit.ended_already", ("day", Dates.Day(ended, request.Context))),
            { Case.IsOpen: true } => request.Refuse(
                request.Case.ReviewOrigin is null ? "renew.being_checked" : "renew.under_way",
                ("id", request.Case.Id)
            ),
            { Case.MayBeInUse: false } => request.Refuse("renew.not_in_use"),
            { State.Entry: var line } when line?.CaseId != request.Case.Id => request.Refuse("renew.newer", ("id", line?.CaseId ?? "")),
            _ => null,
        };

    /// <summary>Two things are not begun about one line at once.</summary>
    public static Outcome? UnderReview(CaseRequest request) =>
        request.State.Entry?.Review is { } review ? request.Refuse("renew.under_way", ("id", review.CaseId)) : null;
}
