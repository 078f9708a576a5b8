using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Imports;

/// <param name="Letter">Of the column, as the spreadsheet program shows it.</param>
/// <param name="Field">Null where it isn't taken over.</param>
/// <param name="Sample">The first value in it.</param>
public sealed record MappedColumn(int Index, string Letter, string Header, ImportField? Field, string Sample);

/// <summary>Which column says what: proposed by the headers, and as somebody changed it.</summary>
public sealed record ColumnMapping(IReadOnlyList<MappedColumn> Columns)
{
    public MappedColumn? Of(ImportField field) => Columns.FirstOrDefault(column => column.Field == field);

    public string Value(SheetRow row, ImportField field) => Of(field) is { } column ? row.Cell(column.Index) : "";

    /// <summary>Each field has one column, the one whose header says it most surely.</summary>
    public static ColumnMapping Propose(SheetHeader header, Wording wording)
    {
        var known = header.Headers.Select((text, at) => (at, Known: ImportColumns.Of(text, wording))).ToList();
        var chosen = known
            .Where(one => one.Known is { Field: not ImportField.Derived })
            .GroupBy(one => one.Known!.Value.Field)
            .ToDictionary(group => group.MinBy(one => one.Known!.Value.Rank).at, group => group.Key);
        return new([
            .. known
                .Where(one => header.Headers[one.at].Length > 0 || Sample(header, one.at).Length > 0)
                .Select(one => new MappedColumn(
                    one.at,
                    Letters(one.at),
                    header.Headers[one.at],
                    chosen.TryGetValue(one.at, out var field) ? field
                        : one.Known?.Field == ImportField.Derived ? ImportField.Derived
                        : null,
                    Sample(header, one.at)
                )),
        ]);
    }

    /// <summary>The same with this column for that field, and no other for it.</summary>
    public ColumnMapping With(int index, ImportField? field) =>
        new([
            .. Columns.Select(column =>
                column.Index == index ? column with { Field = field }
                : field is not null && column.Field == field ? column with { Field = null }
                : column
            ),
        ]);

    /// <summary>By its header, or by its letter.</summary>
    public MappedColumn? Named(string typed) =>
        Columns.FirstOrDefault(column => column.Header.Length > 0 && ImportColumns.Fold(column.Header) == ImportColumns.Fold(typed))
        ?? Columns.FirstOrDefault(column => string.Equals(column.Letter, typed.Trim(), StringComparison.OrdinalIgnoreCase));

    private static string Sample(SheetHeader header, int column) =>
        header.Rows.Select(row => row.Cell(column)).FirstOrDefault(cell => cell.Length > 0) ?? "";

    internal static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }
}
