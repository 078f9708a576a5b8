using System.Globalization;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Exports;

public enum ExportFormat
{
    Excel,
    Csv,
    Json,
    Word,
    Markdown,
    Text,
    Zip,
}

/// <summary>A file that somebody takes home: what is in it, and how it is written. Closed: only the records below.</summary>
public abstract record ExportOrder(ExportFormat Format)
{
    private ExportOrder()
        : this(ExportFormat.Text) { }

    /// <summary>Without its ending: "supplier-register".</summary>
    public abstract string FileName { get; }

    /// <summary>In the log, for good.</summary>
    public abstract string Kind { get; }

    /// <summary>What was asked for beside the kind, in words that are read back; empty for the whole.</summary>
    public virtual string Filter => "";

    /// <summary>The same for the log, which nobody can erase a name from.</summary>
    public virtual string Logged => Filter;

    /// <summary>Lines of the register.</summary>
    public sealed record Register(RegisterFilter Lines, ExportFormat Format) : ExportOrder(Format)
    {
        public override string FileName => "supplier-register";
        public override string Kind => "register";
        public override string Filter => Lines.IsNone ? "" : RegisterWords.Command(Lines);
        public override string Logged => Lines.Owner.Length == 0 ? Filter : RegisterWords.Command(Lines with { Owner = "…" });
    }

    /// <summary>The clauses one supplier has to agree to.</summary>
    /// <param name="CaseId"><c>REQ-2026-0012</c>.</param>
    /// <param name="ForLegal">With our notes as comments, for us alone.</param>
    public sealed record Schedule(string CaseId, bool ForLegal, ExportFormat Format) : ExportOrder(Format)
    {
        public override string FileName => ForLegal ? $"internal-security-schedule-{CaseId}" : $"security-schedule-{CaseId}";
        public override string Kind => ForLegal ? "legal_schedule" : "schedule";
        public override string Filter => CaseId;
    }

    /// <summary>What one supplier has to send and agree to, as the text of a mail.</summary>
    /// <inheritdoc cref="Schedule"/>
    public sealed record Needs(string CaseId) : ExportOrder(ExportFormat.Text)
    {
        public override string FileName => $"what-we-need-{CaseId}";
        public override string Kind => "needs";
        public override string Filter => CaseId;
    }

    /// <summary>The policy as a document for people.</summary>
    public sealed record PolicyText(ExportFormat Format) : ExportOrder(Format)
    {
        public override string FileName => "supplier-security-policy";
        public override string Kind => "policy";
    }

    /// <summary>Figures of a quarter for the management review.</summary>
    public sealed record Report(Quarter Quarter, ExportFormat Format) : ExportOrder(Format)
    {
        public override string FileName => $"supplier-report-{Quarter.Id}";
        public override string Kind => "report";
        public override string Filter => Quarter.Id;
    }

    /// <summary>Everything an auditor needs, with a sample that anybody can draw again.</summary>
    public sealed record Pack(DateOnly From, DateOnly To, PackSample Sample, bool WithFiles) : ExportOrder(ExportFormat.Zip)
    {
        public override string FileName => $"audit-pack-{From:yyyy-MM-dd}-to-{To:yyyy-MM-dd}";
        public override string Kind => "pack";
        public override string Filter => PackPhrases.Command(this);
    }

    public string Ending =>
        Format switch
        {
            ExportFormat.Excel => "xlsx",
            ExportFormat.Csv => "csv",
            ExportFormat.Json => "json",
            ExportFormat.Word => "docx",
            ExportFormat.Markdown => "md",
            ExportFormat.Zip => "zip",
            _ => "txt",
        };

    public string MediaType =>
        Format switch
        {
            ExportFormat.Excel => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ExportFormat.Csv => "text/csv; charset=utf-8",
            ExportFormat.Json => "application/json",
            ExportFormat.Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ExportFormat.Markdown => "text/markdown; charset=utf-8",
            ExportFormat.Zip => "application/zip",
            _ => "text/plain; charset=utf-8",
        };
}

/// <param name="Count">Suppliers that are drawn, 0–1,000; all where 0.</param>
/// <param name="Tier">Of this tier alone; null for every one.</param>
/// <param name="Seed">The same seed draws the same cases.</param>
public sealed record PackSample(int Count, Tier? Tier, int Seed)
{
    public const int MostCount = 1_000;
    public static readonly PackSample Everything = new(0, null, 0);
}

/// <param name="Number">1–4.</param>
public readonly record struct Quarter(int Year, int Number)
{
    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    public DateOnly First => new(Year, ((Number - 1) * 3) + 1, 1);
    public DateOnly Last => First.AddMonths(3).AddDays(-1);
    public Quarter Before => Of(First.AddDays(-1));

    public bool Contains(DateOnly day) => day >= First && day <= Last;

    /// <summary>"2026-Q4".</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-Q{Number}");

    /// <summary>"Q4 2026".</summary>
    public string Words => string.Create(CultureInfo.InvariantCulture, $"Q{Number} {Year:D4}");
}
