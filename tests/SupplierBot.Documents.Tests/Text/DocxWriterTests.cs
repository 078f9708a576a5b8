using System.IO.Compression;
using DocumentFormat.OpenXml.Wordprocessing;
using SupplierBot.Documents.Tests.Kit;
using SupplierBot.Documents.Text;
using TableLook = SupplierBot.Documents.Text.TableLook;

namespace SupplierBot.Documents.Tests.Text;

public sealed class DocxWriterTests
{
    private static readonly DocumentFrame Frame = new("Acme Organisation", DocumentSamples.At, "Made for Rita", "Page {page} of {pages}");

    [Fact]
    public void Every_block_is_valid() => Assert.Empty(DocxReading.Faults(Everything("Northwind")));

    [Theory]
    [MemberData(nameof(DocumentSamples.HostileNames), MemberType = typeof(DocumentSamples))]
    public void A_hostile_name_stands_everywhere_and_breaks_nothing(string name)
    {
        var document = Everything(name);
        Assert.Empty(DocxReading.Faults(document));
        var text = DocxReading.Text(document);
        Assert.DoesNotContain('\u202E', text);
        Assert.Equal(DocxReading.Paragraphs(Everything("Northwind")).Count, DocxReading.Paragraphs(document).Count);
    }

    [Fact]
    public void The_same_document_is_the_same_bytes() =>
        Assert.Equal(DocxReading.Bytes(Everything("Northwind")), DocxReading.Bytes(Everything("Northwind")));

    [Fact]
    public void No_part_names_another_moment_than_that_of_the_document()
    {
        using var archive = new ZipArchive(new MemoryStream(DocxReading.Bytes(Everything("Northwind"))));
        Assert.All(archive.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        DocxReading.Read(
            Everything("Northwind"),
            file =>
            {
                Assert.Equal(DocumentSamples.At.UtcDateTime, file.PackageProperties.Created!.Value.ToUniversalTime());
                Assert.Equal("Acme Organisation", file.PackageProperties.Creator);
                return file.PackageProperties.Title;
            }
        );
    }

    [Fact]
    public void Headings_are_headings_and_the_head_of_a_table_is_repeated()
    {
        DocxReading.Read(
            Everything("Northwind"),
            file =>
            {
                var body = file.MainDocumentPart!.Document!.Body!;
                Assert.Equal(
                    ["Heading1", "Heading2", "Heading3"],
                    body.Descendants<ParagraphStyleId>()
                        .Select(style => style.Val!.Value!)
                        .Where(style => style.StartsWith("Heading", StringComparison.Ordinal))
                        .Distinct()
                );
                var ruled = body.Descendants<DocumentFormat.OpenXml.Wordprocessing.Table>().First();
                Assert.Single(ruled.Descendants<TableHeader>());
                Assert.IsType<TableHeader>(ruled.Descendants<TableRow>().First().Descendants<TableHeader>().Single());
                return true;
            }
        );
    }

    [Fact]
    public void A_comment_is_a_comment_with_its_author_and_the_moment_of_the_document()
    {
        DocxReading.Read(
            Everything("Northwind"),
            file =>
            {
                var comment = Assert.Single(
                    file.MainDocumentPart!.WordprocessingCommentsPart!.Comments!.Elements<DocumentFormat.OpenXml.Wordprocessing.Comment>()
                );
                Assert.Equal("For Legal: capsWhy: money", comment.InnerText);
                Assert.Equal("Policy", comment.Author!.Value);
                Assert.Equal(DocumentSamples.At.UtcDateTime, comment.Date!.Value.ToUniversalTime());
                var id = Assert.Single(file.MainDocumentPart.Document!.Body!.Descendants<CommentReference>()).Id!.Value;
                Assert.Equal(comment.Id!.Value, id);
                return true;
            }
        );
    }

    [Fact]
    public void Charts_are_drawn_from_a_workbook_that_is_inside()
    {
        DocxReading.Read(
            Everything("Northwind"),
            file =>
            {
                var charts = file.MainDocumentPart!.ChartParts.ToList();
                Assert.Equal(2, charts.Count);
                Assert.All(
                    charts,
                    chart =>
                    {
                        using var book = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(
                            chart.EmbeddedPackagePart!.GetStream(),
                            isEditable: false
                        );
                        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(book));
                        Assert.Contains("Critical", book.WorkbookPart!.WorksheetParts.Single().Worksheet!.InnerText);
                    }
                );
                return true;
            }
        );
    }

