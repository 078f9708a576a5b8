using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace SupplierBot.Documents.Text;

/// <summary>Tables as wide as the text, with columns by their weight; a row is never parted by the end of a page.</summary>
internal static class DocxTables
{
    private const string HeadFill = "E8EEF4";
    private const string GroupFill = "F4F7FA";
    private const string DeviationFill = "FFF3D1";

    /// <summary>Where rows are longer than a page has room, they have to be parted.</summary>
    private const int LongestWholeRow = 1500;
    private const uint RoomToWrite = 460;
    private const int ShortTable = 6;

    public static IEnumerable<OpenXmlElement> Of(Block.Table table)
    {
        var widths = Widths([.. table.Columns.Select(column => column.Weight)]);
        var element = Table(widths);
        if (table.Look == TableLook.Ruled)
            element.Append(Head(table, widths));
        element.Append(
            table.Look == TableLook.Figures
                ? Figures(table, widths)
                : table.Rows.Select((row, at) => (OpenXmlElement)BodyRow(table, row, at, widths))
        );
        // Two tables in a row would be read as one.
        return [element, DocxBody.Styled("AfterTable", [])];
    }

    /// <summary>The parties side by side, with room to sign.</summary>
    public static IEnumerable<OpenXmlElement> Of(Block.Signatures signatures)
    {
        const int Gap = 1;
        var parties = signatures.Parties;
        var widths = Widths([.. parties.SelectMany((_, at) => at == 0 ? [12] : new[] { Gap, 12 })]);
        var table = Table(widths, borders: false);
        table.Append(
            Line(
                parties.Select(party => (OpenXmlElement)DocxBody.Styled("TableHead", [DocxBody.Run(SafeText.Label(party.Name))])),
                widths,
                ruled: false,
                last: false
            )
        );
        var lines = parties.Max(party => party.Lines.Count);
        for (var at = 0; at < lines; at++)
            table.Append(
                Line(parties.Select(party => Signed(party.Lines.ElementAtOrDefault(at))), widths, ruled: true, last: at == lines - 1)
            );
        return [table, DocxBody.Styled("AfterTable", [])];
    }

    private static OpenXmlElement Signed(SignatureLine? line) =>
        DocxBody.Styled(
            "TableLabel",
            line is null ? []
                : line.Words.Length == 0 ? [DocxBody.Run(SafeText.Label(line.Label))]
                : [DocxBody.Run($"{SafeText.Label(line.Label)}  "), DocxBody.Run(new TextRun(SafeText.Label(line.Words), RunStyle.Strong))]
        );

