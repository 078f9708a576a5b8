using System.Globalization;
using System.Text;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Requests;

/// <param name="Typed">As it was typed.</param>
/// <param name="Plain">Folded, without the signs around it; empty for a word of signs alone.</param>
public readonly record struct CommandWord(string Typed, string Plain);

/// <summary>
/// The one folding for purpose <em>command</em>: what the bot's own words, numbers and days are recognised by. Phones, editors and chat
/// clients put other dashes, apostrophes, digits, spaces and marks in place of the plain ones. Names are never folded: they stay as they
/// were typed.
/// </summary>
public static class CommandText
{
    /// <summary>They look like a space, and Unicode counts them among letters and symbols.</summary>
    private const string Blanks = "\u115F\u1160\u2800\u3164\uFFA0";
    private static readonly string[] Wrappings =
    [
        "\"\"",
        "''",
        "``",
        "“”",
        "„“",
        "„”",
        "””",
        "‘’",
        "‚‘",
        "’’",
        "«»",
        "»«",
        "‹›",
        "›‹",
        "「」",
        "『』",
        "《》",
        "〈〉",
        "＂＂",
        "＇＇",
        "()",
        "[]",
        "{}",
        "（）",
        "［］",
        "【】",
        "**",
        "__",
        "~~",
    ];

    /// <summary>One case, one form of each letter, digit, dash, apostrophe and space; nothing that cannot be seen.</summary>
    public static string Fold(string typed)
    {
        var folded = Plain(
            Plain(TypedText.OneLine(typed)).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormKC)
        );
        return string.Join(' ', Split(folded));
    }

    public static IReadOnlyList<CommandWord> Words(string typed) =>
        [.. Split(TypedText.OneLine(typed)).Select(word => new CommandWord(word, Bare(Fold(word))))];

    /// <summary>Without the quotes, brackets and marks of formatting around the whole; those inside belong to what was typed.</summary>
    public static string Unwrapped(string typed)
    {
        var text = typed.Trim();
        while (text.Length > 2 && Wrappings.Any(pair => Wraps(pair, text)))
            text = text[1..^1].Trim();
        return text;
    }

    /// <summary>"*Acme* and *Bolt*" is not one text in asterisks; "_snake_case_" is: its inner marks stand between letters.</summary>
    private static bool Wraps(string pair, string text)
    {
        if (text[0] != pair[0] || text[^1] != pair[1])
            return false;
        var inner = text.AsSpan(1, text.Length - 2).Trim(pair);
        for (var at = 0; at < inner.Length; at++)
        {
            if (
                pair.Contains(inner[at], StringComparison.Ordinal)
                && !(WithinWords(inner[at]) && char.IsLetterOrDigit(inner[at - 1]) && char.IsLetterOrDigit(inner[at + 1]))
            )
                return false;
        }
        return !inner.IsWhiteSpace();
    }

    private static bool WithinWords(char sign) => sign is '_' or '\'' or '’' or '＇' or '~' or '*';

    private static string[] Split(string text) => text.Split([.. text.Where(IsSpace).Distinct()], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsSpace(char one) => char.IsWhiteSpace(one) || Blanks.Contains(one, StringComparison.Ordinal);

    private static string Plain(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp && IsSpace((char)rune.Value))
                folded.Append(' ');
            else if (Signs.IsDash(rune))
                folded.Append('-');
            else if (Signs.IsApostrophe(rune))
                folded.Append('\'');
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
                folded.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            else if (!Unseen(rune))
                folded.Append(rune);
        }
        return folded.ToString();
    }

    /// <summary>
    /// Format characters, variation selectors and joiners; and what is no character at all, of which there is no normal form.
    /// </summary>
    private static bool Unseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned
        || rune.Value is 0x034F or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static string Bare(string folded)
    {
        var (start, end) = (0, folded.Length);
        while (start < end && IsSign(folded[start]))
            start++;
        while (end > start && IsSign(folded[end - 1]))
            end--;
        return folded[start..end];
    }

    private static bool IsSign(char one) =>
        !char.IsLetterOrDigit(one)
        && !char.IsSurrogate(one)
        && CharUnicodeInfo.GetUnicodeCategory(one) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
