using System.Globalization;
using SupplierBot.Chat.Upkeep;

namespace SupplierBot.Web.Options;

/// <summary>How long drafts and operation markers are kept: time spans, or whole days.</summary>
internal static class RetentionOptions
{
    private const int FewestDraftDays = 7;
    private const int MostDraftDays = 365;
    private const int MostMarkerDays = 3650;

    public static RetentionPeriods Read(SettingsReader reader)
    {
        var read = new RetentionPeriods(
            reader.Value("Retention:Drafts", RetentionPeriods.Default.Drafts, text => Span(text, FewestDraftDays, MostDraftDays)),
            reader.Value("Retention:Markers", RetentionPeriods.Default.Markers, text => Span(text, FewestDraftDays, MostMarkerDays))
        );
        if (read.Markers > read.Drafts)
            return read;
        reader.Fault(
            "Retention:Markers",
            "is not longer than Retention:Drafts.",
            "Make it longer: a marker says of a draft that it was sent, and must outlive it."
        );
        return RetentionPeriods.Default;
    }

    private static Parsed<TimeSpan> Span(string text, int fewest, int most) =>
        !TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span)
            ? new("is not a time span.", "Write days, or days.hours:minutes:seconds: 30 or 30.00:00:00.")
        : span < TimeSpan.FromDays(fewest) || span > TimeSpan.FromDays(most)
            ? new(
                "is too short or too long.",
                $"Use {fewest} to {most} days, written as days or days.hours:minutes:seconds: 30 or 30.00:00:00."
            )
        : new(span);
}
