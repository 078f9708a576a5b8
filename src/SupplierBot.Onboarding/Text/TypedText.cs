using System.Globalization;
using System.Text;

namespace SupplierBot.Onboarding.Text;

/// <summary>
/// What somebody typed, without the characters nobody can see: control characters, zero-width spaces, fillers, and the marks that turn the
/// direction of a text around (a name must read as it is). Everything visible stays as it was typed; where nothing is visible, nothing was
/// typed.
/// </summary>
public static class TypedText
{
    public static string OneLine(string typed) => Clean(typed, keepsLines: false);

    public static string Lines(string typed) => Clean(typed, keepsLines: true);

    private static string Clean(string typed, bool keepsLines)
    {
        var text = new StringBuilder(typed.Length);
        var afterReturn = false;
        // Half a surrogate pair comes as U+FFFD.
        foreach (var rune in typed.EnumerateRunes())
        {
            if (rune.Value == '\n' && afterReturn)
                afterReturn = false;
            else if (rune.Value is '\n' or '\r' or '\u2028' or '\u2029')
            {
                text.Append(keepsLines ? '\n' : ' ');
                afterReturn = rune.Value == '\r';
            }
            else
            {
                afterReturn = false;
                if (rune.Value is '\t' or 0x3164 or 0xFFA0)
                    text.Append(' ');
                else if (!FallsAway(rune))
                    text.Append(rune);
            }
        }
        return Trimmed(text.ToString()) is var left && VisibleText.Any(left) ? left : "";
    }

    /// <summary>
    /// Joiners belong into emoji and some scripts, direction marks into others, fillers into old Hangul, blanks into braille: they go only
    /// at the ends.
    /// </summary>
    private static string Trimmed(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && AtTheEnds(text[start]))
            start++;
        while (end > start && AtTheEnds(text[end - 1]))
            end--;
        return text[start..end];
    }

    private static bool AtTheEnds(char one) =>
        char.IsWhiteSpace(one) || one is (>= '\u200C' and <= '\u200F') or '\u061C' or '\u115F' or '\u1160' or '\u2800';

    /// <summary>Variation selectors stay: they choose the picture of an emoji or the form of an ideograph.</summary>
    private static bool FallsAway(Rune rune) =>
        rune.Value switch
        {
            >= 0x200C and <= 0x200F or 0x061C or 0x115F or 0x1160 or 0x2800 => false,
            >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF or >= 0x180B and <= 0x180F and not 0x180E => false,
            _ => Rune.IsControl(rune)
                || Invisible.Contains(rune)
                || (rune.IsBmp && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNotAssigned),
        };
}
