namespace SupplierBot.Onboarding;

/// <summary>Who looks after the supplier: an answer becomes a person, or stays a name that security sorts out.</summary>
public static class Owners
{
    /// <summary>Not an id of any channel: a name somebody typed.</summary>
    private const string TypedPrefix = "typed:";

    public static Person Of(Answers answers, Person requester, Context context)
    {
        var named = NameOf(answers.One("owner") ?? "");
        if (named.Length == 0 || Same(named, requester.Id.Value) || Same(named, requester.Name)) return requester;
        return Known(context).FirstOrDefault(person => Same(person.Id.Value, named))
            ?? Known(context).FirstOrDefault(person => Same(person.Name, named))
            ?? new Person(new PersonId(TypedPrefix + named), named);
    }

    /// <summary>Whom a typed name means: a mention arrives with its <c>@</c>.</summary>
    public static string NameOf(string typed) => typed.Trim().TrimStart('@').TrimStart();

    public static bool CanBeTold(Person person) => !person.Id.Value.StartsWith(TypedPrefix, StringComparison.Ordinal);

    private static IEnumerable<Person> Known(Context context) => context.People.Concat(context.Roles.Holders.Values.SelectMany(holders => holders)).Concat(context.Roles.Admins);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
