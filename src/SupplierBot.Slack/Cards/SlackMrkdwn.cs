using System.Buffers;
using SupplierBot.Chat.Templates;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Slack.Cards;

/// <summary>
/// What people typed, in Slack's mrkdwn, is read as they typed it. Three characters become entities, or a name such as
/// <c>&lt;!channel&gt;</c> calls everybody; a mark of formatting, of a quote or of an emoji gets a word joiner beside it, which nobody sees
/// and which no mark has beside it. <c>plain_text</c> and input values are shown as they are.
/// </summary>
internal static class SlackMrkdwn
{
    /// <summary>Most characters that one becomes.</summary>
    public const int MostOfOne = 5;

    /// <summary>
    /// Stands for an asterisk of our own in a text that is escaped later; nobody can type it, control characters are taken out of all that
    /// is typed.
    /// </summary>
    public const char Bold = '\u0001';

    private const string Joiner = "\u2060";

    private static readonly SearchValues<char> Special = SearchValues.Create($"&<>*_~`:{Bold}");

    public static Func<string, string>? For(TextPlace place) =>
        place switch
        {
            { ElementType: "mrkdwn", Property: "text" } => Escape,
            // The text of the whole message: the toast, and mark-up like any other.
            { ElementType: "", ListName: "", Property: "text" } => Escape,
            { ElementType: "plain_text", Property: "text" } => Plain,
            _ => null,
        };

    /// <summary>Where no mark-up is read.</summary>
    private static string Plain(string text) => DirectionMarks.Remove(Links.Plain(text));

    public static string Escape(string text) =>
        Links.Escape(text, Escaped, (words, address) => $"<{address.Replace("&", "&amp;", StringComparison.Ordinal)}|{words}>");

    private static string Escaped(string text)
    {
        var level = DirectionMarks.Remove(text);
        return level.AsSpan().ContainsAny(Special) ? string.Create(LengthWithoutLinks(level), level, Fill) : level;
    }

    private static void Fill(Span<char> escaped, string level)
    {
        var to = 0;
        for (var at = 0; at < level.Length; at++)
        {
            if (Escaped(level, at) is { } other)
            {
                other.CopyTo(escaped[to..]);
                to += other.Length;
            }
            else
                escaped[to++] = level[at];
        }
    }

    /// <summary>How long it is once it is escaped. Of two texts on lines of their own it is the sum, and one for the line's end.</summary>
    public static int LengthOf(string text) => text.Contains(Links.Open) ? Escape(text).Length : LengthWithoutLinks(text);

    private static int LengthWithoutLinks(string text)
    {
        var level = DirectionMarks.Remove(text);
        var length = level.Length;
        for (var at = level.AsSpan().IndexOfAny(Special); at >= 0 && at < level.Length; at++)
            length += (Escaped(level, at)?.Length ?? 1) - 1;
        return length;
    }

    /// <summary>What one character becomes; null where it stays as it is.</summary>
    private static string? Escaped(string text, int at) =>
        text[at] switch
        {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => BeginsLine(text, at) ? $"{Joiner}&gt;" : "&gt;",
            '*' when !InWord(text, at) => $"{Joiner}*{Joiner}",
            '_' when !InWord(text, at) => $"{Joiner}_{Joiner}",
            '~' when !InWord(text, at) => $"{Joiner}~{Joiner}",
            '`' => $"{Joiner}`{Joiner}",
            ':' when at + 1 < text.Length && IsCode(text[at + 1]) => $":{Joiner}",
            Bold => "*",
            _ => null,
        };

    /// <summary>In the middle of a word Slack formats nothing.</summary>
    private static bool InWord(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at - 1]) && char.IsAsciiLetterOrDigit(text[at + 1]);

    private static bool IsCode(char letter) =>
        char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '_' or '-' or '+' or '\'';

    /// <summary>There it would be a quote.</summary>
    private static bool BeginsLine(string text, int at)
    {
        while (--at >= 0 && text[at] is ' ' or '\t' or '>') { }
        return at < 0 || text[at] == '\n';
    }
}
