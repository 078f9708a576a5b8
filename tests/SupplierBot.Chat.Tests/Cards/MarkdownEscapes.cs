using System.Net;
using System.Text.RegularExpressions;
using CsCheck;

namespace SupplierBot.Chat.Tests;

public sealed partial class MarkdownEscapes(CardOracle oracle) : IClassFixture<CardOracle>
{
    [Theory]
    [InlineData("Acme-Notes (EU) v1.2_beta")]
    [InlineData("R&D Tools + Co.")]
    [InlineData("O'Neil & Sons, Ltd; 50% #1")]
    [InlineData("2026.11")]
    [InlineData("Wow! C# > Java | https://acme.com/a?b=c&d=e")]
    [InlineData("شركة المثال")]
    public void A_plain_name_has_no_backslash(string name) => Assert.Equal(name, TeamsMarkdown.Escape(name));

    [Theory]
    [InlineData("[Approve](https://evil.example)", @"\[Approve\](https://evil.example)")]
    [InlineData("<at>Carla</at> **now**", @"\<at>Carla\</at> \*\*now\*\*")]
    [InlineData("# Big\r\n- one\n2. two", "\\# Big\n\n\\- one\n\n2\\. two")]
    [InlineData("&lt;b&gt; {{DATE(2026-01-01,SHORT)}}", @"\&lt;b\&gt; \{\{DATE(2026-01-01,SHORT)}}")]
    [InlineData("abc\u202Egnp.exe", "abcgnp.exe")]
    public void Mark_up_is_taken_literally(string text, string escaped) => Assert.Equal(escaped, TeamsMarkdown.Escape(text));

    [Fact]
    public void Whatever_was_typed_is_shown_as_it_was_typed() => Typed.Sample(ShownAsTyped, iter: 4000, threads: 1);

    [Fact]
    public void Only_texts_that_read_Markdown_are_escaped()
    {
        Assert.NotNull(TeamsMarkdown.For(new("TextBlock", "body", "text")));
        Assert.NotNull(TeamsMarkdown.For(new("", "facts", "value")));
        Assert.NotNull(TeamsMarkdown.For(new("", "facts", "title")));
        Assert.Null(TeamsMarkdown.For(new("Input.Text", "body", "value")));
        Assert.Null(TeamsMarkdown.For(new("Input.Text", "body", "label")));
        Assert.Null(TeamsMarkdown.For(new("", "choices", "title")));
        Assert.Null(TeamsMarkdown.For(new("Action.Execute", "actions", "title")));
        Assert.NotNull(SlackMrkdwn.For(new("mrkdwn", "", "text")));
        Assert.Null(SlackMrkdwn.For(new("plain_text", "", "text")));
    }

    [Theory]
    [InlineData("<!channel> & *all*", "&lt;!channel&gt; &amp; *all*")]
    [InlineData("Acme", "Acme")]
    public void Slack_needs_three_characters(string text, string escaped) => Assert.Equal(escaped, SlackMrkdwn.Escape(text));

    private bool ShownAsTyped(string typed)
    {
        var html = oracle.Html(TeamsMarkdown.Escape(typed));
        return !Mark().IsMatch(html) && Words(WebUtility.HtmlDecode(Paragraph().Replace(html, " "))) == Words(typed);
    }

    /// <summary>Renderers show any run of white space as one space.</summary>
    private static string Words(string text) => Space().Replace(text, " ").Trim();

    private static readonly Gen<string> Typed = Gen.OneOf(
        Gen.OneOf("*", "_", "`", "~", "[x](y)", "<at>", "</at>", "<b>", "&amp;", "&#42;", "\\", "\n", "- ", "1. ", "#", ">", "|", "---", "===", "![i](u)", "<http://a.b>", "{{", "}}", "a", " ", "b1", "é", "م", "\t", ")", "("),
        Gen.Char[' ', '~'].Select(letter => letter.ToString())).List[0, 14].Select(string.Concat);

    [GeneratedRegex("<(?!/?p>)")]
    private static partial Regex Mark();

    [GeneratedRegex("</?p>")]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
