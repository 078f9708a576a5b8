using System.Buffers;
using System.Text;
using SupplierBot.Chat.Templates;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.BotFramework.Cards;

/// <summary>
/// Teams reads Markdown in <c>TextBlock.text</c>, <c>Fact.title</c> and <c>Fact.value</c>, and nowhere else: in labels, choice titles,
/// buttons and input values a backslash would be seen. Escaped is what would change the picture where it stands, no more: "Acme-Notes (EU)
/// v1.2_beta" has no backslash at all, <c>[free](https://…)</c> and <c>&lt;at&gt;</c> cannot forge links or mentions.
/// </summary>
internal static class TeamsMarkdown
{
    /// <summary>Mean something anywhere in a line. The curly bracket because <c>{{DATE(…)}}</c> is a function in a TextBlock.</summary>
    private const string Anywhere = "*`~[]<{";

    /// <summary>
    /// Mean something at the start of a line: heading, list, quotation, rule. Tables and underlined headings need a second line, and none
    /// is left.
    /// </summary>
    private const string AtLineStart = "#+->";
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private static readonly SearchValues<char> MayMatter = SearchValues.Create("\\_&\r\n" + Anywhere);

    public static Func<string, string>? For(TextPlace place) =>
        place switch
        {
            { ElementType: "TextBlock", Property: "text" } => Escape,
            { ListName: "facts", Property: "title" or "value" } => Escape,
            { ElementType: "TextRun", Property: "text" } => Plain,
            { Property: "label" or "title" or "placeholder" or "errorMessage" or "speak" or "fallbackText" } => Plain,
            _ => null,
        };

    /// <summary>Where no mark-up is read.</summary>
    private static string Plain(string text) => DirectionMarks.Remove(Links.Plain(text));

    public static string Escape(string text) => Links.Escape(text, Escaped, (words, address) => $"[{words}]({address})");

    private static string Escaped(string text)
    {
        var level = DirectionMarks.Remove(text);
        return !level.AsSpan().ContainsAny(MayMatter) && !StartsLine(level) ? level : Rewrite(level);
    }

    private static bool StartsLine(string text) =>
        text.Length > 0 && (text[0] is ' ' or '\t' || AtLineStart.Contains(text[0]) || char.IsAsciiDigit(text[0]));

    private static string Rewrite(string text)
    {
        var written = new StringBuilder(text.Length + 16);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            // A single line break would be shown as a space.
            if (written.Length > 0)
                written.Append("\n\n");
            WriteLine(written, line);
        }
        return written.ToString();
    }

    private static void WriteLine(StringBuilder written, string line)
    {
        var number = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        for (var i = 0; i < line.Length; i++)
        {
            if (StartsBlock(line, i, number) || Matters(line, i))
                written.Append('\\');
            written.Append(line[i]);
        }
    }

    private static bool StartsBlock(string line, int i, int number) =>
        i == 0
            ? AtLineStart.Contains(line[0])
            : i == number && (line[i] is '.' or ')') && (i + 1 == line.Length || char.IsWhiteSpace(line[i + 1]));

    private static bool Matters(string line, int i) =>
        line[i] switch
        {
            '\\' => i + 1 == line.Length || Punctuation.Contains(line[i + 1]),
            '_' => !(i > 0 && char.IsLetterOrDigit(line[i - 1]) && i + 1 < line.Length && char.IsLetterOrDigit(line[i + 1])),
            '&' => i + 1 < line.Length && (line[i + 1] == '#' || char.IsAsciiLetter(line[i + 1])) && line.IndexOf(';', i) > 0,
            var other => Anywhere.Contains(other),
        };
}
