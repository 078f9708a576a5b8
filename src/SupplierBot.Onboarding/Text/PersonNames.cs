using System.Globalization;
using System.Text;

namespace SupplierBot.Onboarding;

/// <summary>
/// When two writings are one person's name: case, width, white space, apostrophes, dashes and characters nobody sees make no difference; letters,
/// accents and marks do. Everything that compares names of people asks here.
/// </summary>
public static class PersonNames
{
    private const string Apostrophes = "'’‘ʼ`´";

    public static bool Same(string one, string other) => Fold(one) is { Length: > 0 } folded && folded == Fold(other);

    /// <summary>Without what only announces a name: a mention is typed with its <c>@</c>.</summary>
    public static string Typed(string typed) => TypedText.OneLine(typed).TrimStart('@').TrimStart();

    /// <summary>Equal for what counts as one name; nothing to be shown.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var rune in TypedText.OneLine(name).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category == UnicodeCategory.Format || Rune.IsControl(rune)) continue;
            if (Rune.IsWhiteSpace(rune)) Space(folded);
            else if (category == UnicodeCategory.DashPunctuation || rune.Value == 0x2212) folded.Append('-');
            else if (rune.IsBmp && Apostrophes.Contains((char)rune.Value, StringComparison.Ordinal)) folded.Append('\'');
            else folded.Append(Rune.ToUpperInvariant(rune));
        }
        return folded.ToString().TrimEnd();
    }

    private static void Space(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
    }
}
