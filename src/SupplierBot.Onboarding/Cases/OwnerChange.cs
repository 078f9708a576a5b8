using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>Another person looks after the supplier: who may be meant, the form that asks for them, and the case afterwards.</summary>
internal static class OwnerChange
{
    private const string PickedField = "owner_person";
    private const string TypedField = "owner_name";

    /// <summary>As many as a card shows at a glance; everybody else can be typed.</summary>
    private const int MostShown = 8;

    /// <summary>Register, conditions and messages follow.</summary>
    public static Case After(CaseRequest request, Person person)
    {
        var current = request.Case;
        var answers = current.Answers.With("owner", person.Name);
        return current with
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
        };
    }

    /// <summary>What was filled in on the form; the name wins over the list.</summary>
    public static string Typed(CaseRequest request) =>
        request.Typed(TypedField) is { Length: > 0 } name ? name : request.Press.Value(PickedField);

    public static IEnumerable<Person> Known(CaseRequest request) =>
        request
            .Context.People.Concat(request.Roles.Holders.Values.SelectMany(holders => holders))
            .Concat(request.Roles.Admins)
            .Append(request.Case.Requester)
            .Where(Owners.CanBeNotified)
            .DistinctBy(person => person.Id);

    /// <summary>Why nobody was found, or too many.</summary>
    public static string Unclear(NamedPerson found, string typed, CaseRequest request) =>
        found switch
        {
            NamedPerson.Several { People: var several } => request.Say(
                "owner.several",
                ("ids", string.Join(", ", several.Select(person => person.Id.Value)))
            ),
            NamedPerson.Impossible { Mention: { Picked: true, Person: null } } => request.Say("owner.unconfirmed"),
            NamedPerson.Impossible { Mention: { State: MentionState.NotAMember } mention } => request.Say(
                "owner.not_a_member",
                ("name", Texts.Clip(mention.Person?.Name ?? mention.Name, 60)),
                ("organisation", request.Context.OrganisationName)
            ),
            NamedPerson.Impossible { Mention: var mention } => request.Say(
                $"roles.mention_{mention.State}",
                ("name", Texts.Clip(mention.Person?.Name ?? mention.Name, 60)),
                ("organisation", request.Context.OrganisationName)
            ),
            _ when typed.Length == 0 => request.Say("owner.which"),
            _ => request.Say("owner.nobody", ("name", Texts.Clip(PersonNames.Typed(typed), 60))),
        };

    public static View.Form Form(CaseRequest request, string verb, string problem, string words)
    {
        var named = WordsOf(request.Case.Owner.Name);
        var known = Known(request)
            .Where(person => person.Id != request.Case.Owner.Id)
            .OrderByDescending(person => WordsOf(person.Name).Intersect(named).Count())
            .ThenBy(person => person.Name, StringComparer.OrdinalIgnoreCase)
            .Take(MostShown)
            .ToList();
        return CaseForms.Of(
            request,
            verb,
            CaseForms.Sent,
            problem,
            [
                FormFields.Person(
                    PickedField,
                    request.Say("form.owner_pick"),
                    request.Press.People.Count > 0 ? "" : request.Press.Value(PickedField),
                    [.. known.Select(person => new FieldChoice(person.Id.Value, Texts.Clip(person.Name, 75)))]
                ),
                FormFields.Text(
                    TypedField,
                    request.Say("form.owner_name"),
                    request.Press.Value(TypedField),
                    200,
                    request.Say("form.owner_name_help")
                ),
            ],
            [new LabelledText(words)],
            "form.owner_foot"
        );
    }

    private static HashSet<string> WordsOf(string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
