using System.Globalization;
using System.Text.RegularExpressions;

namespace SupplierBot.Onboarding.Requests;

/// <summary>A day as people write it: closed, only the records below. The one reader of typed days, whatever they are for.</summary>
public abstract partial record TypedDay
{
    private TypedDay() { }

    public sealed record Sure(DateOnly Day) : TypedDay;

    /// <summary>"5/12" is another day in London than in New York: nobody guesses.</summary>
    public sealed record Either(DateOnly First, DateOnly Second) : TypedDay;

    public sealed record Unread : TypedDay;

    private const int YearsToLeap = 8;
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <param name="past">Whether a day that is over may be meant, too: of a start it may, of an absence it may not.</param>
    public static TypedDay Read(string typed, DateOnly today, bool past = false)
    {
        var text = CommandText.Fold(CommandText.Unwrapped(typed)).TrimEnd('.', '!', '?', ',', ' ');
        return SpokenDay.Read(text, today) ?? Written(text, today, past);
    }

    private static TypedDay Written(string typed, DateOnly today, bool past)
    {
        var (weekday, text) = SpokenDay.Weekday(typed);
        var read =
            YearFirst().Match(text) is { Success: true } iso ? Of(Number(iso, "y"), Number(iso, "m"), Number(iso, "d"))
            : Dotted().Match(text) is { Success: true } dotted ? Dated(Number(dotted, "d"), Number(dotted, "m"), Year(dotted), today, past)
            : Slashed().Match(text) is { Success: true } slashed
                ? Slashes(Number(slashed, "a"), Number(slashed, "b"), Year(slashed), today, past)
            : (DayMonth().Match(text) is { Success: true } one ? one : MonthDay().Match(text)) is { Success: true } named
                ? Dated(Number(named, "d"), Month(named.Groups["m"].Value), Year(named), today, past)
            : new Unread();
        return weekday is { } wanted ? OnThe(wanted, read) : read;
    }

    /// <summary>"Fri 20 Dec" where the 20th is a Sunday is a slip of one or the other.</summary>
    private static TypedDay OnThe(DayOfWeek weekday, TypedDay read) =>
        read switch
        {
            Sure { Day: var day } when day.DayOfWeek == weekday => read,
            Either { First: var first } when first.DayOfWeek == weekday => new Sure(first),
            Either { Second: var second } when second.DayOfWeek == weekday => new Sure(second),
            _ => new Unread(),
        };

    private static TypedDay Slashes(int a, int b, int? year, DateOnly today, bool past)
    {
        var (dayFirst, monthFirst) = (Dated(a, b, year, today, past), Dated(b, a, year, today, past));
        return (dayFirst, monthFirst) switch
        {
            (Unread, _) => monthFirst,
            (_, Unread) => dayFirst,
            _ when dayFirst == monthFirst => dayFirst,
            (Sure first, Sure second) => new Either(first.Day, second.Day),
            _ => new Unread(),
        };
    }

    /// <summary>Without a year the next such day is meant; where a past one may be, too, both are shown.</summary>
    private static TypedDay Dated(int day, int month, int? year, DateOnly today, bool past)
    {
        if (year is { } given)
            return Of(given, month, day);
        var next = Enumerable
            .Range(today.Year, YearsToLeap + 1)
            .Select(one => Of(one, month, day))
            .OfType<Sure>()
            .Select(sure => sure.Day)
            .Where(one => one >= today)
            .Select(one => (DateOnly?)one)
            .FirstOrDefault();
        if (next is not { } coming)
            return new Unread();
        return past && coming.Year > today.Year && Of(today.Year, month, day) is Sure { Day: var gone }
            ? new Either(gone, coming)
            : new Sure(coming);
    }

    private static TypedDay Of(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new Sure(new(year, month, day))
            : new Unread();

    private static int? Year(Match match) =>
        match.Groups["y"] switch
        {
            { Success: false } => null,
            { Length: 2 } => 2000 + Number(match, "y"),
            _ => Number(match, "y"),
        };

    private static int Month(string name) => Array.IndexOf(Months, name[..3]) + 1;

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "^(?<y>[0-9]{4}) ?[-/.] ?(?<m>[0-9]{1,2}) ?[-/.] ?(?<d>[0-9]{1,2})(?:[t ][0-9]{1,2}:[0-9:.]+(?:z| ?[+-][0-9:]+)?)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})\. ?(?<m>[0-9]{1,2})(?:\. ?(?<y>[0-9]{4}|[0-9]{2})?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    [GeneratedRegex(
        "^(?<a>[0-9]{1,2}) ?(?:/ ?(?<b>[0-9]{1,2})(?: ?/ ?(?<y>[0-9]{4}|[0-9]{2}))?|- ?(?<b>[0-9]{1,2}) ?- ?(?<y>[0-9]{4}))$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Slashed();

    private const string MonthName =
        "(?<m>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    [GeneratedRegex(
        "^(?:the )?(?<d>[0-9]{1,2})(?:st|nd|rd|th|\\.)?[ -]?(?:of )?" + MonthName + "\\.?(?:,?[ -]?(?<y>[0-9]{4}))?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex DayMonth();

    [GeneratedRegex(
        "^" + MonthName + "\\.?[ -]?(?:the )?(?<d>[0-9]{1,2})(?:st|nd|rd|th)?(?:,? ?(?<y>(?<=[, ])[0-9]{4}))?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex MonthDay();
}
