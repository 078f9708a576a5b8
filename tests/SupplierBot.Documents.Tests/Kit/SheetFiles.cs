using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SupplierBot.Documents.Tests.Kit;

/// <summary>Workbooks as companies keep their suppliers in, made with Microsoft's library.</summary>
internal static class SheetFiles
{
    /// <summary>A cell is a text, a <see cref="DateOnly"/> as Excel keeps it, a number, or a cell made by hand.</summary>
    public static MemoryStream Workbook(params object?[][] rows) => Workbook(_ => { }, rows);

    /// <param name="change">The sheet, when its rows are in it.</param>
    public static MemoryStream Workbook(Action<Worksheet> change, params object?[][] rows)
    {
        var content = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(content, SpreadsheetDocumentType.Workbook))
        {
            var part = book.AddWorkbookPart();
            part.Workbook = new Workbook(new Sheets());
            Styles(part);
            Add(part, "Suppliers", rows, change);
        }
        content.Position = 0;
        return content;
    }

    /// <summary>Several sheets, of which the first doesn't show.</summary>
    public static MemoryStream WithHiddenSheet(object?[][] hidden, object?[][] shown)
    {
        var content = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(content, SpreadsheetDocumentType.Workbook))
        {
            var part = book.AddWorkbookPart();
            part.Workbook = new Workbook(new Sheets());
            Styles(part);
            Add(part, "Old", hidden, _ => { }).State = SheetStateValues.Hidden;
            Add(part, "Vendors", shown, _ => { });
        }
        content.Position = 0;
        return content;
    }

    /// <summary>A workbook with a program in it.</summary>
    public static MemoryStream WithMacros(params object?[][] rows)
    {
        var content = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(content, SpreadsheetDocumentType.MacroEnabledWorkbook))
        {
            var part = book.AddWorkbookPart();
            part.Workbook = new Workbook(new Sheets());
            part.AddNewPart<VbaProjectPart>().FeedData(new MemoryStream([1, 2, 3]));
            Styles(part);
            Add(part, "Suppliers", rows, _ => { });
        }
        content.Position = 0;
        return content;
    }

    public static Cell Formula(string formula, string cached) =>
        new()
        {
            CellFormula = new(formula),
            CellValue = new(cached),
            DataType = CellValues.String,
        };

    public static Cell Error(string error) => new() { CellValue = new(error), DataType = CellValues.Error };

    /// <summary>As a workbook that is small in the file and unpacks to so many megabytes.</summary>
    public static MemoryStream Bomb(int megabytes)
    {
        var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            Text(zip, "[Content_Types].xml", "<Types/>");
            Text(zip, "xl/workbook.xml", "<workbook/>");
            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Optimal).Open();
            var zeros = new byte[1024 * 1024];
            for (var at = 0; at < megabytes; at++)
                sheet.Write(zeros);
        }
        content.Position = 0;
        return content;
    }

    /// <summary>The beginning of what Excel writes for a password, or of a workbook of Excel 97.</summary>
    public static MemoryStream Compound(string stream)
    {
        byte[] bytes =
        [
            0xD0,
            0xCF,
            0x11,
            0xE0,
            0xA1,
            0xB1,
            0x1A,
            0xE1,
            .. new byte[1024],
            .. Encoding.Unicode.GetBytes(stream),
            .. new byte[512],
        ];
        return new(bytes);
    }

    private static void Text(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }

    /// <summary>Style 1 is a date.</summary>
    private static void Styles(WorkbookPart part) =>
        part.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
            new Fonts(new Font()),
            new Fills(new Fill()),
            new Borders(new Border()),
            new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true })
        );

    private static Sheet Add(WorkbookPart part, string name, object?[][] rows, Action<Worksheet> change)
    {
        var sheetPart = part.AddNewPart<WorksheetPart>();
        sheetPart.Worksheet = new Worksheet(new SheetData(rows.Select((cells, at) => Row(cells, at + 1))));
        change(sheetPart.Worksheet);
        var sheets = part.Workbook!.GetFirstChild<Sheets>()!;
        var sheet = new Sheet
        {
            Name = name,
            Id = part.GetIdOfPart(sheetPart),
            SheetId = (uint)sheets.Count() + 1,
        };
        sheets.Append(sheet);
        return sheet;
    }

    private static Row Row(object?[] cells, int number)
    {
        var row = new Row { RowIndex = (uint)number };
        foreach (var (cell, at) in cells.Select((cell, at) => (cell, at)))
        {
            if (cell is null)
                continue;
            var made = Made(cell);
            made.CellReference = $"{(char)('A' + at)}{number}";
            row.Append(made);
        }
        return row;
    }

    private static Cell Made(object value) =>
        value switch
        {
            Cell ready => ready,
            DateOnly day => new()
            {
                CellValue = new(
                    (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(System.Globalization.CultureInfo.InvariantCulture)
                ),
                StyleIndex = 1,
            },
            int number => new() { CellValue = new(number.ToString(System.Globalization.CultureInfo.InvariantCulture)) },
            _ => new()
            {
                InlineString = new(new DocumentFormat.OpenXml.Spreadsheet.Text((string)value)),
                DataType = CellValues.InlineString,
            },
        };
}
