using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Onboarding.Timers;

public enum CaseTimerKind
{
    HalfTime,
    Deadline,
    Escalation,
    AskedAgain,
    Unanswered,
    ConditionSoon,
    ConditionOverdue,
    ReviewSoon,
    ReviewOverdue,
    ReviewLapsed,
    FirstCheck,
    ReportDue,
    TierLoweringSoon,
    TierLoweringEnded,
    ApprovalUnusedSoon,
    ApprovalUnused,
    AcceptanceSoon,
    AcceptanceLapsed,
    DocumentSoon,
    DocumentExpired,
    NoticeDaySoon,
    ContractRenewed,
}

/// <summary>Something that becomes due of a case by time alone.</summary>
/// <param name="Number">Tells those of a kind apart: the due day as <c>yyyyMMdd</c>, the number of the question or of the
/// condition.</param>
/// <param name="Step">Which of several at one number: days before a condition is due, how often it was escalated; 0 otherwise.</param>
/// <param name="Due">The day it is about where the number does not say it: a condition that gets another day is reminded of again.</param>
internal sealed record CaseTimer(CaseTimerKind Kind, int Number, int Step, DateTimeOffset At, DateOnly? Due = null)
{
    /// <summary>Kept in <see cref="Case.Passed"/>: what passed does not pass again, whatever is restarted.</summary>
    public string Id =>
        Due is { } day
            ? string.Create(CultureInfo.InvariantCulture, $"{Kind}-{Number}-{Step}-{DueTimers.NumberOf(day)}")
            : string.Create(CultureInfo.InvariantCulture, $"{Kind}-{Number}-{Step}");
}

/// <summary>
/// What is still to come of a case, from the case alone: changed dates change the moments, and those that passed stay passed.
/// </summary>
internal static class DueTimers
{
    /// <param name="until">Escalation goes on for ever: the one after this moment is the last.</param>
    public static IEnumerable<CaseTimer> Of(Case current, Policy policy, WorkingCalendar calendar, DateTimeOffset until) =>
        current.Status switch
        {
            CaseStatus.InReview => DecisionDue(current, policy, calendar, until)
                .Concat(TierLowering.Timers(current, calendar))
                .Concat(ProofTimers.Timers(current, policy, calendar)),
            CaseStatus.InfoRequested => Questions(current, policy.Timers.Information, calendar)
                .Concat(TierLowering.Timers(current, calendar))
                .Concat(ProofTimers.Timers(current, policy, calendar)),
            CaseStatus.Approved or CaseStatus.ApprovedWithConditions => Conditions(current, policy.Timers.Conditions, calendar)
                .Concat(Reviews(current, policy, calendar))
                .Concat(UnusedApproval.Timers(current, policy, calendar))
                .Concat(TierLowering.Timers(current, calendar))
                .Concat(ProofTimers.Timers(current, policy, calendar))
                .Concat(ContractTimers.Timers(current, policy, calendar, until)),
            CaseStatus.Rejected or CaseStatus.Withdrawn or CaseStatus.Expired or CaseStatus.Revoked => [],
        };

    private static IEnumerable<CaseTimer> DecisionDue(Case current, Policy policy, WorkingCalendar calendar, DateTimeOffset until)
    {
        var rules = policy.Timers.Decision;
        var between = calendar.Hours.Length * policy.DefinitionOf(current.Assessment.Tier).WorkingDays * (rules.EscalateAt - 1);
        var pauses = Pauses.Merged(
            current.InformationRequests.Select(informationRequest => new Pause(informationRequest.At, informationRequest.AnsweredAt))
        );
        var sla = SupplierBot.Onboarding.Timers.DecisionSla.Until(current.DueAt, current.SubmittedAt, pauses, calendar, rules);
        var number = NumberOf(calendar.Today(current.DueAt));
        if (sla.Half is { } middle)
            yield return new(CaseTimerKind.HalfTime, number, 0, middle);
        yield return new(CaseTimerKind.Deadline, number, 0, current.DueAt);
        var at = sla.Escalation ?? calendar.After(current.DueAt, between);
        for (var step = 1; ; at = After(at, ++step <= rules.QuickEscalations ? between : calendar.Hours.Length * rules.ThenWorkingDays))
        {
            var escalation = new CaseTimer(CaseTimerKind.Escalation, number, step, at);
            yield return escalation;
            if (at > until && !current.Passed.Contains(escalation.Id))
                yield break;
        }
        // Nobody is pressed for what the requester was asked.
        DateTimeOffset After(DateTimeOffset from, TimeSpan workingTime) =>
            new WorkingClock(from, pauses, calendar).Reaches(workingTime) ?? calendar.After(from, workingTime);
    }

