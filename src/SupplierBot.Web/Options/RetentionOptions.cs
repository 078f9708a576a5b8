using System.Globalization;
using SupplierBot.Chat;

namespace SupplierBot.Web;

/// <summary>How long drafts and operation markers are kept: time spans, or whole days.</summary>
internal static class RetentionOptions
{
    private const int FewestDraftDays = 7;
    private const int MostDraftDays = 365;
    private const int MostMarkerDays = 3650;

    public static Retention Read(SettingsReader reader)
    {
        var read = new Retention(
            reader.Value("Retention:Drafts", Retention.Default.Drafts, text => Span(text, FewestDraftDays, MostDraftDays)),
            reader.Value("Retention:Markers", Retention.Default.Markers, text => Span(text, FewestDraftDays, MostMarkerDays)));
        if (read.Markers > read.Drafts) return read;
        reader.Fault("Retention:Markers", "is not longer than Retention:Drafts.", "Make it longer: a marker says of a draft that it was sent, and must outlive it.");
        return Retention.Default;
    }

    private static Parsed<TimeSpan> Span(string text, int fewest, int most) =>
        !TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? new("is not a time span.", "Write days, or days.hours:minutes:seconds: 30 or 30.00:00:00.")
        : span < TimeSpan.FromDays(fewest) || span > TimeSpan.FromDays(most) ? new("is too short or too long.", $"Use {fewest} to {most} days, written as days or days.hours:minutes:seconds: 30 or 30.00:00:00.")
        : new(span);
}
