namespace SupplierBot.Onboarding;

/// <summary>Who holds what, and where their reviews are posted, at one moment: the configuration with the changes made in chat.</summary>
/// <param name="Places">Of every role, in every state.</param>
/// <param name="Version">Rises with every change made in chat.</param>
public sealed record Staff(Roles Roles, IReadOnlyList<ReviewPlace> Places, int Version)
{
    /// <param name="places">Role to conversation ids, as configured.</param>
    public static Staff Of(Roles configured, IReadOnlyDictionary<string, IReadOnlyList<string>> places, RoleBook book) => new(
        configured with { Holders = Holders(configured, book) },
        [.. book.Places, .. Untouched(places, book)],
        book.FactCount);

    /// <summary>Empty: each holder gets a direct message.</summary>
    public IReadOnlyList<string> PlacesOf(string role) => [.. Places.Where(place => place.Role == role && place.State == PlaceState.Open).Select(place => place.Conversation)];

    public bool IsAdmin(PersonId person) => Roles.Admins.Any(admin => admin.Id == person);

    private static Dictionary<string, IReadOnlyList<Person>> Holders(Roles configured, RoleBook book) => configured.Holders.Keys
        .Union(book.Given.Select(holding => holding.Role))
        .ToDictionary(
            role => role,
            role => (IReadOnlyList<Person>)[.. configured.Of(role).Where(person => !Has(book.Taken, role, person.Id)).Concat(book.Given.Where(holding => holding.Role == role).Select(holding => holding.Person)).DistinctBy(person => person.Id)],
            StringComparer.Ordinal);

    private static IEnumerable<ReviewPlace> Untouched(IReadOnlyDictionary<string, IReadOnlyList<string>> places, RoleBook book) =>
        from role in places
        from conversation in role.Value
        where !book.Places.Any(place => place.Role == role.Key && place.Conversation == conversation)
        select new ReviewPlace(role.Key, conversation, PlaceState.Open);

    private static bool Has(IReadOnlyList<RoleHolding> holdings, string role, PersonId person) => holdings.Any(holding => holding.Role == role && holding.Person.Id == person);
}
