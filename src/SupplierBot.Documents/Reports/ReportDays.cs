using SupplierBot.Documents.Text;

namespace SupplierBot.Documents.Reports;

/// <summary>Days of a report, in one zone.</summary>
internal sealed record ReportDays(DateTimeOffset At, TimeZoneInfo Zone)
{
    public DateOnly Today { get; } = DocumentWords.DayOf(At, Zone);

    public DateOnly Of(DateTimeOffset at) => DocumentWords.DayOf(at, Zone);
}
