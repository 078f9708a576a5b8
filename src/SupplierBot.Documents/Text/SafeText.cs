using System.Text;

namespace SupplierBot.Documents.Text;

/// <summary>
/// Text as a file can hold it. Names come from people, and from before anybody checked them: what XML doesn't know falls away, and so do
/// the marks that would turn around the direction of everything behind them.
/// </summary>
internal static class SafeText
{
    /// <summary>With its line breaks, each as <c>\n</c>; nothing is trimmed, because runs stand side by side.</summary>
    public static string Lines(string text) => IsPlain(text) ? text : Clean(text, '\n');

    public static string OneLine(string text) => IsPlain(text) && !text.Contains('\n', StringComparison.Ordinal) ? text : Clean(text, ' ');

    /// <summary>Of a heading or a label: nobody reads a page of it, and a page that can't be parted holds up whoever lays it out.</summary>
    public static string Label(string text) => Onboarding.Views.Texts.Clip(OneLine(text), LongestLabel);

    private const int LongestLabel = 300;

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static string Clean(string text, char lineBreak)
    {
        var clean = new StringBuilder(text.Length);
        var afterReturn = false;
        // Half a surrogate pair comes as U+FFFD.
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r' or 0x85 or 0x2028 or 0x2029)
            {
                if (rune.Value != '\n' || !afterReturn)
                    clean.Append(lineBreak);
            }
            else if (rune.Value == '\t')
                clean.Append(' ');
            else if (!FallsAway(rune))
                clean.Append(rune);
            afterReturn = rune.Value == '\r';
        }
        return clean.ToString();
    }

    private static bool FallsAway(Rune rune) =>
        Rune.IsControl(rune)
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF or (>= 0xFDD0 and <= 0xFDEF)
        || (rune.Value & 0xFFFE) == 0xFFFE;
}
