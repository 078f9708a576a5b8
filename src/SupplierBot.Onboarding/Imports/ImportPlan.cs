using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Imports;

/// <summary>What somebody said about an import beside the file.</summary>
/// <param name="Columns">Changes of the proposed columns: by header or letter, which field, or null for none.</param>
/// <param name="Duplicates">For all groups that nothing is said of in <paramref name="Decided"/>.</param>
/// <param name="Decided">By the name of the group.</param>
public sealed record ImportChoices(
    IReadOnlyList<(string Column, ImportField? Field)> Columns,
    DuplicateDecision Duplicates,
    IReadOnlyDictionary<string, DuplicateDecision> Decided
)
{
    public static readonly ImportChoices None = new([], DuplicateDecision.Skip, new Dictionary<string, DuplicateDecision>());

    /// <summary>The same the other way round: which column, by its letter, a field has; empty for none.</summary>
    public IReadOnlyList<(ImportField Field, string Column)> Fields { get; init; } = [];

    /// <summary>What was said of single groups, by their keys.</summary>
    public IReadOnlyDictionary<string, DuplicateDecision> Groups { get; init; } = new Dictionary<string, DuplicateDecision>();

    /// <summary>The name of the sheet that counts; empty for the one that looks most like a register.</summary>
    public string Sheet { get; init; } = "";

    public DuplicateDecision Of(DuplicateGroup group) =>
        Groups.TryGetValue(group.Key, out var alone) ? alone
        : Decided.FirstOrDefault(pair => SupplierNames.Same(pair.Key, group.Name)) is { Key: not null } said ? said.Value
        : Duplicates;
}

/// <summary>What an import would write, row by row; nothing is written by it.</summary>
public sealed record ImportPlan
{
    public required SheetHeader Header { get; init; }
    public required ColumnMapping Mapping { get; init; }

    /// <summary>What comes in.</summary>
    public required IReadOnlyList<ImportedLine> Lines { get; init; }
    public required IReadOnlyList<RowFault> Faults { get; init; }
    public required IReadOnlyList<DuplicateGroup> Duplicates { get; init; }

    /// <summary>Names in the file that nobody bears whom the bot knows, with how many lines each has.</summary>
    public required IReadOnlyList<(string Name, int Lines)> UnknownOwners { get; init; }

    /// <summary>Totals, repeated headers: rows that are no supplier.</summary>
    public required IReadOnlyList<int> NoSuppliers { get; init; }

    /// <summary>Rows that don't show in a spreadsheet program; they are read like the others.</summary>
    public required IReadOnlyList<int> HiddenRows { get; init; }

    /// <summary>Rows below the headers with something in them.</summary>
    public required int Rows { get; init; }

    /// <summary>Columns of choices that the file doesn't have.</summary>
    public IReadOnlyList<string> UnknownColumns { get; init; } = [];

    public int WithoutOwner => Lines.Count(line => line.Owner is null);
    public int WithoutTier => Lines.Count(line => line.Tier is null);

    /// <summary>Null where no sheet has a header.</summary>
    /// <param name="register">Every entry there is.</param>
    public static ImportPlan? Of(
        IReadOnlyList<Sheet> sheets,
        ImportChoices choices,
        IReadOnlyList<RegisterEntry> register,
        string batch,
        Context context
    )
    {
        if (SheetHeader.Find(sheets, choices.Sheet, context.Wording) is not { } header)
            return null;
        var (mapping, unknown) = Mapped(ColumnMapping.Propose(header, context.Wording), choices);
        var (suppliers, others) = Parted(header, mapping);
        var (lines, faults, found) = Read(suppliers, mapping, new(register), batch, context);
        var groups = found.GroupBy(one => (one.Found.Kind, one.Found.Of.Place)).Select(ImportDuplicates.Group).ToList();
        var taken = Decided(lines, found, groups, choices).OrderBy(line => line.Row).ToList();
        return new()
        {
            Header = header,
            Mapping = mapping,
            Lines = taken,
            Faults = faults,
            Duplicates = groups,
            UnknownOwners = Unknown(taken),
            NoSuppliers = [.. others.Select(row => row.Number)],
            HiddenRows = [.. suppliers.Where(row => row.Hidden).Select(row => row.Number)],
            Rows = header.Rows.Count,
            UnknownColumns = unknown,
        };
    }

