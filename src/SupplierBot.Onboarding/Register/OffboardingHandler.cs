using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Register;

/// <summary>
/// The end of a supplier: three things are done and proved, someone from security confirms, and the line says when it ended.
/// </summary>
internal static class OffboardingHandler
{
    public static Outcome Handle(CaseRequest request)
    {
        if ((EntryRights.Refusal(request) ?? EntryRights.UnderReview(request)) is { } refused)
            return refused;
        if (!request.FromForm)
            return Outcome.Say(Form(request, ""));
        var (access, data, moved) = (request.Typed("exit_access"), request.Typed("exit_data"), request.Typed("exit_moved"));
        if (new[] { access, data, moved }.FirstOrDefault(text => text.Length > CommentLength.Most) is { } long_)
            return Outcome.Say(Form(request, CommentLength.TooLong(long_, request)));
        if (access.Length + data.Length + moved.Length == 0)
            return Outcome.Say(Form(request, request.Say("exit.empty")));
        var begun = request.Case.Offboarding ?? new(request.Actor.Person, request.Now, "", "", "", null, null, null);
        var said = begun with { Access = access, Data = data, Moved = moved };
        return said == request.Case.Offboarding ? Outcome.Say(Form(request, request.Say("exit.unchanged"))) : Said(request, said);
    }

    /// <summary>By somebody who may decide and did not report it.</summary>
    public static Outcome Confirm(CaseRequest request)
    {
        if (request.Case.Offboarding is not { Complete: true } offboarding)
            return request.Refuse("exit.nothing");
        if (offboarding.EndedAt is { } ended)
            return request.Refuse("exit.ended_already", ("day", Dates.Day(ended, request.Context)));
        if (Rights.Confirms(request, offboarding.ReportedBy) is { } refused)
            return refused;
        var after = (request.Case with { Offboarding = offboarding with { EndedBy = request.Actor.Person, EndedAt = request.Now } }).Notify(
            NotificationKind.Ended,
            1,
            request.Case.Affected()
        );
        return request.Accept(
            after,
            request.Event(AuditEventKind.Terminated),
            request.SayStored("story.ended", ("name", request.Actor.Person.Name)),
            $"ended-{request.Case.Id}",
            request.Say("exit.done")
        );
    }

    private static Outcome Said(CaseRequest request, Offboarding said)
    {
        var first = request.Case.Offboarding is null;
        var offboarding = said with { ReportedBy = said.Complete ? request.Actor.Person : null };
        var after = request.Case with { Offboarding = offboarding };
        if (offboarding.Complete)
            after = after.NotifyGroup(
                NotificationKind.LeavingReported,
                request.Case.EventCount + 1,
                NotificationGroup.Security,
                request.Roles,
                but: request.Actor.Id
            );
        var auditEvent = request.Event(
            first ? AuditEventKind.ExitStarted : AuditEventKind.ExitReported,
            string.Join('\n', offboarding.Access, offboarding.Data, offboarding.Moved),
            ("access", Done(offboarding.Access)),
            ("data", Done(offboarding.Data)),
            ("moved", Done(offboarding.Moved))
        );
        var history = request.SayStored(
            offboarding.Complete ? "story.exit_reported"
                : first ? "story.exit_started"
                : "story.exit_more",
            ("name", request.Actor.Person.Name)
        );
        return request.Accept(
            after,
            auditEvent,
            history,
            request.FormOperation,
            committed =>
                offboarding.Complete
                    ? CaseViews.For(
                        committed,
                        committed.Say(
                            "exit.reported",
                            ("names", CaseTexts.Names(committed.Roles.Of(RoleNames.Security), committed.Context))
                        )
                    )
                    : Form(committed, committed.Say("exit.saved"))
        );
    }

    private static string Done(string proof) => proof.Length > 0 ? "done" : "open";

    /// <summary>The checklist: what was said before stays in it until all of it is said.</summary>
    internal static View.Form Form(CaseRequest request, string problem)
    {
        return CaseForms.Of(
            request,
            Verbs.Exit,
            CaseForms.Sent,
            problem,
            [
                Proof("exit_access", request.Case.Offboarding?.Access),
                Proof("exit_data", request.Case.Offboarding?.Data),
                Proof("exit_moved", request.Case.Offboarding?.Moved),
            ],
            [],
            "form.exit_foot",
            ButtonStyle.Danger
        );
        Field Proof(string id, string? kept) =>
            FormFields.LongText(
                id,
                request.Say($"form.{id}"),
                request.Press.Values.ContainsKey(id) ? request.Press.Value(id) : kept ?? "",
                request.Say($"form.{id}_help")
            );
    }
}

/// <summary>
/// Use that is being ended (Policies/README.md "Reviews and triggers"): what was done about access, data, and models or datasets of ours,
/// with proof each.
/// </summary>
/// <param name="Moved">Where what was ours went, or that there was nothing.</param>
/// <param name="ReportedBy">Who said the last of the three; null while one is missing.</param>
/// <param name="EndedBy">Who confirmed it; null before.</param>
public sealed record Offboarding(
    Person By,
    DateTimeOffset At,
    string Access,
    string Data,
    string Moved,
    Person? ReportedBy,
    Person? EndedBy,
    DateTimeOffset? EndedAt
)
{
    public bool Complete => Access.Length > 0 && Data.Length > 0 && Moved.Length > 0;
}