    /// <summary>A day as a number: <c>20261201</c>.</summary>
    public static int NumberOf(DateOnly day) => (day.Year * 100 + day.Month) * 100 + day.Day;

    /// <summary>The day on which it closes by itself, for want of an answer; null while nothing was asked.</summary>
    public static DateOnly? ClosesOn(Case current, Policy policy, WorkingCalendar calendar) =>
        current.Status == CaseStatus.InfoRequested
            ? Questions(current, policy.Timers.Information, calendar)
                .Where(timer => timer.Kind == CaseTimerKind.Unanswered)
                .Select(timer => (DateOnly?)calendar.Today(timer.At))
                .Min()
            : null;

    private static IEnumerable<CaseTimer> Questions(Case current, InformationTimers rules, WorkingCalendar calendar)
    {
        foreach (var informationRequest in current.InformationRequests.Where(informationRequest => informationRequest.Waiting))
        {
            var asked = calendar.Today(informationRequest.At);
            yield return new(CaseTimerKind.AskedAgain, informationRequest.Number, 0, Morning(calendar, asked.AddDays(rules.AskAgainDays)));
            yield return new(CaseTimerKind.Unanswered, informationRequest.Number, 0, Morning(calendar, asked.AddDays(rules.ExpireDays)));
        }
    }

    private static IEnumerable<CaseTimer> Conditions(Case current, ConditionTimers rules, WorkingCalendar calendar)
    {
        foreach (var condition in current.Conditions.Where(condition => condition.State == ApprovalConditionState.Open))
        {
            if (condition.Due is not { } due)
                continue;
            foreach (var days in rules.ReminderDays)
            {
                var at = Morning(calendar, due.AddDays(-days));
                // Set when it was nearly due: the decision itself said so.
                if (at > current.Decision?.At)
                    yield return new(CaseTimerKind.ConditionSoon, condition.Number, days, at, due);
            }
            yield return Overdue(condition, due, rules, calendar);
        }
    }

    public static CaseTimer Overdue(ApprovalCondition condition, DateOnly due, ConditionTimers rules, WorkingCalendar calendar) =>
        new(CaseTimerKind.ConditionOverdue, condition.Number, 0, Morning(calendar, due.AddDays(rules.SuspendDays + 1)), due);

    /// <summary>
    /// What was approved is looked after (Policies/README.md "Reviews and triggers"): one that is being ended, or that another case stands
    /// for, is not.
    /// </summary>
    private static IEnumerable<CaseTimer> Reviews(Case current, Policy policy, WorkingCalendar calendar)
    {
        if (
            current is { Replaced: true } or { Offboarding: not null }
            || RegisterUpdate.NextReview(current) is not { } review
            || policy.ReviewOf(current.Assessment.Tier) is not { } cycle
        )
            yield break;
        var number = NumberOf(review);
        foreach (var days in cycle.ReminderDays)
        {
            var at = Morning(calendar, review.AddDays(-days));
            // One that is due at once was announced with what made it so.
            if (at > current.Decision!.At && current.ReviewDue is null)
                yield return new(CaseTimerKind.ReviewSoon, number, days, at, review.AddDays(-days));
        }
        yield return new(CaseTimerKind.ReviewOverdue, number, 0, Morning(calendar, review.AddDays(policy.Timers.Reviews.OverdueDays)));
        yield return new(CaseTimerKind.ReviewLapsed, number, 0, Morning(calendar, review.AddDays(policy.Timers.Reviews.LapsedDays)));
        if (
            cycle.FirstCheckDays is { } first
            && current.CheckedAt is null
            && RegisterUpdate.StatusOf(current) != EntryStatus.Onboarding
            && calendar.Today(current.Decision!.At).AddDays(first) is var check
        )
            yield return new(CaseTimerKind.FirstCheck, NumberOf(check), 0, Morning(calendar, check));
        if (current.NextReport is { } report)
            yield return new(CaseTimerKind.ReportDue, NumberOf(report), 0, Morning(calendar, report));
    }

    /// <summary>The first report after those that were seen; none after the review, which looks at everything anyway.</summary>
    public static DateOnly? NextReport(Case current, Policy policy)
    {
        if (
            RegisterUpdate.NextReview(current) is not { } review
            || policy.ReviewOf(current.Assessment.Tier)?.ReportMonths is not { } months
        )
            return null;
        var due = DateOnly.FromDateTime(current.Decision!.At.UtcDateTime).AddMonths(months * (current.ReportsSeen + 1));
        return due < review ? due : null;
    }

    /// <summary>When people begin to work on that day or, where nobody does, on the next one.</summary>
    internal static DateTimeOffset Morning(WorkingCalendar calendar, DateOnly day) => calendar.NextWorkingMoment(calendar.StartOf(day));
}