    private static (ColumnMapping Mapping, IReadOnlyList<string> Unknown) Mapped(ColumnMapping mapping, ImportChoices choices)
    {
        var unknown = new List<string>();
        foreach (var (typed, field) in choices.Columns)
        {
            if (mapping.Named(typed) is { } column)
                mapping = mapping.With(column.Index, field);
            else
                unknown.Add(typed);
        }
        foreach (var (field, letter) in choices.Fields)
        {
            if (letter.Length == 0 && mapping.Of(field) is { } left)
                mapping = mapping.With(left.Index, null);
            else if (mapping.Columns.FirstOrDefault(column => column.Letter == letter) is { } column)
                mapping = mapping.With(column.Index, field);
        }
        return (mapping, unknown);
    }

    /// <summary>A sum at the end is no supplier, and neither is a header that a program repeats on each page.</summary>
    private static (IReadOnlyList<SheetRow> Suppliers, IReadOnlyList<SheetRow> Others) Parted(SheetHeader header, ColumnMapping mapping)
    {
        var parted = header.Rows.ToLookup(row => IsTotal(row, mapping) || IsHeader(row, header));
        return ([.. parted[false]], [.. parted[true]]);
    }

    private static bool IsHeader(SheetRow row, SheetHeader header) =>
        row.Cells.Count(cell => cell.Length > 0) > 1 && header.Naming.Any(naming => naming.Cells.SequenceEqual(row.Cells));

    private static bool IsTotal(SheetRow row, ColumnMapping mapping)
    {
        var name = mapping.Value(row, ImportField.Supplier);
        if (name.Length == 0)
            return row.Cells.Any(cell => cell.Length > 0) && row.Cells.Where(cell => cell.Length > 0).All(IsFigure);
        var folded = ImportColumns.Fold(name);
        var words = new[]
        {
            "total",
            "totals",
            "grandtotal",
            "subtotal",
            "sum",
            "summe",
            "totalsuppliers",
            "totalvendors",
            "count",
            "anzahl",
        };
        return words.Contains(folded.TrimEnd("0123456789".ToCharArray()))
            && row.Cells.Where(cell => cell.Length > 0 && cell != name).All(IsFigure);
    }

    private static bool IsFigure(string cell) =>
        ImportColumns.Fold(cell) is "total" or "sum" or "subtotal" or "grandtotal"
        || (
            cell.Any(char.IsAsciiDigit)
            && decimal.TryParse(
                cell.Trim('€', '$', '£', ' '),
                NumberStyles.Number | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture,
                out _
            )
        );

    private static (
        List<ImportedLine> Lines,
        List<RowFault> Faults,
        List<(ImportDuplicates.Duplicate Found, ImportedLine Line)> Found
    ) Read(IReadOnlyList<SheetRow> rows, ColumnMapping mapping, ImportDuplicates duplicates, string batch, Context context)
    {
        var reader = new LineReader(mapping, rows, context);
        var (lines, faults, found) = (
            new List<ImportedLine>(),
            new List<RowFault>(),
            new List<(ImportDuplicates.Duplicate, ImportedLine)>()
        );
        foreach (var row in rows)
        {
            var wrong = reader.Read(row, batch, out var line);
            // Of what is on the register already nobody has to correct anything.
            var leftOut = wrong.Any(fault => fault.LeavesOut);
            if (line is not null && duplicates.Of(line, mapping.Value(row, ImportField.Number), remembers: !leftOut) is { } known)
            {
                if (leftOut && known.Kind != DuplicateKind.OnRegister)
                {
                    faults.AddRange(wrong);
                    continue;
                }
                found.Add((known, line));
                wrong = known.Kind == DuplicateKind.OnRegister ? [] : wrong;
            }
            else if (line is not null && !leftOut)
                lines.Add(line);
            faults.AddRange(wrong);
        }
        return (lines, faults, found);
    }

    private static IEnumerable<ImportedLine> Decided(
        List<ImportedLine> lines,
        List<(ImportDuplicates.Duplicate Found, ImportedLine Line)> found,
        List<DuplicateGroup> groups,
        ImportChoices choices
    )
    {
        var decisions = groups.ToDictionary(group => (group.Kind, group.First), choices.Of);
        foreach (var line in lines)
            yield return line;
        foreach (var (known, line) in found)
        {
            var decision = decisions[(known.Kind, known.Of.Place)];
            if (decision != DuplicateDecision.Skip)
                yield return decision == DuplicateDecision.Same ? line with { Supplier = known.Of.Name } : line;
        }
    }

    private static IReadOnlyList<(string Name, int Lines)> Unknown(IReadOnlyList<ImportedLine> lines) =>
        [
            .. lines
                .Select(line => line.Owner)
                .OfType<Person>()
                .Where(owner => !Owners.CanBeNotified(owner))
                .GroupBy(owner => owner.Name)
                .Select(group => (group.Key, group.Count()))
                .OrderByDescending(owner => owner.Item2)
                .ThenBy(owner => owner.Key, StringComparer.OrdinalIgnoreCase),
        ];
}
