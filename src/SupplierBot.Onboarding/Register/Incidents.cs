using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;

namespace SupplierBot.Onboarding.Register;

/// <summary>What was reported of a supplier while its case was behind the register entry.</summary>
public static class Incidents
{
    /// <summary>
    /// Oldest first. Those that were kept before a case had a list of them are found by who was notified of them, by the place of the line.
    /// </summary>
    public static IEnumerable<HistoryLine> Of(Case current) =>
        current
            .Notifications.Where(notification => notification.Kind == NotificationKind.Incident)
            .Select(notification => notification.Number)
            .Concat(current.Incidents)
            .Distinct()
            .Order()
            .Select(current.History.ElementAtOrDefault)
            .OfType<HistoryLine>();
}
