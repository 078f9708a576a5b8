using System.Globalization;
using Cronos;

namespace SupplierBot.Chat.Timers;

/// <summary>
/// A cron expression (minute, hour, day, month, day of the week) by the clocks of a zone. A time that is skipped when clocks change comes
/// right after the jump, one that is shown twice comes once.
/// </summary>
public sealed class Schedule
{
    /// <summary>By then dates of a month have fallen on the same days of the week in every way.</summary>
    private const int YearsTried = 12;
    private static readonly DateTimeOffset Tried = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly CronExpression expression;

    private Schedule(string text, CronExpression expression, TimeZoneInfo zone) => (Text, this.expression, Zone) = (text, expression, zone);

    public string Text { get; }
    public TimeZoneInfo Zone { get; }

    /// <summary>Null where the text is no cron expression of five fields, or one that never comes.</summary>
    public static Schedule? Read(string text, TimeZoneInfo zone) =>
        CronExpression.TryParse(text, CronFormat.Standard, out var expression)
        && new Schedule(text, expression, zone) is var read
        && read.NextAfter(Tried) is not null
            ? read
            : null;

    /// <summary>The first occurrence later than the moment; null after the last one there is.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset at) => expression.GetNextOccurrence(at, Zone)?.ToUniversalTime();

    /// <summary>
    /// Occurrences later than the first moment and not later than the second, oldest first; computed as they are asked for.
    /// </summary>
    public IEnumerable<DateTimeOffset> Between(DateTimeOffset after, DateTimeOffset until)
    {
        for (var next = NextAfter(after); next <= until; next = NextAfter(next.Value))
            yield return next.Value;
    }

    /// <summary>The ISO week an occurrence falls into by the zone's clocks: <c>2026-W53</c>.</summary>
    public string WeekOf(DateTimeOffset occurrence)
    {
        var local = TimeZoneInfo.ConvertTime(occurrence, Zone).DateTime;
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(local):D4}-W{ISOWeek.GetWeekOfYear(local):D2}");
    }

    /// <summary>Whether no week has two of its occurrences, so that the week names the occurrence.</summary>
    public bool IsAtMostWeekly()
    {
        var last = "";
        foreach (var occurrence in Between(Tried, Tried.AddYears(YearsTried)))
        {
            var week = WeekOf(occurrence);
            if (week == last)
                return false;
            last = week;
        }
        return true;
    }
}
