namespace SupplierBot.Onboarding.Roles;

/// <summary>
/// <c>teams:{objectId}</c> or <c>slack:{team}:{user}</c>: everywhere a person is meant, in keys and hashes too. Names are display only.
/// </summary>
public readonly record struct PersonId(string Value)
{
    /// <summary>The channel: <c>teams</c> or <c>slack</c>.</summary>
    public string Platform => Value.Split(':', 2)[0];

    public override string ToString() => Value;
}

public sealed record Person(PersonId Id, string Name)
{
    /// <summary>"Rita" of "Rita Requester".</summary>
    public string FirstName => Name.Split(' ', 2)[0];
}

/// <summary>Who sent the input, as the channel's sign-in says.</summary>
/// <param name="Member">Of this organisation: guests, other tenants and senders without an object id never act.</param>
public sealed record Actor(Person Person, bool Member)
{
    /// <summary>Their own time zone, an IANA name as the client says; null where it says none.</summary>
    public string? Zone { get; init; }
    public PersonId Id => Person.Id;
}

/// <summary>
/// By role id: the roles of the policy decide; <c>auditor</c> reads everything and decides nothing.
/// </summary>
public sealed record RoleHolders(IReadOnlyDictionary<string, IReadOnlyList<Person>> Holders, IReadOnlyList<Person> Admins)
{
    private static readonly Dictionary<string, IReadOnlyList<Person>> None = [];

    /// <summary>Which roles there are, and what people call them.</summary>
    public KnownRoles Known { get; init; } = KnownRoles.First;

    /// <summary>Who decides for a role as soon as a request is late.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Person>> Deputies { get; init; } = None;

    /// <summary>How the holders of a role came to it; a role that is not in it is held as configured.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<RolePart>> Parts { get; init; } = new Dictionary<string, IReadOnlyList<RolePart>>();

    /// <summary>How many changes made in chat they come from: two of the same number are the same, but for the day.</summary>
    public int Version { get; init; }

    /// <summary>
    /// Accounts of one person, for each who has several: one on each platform. Known for the person whose turn it is, and where somebody
    /// decides for the person who else matters. Whatever counts people counts these as one.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<PersonId>> Joined { get; init; } = [];

    /// <summary>All accounts of a person, as far as they are known here.</summary>
    public IReadOnlyList<PersonId> AccountsOf(PersonId person) => Joined.FirstOrDefault(accounts => accounts.Contains(person)) ?? [person];

    public bool Same(PersonId one, PersonId other) => Canonical(one) == Canonical(other);

    /// <summary>One id for all accounts of a person.</summary>
    public PersonId Canonical(PersonId person)
    {
        foreach (var accounts in Joined)
        {
            if (accounts.Contains(person))
                return accounts[0];
        }
        return person;
    }

    public IReadOnlyList<Person> DeputiesOf(string role) => Deputies.TryGetValue(role, out var people) ? people : [];

    public bool Deputises(PersonId person, string role) =>
        Deputies.TryGetValue(role, out var people) && people.Any(deputy => Same(deputy.Id, person));

    public IReadOnlyList<Person> Of(string role) => Holders.TryGetValue(role, out var people) ? people : [];

    /// <summary>Nobody where the policy in force has no such role, even if somebody was given it under an earlier one.</summary>
    public IReadOnlyList<Person> OfPolicy(string role) => Known.Has(role) ? Of(role) : [];

    public bool Configured(string role) => Of(role).Count > 0;

    /// <summary>All ways in which somebody holds the role; several of one person where they stand in for others.</summary>
    public IEnumerable<RolePart> PartsOf(string role) =>
        Parts.TryGetValue(role, out var parts) ? parts : Of(role).Select(holder => new RolePart(holder, []));

    public bool Holds(PersonId person, string role) => Of(role).Any(holder => Same(holder.Id, person));

    public bool Decides(PersonId person) =>
        Holders.Concat(Deputies).Any(pair => pair.Key != RoleNames.Auditor && pair.Value.Any(holder => Same(holder.Id, person)));

    public bool ReadsEverything(PersonId person) =>
        Decides(person) || Holds(person, RoleNames.Auditor) || Admins.Any(admin => Same(admin.Id, person));

    /// <summary>Of whom <see cref="ReadsEverything"/> is true; someone with two roles is named twice.</summary>
    public IEnumerable<Person> Readers => [.. Holders.Concat(Deputies).SelectMany(pair => pair.Value), .. Admins];
}
