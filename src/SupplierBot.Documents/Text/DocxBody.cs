using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace SupplierBot.Documents.Text;

/// <summary>The blocks of a document as elements of Word.</summary>
internal sealed class DocxBody(DocumentText document, DocxCharts charts)
{
    public const int Bullets = 1;

    /// <summary>Of an A4 page, in twentieths of a point.</summary>
    private const int Wide = 11906;
    private const int High = 16838;
    private const int Side = 1247;

    /// <summary>What is longer may be parted wherever a page ends.</summary>
    private const int LongestWhole = 1500;

    private readonly List<Comment> comments = [];
    private int bookmarks;

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<Comment> Comments => comments;
    public int NumberedLists { get; private set; }

    public Body Of(string header, string footer)
    {
        var body = new Body(Styled("Title", [Run(SafeText.Label(document.Title))]));
        body.Append(
            Styled("Subtitle", [Run(SafeText.Label(document.Subtitle.Length > 0 ? document.Subtitle : document.Frame.Organisation))])
        );
        for (var at = 0; at < document.Blocks.Count; at++)
            body.Append(OnNewPage(Elements(document.Blocks[at], LeadsOn(at)), at));
        body.Append(
            new SectionProperties(
                new HeaderReference { Type = HeaderFooterValues.Default, Id = header },
                new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
                new PageSize { Width = Wide, Height = High },
                new PageMargin
                {
                    Top = 1474,
                    Bottom = 1361,
                    Left = Side,
                    Right = Side,
                    Header = 680,
                    Footer = 624,
                    Gutter = 0,
                }
            )
        );
        return body;
    }

    private IEnumerable<OpenXmlElement> Elements(Block block, bool leadsOn) =>
        block switch
        {
            Block.Heading heading => [Heading(heading)],
            Block.Paragraph paragraph => [Paragraph(paragraph, leadsOn)],
            Block.BulletList list => List(list),
            Block.Table table => DocxTables.Of(table),
            Block.Signatures signatures => DocxTables.Of(signatures),
            Block.Chart chart => [Styled("ChartPlace", [charts.Of(chart)])],
            Block.PageBreak => [],
            Block.Contents contents => Contents(contents),
            _ => throw new InvalidOperationException($"Unknown block {block.GetType().Name}."),
        };

    /// <summary>What comes after a page break begins its page, without an empty line above it.</summary>
    private IEnumerable<OpenXmlElement> OnNewPage(IEnumerable<OpenXmlElement> elements, int at)
    {
        if (at == 0 || document.Blocks[at - 1] is not Block.PageBreak)
            return elements;
        var list = elements.ToList();
        if (list.FirstOrDefault() is not W.Paragraph)
            list.Insert(0, Styled("AfterTable", []));
        var properties = list[0].GetFirstChild<ParagraphProperties>()!;
        OpenXmlElement before = properties.KeepLines ?? properties.KeepNext ?? (OpenXmlElement)properties.ParagraphStyleId!;
        before.InsertAfterSelf(new PageBreakBefore());
        return list;
    }

    /// <summary>
    /// A sentence that introduces what follows isn't parted from it by the end of a page, and neither is a clause from its box.
    /// </summary>
    private bool LeadsOn(int at)
    {
        if (document.Blocks[at] is not Block.Paragraph paragraph || at + 1 == document.Blocks.Count)
            return false;
        if (IsLong(paragraph))
            return false;
        return document.Blocks[at + 1] switch
        {
            Block.Table or Block.BulletList or Block.Signatures or Block.Chart => true,
            Block.Paragraph next when paragraph.Style == ParagraphStyle.Small => next.Style == ParagraphStyle.Body,
            Block.Paragraph next => IsBox(next.Style) && !IsBox(paragraph.Style),
            Block.Heading => at > 0 && document.Blocks[at - 1] is Block.Heading,
            _ => false,
        };
    }

    /// <summary>A box stays whole, unless it is longer than a page may be.</summary>
    private static W.Paragraph Paragraph(Block.Paragraph paragraph, bool leadsOn)
    {
        var made = Keeping(Styled(StyleOf(paragraph.Style), paragraph.Runs.Select(Run)), leadsOn);
        if (IsBox(paragraph.Style) && IsLong(paragraph))
            made.ParagraphProperties!.ParagraphStyleId!.InsertAfterSelf(new KeepLines { Val = false });
        return made;
    }

