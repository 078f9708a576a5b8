using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Views;

/// <summary>Days and times as people read them, in the organisation's zone: "Fri 20 Nov", with the year when it is not this one.</summary>
public static class Dates
{
    public static string Day(DateTimeOffset at, Context context) => Day(context.Calendar.Today(at), context);

    public static string Day(DateOnly day, Context context) =>
        day.ToString(day.Year == context.Calendar.Today(context.Now).Year ? "ddd d MMM" : "ddd d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"Thu 19 Nov, 10:12".</summary>
    public static string Time(DateTimeOffset at, Context context) =>
        string.Create(CultureInfo.InvariantCulture, $"{Day(at, context)}, {TimeZoneInfo.ConvertTime(at, context.Calendar.Zone):HH:mm}");

    /// <summary>"Fri 20 Nov, 18:00" in somebody's own zone; the day alone, in the organisation's, where theirs is not known here.</summary>
    /// <param name="zone">An IANA name.</param>
    public static string Own(DateTimeOffset at, string? zone, Context context) =>
        zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var theirs)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, theirs).DateTime), context)}, {TimeZoneInfo.ConvertTime(at, theirs):HH:mm}"
            )
            : Day(at, context);

    /// <summary>Somebody's own today; the organisation's where their zone is not known.</summary>
    /// <param name="zone">An IANA name.</param>
    public static DateOnly TodayIn(string? zone, Context context) =>
        zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var theirs)
            ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(context.Now, theirs).DateTime)
            : context.Calendar.Today(context.Now);

    /// <summary>"Nov 2028".</summary>
    public static string Month(DateOnly day) => day.ToString("MMM yyyy", CultureInfo.InvariantCulture);

    public static string Month(DateTimeOffset at, Context context) => Month(context.Calendar.Today(at));

    /// <summary>"Fri 20 Nov 2026": where two days are told apart.</summary>
    public static string Whole(DateOnly day) => day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>What a date input holds: <c>yyyy-MM-dd</c>.</summary>
    public static string Value(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>As it is stored; <see cref="TypedDay"/> reads what people type.</summary>
    public static DateOnly? Read(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
