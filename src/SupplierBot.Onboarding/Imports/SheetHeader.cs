using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Imports;

/// <summary>Where the columns of a sheet are named, below titles and in one row or in two.</summary>
/// <param name="Headers">By column; empty where a column has none.</param>
/// <param name="Rows">Those below it.</param>
public sealed record SheetHeader(Sheet Sheet, int Row, IReadOnlyList<string> Headers, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>The one or two rows that name the columns.</summary>
    public IReadOnlyList<SheetRow> Naming { get; init; } = [];

    /// <summary>Titles, dates and logos above a list take no more.</summary>
    private const int MostAbove = 30;
    private const int FewestCells = 2;

    /// <summary>
    /// The sheet and row that name most of what is known; of two the first, and a sheet that shows before one that is hidden. Null where no
    /// row has two cells.
    /// </summary>
    /// <param name="sheet">The name of the only sheet that counts; empty for any.</param>
    public static SheetHeader? Find(IReadOnlyList<Sheet> sheets, string sheet, Wording wording) =>
        sheets
            .Where(one => sheet.Length == 0 || string.Equals(one.Name.Trim(), sheet.Trim(), StringComparison.OrdinalIgnoreCase))
            .OrderBy(one => one.Hidden)
            .SelectMany(Candidates)
            .Select(found => (Header: found, Known: Known(found.Headers, wording)))
            .OrderByDescending(found => found.Known.Contains(ImportField.Supplier))
            .ThenByDescending(found => found.Known.Count)
            .Select(found => found.Header)
            .FirstOrDefault();

    private static IEnumerable<SheetHeader> Candidates(Sheet sheet)
    {
        for (var at = 0; at < Math.Min(sheet.Rows.Count, MostAbove); at++)
        {
            var row = sheet.Rows[at];
            if (Distinct(row) >= FewestCells)
                yield return new(sheet, row.Number, row.Cells, Below(sheet, at + 1)) { Naming = [row] };
            if (at + 1 < sheet.Rows.Count && sheet.Rows[at + 1].Number == row.Number + 1 && Distinct(row) >= FewestCells)
                yield return new(sheet, row.Number + 1, Both(row, sheet.Rows[at + 1]), Below(sheet, at + 2))
                {
                    Naming = [row, sheet.Rows[at + 1]],
                };
        }
    }

    private static IReadOnlyList<SheetRow> Below(Sheet sheet, int from) => [.. sheet.Rows.Skip(from)];

    /// <summary>A title over the whole width is one text in many cells.</summary>
    private static int Distinct(SheetRow row) => row.Cells.Where(cell => cell.Length > 0).Distinct().Count();

    /// <summary>"Contract" over "Start" and "End"; a header over both rows is said once.</summary>
    private static List<string> Both(SheetRow upper, SheetRow lower) =>
        [
            .. Enumerable
                .Range(0, Math.Max(upper.Cells.Count, lower.Cells.Count))
                .Select(column => (Upper: upper.Cell(column), Lower: lower.Cell(column)))
                .Select(pair => pair.Upper == pair.Lower ? pair.Upper : $"{pair.Upper} {pair.Lower}".Trim()),
        ];

    private static HashSet<ImportField> Known(IReadOnlyList<string> headers, Wording wording) =>
        [.. headers.Select(header => ImportColumns.Of(header, wording)).OfType<(ImportField Field, int)>().Select(known => known.Field)];
}
