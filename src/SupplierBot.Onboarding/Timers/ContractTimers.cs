using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Timers;

/// <summary>
/// A contract that renews by itself: people hear of the last day to give notice while there is time, and on the renewal the review is due.
/// </summary>
internal static class ContractTimers
{
    /// <summary>Of the policy's triggers, by which people know it; a policy without it asks for no review.</summary>
    public const string Trigger = "T10";

    public static IEnumerable<CaseTimer> Timers(Case current, Policy policy, WorkingCalendar calendar, DateTimeOffset until)
    {
        if (
            current
            is not {
                IsApproved: true,
                Replaced: false,
                Offboarding: null,
                Decision: { } decision,
                Contract: { RenewalMonths: > 0, End: not null } contract,
            }
        )
            yield break;
        var since = decision.At > contract.At ? decision.At : contract.At;
        for (var from = calendar.Today(since); ContractDates.TermEnd(contract, from) is { } end; from = end.AddDays(1))
        {
            var notice = end.AddDays(-contract.NoticeDays);
            foreach (var days in policy.Agreements.NoticeReminderDays)
            {
                var at = DueTimers.Morning(calendar, notice.AddDays(-days));
                // A reminder before the term is one of the term before, which has a day of its own.
                if (at > since && notice.AddDays(-days) >= from)
                    yield return new(CaseTimerKind.NoticeDaySoon, 0, days, at, notice);
            }
            var renewed = new CaseTimer(CaseTimerKind.ContractRenewed, 0, 0, DueTimers.Morning(calendar, end.AddDays(1)), end.AddDays(1));
            yield return renewed;
            if (renewed.At > until && !current.Passed.Contains(renewed.Id))
                yield break;
        }
    }

    public static Case Soon(CaseTimer timer, Case current, Context context) =>
        current.NotifyGroup(
            NotificationKind.NoticeDaySoon,
            NotificationNumbers.OfProof(timer),
            NotificationGroup.Security,
            context.Roles,
            [CaseTimers.Keeper(current)]
        );

    public static Case Renewed(CaseTimer timer, Case current, Policy policy, Context context) =>
        policy.Triggers.Any(trigger => trigger.Id == Trigger)
            ? Reassessment
                .ReviewedNow(current, current, context)
                .NotifyGroup(
                    NotificationKind.ContractRenewed,
                    NotificationNumbers.OfProof(timer),
                    NotificationGroup.Security,
                    context.Roles,
                    [CaseTimers.Keeper(current)]
                )
            : current;

    /// <summary>
    /// The day on which the review is due now; nothing where it is the same, and an empty one where there is none any more.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, string>> Details(Case before, Case after) =>
        before.ReviewDue == after.ReviewDue ? [] : [new("review_due", after.ReviewDue is { } due ? Dates.Value(due) : "")];

    /// <summary>What changed, for a review that is started now: nothing where no contract renewed since the decision.</summary>
    public static IReadOnlyList<string> Triggers(Case current, Policy policy) =>
        current.Passed.Any(id => id.StartsWith($"{CaseTimerKind.ContractRenewed}-", StringComparison.Ordinal))
        && policy.Triggers.Any(trigger => trigger.Id == Trigger)
            ? [Trigger]
            : [];
}
