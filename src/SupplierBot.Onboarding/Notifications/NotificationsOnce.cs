using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Notifications;

/// <summary>Adds what somebody is to be told, each thing once.</summary>
internal static class NotificationsOnce
{
    public static Case Notify(this Case current, NotificationKind kind, int number, params IEnumerable<Person> people) =>
        current with { Notifications = [.. current.Notifications.Union(people.DistinctBy(person => person.Id).Select(person => new Notification(kind, number, person)))] };

    /// <summary>Requester and owner; one message where they are one person.</summary>
    public static IEnumerable<Person> Affected(this Case current) => new[] { current.Requester, current.Owner }.DistinctBy(person => person.Id);

    /// <summary>Where the seats cannot all be filled, whoever can change the roles hears of it at once.</summary>
    public static Case NotifyTooFew(this Case current, Context context) =>
        Quorum.Of(current, context.Roles).Possible ? current : current.NotifyGroup(NotificationKind.TooFewApprovers, current.ContentVersion, NotificationGroup.Admins, context.Roles);
}
