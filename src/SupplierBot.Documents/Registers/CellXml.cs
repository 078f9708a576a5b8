using System.Globalization;
using System.Text;

namespace SupplierBot.Documents.Registers;

/// <summary>
/// One cell behind its place, into a space that was made large enough: millions of them are written, so nothing is checked twice.
/// </summary>
internal ref struct CellXml(Span<byte> space)
{
    /// <summary>Bytes that a cell takes at most besides its text.</summary>
    public const int Frame = 128;

    /// <summary>The day that Excel counts as 0, for days since March 1900.</summary>
    private static readonly int FirstDay = new DateOnly(1899, 12, 30).DayNumber;

    private readonly Span<byte> space = space;

    public int Length { get; private set; }

    public void Begin(uint style)
    {
        Raw("\" s=\""u8);
        Number(style);
    }

    public void Shared(int place)
    {
        Raw("\" t=\"s\"><v>"u8);
        Number(place);
        Raw("</v></c>"u8);
    }

    /// <param name="escaped">As XML holds it.</param>
    /// <param name="keepSpace">Readers drop it otherwise.</param>
    public void Text(string escaped, bool keepSpace)
    {
        Raw(keepSpace ? "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8 : "\" t=\"inlineStr\"><is><t>"u8);
        Length += Encoding.UTF8.GetBytes(escaped, space[Length..]);
        Raw("</t></is></c>"u8);
    }

    public void Value(in Cell cell)
    {
        Raw("\"><v>"u8);
        if (cell.Kind == CellKind.Moment)
        {
            var days = new DateTime(cell.Number).ToOADate();
            days.TryFormat(space[Length..], out var written, "0.##########", CultureInfo.InvariantCulture);
            Length += written;
        }
        else
            Number(cell.Kind == CellKind.Day ? cell.Number - FirstDay : cell.Number);
        Raw("</v></c>"u8);
    }

    private void Number(long number)
    {
        number.TryFormat(space[Length..], out var written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    private void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(space[Length..]);
        Length += bytes.Length;
    }
}
