using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Timers;

/// <summary>
/// A tier lower than that of the answers ends by itself: the tier of the answers is back, and what was approved for the lower one is approved
/// or reviewed again.
/// </summary>
internal static class TierLowering
{
    private const int ReminderDays = 7;

    public static IEnumerable<CaseTimer> Timers(Case current, WorkingCalendar calendar)
    {
        if (current is not { TierChange: { Until: { } until } change, Replaced: false })
            yield break;
        var number = DueTimers.NumberOf(until);
        var soon = DueTimers.Morning(calendar, until.AddDays(-ReminderDays));
        if (soon > change.At)
            yield return new(CaseTimerKind.TierLoweringSoon, number, change.ContentVersion, soon);
        // On the very day, whether or not anybody works then: nobody allowed more.
        yield return new(CaseTimerKind.TierLoweringEnded, number, change.ContentVersion, calendar.StartOf(until));
    }

    public static Case Soon(CaseTimer timer, Case current, Context context) =>
        current.NotifyGroup(
            NotificationKind.TierLoweringSoon,
            timer.Number,
            NotificationGroup.Security,
            context.Roles,
            [current.TierChange!.By]
        );

    public static Case Ended(Case current, Policy policy, Context context)
    {
        var computed = current with
        {
            TierChange = null,
            Assessment = Reassessment.Of(policy, current.Answers, null, current.ClauseChanges),
        };
        var after = current.IsOpen
            ? Reassessment.Restarted(current, computed, policy, context).NotifyTooFew(context)
            : Reassessment.Reviewed(current, computed, context);
        return after
            .NotifyGroup(
                NotificationKind.TierLoweringEnded,
                after.ContentVersion,
                NotificationGroup.Security,
                context.Roles,
                current.Affected().Append(current.TierChange!.By)
            )
            .NotifyGroup(NotificationKind.TierLoweringEnded, after.ContentVersion, NotificationGroup.Ciso, context.Roles);
    }

    public static IEnumerable<KeyValuePair<string, string>> Details(
        CaseTimer timer,
        Case before,
        Case after,
        Policy policy,
        Context context
    ) =>
        timer.Kind == CaseTimerKind.TierLoweringEnded
            ? Reassessment
                .Details(before, after, policy, context.Roles)
                .Select(detail => new KeyValuePair<string, string>(detail.Name, detail.Value))
            : [];
}
