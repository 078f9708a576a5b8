using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Imports;

/// <summary>A row of the sheet as a line of the register, and what is wrong with it.</summary>
internal sealed class LineReader
{
    private const int LongestText = 500;
    private const int LongestNotes = 2_000;

    private static readonly Dictionary<string, Tier> Tiers = new(StringComparer.Ordinal)
    {
        ["critical"] = Tier.Critical,
        ["veryhigh"] = Tier.Critical,
        ["missioncritical"] = Tier.Critical,
        ["businesscritical"] = Tier.Critical,
        ["kritisch"] = Tier.Critical,
        ["high"] = Tier.High,
        ["major"] = Tier.High,
        ["hoch"] = Tier.High,
        ["medium"] = Tier.Medium,
        ["med"] = Tier.Medium,
        ["moderate"] = Tier.Medium,
        ["mittel"] = Tier.Medium,
        ["low"] = Tier.Low,
        ["minor"] = Tier.Low,
        ["minimal"] = Tier.Low,
        ["niedrig"] = Tier.Low,
    };

    private static readonly string[] Ended =
    [
        "ended",
        "terminated",
        "inactive",
        "former",
        "cancelled",
        "canceled",
        "offboarded",
        "retired",
        "closed",
        "no",
        "expired",
        "notapproved",
        "rejected",
        "withdrawn",
        "notinuse",
        "nolongerused",
        "decommissioned",
    ];

    private readonly ColumnMapping mapping;
    private readonly Context context;
    private readonly DateOnly today;
    private readonly Dictionary<ImportField, DateOrder> orders;
    private readonly Dictionary<string, Person?> owners = new(StringComparer.Ordinal);

    public LineReader(ColumnMapping mapping, IReadOnlyList<SheetRow> rows, Context context)
    {
        (this.mapping, this.context, today) = (mapping, context, context.Calendar.Today(context.Now));
        ImportField[] dated = [ImportField.ContractStart, ImportField.ContractEnd, ImportField.NextReview];
        orders = dated.ToDictionary(field => field, field => ImportDates.OrderOf(rows.Select(row => mapping.Value(row, field)), today));
    }

    /// <param name="line">Null where it names no supplier.</param>
    public IReadOnlyList<RowFault> Read(SheetRow row, string batch, out ImportedLine? line)
    {
        line = null;
        var faults = new List<RowFault>();
        var name = OneLine(row, ImportField.Supplier);
        if (name.Length == 0)
            return [new(row.Number, RowFaultKind.NoName, ImportField.Supplier, "")];
        if (name.Length > SupplierNames.Longest)
            return [new(row.Number, RowFaultKind.NameTooLong, ImportField.Supplier, name)];
        var status = OneLine(row, ImportField.Status);
        if (Ended.Contains(ImportColumns.Fold(status)))
            faults.Add(new(row.Number, RowFaultKind.NotInUse, ImportField.Status, status));
        var (start, end) = (Day(row, ImportField.ContractStart, faults), Day(row, ImportField.ContractEnd, faults));
        if (end < start)
        {
            faults.Add(new(row.Number, RowFaultKind.EndsBeforeStart, ImportField.ContractEnd, mapping.Value(row, ImportField.ContractEnd)));
            end = null;
        }
        var tier = TierOf(row, faults);
        line = new()
        {
            Batch = batch,
            Row = row.Number,
            Supplier = name,
            Service = Text(row, ImportField.Service, SupplierNames.Longest, faults),
            Website = Website(row, faults),
            Purpose = Text(row, ImportField.Purpose, LongestNotes, faults),
            Owner = Owner(OneLine(row, ImportField.Owner)),
            Department = Text(row, ImportField.Department, LongestText, faults),
            Tier = tier,
            Data = Text(row, ImportField.Data, LongestText, faults),
            ContractStart = start,
            ContractEnd = end,
            Renewal = Text(row, ImportField.Renewal, LongestText, faults),
            Contract = Text(row, ImportField.Contract, LongestText, faults),
            Status = Text(row, ImportField.Status, LongestText, faults),
            Type = Text(row, ImportField.Type, LongestText, faults),
            Location = Text(row, ImportField.Location, LongestText, faults),
            Subprocessors = Text(row, ImportField.Subprocessors, LongestText, faults),
            Notes = Text(row, ImportField.Notes, LongestNotes, faults),
            AssessBy = Sooner(LegacyEntry.AssessBy(tier, today), Day(row, ImportField.NextReview, faults)),
        };
        return faults;
    }

    /// <summary>A review that the company planned for earlier stays planned; one that is overdue has the time of its tier.</summary>
    private DateOnly Sooner(DateOnly due, DateOnly? planned) => planned > today && planned < due ? planned.Value : due;

    private string OneLine(SheetRow row, ImportField field) => TypedText.OneLine(Unquoted(mapping.Value(row, field)));

    /// <summary>Our own CSV puts an apostrophe before what a spreadsheet program would run.</summary>
    private static string Unquoted(string text) =>
        text is ['\'', '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] ? text[1..] : text;

    private string Text(SheetRow row, ImportField field, int longest, List<RowFault> faults)
    {
        var text = TypedText.Lines(Unquoted(mapping.Value(row, field)));
        if (text.Length <= longest)
            return text;
        faults.Add(new(row.Number, RowFaultKind.TooLong, field, text));
        return Views.Texts.Clip(text, longest);
    }

    private string Website(SheetRow row, List<RowFault> faults)
    {
        var text = OneLine(row, ImportField.Website);
        if (text.Length == 0 || WebAddress.LooksRight(text))
            return text;
        if (!ImportDates.IsNothing(text))
            faults.Add(new(row.Number, RowFaultKind.WebsiteUnread, ImportField.Website, text));
        return "";
    }

    private Tier? TierOf(SheetRow row, List<RowFault> faults)
    {
        var text = OneLine(row, ImportField.Tier);
        if (ImportDates.IsNothing(text))
            return null;
        if (Tiers.TryGetValue(WithoutFilling(ImportColumns.Fold(text)), out var tier))
            return tier;
        faults.Add(new(row.Number, RowFaultKind.TierUnread, ImportField.Tier, text));
        return null;
    }

    /// <summary>"High risk", "Tier: high".</summary>
    private static string WithoutFilling(string folded) =>
        folded.Replace("risk", "", StringComparison.Ordinal).Replace("tier", "", StringComparison.Ordinal);

    private DateOnly? Day(SheetRow row, ImportField field, List<RowFault> faults)
    {
        var text = OneLine(row, field);
        var (day, fault) = ImportDates.Read(text, orders[field], today);
        if (fault is { } kind)
            faults.Add(new(row.Number, kind, field, text, day is { } read ? Views.Dates.Whole(read) : ""));
        return day;
    }

    private Person? Owner(string typed)
    {
        if (!owners.TryGetValue(typed, out var owner))
            owners[typed] = owner = ImportDates.IsNothing(typed) ? null : Owners.OfFile(typed, context);
        return owner;
    }
}
