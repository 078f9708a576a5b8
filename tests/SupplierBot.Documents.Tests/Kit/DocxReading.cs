using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using SupplierBot.Documents.Text;

namespace SupplierBot.Documents.Tests.Kit;

/// <summary>A document as bytes, and read again with Microsoft's own library.</summary>
internal static class DocxReading
{
    public static byte[] Bytes(DocumentText document)
    {
        using var stream = new MemoryStream();
        DocxWriter.Write(document, stream);
        return stream.ToArray();
    }

    public static T Read<T>(DocumentText document, Func<WordprocessingDocument, T> read)
    {
        using var stream = new MemoryStream(Bytes(document));
        using var file = WordprocessingDocument.Open(stream, isEditable: false);
        return read(file);
    }

    /// <summary>What Word would complain of.</summary>
    public static IReadOnlyList<string> Faults(DocumentText document) =>
        Read<IReadOnlyList<string>>(
            document,
            file =>
                [
                    .. new OpenXmlValidator(FileFormatVersions.Microsoft365)
                        .Validate(file)
                        .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"),
                ]
        );

    /// <summary>Each paragraph on a line, with its style in front.</summary>
    public static IReadOnlyList<(string Style, string Text)> Paragraphs(DocumentText document) =>
        Read<IReadOnlyList<(string, string)>>(
            document,
            file =>
                [
                    .. file.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>()
                        .Select(paragraph => (paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "", paragraph.InnerText)),
                ]
        );

    public static string Text(DocumentText document) => string.Join('\n', Paragraphs(document).Select(paragraph => paragraph.Text));
}
