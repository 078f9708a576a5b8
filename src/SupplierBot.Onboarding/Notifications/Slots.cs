using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Notifications;

/// <summary>Every message a case needs as it is now: the receipt, the review cards of the steps reached, and what was told once.</summary>
public static class Slots
{
    public const string ReviewPrefix = "review-";
    private const string NotificationPrefix = "told-";

    /// <summary>The newest are looked at with every change of the case; what was told before them stays as it is.</summary>
    private const int MostNotified = 40;

    /// <summary>Among them, of those that many were told.</summary>
    private const int MostGroups = 4;

    public static IReadOnlyList<Slot> Of(Case current, RoleHolders roles) =>
        [
            new(Slot.Receipt, new Audience.Someone(current.Requester.Id)),
            .. ReviewRoles(current, roles).Select(role => new Slot(ReviewPrefix + role, new Audience.Everyone(role))),
            .. Newest(current).Select(notification => new Slot(IdOf(notification), AudienceOf(notification, current, roles))),
        ];

    public static bool IsReview(string slot) => slot.StartsWith(ReviewPrefix, StringComparison.Ordinal);

    /// <summary>What the slot tells; null where it is no such slot.</summary>
    internal static Notification? NotificationSlots(Case current, string slot) =>
        slot.StartsWith(NotificationPrefix, StringComparison.Ordinal)
            ? current.Notifications.FirstOrDefault(notification => IdOf(notification) == slot)
            : null;

    internal static string IdOf(Notification notification) =>
        $"{NotificationPrefix}{notification.Kind}-{notification.Number}-{notification.To.Id}";

    private static IEnumerable<Notification> Newest(Case current)
    {
        var newest = current.Notifications.Where(notification => Owners.CanBeNotified(notification.To)).TakeLast(MostNotified).ToList();
        var groups = newest.Where(NotificationGroups.IsGroup).TakeLast(MostGroups).ToList();
        return newest.Where(notification => !NotificationGroups.IsGroup(notification) || groups.Contains(notification));
    }

    private static Audience AudienceOf(Notification notification, Case current, RoleHolders roles) =>
        NotificationGroups.IsGroup(notification)
            ? new Audience.Several([.. NotificationGroups.Of(notification, current, roles).Select(person => person.Id)])
            : new Audience.Someone(notification.To.Id);

    private static IEnumerable<string> ReviewRoles(Case current, RoleHolders roles) =>
        current
            .ReviewRoles.Union(current.IsOpen ? Quorum.Of(current, roles).Reached : [])
            .Union(SeatRules.Notified(current).Where(roles.Configured));
}

/// <summary>
/// One message of a case: where it goes and how to tell it from the others. Its text is rendered when it is sent, from the newest state.
/// </summary>
/// <param name="Id"><c>receipt</c>, <c>review-security</c>, <c>told-Asked-1-…</c>: stable over the life of the case; the stamp of its card
/// carries it.</param>
public sealed record Slot(string Id, Audience Audience)
{
    public const string Receipt = "receipt";
}

public abstract record Audience
{
    private Audience() { }

    public sealed record Someone(PersonId Person) : Audience;

    /// <summary>Each of them on their own.</summary>
    public sealed record Several(IReadOnlyList<PersonId> People) : Audience;

    /// <summary>Every place of the role; a direct message to each holder where it has none.</summary>
    public sealed record Everyone(string Role) : Audience;
}
