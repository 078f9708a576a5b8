using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Onboarding.Timers;

/// <summary>
/// What became due by a clock that was ahead and is still to come: it comes again at its time, and until then the case is as if it had not
/// been. Only what holds people up is undone; what was said was said.
/// </summary>
internal static class ClockAhead
{
    /// <summary>The case as it is; the same one where nothing is ahead.</summary>
    public static Case PutRight(Case current, Policy policy, WorkingCalendar calendar, DateTimeOffset now)
    {
        current = ProofTimers.PutRight(current, calendar, now);
        if (current.Passed.Count == 0)
            return current;
        var passed = DueTimers
            .Of(current, policy, calendar, DateTimeOffset.MinValue)
            .Concat(OverdueOfReported(current, policy.Timers.Conditions, calendar))
            .Where(timer => current.Passed.Contains(timer.Id))
            .ToList();
        var ahead = passed.Where(timer => timer.At > now && HoldsUp(timer)).ToList();
        if (ahead.Count == 0)
            return current;
        // What follows a date that is not reached follows it again.
        if (ahead.Exists(timer => timer.Kind == CaseTimerKind.Deadline))
            ahead.AddRange(passed.Where(timer => timer.Kind is CaseTimerKind.HalfTime or CaseTimerKind.Escalation && timer.At > now));
        if (ahead.Exists(timer => timer.Kind == CaseTimerKind.ContractRenewed) && current.ReviewDue > calendar.Today(now))
            current = current with { ReviewDue = null };
        var left = current.Passed.Except(ahead.Select(timer => timer.Id)).ToList();
        var overdue = ahead.Where(timer => timer.Kind == CaseTimerKind.ConditionOverdue).Select(timer => timer.Number).ToList();
        return current with
        {
            Passed = left,
            Overdue = overdue.Exists(current.Overdue.Contains) ? [.. current.Overdue.Except(overdue)] : current.Overdue,
            ReviewState = ahead.Exists(MovesReview) ? StateBy(left, policy, current, calendar) : current.ReviewState,
            Late = current.Late && !ahead.Exists(timer => timer.Kind == CaseTimerKind.Deadline),
        };
    }

    /// <summary>The detail of the event that names what comes again.</summary>
    public const string Undone = "undone";

    public static IReadOnlyList<KeyValuePair<string, string>> Details(Case before, Case after) =>
        [new(Undone, string.Join(',', before.Passed.Except(after.Passed))), .. ContractTimers.Details(before, after)];

    /// <summary>Whether something about the case was undone that people see.</summary>
    public static bool Shows(Case before, Case after) =>
        !ReferenceEquals(before.Overdue, after.Overdue)
        || before.ReviewState != after.ReviewState
        || before.ReviewDue != after.ReviewDue
        || before.Late != after.Late
        || !ReferenceEquals(before.Clauses, after.Clauses)
        || !ReferenceEquals(before.Evidence, after.Evidence);

    /// <summary>A condition that was reported done meanwhile is waited for no more, and is what suspends the entry all the same.</summary>
    private static IEnumerable<CaseTimer> OverdueOfReported(Case current, ConditionTimers rules, WorkingCalendar calendar) =>
        current
            .Conditions.Where(condition => condition is { State: ApprovalConditionState.Reported, Due: not null })
            .Select(condition => DueTimers.Overdue(condition, condition.Due!.Value, rules, calendar));

    private static bool HoldsUp(CaseTimer timer) =>
        timer.Kind is CaseTimerKind.ConditionOverdue or CaseTimerKind.Deadline || MovesReview(timer);

    private static bool MovesReview(CaseTimer timer) => timer.Kind == CaseTimerKind.ContractRenewed || IsOfReview(timer);

    private static bool IsOfReview(CaseTimer timer) =>
        timer.Kind is CaseTimerKind.ReviewSoon or CaseTimerKind.ReviewOverdue or CaseTimerKind.ReviewLapsed;

    private static ReviewState StateBy(List<string> passed, Policy policy, Case current, WorkingCalendar calendar) =>
        DueTimers
            .Of(current, policy, calendar, DateTimeOffset.MinValue)
            .Where(timer => IsOfReview(timer) && passed.Contains(timer.Id))
            .Select(timer =>
                timer switch
                {
                    { Kind: CaseTimerKind.ReviewLapsed } => ReviewState.Lapsed,
                    { Kind: CaseTimerKind.ReviewOverdue } => ReviewState.Overdue,
                    _ when timer.Step <= policy.Timers.Reviews.DueDays => ReviewState.Due,
                    _ => ReviewState.NotYet,
                }
            )
            .Append(current.ReviewDue is null ? ReviewState.NotYet : ReviewState.Due)
            .Max();
}
