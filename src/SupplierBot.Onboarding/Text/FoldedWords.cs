using System.Globalization;
using System.Text;

namespace SupplierBot.Onboarding.Text;

/// <summary>
/// A text as its words are recognised: compatible forms are one (a ligature is its letters), any white space is one space, any dash a
/// hyphen, any apostrophe straight, and what nobody sees is not there. Remembers where each character came from, so that what is found can
/// be shown as it was typed.
/// </summary>
internal sealed class FoldedWords
{
    private readonly string typed;

    /// <summary>For each character where it begins and ends in what was typed; null where nothing had to be folded.</summary>
    private readonly List<(int From, int To)>? places;

    public string Text { get; }

    private FoldedWords(string typed, string text, List<(int From, int To)>? places) =>
        (this.typed, Text, this.places) = (typed, text, places);

    public static FoldedWords Of(string typed)
    {
        if (IsPlain(typed))
            return new(typed, typed, null);
        var (text, places) = (new StringBuilder(typed.Length), new List<(int, int)>(typed.Length));
        for (var at = 0; at < typed.Length; )
        {
            var length = StringInfo.GetNextTextElementLength(typed.AsSpan(at));
            var folded = Folded(typed.Substring(at, length));
            if (folded.Length > 0 && !(folded == " " && text is { Length: > 0 } && text[^1] == ' '))
            {
                text.Append(folded);
                places.AddRange(Enumerable.Repeat((at, at + length), folded.Length));
            }
            at += length;
        }
        return new(typed, text.ToString(), places);
    }

    /// <summary>A part of <see cref="Text"/> as it was typed.</summary>
    public string AsTyped(int from, int length) =>
        places is null ? typed.Substring(from, length) : typed[places[from].From..places[from + length - 1].To];

    private static bool IsPlain(string typed)
    {
        var last = 'a';
        foreach (var one in typed)
        {
            if (one is < ' ' or '`' or > '~' || (one == ' ' && last == ' '))
                return false;
            last = one;
        }
        return true;
    }

    private static string Folded(string element)
    {
        var text = new StringBuilder(element.Length);
        foreach (var rune in element.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Invisible.IsBlank(rune))
                return " ";
            if (Invisible.Contains(rune))
                continue;
            text.Append(
                Signs.IsDash(rune) ? "-"
                : Signs.IsApostrophe(rune) ? "'"
                : rune.ToString()
            );
        }
        return text.ToString().Normalize(NormalizationForm.FormKC);
    }
}

/// <summary>
/// What counts as a hyphen or as an apostrophe: phones, editors and chat clients put many others in place of the plain ones.
/// </summary>
internal static class Signs
{
    private const string Apostrophes =
        "\u0027\u0060\u00B4\u02B9\u02BB\u02BC\u02BD\u02C8\u02CA\u02CB\u0384\u055A\u05F3\u1FBD\u1FEF\u1FFD\u2018\u2019\u201B\u2032\u2035\uA78C\uFF07\uFF40";

    /// <summary>A hyphen, any dash, the bullet that looks like one, or a minus sign.</summary>
    public static bool IsDash(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation || rune.Value is 0x2043 or 0x2212;

    public static bool IsApostrophe(Rune rune) => rune.IsBmp && Apostrophes.Contains((char)rune.Value, StringComparison.Ordinal);
}
