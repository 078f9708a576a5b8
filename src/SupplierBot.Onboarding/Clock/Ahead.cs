namespace SupplierBot.Onboarding;

/// <summary>
/// What became due by a clock that was ahead and is still to come: it comes again at its time, and until then the case is as if it had not been.
/// Only what holds people up is undone; what was said was said.
/// </summary>
internal static class Ahead
{
    /// <summary>The case as it is; the same one where nothing is ahead.</summary>
    public static Case PutRight(Case current, Policy policy, WorkingCalendar calendar, DateTimeOffset now)
    {
        if (current.Passed.Count == 0) return current;
        var passed = Moments.Of(current, policy, calendar, DateTimeOffset.MinValue).Concat(Kept(current, calendar)).Where(moment => current.Passed.Contains(moment.Id)).ToList();
        var ahead = passed.Where(moment => moment.At > now && HoldsUp(moment)).ToList();
        if (ahead.Count == 0) return current;
        // What follows a date that is not reached follows it again.
        if (ahead.Exists(moment => moment.Kind == MomentKind.Deadline)) ahead.AddRange(passed.Where(moment => moment.Kind is MomentKind.HalfTime or MomentKind.Escalation && moment.At > now));
        var left = current.Passed.Except(ahead.Select(moment => moment.Id)).ToList();
        var overdue = ahead.Where(moment => moment.Kind == MomentKind.ConditionOverdue).Select(moment => moment.Number).ToList();
        return current with
        {
            Passed = left,
            Overdue = overdue.Exists(current.Overdue.Contains) ? [.. current.Overdue.Except(overdue)] : current.Overdue,
            ReviewState = ahead.Exists(IsOfReview) ? StateBy(left, policy, current, calendar) : current.ReviewState,
            Late = current.Late && !ahead.Exists(moment => moment.Kind == MomentKind.Deadline),
        };
    }

    /// <summary>Whether something about the case was undone that people see.</summary>
    public static bool Shows(Case before, Case after) => !ReferenceEquals(before.Overdue, after.Overdue) || before.ReviewState != after.ReviewState || before.Late != after.Late;

    /// <summary>A condition that was reported done meanwhile is waited for no more, and is what suspends the entry all the same.</summary>
    private static IEnumerable<Moment> Kept(Case current, WorkingCalendar calendar) => current.Conditions
        .Where(condition => condition is { State: ConditionState.Reported, Due: not null })
        .Select(condition => Moments.Overdue(condition, condition.Due!.Value, calendar));

    private static bool HoldsUp(Moment moment) => moment.Kind is MomentKind.ConditionOverdue or MomentKind.Deadline || IsOfReview(moment);

    private static bool IsOfReview(Moment moment) => moment.Kind is MomentKind.ReviewSoon or MomentKind.ReviewOverdue or MomentKind.ReviewLapsed;

    private static ReviewState StateBy(List<string> passed, Policy policy, Case current, WorkingCalendar calendar) => Moments.Of(current, policy, calendar, DateTimeOffset.MinValue)
        .Where(moment => IsOfReview(moment) && passed.Contains(moment.Id))
        .Select(moment => moment switch
        {
            { Kind: MomentKind.ReviewLapsed } => ReviewState.Lapsed,
            { Kind: MomentKind.ReviewOverdue } => ReviewState.Overdue,
            { Step: <= Moments.ReviewDueDays } => ReviewState.Due,
            _ => ReviewState.NotYet,
        })
        .DefaultIfEmpty(ReviewState.NotYet).Max();
}
