namespace SupplierBot.Onboarding;

/// <summary>The organisation's working time: a due time is the end of a working day in its own zone.</summary>
public sealed record WorkingCalendar(TimeZoneInfo Zone, IReadOnlySet<DayOfWeek> WorkingDays, IReadOnlySet<DateOnly> Holidays, TimeOnly DayEnd)
{
    public DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);

    public bool IsWorkingDay(DateOnly day) => WorkingDays.Contains(day.DayOfWeek) && !Holidays.Contains(day);

    /// <summary>The end of the working day that is <paramref name="workingDays"/> working days after today; today does not count.</summary>
    public DateTimeOffset DueAfter(DateTimeOffset now, int workingDays)
    {
        var day = Today(now);
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) left--;
        }
        return EndOf(day);
    }

    public DateTimeOffset EndOf(DateOnly day)
    {
        var local = day.ToDateTime(DayEnd);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>Working days from today (not counted) until the due day (counted); negative when it has passed.</summary>
    public int WorkingDaysLeft(DateTimeOffset now, DateTimeOffset due)
    {
        var (from, to) = (Today(now), Today(due));
        var sign = to >= from ? 1 : -1;
        var (first, last) = sign > 0 ? (from, to) : (to, from);
        var days = 0;
        for (var day = first.AddDays(1); day <= last; day = day.AddDays(1))
        {
            if (IsWorkingDay(day)) days++;
        }
        return sign * days;
    }
}
