using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SupplierBot.Documents.Tests.Kit;
using SupplierBot.Documents.Text;
using Block = SupplierBot.Documents.Text.Block;

namespace SupplierBot.Documents.Tests.Text;

public sealed class MarkdownWriterTests
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().UseMathematics().Build();

    /// <summary>With any name the reader sees as many headings, tables, cells and lists, and no tag but a break.</summary>
    [Theory]
    [MemberData(nameof(DocumentSamples.HostileNames), MemberType = typeof(DocumentSamples))]
    public void A_hostile_name_changes_nothing_around_it(string name)
    {
        var plain = Shape(Markdown(DocxWriterTests.Everything("Northwind")));
        Assert.Equal(plain, Shape(Markdown(DocxWriterTests.Everything(name))));
    }

    [Theory]
    [MemberData(nameof(DocumentSamples.HostileNames), MemberType = typeof(DocumentSamples))]
    public void A_hostile_name_is_no_link_and_no_tag(string name)
    {
        var parsed = Markdown(DocxWriterTests.Everything(name));
        Assert.All(parsed.Descendants<HtmlInline>(), html => Assert.Equal("<br>", html.Tag));
        Assert.Empty(parsed.Descendants<HtmlBlock>());
        Assert.All(parsed.Descendants<LinkInline>(), link => Assert.StartsWith("http://evil.example", link.Url, StringComparison.Ordinal));
        Assert.Empty(parsed.Descendants<CodeInline>());
    }

    [Fact]
    public void A_name_reads_as_it_was_typed()
    {
        const string Name = "A|B *c* <d> [e](f) `g` & 1. h # i";
        var html = Markdig.Markdown.ToHtml(MarkdownWriter.Write(Of(new Block.Paragraph(Name))), Pipeline);
        Assert.Contains($"<p>{System.Net.WebUtility.HtmlEncode(Name)}</p>", html);
    }

    [Fact]
    public void What_differs_is_strong_and_boxes_are_quotes()
    {
        var text = MarkdownWriter.Write(
            Of(
                new Block.Paragraph([new("within "), new("72 hours", RunStyle.Deviation), new(" of it")]),
                new Block.Paragraph([new("Agreed", RunStyle.Strong), new("\nIn § 3")], ParagraphStyle.Attention)
            )
        );
        Assert.Contains("within **72 hours** of it", text);
        Assert.Contains("> **Agreed**<br>In § 3", text);
    }

    [Fact]
    public void A_comment_is_a_footnote_of_its_heading()
    {
        var parsed = Markdown(Of(new Block.Heading(2, "Liability") { Comment = new("Policy", "Caps\nMoney") }));
        Assert.Single(parsed.Descendants<Footnote>());
        Assert.Contains("## Liability", MarkdownWriter.Write(Of(new Block.Heading(1, "Liability"))));
    }

    [Fact]
    public void A_chart_is_a_table_unless_one_beside_it_says_the_same()
    {
        var chart = new Block.Chart(ChartKind.Bars, "By country", ["Ireland"], [new("Services", [3])]);
        Assert.Contains("| Ireland | 3 |", MarkdownWriter.Write(Of(chart)));
        Assert.DoesNotContain("Ireland", MarkdownWriter.Write(Of(chart with { Repeats = true })));
    }

    private static DocumentText Of(params Block[] blocks) => new("Title", "", DocxWriterTests.Everything("x").Frame, blocks);

    private static MarkdownDocument Markdown(DocumentText document) => Markdig.Markdown.Parse(MarkdownWriter.Write(document), Pipeline);

    private static string Shape(MarkdownDocument parsed) =>
        string.Join(
            ' ',
            parsed
                .Descendants()
                .OfType<Markdig.Syntax.Block>()
                .Select(block =>
                    block switch
                    {
                        HeadingBlock heading => $"h{heading.Level}",
                        Table table => $"table{table.Count}",
                        TableRow row => $"row{row.Count}",
                        _ => block.GetType().Name,
                    }
                )
        );
}
