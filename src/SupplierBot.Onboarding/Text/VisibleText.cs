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
            if (IsVisible(rune)) return true;
        }
        return false;
    }

    /// <summary>Letters and digits: what makes a sentence long enough to say something.</summary>
    public static int LettersAndDigits(string text)
    {
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) && !Invisible.Contains(rune)) count++;
        }
        return count;
    }

    private static bool IsVisible(Rune rune) => !Invisible.Contains(rune) && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
