using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>
/// A request is given to somebody who may decide on it, by one of them or an admin: a claim for another person. It lapses as a claim does.
/// </summary>
internal static class AssignCaseHandler
{
    /// <summary>Of a list that opens; everybody else can be typed.</summary>
    private const int MostShown = 60;

    public static Outcome Handle(CaseRequest request, string typed)
    {
        if (Rights.Assigns(request) is { } refused)
            return refused;
        var able = Able(request);
        if (typed.Length == 0 && !request.FromForm)
            return Outcome.Say(Form(request, able));
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

    /// <summary>Only those who may decide on it: fewer than the organisation has people.</summary>
    private static View.Form Form(CaseRequest request, IReadOnlyList<Person> able) =>
        CaseForms.Of(
            request,
            Verbs.Assign,
            CaseForms.Sent,
            "",
            [
                FormFields.One(
                    "name",
                    request.Say("form.assign_pick"),
                    "",
                    [.. able.Take(MostShown).Select(person => new FieldChoice(person.Id.Value, Texts.Clip(person.Name, 75)))]
                ) with
                {
                    Lists = true,
                    Required = true,
                    Missing = request.Say("field.one"),
                },
            ],
            [],
            "form.assign_foot"
        );

    /// <summary>Where more than one could decide.</summary>
    internal static bool Offers(CaseRequest request) =>
        request.Case.IsOpen && request.Quorum.Reviews(request.Actor.Id) && Able(request).Skip(1).Any();

    /// <summary>Never the requester or the owner: they have no part in the decision.</summary>
    internal static IReadOnlyList<Person> Able(CaseRequest request) =>
        [
            .. request
                .Roles.Holders.Values.SelectMany(holders => holders)
                .DistinctBy(person => person.Id)
                .Where(person => request.Quorum.Reviews(person.Id)),
        ];
}
