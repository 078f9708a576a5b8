namespace SupplierBot.Onboarding.Roles;

/// <summary>Who holds what, and where their reviews are posted, at one moment: the configuration with the changes made in chat.</summary>
/// <param name="Places">Of every role, in every state.</param>
/// <param name="Version">Rises with every change made in chat.</param>
public sealed record RoleDirectory(RoleHolders Roles, IReadOnlyList<ReviewPlace> Places, int Version)
{
    /// <summary>Whose roles they are, also while somebody stands in for them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Person>> Own { get; init; } = Roles.Holders;

    /// <summary>Who decides can change with the day.</summary>
    public bool Dated { get; init; }

    /// <summary>Roles that decide and that somebody holds: those of the policy in its order, then those it has no longer.</summary>
    public IReadOnlyList<string> Deciding => [.. Roles.Known.Deciding.Where(IsHeld), .. Former];

    /// <summary>Held although the policy in force has them no longer: they count where an earlier one asks for them.</summary>
    public IReadOnlyList<string> Former =>
        [.. Own.Keys.Where(role => !Roles.Known.Has(role) && IsHeld(role)).Order(StringComparer.Ordinal)];

    /// <param name="places">Role to conversation ids, as configured.</param>
    /// <param name="today">In the organisation's zone; null where it does not matter who is away.</param>
    public static RoleDirectory Of(
        RoleHolders configured,
        IReadOnlyDictionary<string, IReadOnlyList<string>> places,
        RoleAssignments assignments,
        DateOnly? today = null
    )
    {
        var own = configured
            .Holders.Keys.Union(assignments.Given.Select(holding => holding.Role))
            .ToDictionary(role => role, role => RoleParts.Own(role, configured.Of(role), assignments), StringComparer.Ordinal);
        var parts = today is { } day ? Present(own, assignments, day) : own;
        var roles = configured with { Holders = Holders(parts), Parts = parts, Version = assignments.EventCount };
        return new(roles, [.. assignments.Places, .. Untouched(places, assignments)], assignments.EventCount)
        {
            Own = Holders(own),
            Dated = assignments.Away.Count > 0,
        };
    }

    private static Dictionary<string, IReadOnlyList<RolePart>> Present(
        Dictionary<string, IReadOnlyList<RolePart>> own,
        RoleAssignments assignments,
        DateOnly today
    ) =>
        own.ToDictionary(
            role => role.Key,
            role => role.Key == RoleNames.Auditor ? role.Value : Absences.Present(role.Value, assignments.Away, today),
            StringComparer.Ordinal
        );

    /// <summary>Empty: each holder gets a direct message.</summary>
    public IReadOnlyList<string> PlacesOf(string role) =>
        [.. Places.Where(place => place.Role == role && place.State == PlaceState.Open).Select(place => place.Conversation)];

    /// <summary>Who decides for a role now, and those in whose place somebody does.</summary>
    public IEnumerable<Person> Everybody(string role) =>
        Roles.Of(role).Concat(Own.TryGetValue(role, out var own) ? own : []).DistinctBy(person => person.Id);

    /// <summary>Everybody who holds anything, someone with two roles twice.</summary>
    public IEnumerable<Person> Everyone() => Own.Values.SelectMany(holders => holders).Concat(Roles.Admins);

    public bool IsAdmin(PersonId person) => Roles.Admins.Any(admin => admin.Id == person);

    private bool IsHeld(string role) => Own.TryGetValue(role, out var own) ? own.Count > 0 : Roles.Configured(role);

    private static Dictionary<string, IReadOnlyList<Person>> Holders(Dictionary<string, IReadOnlyList<RolePart>> parts) =>
        parts.ToDictionary(role => role.Key, role => RoleParts.Holders(role.Value), StringComparer.Ordinal);

    private static IEnumerable<ReviewPlace> Untouched(
        IReadOnlyDictionary<string, IReadOnlyList<string>> places,
        RoleAssignments assignments
    ) =>
        from role in places
        from conversation in role.Value
        where !assignments.Places.Any(place => place.Role == role.Key && place.Conversation == conversation)
        select new ReviewPlace(role.Key, conversation, PlaceState.Open);
}
