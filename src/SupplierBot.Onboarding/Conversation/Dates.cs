using System.Globalization;

namespace SupplierBot.Onboarding;

/// <summary>Dates as people read them, in the organisation's zone: the year only when it is not this one (wording.md §0).</summary>
public static class Dates
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"Fri 20 Nov".</summary>
    public static string Day(DateTimeOffset at, Context context) => Day(context.Calendar.Today(at), context);

    public static string Day(DateOnly day, Context context) =>
        day.ToString(day.Year == context.Calendar.Today(context.Now).Year ? "ddd d MMM" : "ddd d MMM yyyy", English);

    /// <summary>"Thu 19 Nov, 10:12".</summary>
    public static string Time(DateTimeOffset at, Context context) =>
        $"{Day(at, context)}, {TimeZoneInfo.ConvertTime(at, context.Calendar.Zone).ToString("HH:mm", English)}";

    /// <summary>"Nov 2028".</summary>
    public static string Month(DateOnly day) => day.ToString("MMM yyyy", English);

    /// <summary>A date input's value, or null.</summary>
    public static DateOnly? Parse(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
