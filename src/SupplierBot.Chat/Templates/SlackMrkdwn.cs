using System.Buffers;
using System.Text;

namespace SupplierBot.Chat.Templates;

/// <summary>
/// What people typed, in Slack's mrkdwn, is read as they typed it. Three characters become entities, or a name such as <c>&lt;!channel&gt;</c> calls
/// everybody; a mark of formatting, of a quote or of an emoji gets a word joiner beside it, which nobody sees and which no mark has beside it.
/// <c>plain_text</c> and input values are shown as they are.
/// </summary>
public static class SlackMrkdwn
{
    /// <summary>Stands for an asterisk of our own in a text that is escaped later; nobody can type it, control characters are taken out of all that is typed.</summary>
    public const char Bold = '\u0001';

    private const char Joiner = '\u2060';

    private static readonly SearchValues<char> special = SearchValues.Create($"&<>*_~`:{Bold}");

    public static Func<string, string>? For(TextPlace place) => place switch
    {
        { ElementType: "mrkdwn", Property: "text" } => Escape,
        // The text of the whole message: the toast, and mark-up like any other.
        { ElementType: "", ListName: "", Property: "text" } => Escape,
        { ElementType: "plain_text", Property: "text" } => DirectionMarks.Remove,
        _ => null,
    };

    public static string Escape(string text)
    {
        var level = DirectionMarks.Remove(text);
        if (!level.AsSpan().ContainsAny(special)) return level;
        var escaped = new StringBuilder(level.Length + 16);
        for (var at = 0; at < level.Length; at++) Append(escaped, level, at);
        return escaped.ToString();
    }

    private static void Append(StringBuilder escaped, string text, int at)
    {
        switch (text[at])
        {
            case '&':
                escaped.Append("&amp;");
                break;
            case '<':
                escaped.Append("&lt;");
                break;
            case '>' when BeginsLine(text, at):
                escaped.Append(Joiner).Append("&gt;");
                break;
            case '>':
                escaped.Append("&gt;");
                break;
            case '*' or '_' or '~' or '`' when !InWord(text, at):
                escaped.Append(Joiner).Append(text[at]).Append(Joiner);
                break;
            case ':' when at + 1 < text.Length && IsCode(text[at + 1]):
                escaped.Append(':').Append(Joiner);
                break;
            case Bold:
                escaped.Append('*');
                break;
            default:
                escaped.Append(text[at]);
                break;
        }
    }

    /// <summary>In the middle of a word Slack formats nothing.</summary>
    private static bool InWord(string text, int at) =>
        text[at] != '`' && at > 0 && at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at - 1]) && char.IsAsciiLetterOrDigit(text[at + 1]);

    private static bool IsCode(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '_' or '-' or '+' or '\'';

    /// <summary>There it would be a quote.</summary>
    private static bool BeginsLine(string text, int at)
    {
        while (--at >= 0 && text[at] is ' ' or '\t' or '>') { }
        return at < 0 || text[at] == '\n';
    }
}
