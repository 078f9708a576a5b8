using System.Buffers;
using System.Globalization;
using System.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Registers;

/// <summary>
/// Rows of a sheet as XML, into a buffer. Written by hand: a workbook of 100,000 suppliers has some 40 million cells, and both the
/// library's writer and XmlWriter make objects or checks for each of them.
/// </summary>
internal sealed class SheetXml(SharedTexts shared, Wording wording)
{
    public const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly ArrayBufferWriter<byte> buffer = new(128 * 1024);

    public int Length => buffer.WrittenCount;
    public ReadOnlyMemory<byte> Written => buffer.WrittenMemory;

    public void Clear() => buffer.ResetWrittenCount();

    /// <param name="height">In points; 0 for that of one line.</param>
    /// <param name="isFixed">It doesn't follow what is typed into the row.</param>
    public void BeginRow(int row, int height = 0, bool isFixed = false)
    {
        Raw("<row r=\""u8);
        Number(row);
        if (height > 0)
        {
            Raw("\" ht=\""u8);
            Number(height);
        }
        if (isFixed)
            Raw("\" customHeight=\"1"u8);
        Raw("\">"u8);
    }

    public void EndRow() => Raw("</row>"u8);

    /// <param name="column">Its letters.</param>
    /// <param name="repeats">The text is worth keeping once.</param>
    /// <param name="style">In place of the one of its kind and tone; null for that.</param>
    /// <returns>What was written behind its place; to be read before the next cell is.</returns>
    public ReadOnlySpan<byte> Write(ReadOnlySpan<byte> column, int row, in Cell cell, bool repeats, uint? style = null)
    {
        // The column has the format of a cell that isn't there.
        if (cell.Kind == CellKind.Empty)
            return [];
        Place(column, row);
        var text = cell.Kind == CellKind.Text ? SheetText.Cut(cell.Text, wording) : null;
        var place = text is not null && repeats ? shared.Place(text) : null;
        var written = text is null || place is not null ? "" : SheetText.Escaped(text);
        var xml = new CellXml(buffer.GetSpan(CellXml.Frame + Encoding.UTF8.GetMaxByteCount(written.Length)));
        xml.Begin(style ?? CellStyles.Of(cell));
        if (place is { } at)
            xml.Shared(at);
        else if (text is not null)
            xml.Text(written, SheetText.NeedsSpace(text));
        else
            xml.Value(cell);
        buffer.Advance(xml.Length);
        return buffer.WrittenSpan[^xml.Length..];
    }

    /// <summary>The cell that stands above, once more: many lines of one supplier say the same.</summary>
    /// <param name="same">Its XML behind its place.</param>
    public void Write(ReadOnlySpan<byte> column, int row, ReadOnlySpan<byte> same)
    {
        if (same.IsEmpty)
            return;
        Place(column, row);
        Raw(same);
    }

    private void Place(ReadOnlySpan<byte> column, int row)
    {
        Raw("<c r=\""u8);
        Raw(column);
        Number(row);
    }

    private void Number(long number)
    {
        number.TryFormat(buffer.GetSpan(20), out var written, default, CultureInfo.InvariantCulture);
        buffer.Advance(written);
    }

    private void Raw(ReadOnlySpan<byte> bytes) => buffer.Write(bytes);
}
