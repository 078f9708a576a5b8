namespace SupplierBot.Chat;

/// <summary>Who a slot is for becomes where it is posted: row keys of conversations.</summary>
public static class Targets
{
    public static IEnumerable<string> Of(Audience audience, ChatSettings settings) => audience switch
    {
        Audience.Someone someone => [Keys.Person(someone.Person)],
        Audience.Everyone { Role: var role } when settings.Places.TryGetValue(role, out var places) && places.Count > 0 => places.Select(Keys.Conversation),
        Audience.Everyone { Role: var role } => settings.Roles.Of(role).Select(holder => Keys.Person(holder.Id)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
