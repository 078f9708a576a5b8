using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Turns;

/// <summary>Who a slot is for becomes where it is posted: row keys of conversations.</summary>
public static class SlotTargets
{
    public static IEnumerable<string> Of(Audience audience, RoleDirectory directory) =>
        audience switch
        {
            Audience.Someone someone => [Keys.Person(someone.Person)],
            Audience.Several several => several.People.Select(Keys.Person),
            Audience.Everyone { Role: var role } when directory.PlacesOf(role) is { Count: > 0 } places => places.Select(Keys.Conversation),
            Audience.Everyone { Role: var role } => directory.Roles.Of(role).Select(holder => Keys.Person(holder.Id)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
