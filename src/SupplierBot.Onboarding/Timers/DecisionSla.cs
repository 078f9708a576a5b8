using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Timers;

/// <summary>
/// When a decision is reminded of, due, and escalated, by the shares of the working time allowed that the policy says (Policies/README.md
/// "Approvals"). Null where an unanswered question holds the clock before the moment is reached: it comes later, nobody knows when.
/// </summary>
public sealed record DecisionSla(DateTimeOffset? Half, DateTimeOffset? Due, DateTimeOffset? Escalation)
{
    /// <summary>A decision promised within so many working days; finished pauses move the due day, an open one hides it.</summary>
    public static DecisionSla Within(
        int workingDays,
        DateTimeOffset start,
        IReadOnlyList<Pause> pauses,
        WorkingCalendar calendar,
        DecisionTimers rules
    )
    {
        var due = calendar.DueAfter(start, workingDays);
        foreach (var pause in Pauses.Merged(pauses))
        {
            if (pause.Until is { } until)
                due = Pauses.Moved(due, pause.From, until, calendar);
        }
        return Until(due, start, pauses, calendar, rules);
    }

    /// <param name="due">As it stands now: the finished pauses have moved it already.</param>
    public static DecisionSla Until(
        DateTimeOffset due,
        DateTimeOffset start,
        IReadOnlyList<Pause> pauses,
        WorkingCalendar calendar,
        DecisionTimers rules
    )
    {
        var merged = Pauses.Merged(pauses);
        var allowed = new WorkingClock(start, [.. merged.Where(pause => pause.Until is not null)], calendar).Shows(due);
        var clock = new WorkingClock(start, merged, calendar);
        var held = merged is [.., { Until: null, From: var since }] && since < due ? (DateTimeOffset?)null : due;
        return allowed > TimeSpan.Zero
            ? new(clock.Reaches(allowed * rules.RemindAt), held, clock.Reaches(allowed * rules.EscalateAt))
            : new(held, held, held);
    }
}

/// <summary>A stretch in which the requester is asked something: nobody else's time runs.</summary>
/// <param name="Until">Null while the answer is outstanding.</param>
public sealed record Pause(DateTimeOffset From, DateTimeOffset? Until);

public static class Pauses
{
    /// <summary>In order and apart from each other: questions may overlap.</summary>
    public static IReadOnlyList<Pause> Merged(IEnumerable<Pause> pauses)
    {
        var merged = new List<Pause>();
        foreach (var pause in pauses.OrderBy(pause => pause.From))
        {
            if (merged is [.., var last] && (last.Until is null || pause.From <= last.Until))
                merged[^1] = last with { Until = Later(last.Until, pause.Until) };
            else
                merged.Add(pause);
        }
        return merged;
    }

    /// <summary>
    /// The due time after a pause has ended: later by as many days as it took of the working time, to the nearest whole one, because a due
    /// time is always the end of a working day. Minutes do not move it; a night and a weekend do not either. What was late when the
    /// question came stays late.
    /// </summary>
    public static DateTimeOffset Moved(DateTimeOffset due, DateTimeOffset from, DateTimeOffset until, WorkingCalendar calendar)
    {
        if (from >= due)
            return due;
        var days = (int)Math.Round(calendar.WorkingTime(from, until) / calendar.Hours.Length, MidpointRounding.AwayFromZero);
        return days > 0 ? calendar.DueAfter(due, days) : due;
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other is null ? null
        : one > other ? one
        : other;
}
