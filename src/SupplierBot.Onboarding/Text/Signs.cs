using System.Globalization;
using System.Text;

namespace SupplierBot.Onboarding.Text;

/// <summary>What counts as a hyphen or as an apostrophe: phones, editors and chat clients put many others in place of the plain ones.</summary>
internal static class Signs
{
    private const string Apostrophes =
        "\u0027\u0060\u00B4\u02B9\u02BB\u02BC\u02BD\u02C8\u02CA\u02CB\u0384\u055A\u05F3\u1FBD\u1FEF\u1FFD\u2018\u2019\u201B\u2032\u2035\uA78C\uFF07\uFF40";

    /// <summary>A hyphen, any dash, the bullet that looks like one, or a minus sign.</summary>
    public static bool IsDash(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation || rune.Value is 0x2043 or 0x2212;

    public static bool IsApostrophe(Rune rune) => rune.IsBmp && Apostrophes.Contains((char)rune.Value, StringComparison.Ordinal);
}
