using System.Globalization;
using System.Text;

namespace SupplierBot.Onboarding;

/// <summary>
/// What somebody typed, without the characters nobody can see: control characters, zero-width spaces, and the marks that turn
/// the direction of a text around (a name must read as it is). Everything visible stays as it was typed.
/// </summary>
public static class TypedText
{
    public static string OneLine(string typed) => Clean(typed, keepsLines: false);

    public static string Lines(string typed) => Clean(typed, keepsLines: true);

    private static string Clean(string typed, bool keepsLines)
    {
        var text = new StringBuilder(typed.Length);
        for (var at = 0; at < typed.Length; at++)
        {
            if (IsTag(typed, at)) at++;
            else if (char.IsSurrogatePair(typed, at)) text.Append(typed[at]).Append(typed[++at]);
            else if (char.IsSurrogate(typed[at])) text.Append('\uFFFD');
            else if (typed[at] is '\r' && at + 1 < typed.Length && typed[at + 1] == '\n') continue;
            else if (typed[at] is '\n' or '\r' or '\u2028' or '\u2029') text.Append(keepsLines ? '\n' : ' ');
            else if (typed[at] == '\t') text.Append(' ');
            else if (!Invisible(typed[at])) text.Append(typed[at]);
        }
        return Trimmed(text.ToString());
    }

    /// <summary>U+E0000–U+E007F spell out text that nobody sees.</summary>
    private static bool IsTag(string typed, int at) => typed[at] == '\uDB40' && at + 1 < typed.Length && typed[at + 1] is >= '\uDC00' and <= '\uDC7F';

    /// <summary>Joiners belong into emoji and some scripts, direction marks into others: they go only at the ends.</summary>
    private static string Trimmed(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && AtTheEnds(text[start])) start++;
        while (end > start && AtTheEnds(text[end - 1])) end--;
        return text[start..end];
    }

    private static bool AtTheEnds(char one) => char.IsWhiteSpace(one) || one is >= '\u200C' and <= '\u200F';

    private static bool Invisible(char one) =>
        char.IsControl(one)
        || one is '\u200B' or '\u2060' or '\uFEFF' or '\u00AD' or '\u180E'
        || one is >= '\u202A' and <= '\u202E'
        || one is >= '\u2061' and <= '\u206F'
        || char.GetUnicodeCategory(one) == UnicodeCategory.OtherNotAssigned;
}