    private static bool IsLong(Block.Paragraph paragraph) => paragraph.Runs.Sum(run => run.Words.Length) > LongestWhole;

    private static bool IsBox(ParagraphStyle style) => style is ParagraphStyle.Neutral or ParagraphStyle.Good or ParagraphStyle.Attention;

    private static W.Paragraph Keeping(W.Paragraph paragraph, bool next)
    {
        if (next)
            paragraph.ParagraphProperties!.ParagraphStyleId!.InsertAfterSelf(new KeepNext());
        return paragraph;
    }

    private static string StyleOf(ParagraphStyle style) => style == ParagraphStyle.Body ? "Normal" : style.ToString();

    private W.Paragraph Heading(Block.Heading heading)
    {
        var (paragraph, bookmark) = (Styled($"Heading{heading.Level}", []), DocxWriter.Number(++bookmarks));
        paragraph.Append(new BookmarkStart { Id = bookmark, Name = BookmarkOf(bookmarks) });
        if (heading.Comment is { } comment)
        {
            var id = DocxWriter.Number(comments.Count);
            comments.Add(comment);
            paragraph.Append(
                new CommentRangeStart { Id = id },
                Run(SafeText.Label(heading.Words)),
                new CommentRangeEnd { Id = id },
                new W.Run(new RunProperties(new W.RunStyle { Val = "CommentReference" }), new CommentReference { Id = id })
            );
        }
        else
            paragraph.Append(Run(SafeText.Label(heading.Words)));
        paragraph.Append(new BookmarkEnd { Id = bookmark });
        return paragraph;
    }

    private IEnumerable<W.Paragraph> List(Block.BulletList list)
    {
        var id = list.Numbered ? Bullets + ++NumberedLists : Bullets;
        var (last, whole) = (list.Items.Count - 1, list.Items.Sum(item => item.Length) <= LongestWhole);
        return list.Items.Select(
            (item, at) => Keeping(Item(item, id, at == last), at < last && (whole || (at == 0 && item.Length <= LongestWhole)))
        );
    }

    private static W.Paragraph Item(string item, int list, bool last)
    {
        var properties = new ParagraphProperties(
            new ParagraphStyleId { Val = "ListEntry" },
            new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = list })
        );
        if (last)
            properties.Append(new SpacingBetweenLines { After = "160" });
        return new W.Paragraph(properties, Run(item));
    }

    private IEnumerable<W.Paragraph> Contents(Block.Contents contents)
    {
        yield return Styled("ContentsTitle", [Run(SafeText.Label(contents.Title))]);
        var number = 0;
        foreach (var heading in document.Blocks.OfType<Block.Heading>())
        {
            number++;
            if (heading.Level == 1)
                yield return Styled(
                    "ContentsEntry",
                    [new Hyperlink(Run(SafeText.Label(heading.Words), "Hyperlink")) { Anchor = BookmarkOf(number) }]
                );
        }
    }

    private static string BookmarkOf(int heading) => $"_heading{heading}";

    internal static W.Paragraph Styled(string style, IEnumerable<OpenXmlElement> content) =>
        new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. content]);

    internal static W.Run Run(TextRun run) =>
        run.Style switch
        {
            RunStyle.Plain => Run(run.Words),
            RunStyle.Strong => Run(run.Words, new RunProperties(new Bold(), new BoldComplexScript())),
            RunStyle.Muted => Run(run.Words, "Muted"),
            RunStyle.Deviation => Run(run.Words, "Deviation"),
        };

    internal static W.Run Run(string words, string style) => Run(words, new RunProperties(new W.RunStyle { Val = style }));

    internal static W.Run Run(string words, RunProperties? properties = null)
    {
        var run = new W.Run();
        if (properties is not null)
            run.Append(properties);
        var first = true;
        foreach (var line in SafeText.Lines(words).Split('\n'))
        {
            if (!first)
                run.Append(new Break());
            run.Append(new W.Text(line) { Space = SpaceProcessingModeValues.Preserve });
            first = false;
        }
        return run;
    }

    /// <summary>Between the margins, in twentieths of a point.</summary>
    internal const int TextWidth = Wide - 2 * Side;
}
