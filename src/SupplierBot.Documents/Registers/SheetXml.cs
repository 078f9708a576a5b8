using System.Buffers;
using System.Globalization;
using System.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Registers;

/// <summary>
/// Rows of a sheet as XML, into a buffer. Written by hand: a workbook of 100,000 suppliers has some 40 million cells, and both the
/// library's
/// writer and XmlWriter make objects or checks for each of them.
/// </summary>
internal sealed class SheetXml(SharedTexts shared, Wording wording)
{
    public const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The day that Excel counts as 0, for days since March 1900.</summary>
    private static readonly int FirstDay = new DateOnly(1899, 12, 30).DayNumber;

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
    public void Write(ReadOnlySpan<byte> column, int row, in Cell cell, bool repeats, uint? style = null)
    {
        // The column has the format of a cell that isn't there.
        if (cell.Kind == CellKind.Empty)
            return;
        Raw("<c r=\""u8);
        Raw(column);
        Number(row);
        Raw("\" s=\""u8);
        Number(style ?? CellStyles.Of(cell));
        if (cell.Kind == CellKind.Text)
            Text(cell.Text, repeats);
        else
        {
            Raw("\"><v>"u8);
            Value(cell);
            Raw("</v></c>"u8);
        }
    }

    private void Text(string text, bool repeats)
    {
        var cut = SheetText.Cut(text, wording);
        if (repeats && shared.Place(cut) is { } place)
        {
            Raw("\" t=\"s\"><v>"u8);
            Number(place);
            Raw("</v></c>"u8);
            return;
        }
        Raw("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
        Raw(SheetText.Escaped(cut));
        Raw("</t></is></c>"u8);
    }

    private void Value(in Cell cell)
    {
        var span = buffer.GetSpan(32);
        var written = 0;
        _ = cell.Kind switch
        {
            CellKind.Day => (cell.Number - FirstDay).TryFormat(span, out written, default, CultureInfo.InvariantCulture),
            CellKind.Moment => (new DateTime(cell.Number).ToOADate()).TryFormat(
                span,
                out written,
                "0.##########",
                CultureInfo.InvariantCulture
            ),
            _ => cell.Number.TryFormat(span, out written, default, CultureInfo.InvariantCulture),
        };
        buffer.Advance(written);
    }

    private void Number(long number)
    {
        number.TryFormat(buffer.GetSpan(20), out var written, default, CultureInfo.InvariantCulture);
        buffer.Advance(written);
    }

    private void Raw(ReadOnlySpan<byte> bytes) => buffer.Write(bytes);

    private void Raw(string text)
    {
        var span = buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        buffer.Advance(Encoding.UTF8.GetBytes(text, span));
    }
}
