using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Onboarding.Notifications;

/// <summary>Many people who get the same notification because of what they are.</summary>
internal enum NotificationGroup
{
    Deciders,
    Above,
    Security,
    Ciso,
    Admins,
}

/// <summary>
/// A case is one row: it names a few people one by one, and of many only what they are. Who that is follows from the case and the roles
/// when the messages are written; each of them gets one of their own.
/// </summary>
public static class NotificationGroups
{
    /// <summary>Up to this many are notified by name.</summary>
    internal const int MostNamed = 20;
    private const string Prefix = "group:";

    /// <summary>Those of the group, each by name, or all of them as the group where they are many.</summary>
    internal static Case NotifyGroup(
        this Case current,
        NotificationKind kind,
        int number,
        NotificationGroup group,
        RoleHolders roles,
        IEnumerable<Person>? others = null,
        PersonId? but = null
    )
    {
        var (named, members) = ((others ?? []).ToList(), Members(group, current, roles).Where(person => person.Id != but).ToList());
        return members.Count <= MostNamed
            ? current.Notify(kind, number, named.Concat(members).Where(person => person.Id != but))
            : current.Notify(kind, number, named.Where(person => person.Id != but).Append(new Person(new(Prefix + group), "")));
    }

    internal static bool IsGroup(Notification notification) => notification.To.Id.Value.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Everybody who gets it, once: who got the same by name does not get it again as one of the group.</summary>
    public static IReadOnlyList<Person> Of(Notification notification, Case current, RoleHolders roles)
    {
        if (!IsGroup(notification))
            return [notification.To];
        if (!Enum.TryParse<NotificationGroup>(notification.To.Id.Value[Prefix.Length..], out var group))
            return [];
        var named = current
            .Notifications.Where(other => other.Kind == notification.Kind && other.Number == notification.Number)
            .Select(other => other.To.Id)
            .ToHashSet();
        return [.. Members(group, current, roles).Where(person => !named.Contains(person.Id))];
    }

    /// <summary>Everybody who belongs to it now.</summary>
    internal static IEnumerable<Person> Members(NotificationGroup group, Case current, RoleHolders roles) =>
        (
            group switch
            {
                NotificationGroup.Deciders => current.IsOpen ? Quorum.Of(current, roles).Deciders : [],
                NotificationGroup.Above => roles.OfPolicy(RoleNames.Ciso).Where(person => person.Id != current.Requester.Id).ToList()
                    is { Count: > 0 } above
                    ? above
                    : roles.Admins,
                NotificationGroup.Security => [.. roles.Of(RoleNames.Security), .. roles.DeputiesOf(RoleNames.Security)],
                NotificationGroup.Ciso => roles.OfPolicy(RoleNames.Ciso),
                NotificationGroup.Admins => roles.Admins,
            }
        ).DistinctBy(person => person.Id);
}

/// <summary>Adds what somebody is to be told, each thing once.</summary>
internal static class NotificationsOnce
{
    public static Case Notify(this Case current, NotificationKind kind, int number, params IEnumerable<Person> people) =>
        current with
        {
            Notifications =
            [
                .. current.Notifications.Union(
                    people.DistinctBy(person => person.Id).Select(person => new Notification(kind, number, person))
                ),
            ],
        };

    /// <summary>Requester and owner; one message where they are one person.</summary>
    public static IEnumerable<Person> Affected(this Case current) =>
        new[] { current.Requester, current.Owner }.DistinctBy(person => person.Id);

    /// <summary>Where the seats cannot all be filled, everybody who can change the roles hears of it at once.</summary>
    public static Case NotifyTooFew(this Case current, Context context) =>
        Quorum.Of(current, context.Roles).Possible
            ? current
            : current.NotifyGroup(NotificationKind.TooFewApprovers, current.ContentVersion, NotificationGroup.Admins, context.Roles);
}

/// <summary>
/// <see cref="Notification.Number"/> of what is said because a day comes nearer: the day is in it, so that another day is announced, too,
/// and the same one never twice.
/// </summary>
internal static class NotificationNumbers
{
    /// <summary>Room for 999 escalations of one day (19 years of weeks), and for 99 conditions with their steps.</summary>
    private const int EachDay = 1000;
    private const int EachCondition = 10;

    public static int OfEscalation(CaseTimer timer) => DayOf(timer.Number).DayNumber * EachDay + timer.Step;

    public static int OfCondition(CaseTimer timer) => (timer.Due?.DayNumber ?? 0) * EachDay + timer.Number * EachCondition + timer.Step;

    /// <summary>Of everything that ends on one day, and how many days before.</summary>
    public static int OfProof(CaseTimer timer) => timer.Due!.Value.DayNumber * EachDay + timer.Step;

    public static DateOnly DayOfProof(Notification notification) => DateOnly.FromDayNumber(notification.Number / EachDay);

    /// <summary>Each time that a condition is reported done, or sent back, is news.</summary>
    public static int OfReport(ApprovalCondition condition) => condition.SentBack.Count * EachDay + condition.Number;

    /// <summary>Which condition was reported, or sent back.</summary>
    public static int ReportedConditionOf(Notification notification) => notification.Number % EachDay;

    /// <summary>Which condition it is about. What was told before the day was in the number has the condition's alone.</summary>
    public static int ConditionOf(Notification notification) =>
        notification switch
        {
            { Number: >= EachDay } => notification.Number % EachDay / EachCondition,
            { Kind: NotificationKind.ConditionSoon } => notification.Number / EachCondition,
            _ => notification.Number,
        };

    private static DateOnly DayOf(int number) => new(number / 10000, number / 100 % 100, number % 100);
}
