using System.Globalization;
using System.Text.RegularExpressions;

namespace SupplierBot.Onboarding.Requests;

/// <summary>Days that are counted from today: "tomorrow", "Friday", "in two weeks", "the end of the month".</summary>
internal static partial class SpokenDay
{
    private const int DaysOfAWeek = 7;
    private const int MostDaysAhead = 3_700;

    private static readonly (string Name, DayOfWeek Day)[] Weekdays =
    [
        .. Enum.GetValues<DayOfWeek>()
            .SelectMany(day => new[] { (day.ToString().ToLowerInvariant(), day), (day.ToString()[..3].ToLowerInvariant(), day) }),
        ("tues", DayOfWeek.Tuesday),
        ("weds", DayOfWeek.Wednesday),
        ("thur", DayOfWeek.Thursday),
        ("thurs", DayOfWeek.Thursday),
    ];

    private static readonly string[] Numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <param name="text">Folded.</param>
    /// <returns>Null where it is no such day.</returns>
    public static TypedDay? Read(string text, DateOnly today) =>
        text switch
        {
            "today" or "tonight" or "end of today" or "the end of today" => new TypedDay.Sure(today),
            "tomorrow" => new TypedDay.Sure(today.AddDays(1)),
            "day after tomorrow" or "the day after tomorrow" => new TypedDay.Sure(today.AddDays(2)),
            _ when EndOf().Match(text) is { Success: true } end => End(end.Groups["what"].Value, today),
            _ when After().Match(text) is { Success: true } after => After(after, today),
            _ => OnWeekday(text, today),
        };

    /// <summary>A weekday before a date, and the date.</summary>
    public static (DayOfWeek? Day, string Date) Weekday(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && Named(text[..space].TrimEnd(',', '.')) is { } day ? (day, text[(space + 1)..]) : (null, text);
    }

    /// <summary>On a Friday "Friday" may be today or in a week; "next Friday" may be this week's or the one after.</summary>
    private static TypedDay? OnWeekday(string text, DateOnly today)
    {
        var (which, name) = text.Split(' ') switch
        {
            [var only] => ("", only),
            ["on" or "this" or "coming" or "next" or "the", var second] => (text[..text.IndexOf(' ', StringComparison.Ordinal)], second),
            ["this" or "the", "coming", var third] => ("coming", third),
            _ => ("", ""),
        };
        if (Named(name) is not { } day)
            return null;
        var coming = today.AddDays(DaysTo(day, today));
        return (which, coming == today) switch
        {
            ("this", _) or ("" or "on" or "the", false) or ("coming", false) => new TypedDay.Sure(coming),
            ("next" or "coming", true) => new TypedDay.Sure(coming.AddDays(DaysOfAWeek)),
            _ => new TypedDay.Either(coming, coming.AddDays(DaysOfAWeek)),
        };
    }

    /// <summary>A week ends with its Friday: on a weekend the one that comes is meant.</summary>
    private static TypedDay End(string what, DateOnly today)
    {
        var friday = today.AddDays(DaysTo(DayOfWeek.Friday, today));
        var month = new DateOnly(today.Year, today.Month, 1);
        return what switch
        {
            "week" => new TypedDay.Sure(friday),
            "next week" when today.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday => new TypedDay.Either(
                friday,
                friday.AddDays(DaysOfAWeek)
            ),
            "next week" => new TypedDay.Sure(friday.AddDays(DaysOfAWeek)),
            "month" => new TypedDay.Sure(month.AddMonths(1).AddDays(-1)),
            "next month" => new TypedDay.Sure(month.AddMonths(2).AddDays(-1)),
            _ => new TypedDay.Sure(new(today.Year, 12, 31)),
        };
    }

    private static TypedDay After(Match match, DateOnly today)
    {
        var typed = match.Groups["n"].Value;
        var number =
            typed is "a" ? 1
            : Array.IndexOf(Numbers, typed) is >= 0 and var named ? named
            : int.Parse(typed, NumberStyles.None, CultureInfo.InvariantCulture);
        var days = match.Groups["unit"].Value == "week" ? number * DaysOfAWeek : number;
        return days <= MostDaysAhead ? new TypedDay.Sure(today.AddDays(days)) : new TypedDay.Unread();
    }

    private static int DaysTo(DayOfWeek day, DateOnly today) => ((int)day - (int)today.DayOfWeek + DaysOfAWeek) % DaysOfAWeek;

    private static DayOfWeek? Named(string name) =>
        Weekdays.Where(one => one.Name == name).Select(one => (DayOfWeek?)one.Day).FirstOrDefault();

    [GeneratedRegex("^(?:the )?end of (?:the |this )?(?<what>week|next week|month|next month|year)$", RegexOptions.CultureInvariant)]
    private static partial Regex EndOf();

    [GeneratedRegex(
        "^in (?<n>a|one|two|three|four|five|six|seven|eight|nine|ten|[0-9]{1,4}) (?<unit>day|week)s?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex After();
}
