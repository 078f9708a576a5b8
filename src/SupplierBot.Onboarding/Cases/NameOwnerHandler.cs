using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>An owner who is only a name: somebody who decides says who is meant. Register, conditions and messages follow.</summary>
internal static class NameOwnerHandler
{
    private const string Picked = "owner_person";
    private const string Typed = "owner_name";

    /// <summary>As many as a card shows at a glance; everybody else can be typed.</summary>
    private const int MostShown = 8;

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
        var typed = request.Typed(Typed) is { Length: > 0 } name ? name : request.Press.Value(Picked);
        return NamedPerson.Find(typed, Known(request), request.Actor.Id, request.Context) switch
        {
            NamedPerson.One { Person: var person } when ApprovedBy(request, person) => Outcome.Say(
                Form(request, request.Say("owner.approved", ("name", person.Name)))
            ),
            NamedPerson.One { Person: var person } => Named(request, person),
            NamedPerson.Several { People: var several } => Outcome.Say(
                Form(request, request.Say("owner.several", ("ids", string.Join(", ", several.Select(person => person.Id.Value)))))
            ),
            _ => Outcome.Say(Form(request, request.Say(typed.Length == 0 ? "owner.which" : "owner.nobody", ("name", Shown(typed))))),
        };
    }

    private static Outcome Named(CaseRequest request, Person person)
    {
        var current = request.Case;
        var answers = current.Answers.With("owner", person.Name);
        var after = (
            current with
            {
                Owner = person,
                Answers = answers,
                ContentVersion = current.ContentVersion + 1,
                Changes = [.. current.Changes, .. AnswerRevision.Changes(current.Answers, answers, request.Actor.Person, request.Now)],
                Conditions =
                [
                    .. current.Conditions.Select(condition =>
                        condition.Owner.Id == current.Owner.Id ? condition with { Owner = person } : condition
                    ),
                ],
            }
        ).Notify(NotificationKind.OwnerNamed, current.ContentVersion + 1, person);
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

    private static IEnumerable<Person> Known(CaseRequest request) =>
        request
            .Context.People.Concat(request.Roles.Holders.Values.SelectMany(holders => holders))
            .Append(request.Case.Requester)
            .Where(Owners.CanBeNotified)
            .DistinctBy(person => person.Id);

    private static View.Form Form(CaseRequest request, string problem)
    {
        var words = Words(request.Case.Owner.Name);
        var known = Known(request)
            .OrderByDescending(person => Words(person.Name).Intersect(words).Count())
            .ThenBy(person => person.Name, StringComparer.OrdinalIgnoreCase)
            .Take(MostShown)
            .ToList();
        return CaseForms.Of(
            request,
            Verbs.NameOwner,
            CaseForms.Sent,
            problem,
            [
                FormFields.One(
                    Picked,
                    request.Say("form.owner_pick"),
                    request.Press.Value(Picked),
                    [.. known.Select(person => new FieldChoice(person.Id.Value, Texts.Clip(person.Name, 75)))]
                ),
                FormFields.Text(
                    Typed,
                    request.Say("form.owner_name"),
                    request.Press.Value(Typed),
                    200,
                    request.Say("form.owner_name_help")
                ),
            ],
            [
                new LabelledText(
                    request.Say("owner.unknown", ("owner", request.Case.Owner.Name), ("requester", request.Case.Requester.Name))
                ),
            ],
            "form.owner_foot"
        );
    }

    private static HashSet<string> Words(string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static string Shown(string typed) => Texts.Clip(PersonNames.Typed(typed), 60);
}
