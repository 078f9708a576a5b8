using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>An owner who is only a name: somebody who decides says who is meant. Register, conditions and messages follow.</summary>
internal static class NameOwnerHandler
{
    public static bool Offers(CaseRequest request) =>
        !Owners.CanBeNotified(request.Case.Owner)
        && (request.Case.IsOpen || request.Case.IsApproved)
        && request.Quorum.Reviews(request.Actor.Id);

    public static Outcome Handle(CaseRequest request)
    {
        if (!request.Case.IsOpen && !request.Case.IsApproved)
            return Rights.Closed(request) ?? request.Refuse("owner.known", ("owner", request.Case.Owner.Name));
        if (Rights.Oversees(request) is { } refused)
            return refused;
        if (Owners.CanBeNotified(request.Case.Owner))
            return request.Refuse("owner.known", ("owner", request.Case.Owner.Name));
        if (request.Press.Target != CaseForms.Sent)
            return Outcome.Say(Form(request, ""));
        var typed = OwnerChange.Typed(request);
        return NamedPerson.Find(typed, OwnerChange.Known(request), request.Actor.Id, request.Context) switch
        {
            NamedPerson.One { Person: var person } when ApprovedBy(request, person) => Outcome.Say(
                Form(request, request.Say("owner.approved", ("name", person.Name)))
            ),
            NamedPerson.One { Person: var person } => Named(request, person),
            var unclear => Outcome.Say(Form(request, OwnerChange.Unclear(unclear, typed, request))),
        };
    }

    private static Outcome Named(CaseRequest request, Person person)
    {
        var current = request.Case;
        var after = OwnerChange.After(request, person).Notify(NotificationKind.OwnerNamed, current.ContentVersion + 1, person);
        return request.Accept(
            current.IsOpen ? after.NotifyTooFew(request.Context) : after,
            request.Event(AuditEventKind.OwnerNamed, "", ("person", person.Id.Value)),
            request.SayStored("story.owner_named", ("name", request.Actor.Person.Name), ("owner", person.Name)),
            $"owner-{current.Id}-{current.ContentVersion}",
            request.Say("owner.named", ("owner", person.Name))
        );
    }

    /// <summary>Who said yes cannot become somebody who has no part in the decision.</summary>
    private static bool ApprovedBy(CaseRequest request, Person person) =>
        request.Case.Approvals.Any(approval => approval.Voices().Any(voice => request.Roles.Same(voice, person.Id)));

    private static View.Form Form(CaseRequest request, string problem) =>
        OwnerChange.Form(
            request,
            Verbs.NameOwner,
            problem,
            request.Say("owner.unknown", ("owner", request.Case.Owner.Name), ("requester", request.Case.Requester.Name))
        );
}