    private static W.TableRow Line(IEnumerable<OpenXmlElement> parties, IReadOnlyList<int> widths, bool ruled, bool last)
    {
        var row = new W.TableRow(
            new TableRowProperties(new CantSplit(), new TableRowHeight { Val = ruled ? 620u : 380u, HeightType = HeightRuleValues.AtLeast })
        );
        foreach (var (content, at) in parties.Select((content, at) => (content, at)))
        {
            if (at > 0)
                row.Append(CellOf(DocxBody.Styled("TableCell", []), widths[at * 2 - 1]));
            if (!last)
                content.GetFirstChild<ParagraphProperties>()!.Append(new KeepNext());
            var cell = CellOf(content, widths[at * 2]);
            if (ruled)
                cell.TableCellProperties!.Append(
                    new TableCellBorders(
                        new BottomBorder
                        {
                            Val = BorderValues.Single,
                            Size = 4,
                            Color = "8A96A3",
                        }
                    )
                );
            cell.TableCellProperties!.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Bottom });
            row.Append(cell);
        }
        return row;
    }

    private static W.Table Table(IReadOnlyList<int> widths, bool borders = true)
    {
        var properties = new TableProperties();
        if (borders)
            properties.Append(new TableStyle { Val = "Ruled" });
        properties.Append(
            new TableWidth { Width = DocxWriter.Number(widths.Sum()), Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed }
        );
        return new W.Table(
            properties,
            new TableGrid(widths.Select(width => (OpenXmlElement)new GridColumn { Width = DocxWriter.Number(width) }))
        );
    }

    private static W.TableRow Head(Block.Table table, IReadOnlyList<int> widths)
    {
        var row = new W.TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        row.Append(
            table.Columns.Select(
                (column, at) =>
                    Filled(
                        CellOf(
                            Aligned(DocxBody.Styled("TableHead", [DocxBody.Run(SafeText.Label(column.Heading))]), column.IsNumber),
                            widths[at]
                        ),
                        HeadFill
                    )
            )
        );
        return row;
    }

    private static W.TableRow BodyRow(Block.Table table, Row row, int place, IReadOnlyList<int> widths)
    {
        var long_ = row.Cells.Any(cell => cell.Words.Length > LongestWholeRow);
        var properties = new TableRowProperties();
        if (!long_)
            properties.Append(new CantSplit());
        if (table.Look == TableLook.Ruled && !row.IsGroup && IsToFillIn(table, row))
            properties.Append(new TableRowHeight { Val = RoomToWrite, HeightType = HeightRuleValues.AtLeast });
        var element = new W.TableRow(properties);
        if (row.IsGroup)
        {
            var across = CellOf(Paragraph(row.Cells[0], "TableCell", keepsNext: !long_), widths.Sum());
            across.TableCellProperties!.Append(new GridSpan { Val = widths.Count });
            element.Append(Filled(across, GroupFill));
            return element;
        }
        // A short table stays whole; of a longer one the first row stays with the head, and the last two stay together.
        var last = table.Rows.Count - 1;
        var keepsNext = !long_ && place < last && (place == 0 || place == last - 1 || (table.Look == TableLook.Ruled && last < ShortTable));
        foreach (var (column, at) in table.Columns.Select((column, at) => (column, at)))
        {
            var cell = row.Cells.ElementAtOrDefault(at) ?? new Cell("");
            var style = table.Look == TableLook.Facts && at == 0 ? "TableLabel" : "TableCell";
            var made = CellOf(Aligned(Paragraph(cell, style, keepsNext), column.IsNumber), widths[at]);
            element.Append(cell.Style == RunStyle.Deviation ? Filled(made, DeviationFill) : made);
        }
        return element;
    }

    /// <summary>A label at most: people write into the rest.</summary>
    private static bool IsToFillIn(Block.Table table, Row row) =>
        table.Columns.Count > 1
        && Enumerable.Range(1, table.Columns.Count - 1).All(at => row.Cells.ElementAtOrDefault(at) is null or { Words: "" });

    /// <summary>Numbers above what they count.</summary>
    private static IEnumerable<OpenXmlElement> Figures(Block.Table table, IReadOnlyList<int> widths) =>
        table.Rows.Select(row =>
        {
            var element = new W.TableRow(new TableRowProperties(new CantSplit()));
            foreach (var (cell, at) in row.Cells.Select((cell, at) => (cell, at)))
            {
                var made = CellOf(DocxBody.Styled("Figure", [DocxBody.Run(cell.Words)]), widths[at]);
                made.Append(DocxBody.Styled("FigureLabel", [DocxBody.Run(SafeText.Label(table.Columns[at].Heading))]));
                element.Append(Filled(made, cell.Style == RunStyle.Deviation ? DeviationFill : GroupFill));
            }
            return (OpenXmlElement)element;
        });

    private static W.Paragraph Paragraph(Cell cell, string style, bool keepsNext)
    {
        var paragraph = DocxBody.Styled(
            style,
            [
                cell.Style == RunStyle.Deviation
                    ? DocxBody.Run(new TextRun(cell.Words, RunStyle.Strong))
                    : DocxBody.Run(new TextRun(cell.Words, cell.Style)),
            ]
        );
        if (keepsNext)
            paragraph.ParagraphProperties!.Append(new KeepNext());
        return paragraph;
    }

    private static W.Paragraph Aligned(W.Paragraph paragraph, bool right)
    {
        if (right)
            paragraph.ParagraphProperties!.Append(new Justification { Val = JustificationValues.Right });
        return paragraph;
    }

    private static W.TableCell CellOf(OpenXmlElement content, int width) =>
        new(new TableCellProperties(new TableCellWidth { Width = DocxWriter.Number(width), Type = TableWidthUnitValues.Dxa }), content);

    private static W.TableCell Filled(W.TableCell cell, string fill)
    {
        cell.TableCellProperties!.Append(
            new Shading
            {
                Val = ShadingPatternValues.Clear,
                Color = "auto",
                Fill = fill,
            }
        );
        return cell;
    }

    private static IReadOnlyList<int> Widths(IReadOnlyList<int> weights)
    {
        var (all, left, widths) = (weights.Sum(), DocxBody.TextWidth, new List<int>());
        for (var at = 0; at < weights.Count; at++)
        {
            var width = at == weights.Count - 1 ? left : DocxBody.TextWidth * weights[at] / all;
            widths.Add(width);
            left -= width;
        }
        return widths;
    }
}
