using System.Globalization;
using System.Text.RegularExpressions;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Imports;

/// <summary>What comes first in dates such as 5/12.</summary>
public enum DateOrder
{
    Unknown,
    DayFirst,
    MonthFirst,
}

/// <summary>Dates as sheets have them: real ones, texts, and the numbers by which Excel counts days.</summary>
internal static partial class ImportDates
{
    /// <summary>1954 to 2119, as Excel counts.</summary>
    private const int FirstSerial = 20_000;
    private const int LastSerial = 80_000;
    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    /// <summary>By the one date in a column that has only one reading; all dates of a column are written the same way.</summary>
    public static DateOrder OrderOf(IEnumerable<string> column, DateOnly today)
    {
        foreach (var text in column)
        {
            if (Slashed().Match(text) is not { Success: true } found || TypedDay.Read(text, today, past: true) is not TypedDay.Sure)
                continue;
            var (first, second) = (Number(found.Groups["first"]), Number(found.Groups["second"]));
            if (first > 12)
                return DateOrder.DayFirst;
            if (second > 12)
                return DateOrder.MonthFirst;
        }
        return DateOrder.Unknown;
    }

    /// <returns>The day, or what is wrong with it; both where it can be read in two ways, and neither where nothing stands there.</returns>
    public static (DateOnly? Day, RowFaultKind? Fault) Read(string text, DateOrder order, DateOnly today)
    {
        if (text.Length == 0 || IsNothing(text))
            return (null, null);
        if (Serial(text) is { } counted)
            return (counted, null);
        return TypedDay.Read(WithoutTime().Replace(text, ""), today, past: true) switch
        {
            TypedDay.Sure { Day: var day } when text.Any(char.IsAsciiDigit) => (day, null),
            TypedDay.Either either => order switch
            {
                DateOrder.DayFirst => (either.First, null),
                DateOrder.MonthFirst => (either.Second, null),
                _ => (either.First, RowFaultKind.DateEither),
            },
            _ => (null, Dated().IsMatch(text) ? RowFaultKind.NoSuchDate : RowFaultKind.DateUnread),
        };
    }

    internal static bool IsNothing(string text) =>
        ImportColumns.Fold(text) is "" or "na" or "none" or "tbd" or "tbc" or "unknown" or "open" or "nil";

    private static DateOnly? Serial(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= FirstSerial and <= LastSerial
            ? SerialZero.AddDays(days)
            : null;

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<first>\d{1,2})[/.-](?<second>\d{1,2})[/.-]\d{2,4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Slashed();

    [GeneratedRegex(@"^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Dated();

    [GeneratedRegex(
        @"[T ]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|\s*[AaPp][Mm])?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex WithoutTime();
}
