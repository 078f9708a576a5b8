using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Timers;

/// <summary>
/// An approval that nobody uses expires (Policies/README.md "Approvals"): what was judged half a year ago is not what somebody begins with
/// today. The owner is asked first, and has at least as many days as the reminder comes before.
/// </summary>
internal static class UnusedApproval
{
    public static IEnumerable<CaseTimer> Timers(Case current, Policy policy, WorkingCalendar calendar)
    {
        if (!IsUnused(current, calendar))
            yield break;
        var first = FirstDay(current, calendar);
        var expires = first.AddDays(policy.DefinitionOf(current.Assessment.Tier).ApprovalValidDays);
        var before = policy.Timers.Approvals.UnusedReminderDays;
        yield return new(
            CaseTimerKind.ApprovalUnusedSoon,
            DueTimers.NumberOf(first),
            0,
            DueTimers.Morning(calendar, expires.AddDays(-before))
        );
        if (current.UnusedAskedAt is not { } asked)
            yield break;
        var answered = calendar.Today(asked).AddDays(before);
        var at = DueTimers.Morning(calendar, expires > answered ? expires : answered);
        yield return new(CaseTimerKind.ApprovalUnused, DueTimers.NumberOf(first), 0, at);
    }

    public static Case Soon(CaseTimer timer, Case current, Person keeper, Context context) =>
        (current with { UnusedAskedAt = context.Now }).Notify(NotificationKind.ApprovalUnusedSoon, timer.Number, keeper);

    public static Case Expired(Case current, Context context) =>
        (
            current with
            {
                Status = CaseStatus.Revoked,
                Decision = new(CaseStatus.Revoked, new(CaseTimers.Nobody, context.StoredWording["clock.name"]), context.Now, ""),
            }
        ).NotifyGroup(
            NotificationKind.ApprovalUnused,
            current.ContentVersion,
            NotificationGroup.Security,
            context.Roles,
            current.Affected()
        );

    /// <summary>Nobody ever said that it is in use: it was new, and nobody has checked it, reported on it or ended it.</summary>
    private static bool IsUnused(Case current, WorkingCalendar calendar) =>
        current is { ReviewOrigin: null, Replaced: false, Offboarding: null, CheckedAt: null, ReportsSeen: 0, Decision: not null }
        && !(Start(current) < calendar.Today(current.SubmittedAt));

    /// <summary>The day of the decision or, where it was wished for later, the day of the wish.</summary>
    private static DateOnly FirstDay(Case current, WorkingCalendar calendar)
    {
        var decided = calendar.Today(current.Decision!.At);
        return Start(current) is { } start && start > decided ? start : decided;
    }

    private static DateOnly? Start(Case current) => Dates.Read(current.Answers.One("start") ?? "");
}
