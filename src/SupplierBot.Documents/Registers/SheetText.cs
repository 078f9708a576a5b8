using System.Buffers;
using System.Globalization;
using System.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Registers;

/// <summary>
/// Texts as cells hold them. Excel reads <c>_x0041_</c> in a file as the letter A: it writes characters that XML can't hold that way, and
/// so do we, with the underscore of a text that only looks like one escaped itself.
/// </summary>
internal static class SheetText
{
    /// <summary>The most that Excel keeps in a cell.</summary>
    public const int Most = 32_767;

    private static readonly SearchValues<char> Special = SearchValues.Create([
        .. Enumerable.Range(0, ' ').Where(code => code is not ('\t' or '\n')).Select(code => (char)code),
        '&',
        '<',
        '>',
        '\uFFFE',
        '\uFFFF',
    ]);

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>A program could take it for a formula.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && FormulaStarts.Contains(text[0]);

    /// <summary>It begins or ends with white space, or has lines: XML says when that counts.</summary>
    public static bool NeedsSpace(string text) =>
        text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.AsSpan().ContainsAny('\n', '\t'));

    /// <summary>What is too long for a cell ends with how long it is.</summary>
    public static string Cut(string text, Wording wording)
    {
        if (text.Length <= Most)
            return text;
        var mark = wording.Fill("file.register_cut", ("n", text.Length.ToString("N0", CultureInfo.InvariantCulture)));
        var end = Most - mark.Length;
        return (char.IsHighSurrogate(text[end - 1]) ? text[..(end - 1)] : text[..end]) + mark;
    }

    /// <summary>Half of a character, which no file can hold, is a mark of its own.</summary>
    public static string Whole(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0
            ? text
            : string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));

    /// <summary>As XML holds it.</summary>
    public static string Escaped(string text)
    {
        var whole = Whole(text);
        if (whole.AsSpan().IndexOfAny(Special) < 0 && !whole.Contains("_x", StringComparison.Ordinal))
            return whole;
        var written = new StringBuilder(whole.Length + 32);
        for (var at = 0; at < whole.Length; at++)
            Append(written, whole, at);
        return written.ToString();
    }

    private static void Append(StringBuilder written, string text, int at)
    {
        switch (text[at])
        {
            case '&':
                written.Append("&amp;");
                break;
            case '<':
                written.Append("&lt;");
                break;
            case '>':
                written.Append("&gt;");
                break;
            case '_' when IsEscape(text.AsSpan(at)):
                written.Append("_x005F_");
                break;
            case var letter when Special.Contains(letter):
                written.Append(CultureInfo.InvariantCulture, $"_x{(int)letter:X4}_");
                break;
            default:
                written.Append(text[at]);
                break;
        }
    }

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] == 'x' && text[6] == '_' && !text[2..6].ContainsAnyExcept(HexDigits);
}
