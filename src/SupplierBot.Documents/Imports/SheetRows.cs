using System.Globalization;
using ExcelDataReader;
using SupplierBot.Onboarding.Imports;

namespace SupplierBot.Documents.Imports;

/// <summary>The rows of every sheet as text, with what doesn't show and what is merged.</summary>
internal static class SheetRows
{
    private const int MostColumns = 256;

    /// <summary>Nobody goes on after so many empty rows; a stray cell in the last row of a sheet costs nothing.</summary>
    private const int MostEmpty = 2_000;
    private const int LongestCell = 4_000;

    public static SheetFile Of(IExcelDataReader reader, CancellationToken cancellation)
    {
        var (sheets, rows) = (new List<Sheet>(), 0);
        do
        {
            var sheet = SheetOf(reader, SheetReader.MostRows - rows, cancellation);
            if (sheet is null)
                return new SheetFile.Refused(SheetRefusal.TooManyRows);
            rows += sheet.Rows.Count;
            sheets.Add(sheet);
        } while (reader.NextResult());
        return rows == 0 ? new SheetFile.Refused(SheetRefusal.Empty) : new SheetFile.Read(sheets, []);
    }

    /// <summary>Null for one with more rows than that.</summary>
    private static Sheet? SheetOf(IExcelDataReader reader, int most, CancellationToken cancellation)
    {
        var merged = new MergedCells(reader.MergeCells ?? []);
        var (rows, used, empty) = (new List<SheetRow>(), new SortedSet<int>(), 0);
        for (var number = 1; empty < MostEmpty && reader.Read(); number++)
        {
            cancellation.ThrowIfCancellationRequested();
            var cells = Cells(reader, number, merged);
            empty = cells.Count == 0 ? empty + 1 : 0;
            if (cells.Count == 0)
                continue;
            if (rows.Count == most)
                return null;
            rows.Add(new(number, IsHidden(reader), cells));
            used.UnionWith(Enumerable.Range(0, cells.Count).Where(column => cells[column].Length > 0));
        }
        var hidden = used.Where(column => IsHidden(reader, column)).ToList();
        return new(reader.Name ?? "", reader.VisibleState is not (null or "visible"), hidden, rows);
    }

    private static List<string> Cells(IExcelDataReader reader, int number, MergedCells merged)
    {
        var cells = new List<string>();
        for (var column = 0; column < Math.Min(reader.FieldCount, MostColumns); column++)
        {
            var text = Text(reader, column);
            cells.Add(merged.At(number - 1, column, IsError(text) ? "" : text));
        }
        cells.RemoveRange(cells.FindLastIndex(cell => cell.Length > 0) + 1, cells.Count - cells.FindLastIndex(cell => cell.Length > 0) - 1);
        return cells;
    }

    private static string Text(IExcelDataReader reader, int column)
    {
        var text = reader.GetValue(column) switch
        {
            null => "",
            string typed => typed,
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            double number => number.ToString("0.###############", CultureInfo.InvariantCulture),
            bool yes => yes ? "yes" : "no",
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            var other => other.ToString() ?? "",
        };
        text = text.Trim();
        return text.Length > LongestCell ? text[..LongestCell] : text;
    }

    private static bool IsError(string text) =>
        text is "#REF!" or "#N/A" or "#VALUE!" or "#NAME?" or "#DIV/0!" or "#NULL!" or "#NUM!" or "#SPILL!" or "#CALC!";

    private static bool IsHidden(IExcelDataReader reader)
    {
        try
        {
            return reader.RowHeight == 0;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }

    private static bool IsHidden(IExcelDataReader reader, int column)
    {
        try
        {
            return reader.GetColumnWidth(column) == 0;
        }
        catch (Exception unknown) when (unknown is NotSupportedException or ArgumentException)
        {
            return false;
        }
    }
}

/// <summary>Merged cells say the same in every place they cover.</summary>
internal sealed class MergedCells(IReadOnlyList<CellRange> ranges)
{
    private const int MostRanges = 10_000;
    private readonly List<CellRange> waiting = [.. ranges.Take(MostRanges).OrderBy(range => range.FromRow)];
    private readonly Dictionary<CellRange, string> said = [];
    private int next;

    public string At(int row, int column, string text)
    {
        while (next < waiting.Count && waiting[next].FromRow <= row)
            said[waiting[next++]] = "";
        foreach (var range in said.Keys.Where(range => range.ToRow < row).ToList())
            said.Remove(range);
        foreach (var range in said.Keys.Where(range => column >= range.FromColumn && column <= range.ToColumn).ToList())
        {
            if (row == range.FromRow && column == range.FromColumn)
                said[range] = text;
            return said[range];
        }
        return text;
    }
}
