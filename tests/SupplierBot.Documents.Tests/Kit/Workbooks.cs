using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SupplierBot.Documents.Registers;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Documents.Tests.Kit;

/// <summary>Workbooks as Microsoft's library reads them.</summary>
internal static class Workbooks
{
    public static async Task<MemoryStream> WriteAsync(IAsyncEnumerable<SupplierRecord> records, Provenance? provenance = null)
    {
        var output = new MemoryStream();
        await RegisterWorkbook.WriteAsync(
            records,
            provenance ?? SampleRegister.Provenance,
            WordingText.Wording,
            new(output, () => new MemoryStream()),
            TestContext.Current.CancellationToken
        );
        output.Position = 0;
        return output;
    }

    public static IReadOnlyList<string> Titles(Stream workbook)
    {
        using var book = SpreadsheetDocument.Open(workbook, isEditable: false);
        return [.. book.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value!)];
    }

    /// <summary>The rows of a sheet: what stands in each cell, by the letters of its column.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, CellRead>> Rows(Stream workbook, string title)
    {
        using var book = SpreadsheetDocument.Open(workbook, isEditable: false);
        var part = book.WorkbookPart!;
        var sheet = part.Workbook!.Sheets!.Elements<Sheet>().Single(one => one.Name == title);
        var data = ((WorksheetPart)part.GetPartById(sheet.Id!.Value!)).Worksheet!.GetFirstChild<SheetData>()!;
        var shared = part.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>().Select(item => item.InnerText).ToList();
        return
        [
            .. data.Elements<Row>()
                .Select(row =>
                    row.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>()
                        .Where(cell => cell.HasChildren)
                        .ToDictionary(cell => cell.CellReference!.Value!.TrimEnd("0123456789".ToCharArray()), cell => Read(cell, shared))
                ),
        ];
    }

    /// <summary>The rows below the header, by what the header says.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, CellRead>> Lines(Stream workbook, string title)
    {
        var rows = Rows(workbook, title);
        var names = rows[0].ToDictionary(pair => pair.Key, pair => pair.Value.Text);
        return [.. rows.Skip(1).Select(row => row.ToDictionary(pair => names[pair.Key], pair => pair.Value))];
    }

    private static CellRead Read(DocumentFormat.OpenXml.Spreadsheet.Cell cell, List<string> shared)
    {
        var text =
            cell.DataType?.Value == CellValues.SharedString
                ? shared[int.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)]
            : cell.DataType?.Value == CellValues.InlineString ? cell.InlineString!.InnerText
            : cell.CellValue!.Text;
        return new(text, cell.DataType is not null, cell.StyleIndex!.Value, cell.CellFormula is not null);
    }
}

internal sealed record CellRead(string Text, bool IsText, uint Style, bool IsFormula);
