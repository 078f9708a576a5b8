using System.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Registers;

/// <summary>
/// A column of a sheet while its rows are written. It keeps the cell above: the dozens of lines of one supplier mostly say the same in it.
/// </summary>
/// <param name="letters">"A" to "XFD".</param>
internal sealed class SheetColumn<T>(Column<T> column, string letters)
{
    private const int MostKept = 512;
    private readonly byte[] place = Encoding.ASCII.GetBytes(letters);
    private readonly byte[] kept = new byte[MostKept];
    private int length;
    private Cell cell = Cell.Empty;
    private int lines = 1;
    private bool isKept;

    public double Width => column.Width;

    /// <returns>How many lines its text takes.</returns>
    public int Read(T line)
    {
        var next = column.Of(line);
        if (next == cell)
            return lines;
        (cell, isKept) = (next, false);
        return lines = RowHeights.Lines(cell.Text, column.Width);
    }

    public void Write(SheetXml xml, int row)
    {
        if (isKept)
        {
            xml.Write(place, row, kept.AsSpan(0, length));
            return;
        }
        var written = xml.Write(place, row, cell, column.Repeats);
        isKept = written.TryCopyTo(kept);
        length = written.Length;
    }

    public void WriteHeader(SheetXml xml, int row, Wording wording) =>
        xml.Write(place, row, Cell.Of(column.Header(wording)), repeats: false, CellStyles.Header);
}
