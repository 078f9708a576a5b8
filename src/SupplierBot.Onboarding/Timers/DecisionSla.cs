namespace SupplierBot.Onboarding.Timers;

/// <summary>
/// When a decision is reminded of (half of the working time allowed), due, and escalated (half as much again):
/// Policies/README.md "Approvals". Null where an unanswered question holds the clock before the moment is reached: it comes later, nobody
/// knows when.
/// </summary>
public sealed record DecisionSla(DateTimeOffset? Half, DateTimeOffset? Due, DateTimeOffset? Escalation)
{
    /// <summary>A decision promised within so many working days; finished pauses move the due day, an open one hides it.</summary>
    public static DecisionSla Within(int workingDays, DateTimeOffset start, IReadOnlyList<Pause> pauses, WorkingCalendar calendar)
    {
        var due = calendar.DueAfter(start, workingDays);
        foreach (var pause in Pauses.Merged(pauses))
        {
            if (pause.Until is { } until) due = Pauses.Moved(due, pause.From, until, calendar);
        }
        return Until(due, start, pauses, calendar);
    }

    /// <param name="due">As it stands now: the finished pauses have moved it already.</param>
    public static DecisionSla Until(DateTimeOffset due, DateTimeOffset start, IReadOnlyList<Pause> pauses, WorkingCalendar calendar)
    {
        var merged = Pauses.Merged(pauses);
        var allowed = new WorkingClock(start, [.. merged.Where(pause => pause.Until is not null)], calendar).Shows(due);
        var clock = new WorkingClock(start, merged, calendar);
        var held = merged is [.., { Until: null, From: var since }] && since < due ? (DateTimeOffset?)null : due;
        return allowed > TimeSpan.Zero
            ? new(clock.Reaches(allowed / 2), held, clock.Reaches(allowed + (allowed / 2)))
            : new(held, held, held);
    }
}
