using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Roles;

/// <summary>Who looks after the supplier: an answer becomes a person, or stays a name that security sorts out.</summary>
public static class Owners
{
    /// <summary>Not an id of any channel: a name somebody typed.</summary>
    private const string TypedPrefix = "typed:";

    /// <summary>Of a line that says no owner.</summary>
    public static readonly Person Nobody = new(new(TypedPrefix), "");

    /// <summary>A name that several bear, or that was somebody else's, is no person: it stays a name.</summary>
    public static Person Of(Answers answers, Person requester, Context context)
    {
        var named = PersonNames.Typed(answers.One("owner") ?? "");
        if (named.Length == 0)
            return requester;
        return Found(named, requester, context) is NamedPerson.One { Person: var person } one && Fits(one, context)
            ? person.Id == requester.Id
                ? requester
                : person
            : Typed(named);
    }

    /// <summary>Of a line of a file that somebody gives: by name, id or e-mail address. Null where it says none.</summary>
    public static Person? OfFile(string typed, Context context)
    {
        var named = PersonNames.Typed(typed);
        if (named.Length == 0)
            return null;
        if (context.PersonRecords.FirstOrDefault(record => IsAddress(record.Value, named)) is { Key.Value: { Length: > 0 } id })
            return Known(context).FirstOrDefault(person => person.Id.Value == id) ?? Typed(named);
        return
            NamedPerson.Find(named, Known(context), new PersonId(""), context) is NamedPerson.One { Person: var person } one
            && Fits(one, context)
            ? person
            : Typed(named);
    }

    private static bool IsAddress(PersonRecord record, string typed) =>
        record.Address.Length > 0 && string.Equals(record.Address, typed, StringComparison.OrdinalIgnoreCase);

    /// <summary>A name that is no person.</summary>
    public static Person Typed(string named) => new(new PersonId(TypedPrefix + named), named);

    /// <summary>What there is to say beside the field.</summary>
    internal static Hint? HintOf(string question, string named, Person requester, Context context) =>
        Found(named, requester, context) switch
        {
            NamedPerson.Several { People: var several } => new(
                question,
                HintKind.WhichOwner,
                string.Join(", ", several.Select(person => person.Id.Value))
            ),
            NamedPerson.One one when !Fits(one, context) => new(question, HintKind.WhichOwner, one.Person.Id.Value),
            NamedPerson.One => null,
            _ => new(question, HintKind.UnknownOwner, named),
        };

    /// <summary>
    /// Who was picked from the platform's list, as the answer says it: the name where the name alone means them, else the id. Null where
    /// the platform does not say that they work here, or where the name would mean somebody else.
    /// </summary>
    internal static string? Picked(MentionedPerson picked, Person requester, Context context) =>
        picked switch
        {
            { State: MentionState.Known, Person: { } person } => Named(person.Name, requester, context) is NamedPerson.One one
            && one.Person.Id == person.Id
            && Fits(one, context)
                ? person.Name
                : person.Id.Value,
            { State: MentionState.NotMet, Person: { Name.Length: > 0 } person } => Named(person.Name, requester, context)
            is NamedPerson.Nobody
                ? person.Name
                : null,
            _ => null,
        };

    /// <summary>As if it had been typed.</summary>
    private static NamedPerson Named(string name, Person requester, Context context) =>
        Found(name, requester, context with { Mentions = [] });

    private static NamedPerson Found(string named, Person requester, Context context) =>
        NamedPerson.Find(named, Known(context).Append(requester), requester.Id, context);

    private static bool Fits(NamedPerson.One one, Context context) => one.Surely || !PersonTexts.WasAnothers(one.Person, context);

    public static bool CanBeNotified(Person person) => !person.Id.Value.StartsWith(TypedPrefix, StringComparison.Ordinal);

    /// <summary>Who wrote to the bot before, and who has a role.</summary>
    private static IEnumerable<Person> Known(Context context) =>
        context.People.Concat(context.Roles.Holders.Values.SelectMany(holders => holders)).Concat(context.Roles.Admins);
}
