namespace SupplierBot.Onboarding;

/// <summary>Many people who are told the same because of what they are.</summary>
internal enum ToldGroup { Deciders, Above, Security, Ciso, Admins }

/// <summary>
/// A case is one row: it names a few people one by one, and of many only what they are. Who that is follows from the case and the roles when the
/// messages are written; each of them gets one of their own.
/// </summary>
public static class ToldGroups
{
    /// <summary>As many are told by name.</summary>
    internal const int MostNamed = 20;
    private const string Prefix = "group:";

    /// <summary>Those of the group, each by name, or all of them as the group where they are many.</summary>
    internal static Case TellGroup(this Case current, ToldKind kind, int number, ToldGroup group, Roles roles, IEnumerable<Person>? others = null, PersonId? but = null)
    {
        var (named, members) = ((others ?? []).ToList(), Members(group, current, roles).Where(person => person.Id != but).ToList());
        return members.Count <= MostNamed
            ? current.Tell(kind, number, named.Concat(members).Where(person => person.Id != but))
            : current.Tell(kind, number, named.Where(person => person.Id != but).Append(new Person(new(Prefix + group), "")));
    }

    internal static bool IsGroup(Told told) => told.To.Id.Value.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Everybody who is told, nobody twice: who was told the same by name is not told as one of the group.</summary>
    public static IReadOnlyList<Person> Of(Told told, Case current, Roles roles)
    {
        if (!IsGroup(told)) return [told.To];
        if (!Enum.TryParse<ToldGroup>(told.To.Id.Value[Prefix.Length..], out var group)) return [];
        var named = current.Told.Where(other => other.Kind == told.Kind && other.Number == told.Number).Select(other => other.To.Id).ToHashSet();
        return [.. Members(group, current, roles).Where(person => !named.Contains(person.Id))];
    }

    /// <summary>Whoever belongs to it now.</summary>
    internal static IEnumerable<Person> Members(ToldGroup group, Case current, Roles roles) => (group switch
    {
        ToldGroup.Deciders => current.IsOpen ? Quorum.Of(current, roles).Deciders : [],
        ToldGroup.Above => roles.Of(Roles.Ciso).Where(person => person.Id != current.Requester.Id).ToList() is { Count: > 0 } above ? above : roles.Admins,
        ToldGroup.Security => [.. roles.Of(Roles.Security), .. roles.DeputiesOf(Roles.Security)],
        ToldGroup.Ciso => roles.Of(Roles.Ciso),
        ToldGroup.Admins => roles.Admins,
    }).DistinctBy(person => person.Id);
}
