using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SupplierBot.Documents.Text;

/// <summary>What stands around the text of a Word document: header, footer, comments, properties.</summary>
internal static class DocxFrame
{
    private const int LongestTitle = 90;

    public static Header Header(DocumentText document) =>
        new(
            new Paragraph(
                new ParagraphProperties(new ParagraphStyleId { Val = "Header" }),
                Run(Short(document.Subtitle.Length == 0 ? document.Title : $"{document.Title} · {document.Subtitle}")),
                new Run(new TabChar()),
                Run(Short(document.Frame.Organisation))
            )
        );

    public static Footer Footer(DocumentFrame frame)
    {
        var paragraph = new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = "Footer" }),
            Run(SafeText.OneLine(frame.Source)),
            new Run(new TabChar())
        );
        foreach (var piece in frame.PageOf.Split('{', '}'))
        {
            if (piece is "page" or "pages")
                paragraph.Append(Field(piece == "page" ? "PAGE" : "NUMPAGES"));
            else if (piece.Length > 0)
                paragraph.Append(Run(piece));
        }
        return new Footer(paragraph);
    }

    public static Comments Comments(IReadOnlyList<Comment> comments, DocumentFrame frame) =>
        new(
            comments.Select(
                (comment, id) =>
                    new DocumentFormat.OpenXml.Wordprocessing.Comment(
                        SafeText
                            .Lines(comment.Words)
                            .Split('\n')
                            .Select(line => new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "CommentText" }), Run(line)))
                    )
                    {
                        Id = DocxWriter.Number(id),
                        Author = SafeText.OneLine(comment.By),
                        Initials = "SP",
                        Date = new DateTimeValue(frame.At.UtcDateTime),
                    }
            )
        );

    /// <summary>What a file manager shows of it (docProps/core.xml).</summary>
    public static string Properties(DocumentText document)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace instance = "http://www.w3.org/2001/XMLSchema-instance";
        var at = document.Frame.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new XElement(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms),
            new XAttribute(XNamespace.Xmlns + "xsi", instance),
            new XElement(dc + "title", SafeText.OneLine(document.Title)),
            new XElement(dc + "subject", SafeText.OneLine(document.Subtitle)),
            new XElement(dc + "creator", SafeText.OneLine(document.Frame.Organisation)),
            new XElement(dc + "language", "en-GB"),
            new XElement(terms + "created", new XAttribute(instance + "type", "dcterms:W3CDTF"), at),
            new XElement(terms + "modified", new XAttribute(instance + "type", "dcterms:W3CDTF"), at)
        ).ToString(SaveOptions.DisableFormatting);
    }

    private static Run Run(string words) =>
        new(new DocumentFormat.OpenXml.Wordprocessing.Text(words) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>With a number in it, for a reader that doesn't count pages before it shows them.</summary>
    private static SimpleField Field(string code) => new(Run("1")) { Instruction = $" {code} " };

    private static string Short(string text) => Onboarding.Views.Texts.Clip(SafeText.OneLine(text), LongestTitle);
}
