using DocumentFormat.OpenXml.Spreadsheet;

namespace SupplierBot.Documents.Registers;

/// <summary>How cells look. The places of the formats are what the rows name.</summary>
internal static class CellStyles
{
    public const uint Header = 1;
    public const uint Text = 2;
    public const uint Title = 11;
    public const uint Subtitle = 12;
    public const uint Label = 13;
    public const uint Value = 14;
    public const uint Section = 15;
    public const uint LabelNumber = 16;
    public const uint Hint = 17;
    public const uint ValueMoment = 18;

    private const uint DayFormat = 164;
    private const uint MomentFormat = 165;
    private const uint NumberFormat = 3;

    private static readonly string[] Fills = ["1F3A5F", "E3F1E5", "FFF1CC", "FBE0DD"];

    public static uint Of(in Cell cell) =>
        cell.Kind switch
        {
            CellKind.Text when cell.Tone != CellTone.Plain => 6 + (uint)cell.Tone,
            // Quoted, as with an apostrophe that somebody typed: it stays a text also where the cell is edited.
            CellKind.Text => SheetText.LooksLikeFormula(cell.Text) ? 3u : Text,
            CellKind.Day => 4,
            CellKind.Moment => 5,
            CellKind.Number => 6,
            _ => Text,
        };

    public static Stylesheet Sheet() =>
        new(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "d\\ mmm\\ yyyy" },
                new NumberingFormat { NumberFormatId = MomentFormat, FormatCode = "d\\ mmm\\ yyyy\\ hh:mm" }
            ),
            new Fonts(
                Font(10),
                Font(10, "FFFFFF", bold: true),
                Font(20, "1F3A5F", bold: true),
                Font(12, "5B6770"),
                Font(10, "5B6770"),
                Font(12, "1F3A5F", bold: true)
            ),
            new Fills([Pattern(PatternValues.None), Pattern(PatternValues.Gray125), .. Fills.Select(Solid)]),
            new Borders(new Border(), Below("D5DBE1")),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(Formats()),
            new DocumentFormat.OpenXml.Spreadsheet.CellStyles(
                new CellStyle
                {
                    Name = "Normal",
                    FormatId = 0,
                    BuiltinId = 0,
                }
            )
        );

    private static IEnumerable<CellFormat> Formats()
    {
        yield return Format(0, wraps: false, below: false);
        yield return Format(1, fill: 2, middle: true);
        yield return Format(0);
        var quoted = Format(0);
        quoted.QuotePrefix = true;
        yield return quoted;
        yield return Format(0, number: DayFormat, wraps: false, left: true);
        yield return Format(0, number: MomentFormat, wraps: false, left: true);
        yield return Format(0, number: NumberFormat, wraps: false, left: true);
        yield return Format(0, fill: 3);
        yield return Format(0, fill: 4);
        yield return Format(0, fill: 5);
        yield return Format(0);
        yield return Format(2, wraps: false, below: false);
        yield return Format(3, wraps: false, below: false);
        yield return Format(4);
        yield return Format(0);
        yield return Format(5, wraps: false, below: false);
        yield return Format(0, number: NumberFormat, wraps: false, left: true);
        yield return Format(4, below: false);
        yield return Format(0, number: MomentFormat, wraps: false, left: true);
    }

    private static CellFormat Format(
        uint font,
        uint fill = 0,
        uint number = 0,
        bool wraps = true,
        bool below = true,
        bool middle = false,
        bool left = false
    ) =>
        new(
            new Alignment
            {
                Vertical = middle ? VerticalAlignmentValues.Center : VerticalAlignmentValues.Top,
                WrapText = wraps,
                Horizontal = left ? HorizontalAlignmentValues.Left : null,
            }
        )
        {
            FontId = font,
            FillId = fill,
            NumberFormatId = number,
            BorderId = below && !middle ? 1u : 0u,
            FormatId = 0,
            ApplyFont = true,
            ApplyFill = true,
            ApplyNumberFormat = true,
            ApplyBorder = true,
            ApplyAlignment = true,
        };

    private static Font Font(double size, string colour = "1B2630", bool bold = false)
    {
        var font = new Font(new FontSize { Val = size }, new Color { Rgb = "FF" + colour }, new FontName { Val = "Calibri" });
        if (bold)
            font.PrependChild(new Bold());
        return font;
    }

    private static Fill Pattern(PatternValues pattern) => new(new PatternFill { PatternType = pattern });

    private static Fill Solid(string colour) =>
        new(new PatternFill(new ForegroundColor { Rgb = "FF" + colour }) { PatternType = PatternValues.Solid });

    private static Border Below(string colour) =>
        new(
            new LeftBorder(),
            new RightBorder(),
            new TopBorder(),
            new BottomBorder(new Color { Rgb = "FF" + colour }) { Style = BorderStyleValues.Thin },
            new DiagonalBorder()
        );
}
