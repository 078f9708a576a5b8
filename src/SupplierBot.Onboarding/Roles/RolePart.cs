namespace SupplierBot.Onboarding.Roles;

/// <summary>One way in which somebody holds a role, and through whom they came to it; empty where the configuration names them.</summary>
/// <param name="Through">The person who gave the role to the one whose part it is, then everybody they stand in for, one after the
/// other.</param>
public sealed record RolePart(Person Holder, IReadOnlyList<RoleGiver> Through);

/// <summary>Somebody who handed a part on.</summary>
/// <param name="GivenAt">When they gave the role; null where they are away and the part is still theirs.</param>
public sealed record RoleGiver(Person By, DateTimeOffset? GivenAt)
{
    public bool IsAway => GivenAt is null;
}

/// <summary>How each holder of a role came to it, from the configuration and the changes made in chat.</summary>
internal static class RoleParts
{
    /// <summary>Whose roles they are, also while somebody stands in for them.</summary>
    public static IReadOnlyList<RolePart> Own(string role, IReadOnlyList<Person> configured, RoleAssignments assignments) =>
        [
            // Whose role was taken and given again has it from the person who gave it again.
            .. configured
                .Where(person => !Has(assignments.Taken, role, person) && !Has(assignments.Given, role, person))
                .Select(person => new RolePart(person, [])),
            .. assignments
                .Given.Where(given => given.Role == role)
                .Select(given => new RolePart(given.Person, given is { GivenBy: { } by, At: { } at } ? [new(by, at)] : [])),
        ];

    private static bool Has(IReadOnlyList<RoleHolding> holdings, string role, Person person) =>
        holdings.Any(holding => holding.Role == role && holding.Person.Id == person.Id);

    public static IReadOnlyList<Person> Holders(IReadOnlyList<RolePart> parts) =>
        [.. parts.Select(part => part.Holder).DistinctBy(person => person.Id)];
}
