using SupplierBot.Chat.Timers;

namespace SupplierBot.Web.Options;

/// <summary>When the weekly digest of open reviews is due.</summary>
internal sealed record DigestOptions(Schedule Schedule, WhenEmpty WhenEmpty)
{
    private const string DefaultSchedule = "0 9 * * MON";
    private const string DefaultZone = "Europe/London";

    /// <param name="organisation">Its zone counts where it is set and the digest has none of its own.</param>
    public static DigestOptions Read(SettingsReader reader, OrganisationOptions organisation)
    {
        var zone = reader.Value(
            "Digest:TimeZone",
            reader.Any("Organisation:TimeZone") ? organisation.Zone : London(),
            OrganisationOptions.ParseZone
        );
        return new(
            reader.Value("Digest:Schedule", Schedule.Read(DefaultSchedule, zone)!, text => ParseSchedule(text, zone)),
            reader.Value("Digest:WhenEmpty", WhenEmpty.Silence, ParseWhenEmpty)
        );
    }

    /// <summary>UTC where the machine has no time zones at all.</summary>
    private static TimeZoneInfo London() => TimeZoneInfo.TryFindSystemTimeZoneById(DefaultZone, out var zone) ? zone : TimeZoneInfo.Utc;

    private static Parsed<Schedule> ParseSchedule(string text, TimeZoneInfo zone) =>
        Schedule.Read(text, zone) is not { } read
            ? new(
                "is not a cron expression, or one that never comes.",
                $"Write minute, hour, day, month and day of the week: {DefaultSchedule}."
            )
        : !read.IsAtMostWeekly() ? new("comes more than once in some week.", $"Name one day of the week and one time: {DefaultSchedule}.")
        : new(read);

    private static Parsed<WhenEmpty> ParseWhenEmpty(string text) =>
        Enum.TryParse<WhenEmpty>(text, ignoreCase: true, out var read) && !char.IsAsciiDigit(text[0]) && text[0] != '-'
            ? new(read)
            : new("is neither Silence nor OneLine.", "Write Silence or OneLine.");
}

/// <summary>What a place hears in a week in which nothing waits.</summary>
internal enum WhenEmpty
{
    Silence,
    OneLine,
}
