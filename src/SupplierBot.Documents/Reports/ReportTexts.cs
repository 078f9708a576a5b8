using System.Globalization;
using SupplierBot.Documents.Text;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Documents.Reports;

/// <summary>Figures in words.</summary>
internal sealed class ReportTexts(DocumentWords words)
{
    public DocumentWords Words => words;

    /// <summary>States as management groups them, each with its statuses; what never began or has ended is none of them.</summary>
    public static readonly IReadOnlyList<(string Key, EntryStatus[] States)> Groups =
    [
        ("in_use", [EntryStatus.Active, EntryStatus.ActiveConditional, EntryStatus.ReviewDue, EntryStatus.UnderReview]),
        ("not_ready", [EntryStatus.Onboarding]),
        ("in_review", [EntryStatus.Proposed]),
        ("stopped", [EntryStatus.Suspended, EntryStatus.Lapsed]),
        ("leaving", [EntryStatus.Exiting]),
        ("legacy", [EntryStatus.Legacy]),
    ];

    public string Quarter(Quarter quarter) =>
        words.Fill(
            "document.report.quarter",
            ("number", DocumentWords.Number(quarter.Number)),
            ("year", DocumentWords.Number(quarter.Year))
        );

    public static string Subject(ReportSubject subject) =>
        subject.Service.Length == 0
            ? $"{subject.Supplier}\n{subject.EntryId}"
            : $"{subject.Supplier} – {subject.Service}\n{subject.EntryId}";

    public string Days(double? days) =>
        days is { } known ? known.ToString("0.#", CultureInfo.InvariantCulture) : words["document.report.none"];

    public static string Count(int count) => count == 0 ? "–" : DocumentWords.Number(count);
}
