using System.Globalization;

namespace SupplierBot.Onboarding;

/// <summary>Days and times as people read them, in the organisation's zone: "Fri 20 Nov", with the year when it is not this one.</summary>
public static class Dates
{
    public static string Day(DateTimeOffset at, Context context) => Day(context.Calendar.Today(at), context);

    public static string Day(DateOnly day, Context context) =>
        day.ToString(day.Year == context.Calendar.Today(context.Now).Year ? "ddd d MMM" : "ddd d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"Thu 19 Nov, 10:12".</summary>
    public static string Time(DateTimeOffset at, Context context) =>
        string.Create(CultureInfo.InvariantCulture, $"{Day(at, context)}, {TimeZoneInfo.ConvertTime(at, context.Calendar.Zone):HH:mm}");

    /// <summary>"Nov 2028".</summary>
    public static string Month(DateOnly day) => day.ToString("MMM yyyy", CultureInfo.InvariantCulture);

    public static string Month(DateTimeOffset at, Context context) => Month(context.Calendar.Today(at));

    /// <summary>What a date input holds: <c>yyyy-MM-dd</c>.</summary>
    public static string Value(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? Read(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
