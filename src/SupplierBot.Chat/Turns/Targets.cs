namespace SupplierBot.Chat;

/// <summary>Who a slot is for becomes where it is posted: row keys of conversations.</summary>
public static class Targets
{
    public static IEnumerable<string> Of(Audience audience, Staff staff) => audience switch
    {
        Audience.Someone someone => [Keys.Person(someone.Person)],
        Audience.Several several => several.People.Select(Keys.Person),
        Audience.Everyone { Role: var role } when staff.PlacesOf(role) is { Count: > 0 } places => places.Select(Keys.Conversation),
        Audience.Everyone { Role: var role } => staff.Roles.Of(role).Select(holder => Keys.Person(holder.Id)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
