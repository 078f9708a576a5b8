namespace SupplierBot.Onboarding.Timers;

/// <summary>Working time since a start, standing still in pauses that are in order and apart.</summary>
internal sealed record WorkingClock(DateTimeOffset Start, IReadOnlyList<Pause> Pauses, WorkingCalendar Calendar)
{
    public TimeSpan Shows(DateTimeOffset at) =>
        Calendar.WorkingTime(Start, at) - Pauses.Aggregate(TimeSpan.Zero, (sum, pause) => sum + Calendar.WorkingTime(Later(Start, pause.From), Earlier(at, pause.Until)));

    /// <summary>The first moment at which the clock shows so much; null where it is held before.</summary>
    public DateTimeOffset? Reaches(TimeSpan workingTime)
    {
        var (at, left) = (Start, workingTime);
        foreach (var pause in Pauses)
        {
            var stretch = Calendar.WorkingTime(at, pause.From);
            if (left <= stretch) break;
            if (pause.Until is not { } until) return null;
            left -= stretch;
            at = Later(at, until);
        }
        return Calendar.After(at, left);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset at, DateTimeOffset? other) => other < at ? other.Value : at;
}
