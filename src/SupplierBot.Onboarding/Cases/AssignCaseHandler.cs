using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>
/// A request is given to somebody who may decide on it, by one of them or an admin: a claim for another person. It lapses as a claim does.
/// </summary>
internal static class AssignCaseHandler
{
    public static Outcome Handle(CaseRequest request, string typed)
    {
        if (Rights.Assigns(request) is { } refused)
            return refused;
        var able = Able(request);
        var meant = NamedPerson.Find(typed, able, request.Actor.Id, request.Context);
        if (meant is NamedPerson.Several { People: var several })
            return request.Refuse(
                "assign.several",
                ("name", Texts.Clip(PersonNames.Typed(typed), 60)),
                ("ids", string.Join(", ", several.Select(one => one.Id.Value)))
            );
        if (meant is not NamedPerson.One { Person: var person } || !able.Any(one => one.Id == person.Id))
            return request.Refuse(
                "assign.nobody",
                ("name", Texts.Clip(PersonNames.Typed(typed), 60)),
                ("names", CaseTexts.Names(able, request.Context))
            );
        if (ClaimHandler.Current(request.Case, request.Context) is { } claim && claim.By.Id == person.Id)
            return request.Refuse("claim.taken", ("name", claim.By.Name), ("at", Dates.Time(claim.At, request.Context)));
        var after = (request.Case with { Claim = new(person, request.Now) }).Notify(
            NotificationKind.Assigned,
            request.Case.EventCount + 1,
            person
        );
        return request.Accept(
            after,
            request.Event(AuditEventKind.Assigned, "", ("person", person.Id.Value)),
            request.SayStored("story.assigned", ("name", request.Actor.Person.Name), ("to", person.Name)),
            null,
            request.Say("assign.done", ("name", person.Name))
        );
    }

    /// <summary>Never the requester or the owner: they have no part in the decision.</summary>
    internal static IReadOnlyList<Person> Able(CaseRequest request) =>
        [
            .. request
                .Roles.Holders.Values.SelectMany(holders => holders)
                .DistinctBy(person => person.Id)
                .Where(person => request.Quorum.Reviews(person.Id)),
        ];
}
