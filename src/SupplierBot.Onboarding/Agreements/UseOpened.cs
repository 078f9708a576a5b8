using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>The last thing that stood before use is done: who waits for that is told.</summary>
internal static class UseOpened
{
    public static Case Told(Case before, Case after) =>
        RegisterUpdate.StatusOf(before) == EntryStatus.Onboarding
        && RegisterUpdate.StatusOf(after) is EntryStatus.Active or EntryStatus.ActiveConditional
            ? after.Notify(NotificationKind.Usable, NumberOf(after), after.Affected())
            : after;

    /// <summary>It can open again after it closed: each time is a message of its own.</summary>
    private static int NumberOf(Case after) =>
        after.Notifications.Where(told => told.Kind == NotificationKind.Usable).Select(told => told.Number).DefaultIfEmpty(0).Max()
            is var last
        && last >= after.ContentVersion
            ? last + 1
            : after.ContentVersion;
}
