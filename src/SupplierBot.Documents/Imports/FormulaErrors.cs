using System.IO.Compression;
using System.Xml;

namespace SupplierBot.Documents.Imports;

/// <summary>Cells that hold an error: the reader of workbooks gives them as empty, and the person who brings the file should know.</summary>
internal static class FormulaErrors
{
    private const int Most = 100;
    private const string Sheets = "xl/worksheets/";

    /// <param name="bytes">A workbook that <see cref="WorkbookGuard"/> let through.</param>
    public static IReadOnlyList<string> Of(byte[] bytes)
    {
        using var content = new MemoryStream(bytes, writable: false);
        using var package = new ZipArchive(content, ZipArchiveMode.Read);
        var errors = new List<string>();
        foreach (
            var part in package.Entries.Where(part =>
                part.FullName.TrimStart('/').StartsWith(Sheets, StringComparison.OrdinalIgnoreCase)
                && part.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            using var stream = part.Open();
            using var reader = XmlReader.Create(stream);
            while (errors.Count < Most && reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" } && reader.GetAttribute("t") == "e")
                    errors.Add(reader.GetAttribute("r") ?? "");
            }
        }
        return errors;
    }
}
