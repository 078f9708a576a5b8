using System.Globalization;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Web.Options;

/// <summary>Whose bot this is, and its working time.</summary>
/// <param name="Id">Partition key of everything that is kept: 1–63 of a–z, 0–9 and "-"; never changed afterwards.</param>
/// <param name="Zone">By IANA name.</param>
/// <param name="Hours">A due day ends at their end.</param>
/// <param name="JoinAccounts">Accounts with the same e-mail address are one person's; null where nothing is set.</param>
internal sealed record OrganisationOptions(
    string Id,
    string Name,
    TimeZoneInfo Zone,
    IReadOnlySet<DayOfWeek> WorkingDays,
    WorkingHours Hours,
    IReadOnlySet<DateOnly> Holidays,
    bool? JoinAccounts
)
{
    private static readonly DayOfWeek[] Weekdays =
    [
        DayOfWeek.Monday,
        DayOfWeek.Tuesday,
        DayOfWeek.Wednesday,
        DayOfWeek.Thursday,
        DayOfWeek.Friday,
    ];

    public static OrganisationOptions Read(SettingsReader reader) =>
        new(
            reader.Value("Organisation:Id", "local", ParseId),
            reader.Text("Organisation:Name", "Local organisation"),
            reader.Value("Organisation:TimeZone", TimeZoneInfo.Utc, ParseZone),
            reader.Values("Organisation:WorkingDays", Weekdays, ParseDay).ToHashSet(),
            reader.Value("Organisation:WorkingHours", new WorkingHours(new(9, 0), new(17, 0)), ParseHours),
            reader.Values("Organisation:Holidays", [], ParseDate).ToHashSet(),
            reader.Optional("Organisation:JoinAccounts", ParseFlag)
        );

    private static Parsed<bool?> ParseFlag(string text) =>
        SettingsReader.Flag(text) is { Problem: null, Value: var flag }
            ? new(flag)
            : new("is neither true nor false.", "Write true or false.");

    private static Parsed<string> ParseId(string text) =>
        text.Length is > 0 and < 64 && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
            ? new(text)
            : new("is not an organisation id.", "Use 1–63 of the characters a–z, 0–9 and `-`.");

    public static Parsed<TimeZoneInfo> ParseZone(string text) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && (zone.HasIanaId || text == "UTC")
            ? new(zone)
            : new("is not a time zone this machine knows.", "Use an IANA name such as Europe/Berlin.");

    private static Parsed<DayOfWeek> ParseDay(string text) =>
        Enum.TryParse<DayOfWeek>(text, ignoreCase: true, out var day) && !char.IsAsciiDigit(text[0])
            ? new(day)
            : new("is not a day of the week.", "Use Monday … Sunday.");

    private static Parsed<WorkingHours> ParseHours(string text) =>
        text.Split('-') is not [var first, var last] || !Time(first, out var from) || !Time(last, out var to)
            ? new("are not two times of day.", "Write them as 09:00-17:00.")
        : from >= to
            ? new("end before they begin.", "Write the earlier time first, such as 09:00-17:00; working hours do not go past midnight.")
        : new(new WorkingHours(from, to));

    private static bool Time(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static Parsed<DateOnly> ParseDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new(date)
            : new("is not a date.", "Write it as 2026-12-25.");
}
