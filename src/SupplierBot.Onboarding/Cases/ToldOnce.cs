namespace SupplierBot.Onboarding;

/// <summary>Adds what somebody is to be told, each thing once.</summary>
internal static class ToldOnce
{
    public static Case Tell(this Case current, ToldKind kind, int number, params IEnumerable<Person> people) =>
        current with { Told = [.. current.Told.Union(people.DistinctBy(person => person.Id).Select(person => new Told(kind, number, person)))] };

    /// <summary>Requester and owner; one message where they are one person.</summary>
    public static IEnumerable<Person> Affected(this Case current) => new[] { current.Requester, current.Owner }.DistinctBy(person => person.Id);

    /// <summary>Where the seats cannot all be filled, whoever can change the roles hears of it at once.</summary>
    public static Case TellTooFew(this Case current, Context context) =>
        Quorum.Of(current, context.Roles).Possible ? current : current.TellGroup(ToldKind.TooFewApprovers, current.ContentVersion, ToldGroup.Admins, context.Roles);
}
