namespace SupplierBot.Onboarding.Timers;

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
            if (merged is [.., var last] && (last.Until is null || pause.From <= last.Until)) merged[^1] = last with { Until = Later(last.Until, pause.Until) };
            else merged.Add(pause);
        }
        return merged;
    }

    /// <summary>
    /// The due time after a pause has ended: later by as many days as it took of the working time, to the nearest whole one, because a due
    /// time is always the end of a working day. Minutes do not move it; a night and a weekend do not either. What was late when the question came stays late.
    /// </summary>
    public static DateTimeOffset Moved(DateTimeOffset due, DateTimeOffset from, DateTimeOffset until, WorkingCalendar calendar)
    {
        if (from >= due) return due;
        var days = (int)Math.Round(calendar.WorkingTime(from, until) / calendar.Hours.Length, MidpointRounding.AwayFromZero);
        return days > 0 ? calendar.DueAfter(due, days) : due;
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other is null ? null : one > other ? one : other;
}
