namespace SupplierBot.Onboarding;

/// <summary>Who holds what, and where their reviews are posted, at one moment: the configuration with the changes made in chat.</summary>
/// <param name="Places">Of every role, in every state.</param>
/// <param name="Version">Rises with every change made in chat.</param>
public sealed record Staff(Roles Roles, IReadOnlyList<ReviewPlace> Places, int Version)
{
    /// <summary>Whose roles they are, also while somebody stands in for them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Person>> Own { get; init; } = Roles.Holders;

    /// <summary>Who decides can change with the day.</summary>
    public bool Dated { get; init; }

    /// <param name="places">Role to conversation ids, as configured.</param>
    /// <param name="today">In the organisation's zone; null where it does not matter who is away.</param>
    public static Staff Of(Roles configured, IReadOnlyDictionary<string, IReadOnlyList<string>> places, RoleBook book, DateOnly? today = null)
    {
        var own = configured.Holders.Keys.Union(book.Given.Select(holding => holding.Role)).ToDictionary(role => role, role => RoleParts.Own(role, configured.Of(role), book), StringComparer.Ordinal);
        var parts = today is { } day ? Present(own, book, day) : own;
        var roles = configured with { Holders = Holders(parts), Parts = parts, Version = book.FactCount };
        return new(roles, [.. book.Places, .. Untouched(places, book)], book.FactCount) { Own = Holders(own), Dated = book.Away.Count > 0 };
    }

    private static Dictionary<string, IReadOnlyList<RolePart>> Present(Dictionary<string, IReadOnlyList<RolePart>> own, RoleBook book, DateOnly today) =>
        own.ToDictionary(role => role.Key, role => role.Key == Roles.Auditor ? role.Value : Absences.Present(role.Value, book.Away, today), StringComparer.Ordinal);

    /// <summary>Empty: each holder gets a direct message.</summary>
    public IReadOnlyList<string> PlacesOf(string role) => [.. Places.Where(place => place.Role == role && place.State == PlaceState.Open).Select(place => place.Conversation)];

    /// <summary>Who decides for a role now, and those in whose place somebody does.</summary>
    public IEnumerable<Person> Everybody(string role) => Roles.Of(role).Concat(Own.TryGetValue(role, out var own) ? own : []).DistinctBy(person => person.Id);

    public bool IsAdmin(PersonId person) => Roles.Admins.Any(admin => admin.Id == person);

    private static Dictionary<string, IReadOnlyList<Person>> Holders(Dictionary<string, IReadOnlyList<RolePart>> parts) =>
        parts.ToDictionary(role => role.Key, role => RoleParts.Holders(role.Value), StringComparer.Ordinal);

    private static IEnumerable<ReviewPlace> Untouched(IReadOnlyDictionary<string, IReadOnlyList<string>> places, RoleBook book) =>
        from role in places
        from conversation in role.Value
        where !book.Places.Any(place => place.Role == role.Key && place.Conversation == conversation)
        select new ReviewPlace(role.Key, conversation, PlaceState.Open);
}
