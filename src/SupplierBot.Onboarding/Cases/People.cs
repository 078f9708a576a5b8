namespace SupplierBot.Onboarding;

/// <summary><c>teams:{objectId}</c> or <c>slack:{team}:{user}</c>: everywhere a person is meant, in keys and hashes too. Names are display only.</summary>
public readonly record struct PersonId(string Value)
{
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
    public PersonId Id => Person.Id;
}

/// <summary>Role ids: <c>security</c>, <c>ciso</c>, <c>privacy</c>, <c>legal</c> decide; <c>auditor</c> reads everything and decides nothing.</summary>
public sealed record Roles(IReadOnlyDictionary<string, IReadOnlyList<Person>> Holders, IReadOnlyList<Person> Admins)
{
    private static readonly Dictionary<string, IReadOnlyList<Person>> None = [];

    /// <summary>Who decides for a role as soon as a request is late.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Person>> Deputies { get; init; } = None;

    public IReadOnlyList<Person> DeputiesOf(string role) => Deputies.TryGetValue(role, out var people) ? people : [];
    public bool Deputises(PersonId person, string role) => Deputies.TryGetValue(role, out var people) && people.Any(deputy => deputy.Id == person);
    public IReadOnlyList<Person> Of(string role) => Holders.TryGetValue(role, out var people) ? people : [];
    public bool Configured(string role) => Of(role).Count > 0;
    public bool Holds(PersonId person, string role) => Of(role).Any(holder => holder.Id == person);
    public bool Decides(PersonId person) => Holders.Concat(Deputies).Any(pair => pair.Key != Auditor && pair.Value.Any(holder => holder.Id == person));
    public bool ReadsEverything(PersonId person) => Decides(person) || Holds(person, Auditor) || Admins.Any(admin => admin.Id == person);

    public const string Security = "security";
    public const string Ciso = "ciso";
    public const string Privacy = "privacy";
    public const string Legal = "legal";
    public const string Auditor = "auditor";

    /// <summary>Those whose reviews are posted somewhere.</summary>
    public static readonly IReadOnlyList<string> Deciding = [Security, Ciso, Privacy, Legal];
    public static readonly IReadOnlyList<string> All = [.. Deciding, Auditor];
}
