namespace SupplierBot.Onboarding.Timers;

/// <summary>
/// The organisation's working time in its own zone. Days are counted by the calendar; hours are those that really pass, also on days when
/// clocks change. A due time is the end of a working day.
/// </summary>
public sealed record WorkingCalendar(
    TimeZoneInfo Zone,
    IReadOnlySet<DayOfWeek> WorkingDays,
    IReadOnlySet<DateOnly> Holidays,
    WorkingHours Hours
)
{
    public DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);

    /// <summary>A day that the zone left out, as Apia did with a Friday, is none.</summary>
    public bool IsWorkingDay(DateOnly day) => IsMeantForWork(day) && StartOf(day) < EndOf(day);

    /// <summary>The end of the working day that is <paramref name="workingDays"/> working days after today; today does not count.</summary>
    public DateTimeOffset DueAfter(DateTimeOffset now, int workingDays)
    {
        var day = Today(now);
        for (var left = workingDays; left > 0; )
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                left--;
        }
        return EndOf(day);
    }

    public DateTimeOffset StartOf(DateOnly day) => WallClock.Reaches(day.ToDateTime(Hours.From), Zone);

    public DateTimeOffset EndOf(DateOnly day) => WallClock.Reaches(day.ToDateTime(Hours.To), Zone);

    /// <summary>Working days from today (not counted) until the due day (counted); negative when it has passed.</summary>
    public int WorkingDaysLeft(DateTimeOffset now, DateTimeOffset due)
    {
        var (from, to) = (Today(now), Today(due));
        var sign = to >= from ? 1 : -1;
        var (first, last) = sign > 0 ? (from, to) : (to, from);
        var days = 0;
        for (var day = first.AddDays(1); day <= last; day = day.AddDays(1))
        {
            if (IsWorkingDay(day))
                days++;
        }
        return sign * days;
    }

    /// <summary>The first moment of a working day belongs to it, the last one does not.</summary>
    public bool IsWorkingTime(DateTimeOffset at) => NextWorkingMoment(at) == at;

    /// <summary>The moment itself in working time, else the beginning of the next working day.</summary>
    public DateTimeOffset NextWorkingMoment(DateTimeOffset at) => After(at, TimeSpan.Zero);

    /// <summary>
    /// The moment at which so much working time has passed since <paramref name="at"/>: never outside it, at the latest the end of a
    /// working day.
    /// </summary>
    public DateTimeOffset After(DateTimeOffset at, TimeSpan workingTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingTime, TimeSpan.Zero);
        var left = workingTime;
        for (var day = Today(at); ; day = day.AddDays(1))
        {
            if (!IsMeantForWork(day))
                continue;
            var (from, to) = (Later(at, StartOf(day)), EndOf(day));
            if (to <= from)
                continue;
            if (left <= to - from)
                return (from + left).ToUniversalTime();
            left -= to - from;
        }
    }

    /// <summary>The working time between two moments; none where the second is not the later one.</summary>
    public TimeSpan WorkingTime(DateTimeOffset from, DateTimeOffset to)
    {
        var worked = TimeSpan.Zero;
        var last = Today(to).AddDays(1);
        for (var day = Today(from); day <= last; day = day.AddDays(1))
        {
            if (!IsMeantForWork(day))
                continue;
            var passed = Earlier(to, EndOf(day)) - Later(from, StartOf(day));
            if (passed > TimeSpan.Zero)
                worked += passed;
        }
        return worked;
    }

    private bool IsMeantForWork(DateOnly day) => WorkingDays.Contains(day.DayOfWeek) && !Holidays.Contains(day);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}

/// <summary>
/// When a working day begins and ends, by the clock on the wall; <paramref name="From"/> is before <paramref name="To"/>.
/// </summary>
public sealed record WorkingHours(TimeOnly From, TimeOnly To)
{
    public TimeSpan Length => To - From;
}

/// <summary>Working time since a start, standing still in pauses that are in order and apart.</summary>
internal sealed record WorkingClock(DateTimeOffset Start, IReadOnlyList<Pause> Pauses, WorkingCalendar Calendar)
{
    public TimeSpan Shows(DateTimeOffset at) =>
        Calendar.WorkingTime(Start, at)
        - Pauses.Aggregate(TimeSpan.Zero, (sum, pause) => sum + Calendar.WorkingTime(Later(Start, pause.From), Earlier(at, pause.Until)));

    /// <summary>The first moment at which the clock shows so much; null where it is held before.</summary>
    public DateTimeOffset? Reaches(TimeSpan workingTime)
    {
        var (at, left) = (Start, workingTime);
        foreach (var pause in Pauses)
        {
            var stretch = Calendar.WorkingTime(at, pause.From);
            if (left <= stretch)
                break;
            if (pause.Until is not { } until)
                return null;
            left -= stretch;
            at = Later(at, until);
        }
        return Calendar.After(at, left);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset at, DateTimeOffset? other) => other < at ? other.Value : at;
}
