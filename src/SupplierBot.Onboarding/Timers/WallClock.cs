namespace SupplierBot.Onboarding.Timers;

internal static class WallClock
{
    /// <summary>No zone is farther from UTC.</summary>
    private static readonly TimeSpan Farthest = TimeSpan.FromHours(14);

    /// <summary>
    /// When clocks in the zone first show the local time or a later one: a time that is skipped is reached at the jump over it, and of a
    /// time that is shown twice the first counts.
    /// </summary>
    public static DateTimeOffset Reaches(DateTime local, TimeZoneInfo zone)
    {
        var utc = new DateTimeOffset(local, TimeSpan.Zero);
        var before = zone.GetUtcOffset(utc - Farthest);
        var unchanged = utc - before;
        var after = zone.GetUtcOffset(unchanged);
        if (after == before)
            return unchanged;
        var changed = utc - after;
        return zone.GetUtcOffset(changed) == after ? changed : Jump(changed, unchanged, zone);
    }

    /// <summary>The moment of the one change of offset after <paramref name="earlier"/>, up to <paramref name="later"/>.</summary>
    private static DateTimeOffset Jump(DateTimeOffset earlier, DateTimeOffset later, TimeZoneInfo zone)
    {
        var before = zone.GetUtcOffset(earlier);
        while (later - earlier > TimeSpan.FromTicks(1))
        {
            var middle = earlier + ((later - earlier) / 2);
            if (zone.GetUtcOffset(middle) == before)
                earlier = middle;
            else
                later = middle;
        }
        return later;
    }
}
