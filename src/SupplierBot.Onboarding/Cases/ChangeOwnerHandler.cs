using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>
/// "owner SUP-0031 to Priya Shah": what is in use gets another owner, by the one it has or an admin. People change more often than
/// suppliers, and no review is needed for it.
/// </summary>
internal static class ChangeOwnerHandler
{
    public static Outcome Handle(CaseRequest request, string name)
    {
        if (Refusal(request) is { } refused)
            return refused;
        var typed = name.Length > 0 ? name : OwnerChange.Typed(request);
        if (typed.Length == 0 && !request.FromForm)
            return Outcome.Say(Form(request, ""));
        return NamedPerson.Find(typed, OwnerChange.Known(request), request.Actor.Id, request.Context) switch
        {
            NamedPerson.One { Person: var person } when request.Roles.Same(person.Id, request.Case.Owner.Id) => request.Refuse(
                "owner.known",
                ("owner", request.Case.Owner.Name)
            ),
            NamedPerson.One { Surely: false, Person: var person }
                when PersonTexts.Doubts(person, request.Context) is { Length: > 0 } doubts => Sure(request, person, doubts),
            NamedPerson.One { Person: var person } => Changed(request, person),
            var unclear => Outcome.Say(Form(request, OwnerChange.Unclear(unclear, typed, request))),
        };
    }

    private static Outcome? Refusal(CaseRequest request) =>
        request switch
        {
            { Case.IsOpen: true } => request.Refuse("owner.in_review", ("id", request.Case.Id)),
            { Case.Offboarding.EndedAt: { } ended } => request.Refuse("exit.ended_already", ("day", Dates.Day(ended, request.Context))),
            { Case.IsApproved: false } => request.Refuse("renew.not_in_use"),
            { State.Entry: var line } when line?.CaseId != request.Case.Id => request.Refuse("renew.newer", ("id", line?.CaseId ?? "")),
            { IsOwner: false } when !IsAdmin(request) => request.Refuse("owner.not_yours", ("owner", request.Case.Owner.Name)),
            _ => null,
        } ?? EntryRights.UnderReview(request);

    private static bool IsAdmin(CaseRequest request) => request.Roles.Admins.Any(admin => request.Roles.Same(admin.Id, request.Actor.Id));

    private static Outcome Changed(CaseRequest request, Person person)
    {
        var (current, number) = (request.Case, request.Case.ContentVersion + 1);
        var after = (
            OwnerChange.After(request, person) with
            {
                FormerOwners = [.. current.FormerOwners, new(current.Owner, request.Now)],
            }
        ).Notify(NotificationKind.OwnerNamed, number, person);
        if (Owners.CanBeNotified(current.Owner) && !request.IsOwner)
            after = after.Notify(NotificationKind.OwnerReplaced, number, current.Owner);
        return request.Accept(
            after,
            request.Event(AuditEventKind.OwnerChanged, "", ("person", person.Id.Value)),
            request.SayStored("story.owner_named", ("name", request.Actor.Person.Name), ("owner", person.Name)),
            $"owner-{current.Id}-{current.ContentVersion}",
            request.Say("owner.named", ("owner", person.Name))
        );
    }

    /// <summary>Asked once more: the button says the same with the id.</summary>
    private static Outcome Sure(CaseRequest request, Person person, string doubts)
    {
        var words = request.Say("roles.sure", ("person", PersonTexts.Of(person, request.Context)), ("why", doubts));
        return Outcome.Say(
            new View.Notice("", [new LabelledText(words)])
            {
                Plain = Texts.Clip(words, 120),
                Buttons = [new(request.Say("roles.sure_button"), Verbs.Say, Says: $"owner {request.Case.EntryId} to {person.Id.Value}")],
            }
        );
    }

    private static View.Form Form(CaseRequest request, string problem) =>
        OwnerChange.Form(
            request,
            Verbs.ChangeOwner,
            problem,
            request.Say("owner.now", ("owner", request.Case.Owner.Name), ("supplier", request.Case.Supplier))
        );
}
