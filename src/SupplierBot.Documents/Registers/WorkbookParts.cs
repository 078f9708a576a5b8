using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SupplierBot.Documents.Registers;

/// <summary>
/// The package around the sheets. The library makes the parts that are small; the package itself is a ZIP of ours, because the library's
/// gives parts random ids and the time of the machine, and keeps them in memory.
/// </summary>
internal static class WorkbookParts
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static async Task WriteAsync(
        RepeatableZip zip,
        IReadOnlyList<SheetPart> sheets,
        SharedTexts shared,
        Provenance provenance,
        string title,
        CancellationToken cancellation
    )
    {
        await AddAsync("[Content_Types].xml", ContentTypes(sheets.Count));
        await AddAsync(
            "_rels/.rels",
            Packaged(
                ("rId1", $"{Office}/officeDocument", "xl/workbook.xml"),
                ("rId2", $"{Packages}/relationships/metadata/core-properties", "docProps/core.xml")
            )
        );
        await AddAsync("docProps/core.xml", Core(provenance, title));
        await AddAsync("xl/workbook.xml", SheetXml.Declaration + Book(sheets).OuterXml);
        await AddAsync("xl/_rels/workbook.xml.rels", Packaged([.. Targets(sheets.Count)]));
        await AddAsync("xl/styles.xml", SheetXml.Declaration + CellStyles.Sheet().OuterXml);
        for (var at = 0; at < sheets.Count; at++)
        {
            var sheet = sheets[at];
            await zip.AddAsync(
                $"xl/worksheets/sheet{at + 1}.xml",
                CompressionLevel.Fastest,
                part => sheet.WriteAsync(part, cancellation),
                cancellation
            );
        }
        await zip.AddAsync("xl/sharedStrings.xml", CompressionLevel.Fastest, shared.WriteAsync, cancellation);

        Task AddAsync(string name, string xml) =>
            zip.AddAsync(
                name,
                CompressionLevel.Fastest,
                part => part.WriteAsync(Encoding.UTF8.GetBytes(xml), cancellation).AsTask(),
                cancellation
            );
    }

    private static Workbook Book(IReadOnlyList<SheetPart> sheets) =>
        new(
            new BookViews(
                new WorkbookView
                {
                    XWindow = 0,
                    YWindow = 0,
                    WindowWidth = 28_800,
                    WindowHeight = 16_000,
                }
            ),
            new Sheets(
                sheets.Select(
                    (sheet, at) =>
                        new DocumentFormat.OpenXml.Spreadsheet.Sheet
                        {
                            Name = sheet.Title,
                            SheetId = (uint)at + 1,
                            Id = $"rId{at + 1}",
                        }
                )
            ),
            new DefinedNames(sheets.SelectMany(Names))
        );

    /// <summary>What is filtered, and what stands on every printed page; the cover has neither.</summary>
    private static IEnumerable<DefinedName> Names(SheetPart sheet, int at)
    {
        if (at == 0)
            yield break;
        var quoted = $"'{sheet.Title.Replace("'", "''", StringComparison.Ordinal)}'";
        var last = Sheet<object>.Letters(sheet.Columns - 1);
        yield return new($"{quoted}!$A$1:${last}${sheet.Rows}")
        {
            Name = "_xlnm._FilterDatabase",
            LocalSheetId = (uint)at,
            Hidden = true,
        };
        yield return new($"{quoted}!$A:$B,{quoted}!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)at };
    }

    private static IEnumerable<(string Id, string Type, string Target)> Targets(int sheets)
    {
        for (var at = 1; at <= sheets; at++)
            yield return ($"rId{at}", $"{Office}/worksheet", $"worksheets/sheet{at}.xml");
        yield return ($"rId{sheets + 1}", $"{Office}/styles", "styles.xml");
        yield return ($"rId{sheets + 2}", $"{Office}/sharedStrings", "sharedStrings.xml");
    }

    private static string ContentTypes(int sheets)
    {
        XNamespace name = $"{Packages}/content-types";
        return Text(
            new(
                name + "Types",
                Default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                Default("xml", "application/xml"),
                Part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
                Part("/xl/workbook.xml", $"{Types}.sheet.main+xml"),
                Part("/xl/styles.xml", $"{Types}.styles+xml"),
                Part("/xl/sharedStrings.xml", $"{Types}.sharedStrings+xml"),
                Enumerable.Range(1, sheets).Select(at => Part($"/xl/worksheets/sheet{at}.xml", $"{Types}.worksheet+xml"))
            )
        );

        XElement Default(string extension, string type) =>
            new(name + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type));
        XElement Part(string part, string type) =>
            new(name + "Override", new XAttribute("PartName", part), new XAttribute("ContentType", type));
    }

    private static string Packaged(params IEnumerable<(string Id, string Type, string Target)> targets)
    {
        XNamespace name = $"{Packages}/relationships";
        return Text(
            new(
                name + "Relationships",
                targets.Select(target => new XElement(
                    name + "Relationship",
                    new XAttribute("Id", target.Id),
                    new XAttribute("Type", target.Type),
                    new XAttribute("Target", target.Target)
                ))
            )
        );
    }

    private static string Core(Provenance provenance, string title)
    {
        XNamespace core = $"{Packages}/metadata/core-properties";
        XNamespace dublin = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace instance = "http://www.w3.org/2001/XMLSchema-instance";
        return Text(
            new(
                core + "coreProperties",
                new XAttribute(XNamespace.Xmlns + "cp", core),
                new XAttribute(XNamespace.Xmlns + "dc", dublin),
                new XAttribute(XNamespace.Xmlns + "dcterms", terms),
                new XAttribute(XNamespace.Xmlns + "xsi", instance),
                new XElement(dublin + "title", Plain($"{title} · {provenance.Organisation}")),
                new XElement(dublin + "creator", Plain(provenance.By.Name)),
                new XElement(
                    terms + "created",
                    new XAttribute(instance + "type", "dcterms:W3CDTF"),
                    provenance.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)
                )
            )
        );
    }

    /// <summary>A property has no way to hold what XML can't.</summary>
    private static string Plain(string text) =>
        string.Concat(SheetText.Whole(text).Where(letter => System.Xml.XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter)));

    private static string Text(XElement root) => SheetXml.Declaration + root.ToString(SaveOptions.DisableFormatting);
}
