using System.Xml.Linq;

namespace SupplierBot.Documents.Text;

/// <summary>The numbers of one chart as a workbook of one sheet: categories down, series across.</summary>
internal static class ChartWorkbook
{
    private const string Main = "xl/workbook.xml";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Sheets = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private static readonly XNamespace Names = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static byte[] Of(Block.Chart chart)
    {
        var parts = new PackageParts();
        parts.Relate("", $"{Relations}/officeDocument", Main);
        var sheet = parts.Relate(Main, $"{Relations}/worksheet", "worksheets/sheet1.xml");
        XNamespace relations = Relations;
        parts.Add(
            Main,
            $"{Sheets}.sheet.main+xml",
            Text(
                new XElement(
                    Names + "workbook",
                    new XAttribute(XNamespace.Xmlns + "r", relations),
                    new XElement(
                        Names + "sheets",
                        new XElement(
                            Names + "sheet",
                            new XAttribute("name", "Sheet1"),
                            new XAttribute("sheetId", 1),
                            new XAttribute(relations + "id", sheet)
                        )
                    )
                )
            )
        );
        parts.Add("xl/worksheets/sheet1.xml", $"{Sheets}.worksheet+xml", Text(Sheet(chart)));
        using var stream = new MemoryStream();
        parts.Write(stream);
        return stream.ToArray();
    }

    private static XElement Sheet(Block.Chart chart)
    {
        var head = Line(1, ["", .. chart.Series.Select(series => series.Name)], []);
        var lines = chart.Categories.Select(
            (category, at) => Line(at + 2, [category], [.. chart.Series.Select(series => series.Values[at])])
        );
        return new(Names + "worksheet", new XElement(Names + "sheetData", head, lines));
    }

    private static XElement Line(int number, IReadOnlyList<string> words, IReadOnlyList<double> values) =>
        new(
            Names + "row",
            new XAttribute("r", number),
            words.Select(
                (text, at) =>
                    new XElement(
                        Names + "c",
                        Place(at, number),
                        new XAttribute("t", "inlineStr"),
                        new XElement(Names + "is", new XElement(Names + "t", SafeText.Label(text)))
                    )
            ),
            values.Select(
                (value, at) => new XElement(Names + "c", Place(words.Count + at, number), new XElement(Names + "v", ChartXml.Number(value)))
            )
        );

    private static XAttribute Place(int column, int row) => new("r", $"{(char)('A' + column)}{DocxWriter.Number(row)}");

    private static string Text(XElement root) => root.ToString(SaveOptions.DisableFormatting);
}
