using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using SupplierBot.BotFramework.Cards;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Cards;

namespace SupplierBot.Chat.Tests.Templates;

public sealed partial class TeamsMarkdownTests(CardOracle oracle) : IClassFixture<CardOracle>
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
    public void A_link_is_ours_and_the_words_around_it_are_theirs() =>
        Assert.Equal(
            @"\*See\* [acme.com](https://acme.com/) \[x\](https://evil.example)",
            TeamsMarkdown.Escape($"*See* {Links.OfSite("acme.com")} [x](https://evil.example)")
        );

    [Fact]
    public void Whatever_was_typed_is_shown_as_it_was_typed() => Typed.Sample(ShownAsTyped, iter: LongRun.Or(120_000, 4_000), threads: 1);

    [Theory]
    [InlineData("TextBlock", "body", "text", @"\*x")]
    [InlineData("", "facts", "title", @"\*x")]
    [InlineData("", "facts", "value", @"\*x")]
    [InlineData("Input.Text", "body", "label", "*x")]
    [InlineData("Action.Execute", "actions", "title", "*x")]
    [InlineData("", "choices", "title", "*x")]
    [InlineData("", "choices", "value", "*x\u202E")]
    [InlineData("Input.Text", "body", "value", "*x\u202E")]
    [InlineData("", "", "say", "*x\u202E")]
    public void Only_what_reads_Markdown_is_escaped_and_what_comes_back_is_never_touched(
        string type,
        string list,
        string property,
        string shown
    ) => Assert.Equal(shown, (TeamsMarkdown.For(new(type, list, property)) ?? (text => text))("*x\u202E"));

    [Theory]
    [InlineData("mrkdwn", "text", "&lt;x")]
    [InlineData("plain_text", "text", "<x")]
    [InlineData("button", "value", "<x\u202E")]
    public void Slack_escapes_mrkdwn_alone(string type, string property, string shown) =>
        Assert.Equal(shown, (SlackMrkdwn.For(new(type, "", property)) ?? (text => text))("<x\u202E"));

    [Theory]
    [InlineData("<!channel> & *all*", "&lt;!channel&gt; &amp; \u2060*\u2060all\u2060*\u2060")]
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
            Gen.OneOf(
                "*",
                "_",
                "`",
                "~",
                "[x](y)",
                "<at>",
                "</at>",
                "<b>",
                "&amp;",
                "&#42;",
                "\\",
                "\n",
                "- ",
                "1. ",
                "#",
                ">",
                "|",
                "---",
                "===",
                "![i](u)",
                "<http://a.b>",
                "{{",
                "}}",
                "a",
                " ",
                "b1",
                "é",
                "م",
                "\t",
                ")",
                "("
            ),
            Gen.Char[' ', '~'].Select(letter => letter.ToString())
        )
        .List[0, 14]
        .Select(string.Concat);

    [GeneratedRegex("<(?!/?p>)")]
    private static partial Regex Mark();

    [GeneratedRegex("</?p>")]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