    [Fact]
    public void Header_and_footer_say_what_it_is_who_made_it_and_which_page()
    {
        DocxReading.Read(
            Everything("Northwind"),
            file =>
            {
                var main = file.MainDocumentPart!;
                Assert.Contains("Northwind", main.HeaderParts.Single().Header!.InnerText);
                var footer = main.FooterParts.Single().Footer!;
                Assert.StartsWith("Made for Rita", footer.InnerText, StringComparison.Ordinal);
                Assert.Equal([" PAGE ", " NUMPAGES "], footer.Descendants<SimpleField>().Select(field => field.Instruction!.Value!));
                return true;
            }
        );
    }

    [Fact]
    public void What_follows_a_page_break_begins_its_page()
    {
        DocxReading.Read(
            new DocumentText("T", "", Frame, [new Block.PageBreak(), new Block.Heading(1, "A"), new Block.PageBreak(), Facts()]),
            file =>
            {
                var breaks = file.MainDocumentPart!.Document!.Body!.Descendants<PageBreakBefore>().ToList();
                Assert.Equal(2, breaks.Count);
                Assert.Equal("A", breaks[0].Ancestors<Paragraph>().Single().InnerText);
                return true;
            }
        );

        static Block.Table Facts() => new([new(""), new("")], [Row.Of("a", "b")], TableLook.Facts);
    }

    [Fact]
    public void A_sentence_stays_with_what_it_introduces()
    {
        DocxReading.Read(
            new DocumentText(
                "T",
                "",
                Frame,
                [
                    new Block.Paragraph("clause"),
                    new Block.Paragraph("box", ParagraphStyle.Good),
                    new Block.Paragraph("alone"),
                    new Block.Paragraph("list:"),
                    new Block.BulletList(["a"]),
                    new Block.Paragraph(new string('x', 2_000)),
                    new Block.BulletList(["b"]),
                ]
            ),
            file =>
            {
                var kept = file.MainDocumentPart!.Document!.Body!.Descendants<KeepNext>()
                    .Select(keep => keep.Ancestors<Paragraph>().Single().InnerText);
                Assert.Equal(["clause", "list:"], kept);
                return true;
            }
        );
    }

    [Fact]
    public void Each_numbered_list_counts_from_one()
    {
        var list = new Block.BulletList(["a", "b"], Numbered: true);
        DocxReading.Read(
            new DocumentText("T", "", Frame, [list, list]),
            file =>
            {
                var ids = file.MainDocumentPart!.Document!.Body!.Descendants<NumberingId>().Select(id => id.Val!.Value).ToList();
                Assert.Equal(4, ids.Count);
                Assert.Equal(2, ids.Distinct().Count());
                var numbering = file.MainDocumentPart.NumberingDefinitionsPart!.Numbering!;
                Assert.Equal(2, numbering.Descendants<StartOverrideNumberingValue>().Count());
                return true;
            }
        );
    }

    /// <summary>One of each, with the name wherever words may stand.</summary>
    internal static DocumentText Everything(string name) =>
        new(
            name,
            name,
            Frame,
            [
                new Block.Contents(name),
                new Block.Heading(1, name),
                new Block.Heading(2, name) { Comment = new Documents.Text.Comment("Policy", "For Legal: caps\nWhy: money") },
                new Block.Heading(3, name),
                .. Enum.GetValues<ParagraphStyle>().Select(style => new Block.Paragraph(name, style)),
                new Block.Paragraph([.. Enum.GetValues<Documents.Text.RunStyle>().Select(style => new TextRun(name, style))]),
                new Block.BulletList([name, name]),
                new Block.BulletList([name], Numbered: true),
                new Block.Table(
                    [new(name, 2), new("Number", IsNumber: true)],
                    [
                        Row.Group(name),
                        Row.Of(name, "1"),
                        new Row([new Cell(name, Documents.Text.RunStyle.Deviation), new Cell("2", Documents.Text.RunStyle.Strong)]),
                        Row.Of(name),
                    ]
                ),
                new Block.Table([new("", 1), new("", 3)], [Row.Of(name, name)], TableLook.Facts),
                new Block.Table([new(name), new("all")], [Row.Of("12", "3")], TableLook.Figures),
                .. Enum.GetValues<ChartKind>().Select(kind => Chart(kind, name)),
                new Block.PageBreak(),
                new Block.Signatures([new(name, [new(name), new("Date", name)]), new("Us", [new("Name")])]),
            ]
        );

    private static Block.Chart Chart(ChartKind kind, string name) =>
        new(kind, name, ["Low", "Medium", "High", "Critical"], [new("In use", [3, 5, 2, 1]), new(name, [0, 1, 0.5, 12])]);
}
