using System.Text;

namespace SupplierBot.Onboarding.Text;

/// <summary>Which letters of a name make it look like another one: the scripts that people imitate Latin with.</summary>
internal static class LetterScripts
{
    private static readonly (int First, int Last, string Script)[] Ranges =
    [
        (0x0370, 0x03FF, "Greek"), (0x1F00, 0x1FFF, "Greek"), (0x0400, 0x052F, "Cyrillic"), (0x1C80, 0x1C8F, "Cyrillic"), (0x2DE0, 0x2DFF, "Cyrillic"), (0xA640, 0xA69F, "Cyrillic"),
        (0x0530, 0x058F, "Armenian"), (0x13A0, 0x13FF, "Cherokee"), (0xAB70, 0xABBF, "Cherokee"), (0x2C80, 0x2CFF, "Coptic"), (0xA4D0, 0xA4FF, "Lisu"),
    ];

    /// <summary>Letters that look like another script's and are not in the other name: "Cyrillic", or "other" for letters of no such script; null where there are none.</summary>
    public static string? Disguise(string name, string other)
    {
        var known = SupplierNames.Identity(other).EnumerateRunes().ToHashSet();
        return SupplierNames.Identity(name).EnumerateRunes()
            .Where(rune => !rune.IsAscii && !known.Contains(rune) && LooksLatin(rune))
            .Select(rune => Ranges.FirstOrDefault(range => rune.Value >= range.First && rune.Value <= range.Last).Script ?? "other")
            .FirstOrDefault();
    }

    /// <summary>A digit where the other name has a letter.</summary>
    public static bool HasDigitsForLetters(string name, string other) =>
        SupplierNames.Plain(name) is var one && SupplierNames.Plain(other) is var two && one.Length == two.Length
        && one.Zip(two).Any(pair => pair.First != pair.Second && char.IsAsciiDigit(pair.First) && char.IsLetter(pair.Second));

    /// <summary>An accent is no disguise: é is e to everybody.</summary>
    private static bool LooksLatin(Rune rune) =>
        SupplierNames.Plain(rune.ToString()) is var plain && !plain.All(char.IsAscii) && SupplierNames.Skeleton(rune.ToString(), LetterShape.Small) is { Length: > 0 } looks && looks != plain
        || rune.Value is >= 0x1D400 and <= 0x1D7FF;
}
