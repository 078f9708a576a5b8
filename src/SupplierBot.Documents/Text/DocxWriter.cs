using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SupplierBot.Documents.Text;

/// <summary>
/// A Word document: headings that are headings, tables that repeat their head, comments and charts that can be edited. The same document
/// is the same bytes.
/// </summary>
public static class DocxWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Main = "word/document.xml";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    public static void Write(DocumentText document, Stream stream)
    {
        var parts = new PackageParts();
        parts.Relate("", $"{Office}/officeDocument", Main);
        parts.Relate("", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml");
        Part("styles", Resource("styles.xml").ToString(SaveOptions.DisableFormatting));
        var (header, footer) = (
            Part("header", DocxFrame.Header(document).OuterXml),
            Part("footer", DocxFrame.Footer(document.Frame).OuterXml)
        );
        var body = new DocxBody(document, new DocxCharts(parts, Main));
        var content = body.Of(header, footer);
        Part("numbering", Numbering(body.NumberedLists).ToString(SaveOptions.DisableFormatting));
        Part("settings", Resource("settings.xml").ToString(SaveOptions.DisableFormatting));
        if (body.Comments.Count > 0)
            Part("comments", DocxFrame.Comments(body.Comments, document.Frame).OuterXml);
        parts.Add(Main, $"{Word}.document.main+xml", new Document(content).OuterXml);
        parts.Add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", DocxFrame.Properties(document));
        parts.Write(stream);

        string Part(string name, string xml)
        {
            parts.Add($"word/{name}.xml", $"{Word}.{name}+xml", xml);
            return parts.Relate(Main, $"{Office}/{name}", $"{name}.xml");
        }
    }

    /// <summary>Each numbered list counts from one.</summary>
    private static XElement Numbering(int lists)
    {
        var numbering = Resource("numbering.xml");
        var names = numbering.Name.Namespace;
        numbering.Add(
            Instance(DocxBody.Bullets, 0),
            Enumerable
                .Range(DocxBody.Bullets + 1, lists)
                .Select(id =>
                    Instance(
                        id,
                        1,
                        new XElement(
                            names + "lvlOverride",
                            new XAttribute(names + "ilvl", 0),
                            new XElement(names + "startOverride", new XAttribute(names + "val", 1))
                        )
                    )
                )
        );
        return numbering;

        XElement Instance(int id, int of, params object[] more) =>
            new(
                names + "num",
                new XAttribute(names + "numId", id),
                new XElement(names + "abstractNumId", new XAttribute(names + "val", of)),
                more
            );
    }

    private static XElement Resource(string name)
    {
        using var stream =
            typeof(DocxWriter).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The part {name} is not in this program.");
        return XElement.Load(stream);
    }

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
