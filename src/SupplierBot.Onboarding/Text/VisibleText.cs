using System.Globalization;
using System.Text;

namespace SupplierBot.Onboarding.Text;

/// <summary>Whether there is anything to read in a text, and how much. Everything that asks for words asks here.</summary>
public static class VisibleText
{
    /// <summary>A letter, digit, punctuation mark or symbol. A combining mark with nothing to stand on is none.</summary>
    public static bool Any(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsVisible(rune))
                return true;
        }
        return false;
    }

    /// <summary>Letters and digits: what makes a sentence long enough to say something.</summary>
    public static int LettersAndDigits(string text)
    {
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) && !Invisible.Contains(rune))
                count++;
        }
        return count;
    }

    private static bool IsVisible(Rune rune) =>
        !Invisible.Contains(rune)
        && Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
            );
}

/// <summary>
/// Code points that show nothing: Unicode's default ignorables (joiners, direction marks, variation selectors, tags), fillers of Hangul and
/// braille, annotation marks, controls and what is no character. Joiners and selectors shape what is beside them, so a text may hold them;
/// they are nothing by themselves.
/// </summary>
public static class Invisible
{
    private static readonly (int First, int Last)[] Ranges =
    [
        (0x0000, 0x0008),
        (0x000E, 0x001F),
        (0x007F, 0x0084),
        (0x0086, 0x009F),
        (0x00AD, 0x00AD),
        (0x034F, 0x034F),
        (0x061C, 0x061C),
        (0x115F, 0x1160),
        (0x17B4, 0x17B5),
        (0x180B, 0x180F),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x206F),
        (0x2800, 0x2800),
        (0x3164, 0x3164),
        (0xFDD0, 0xFDEF),
        (0xFE00, 0xFE0F),
        (0xFEFF, 0xFEFF),
        (0xFFA0, 0xFFA0),
        (0xFFF0, 0xFFFC),
        (0xFFFE, 0xFFFF),
        (0x1BCA0, 0x1BCA3),
        (0x1D173, 0x1D17A),
        (0xE0000, 0xE0FFF),
    ];

    /// <summary>Shown as a blank: it parts words as white space does.</summary>
    public static bool IsBlank(Rune rune) => rune.Value is 0x2800 or 0x3164 or 0xFFA0;

    /// <summary>White space is not among them: it parts words.</summary>
    public static bool Contains(Rune rune)
    {
        var (low, high) = (0, Ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (rune.Value < Ranges[middle].First)
                high = middle - 1;
            else if (rune.Value > Ranges[middle].Last)
                low = middle + 1;
            else
                return true;
        }
        return false;
    }
}
