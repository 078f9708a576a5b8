using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace SupplierBot.Onboarding.Text;

/// <summary>
/// Whether an ambiguous letter is taken for what its small or its capital form looks like: Greek ν looks like v, its capital Ν like N.
/// </summary>
internal enum LetterShape
{
    Small,
    Capital,
}

/// <summary>
/// Letters that look like Latin ones, as the skeletons of Unicode's UTS 39 have them: the usual ones of Cyrillic, Greek, Armenian,
/// Cherokee, Coptic, Lisu and of Latin itself. Only ever for guessing: two names of one skeleton may still be two suppliers.
/// </summary>
internal static class LookAlikes
{
    /// <summary>What it looks like, then the letters that do. Case is folded before: either form of a letter names both.</summary>
    private static readonly string[] Table =
    [
        "aаαɑᴀᎪꓮ",
        "bвьβʙƅƀᏏᏴꓐ",
        "cсϲᴄⲥᏟꓚ𐐕",
        "dԁᴅđðᏧᎠꓓꓒ",
        "eеεєҽᴇəǝɇ℮ꬲᎬꓰ",
        "fꜰƒքϝꬵꓝ",
        "gɡɢցԍƍᏀᏳꓖ",
        "hһнհʜħᏂⲎᎻꓧ",
        "iіιıɪɩɨӏꭵᎥ1lǀłՙլʟɭⲒꓲⳐᏞꓡ𐐛",
        "jјϳյᴊᎫꓙ",
        "kкκĸᴋқҟⲔᏦꓗ",
        "mмᴍⲘᎷꓟ",
        "nոռɴղŋⲚꓠ",
        "oοоօσ0ᴏᴑⲞøɵჿ〇ꓳ𐐄",
        "pрρᴘⲢᏢꓑ",
        "qԛզգ",
        "rгᴦʀɍꭇꭈⲄᎡᏒꓣ",
        "sѕꜱƽᏕᏚꓢ𐐠",
        "tтτᴛŧⲦᎢꓔ",
        "uսᴜʋʉꞟꭎꭒꓴ",
        "vѵᴠᏙꓦ",
        "wѡԝաωɯᴡᎳᏔꓪ",
        "xхχ×Ⲭꓫ",
        "yуүγყʏɏⲨᎩᎽꓬ",
        "zᴢƶᏃꓜ",
        "2ƨϨ",
        "3зʒӡȝⳌ",
        "4Ꮞ",
        "6бⳒᏮ",
        "8ȣ",
        "9Ⳋ",
        "aeæ",
        "oeœ",
        "ssß",
        "thþ",
    ];

    /// <summary>
    /// Greek and others whose two forms look like different letters: the letter, what the small one looks like, what the capital one does.
    /// </summary>
    private static readonly (char Letter, string Small, string Capital)[] Ambiguous =
    [
        ('ν', "v", "n"),
        ('η', "n", "h"),
        ('μ', "u", "m"),
        ('υ', "u", "y"),
        ('ζ', "ζ", "z"),
        ('տ', "տ", "s"),
        ('п', "n", "п"),
        ('и', "u", "и"),
    ];

    private static readonly FrozenDictionary<Rune, string> Small = Read(LetterShape.Small);
    private static readonly FrozenDictionary<Rune, string> Capital = Read(LetterShape.Capital);

    /// <summary>The Latin letter or digit that this one looks like; null where it stands for itself.</summary>
    public static string? Of(Rune letter, LetterShape shape)
    {
        var digit =
            Rune.GetUnicodeCategory(letter) == UnicodeCategory.DecimalDigitNumber
                ? new Rune('0' + (int)Rune.GetNumericValue(letter))
                : letter;
        return (shape == LetterShape.Small ? Small : Capital).GetValueOrDefault(digit) ?? (digit == letter ? null : digit.ToString());
    }

    /// <summary>What two letters look like together.</summary>
    public static string Joined(string skeleton) =>
        skeleton.Replace("rn", "m", StringComparison.Ordinal).Replace("vv", "w", StringComparison.Ordinal);

    private static FrozenDictionary<Rune, string> Read(LetterShape shape)
    {
        var read = new Dictionary<Rune, string>();
        foreach (var line in Table)
        {
            var latin = Latin(line);
            foreach (var letter in SupplierNames.FoldCase(line[latin.Length..]).EnumerateRunes())
                read[letter] = latin;
        }
        foreach (var (letter, small, capital) in Ambiguous)
            read[new(letter)] = shape == LetterShape.Small ? small : capital;
        return read.ToFrozenDictionary();
    }

    /// <summary>One letter or digit, or two where a letter looks like a pair.</summary>
    private static string Latin(string line) => line.Length == 3 && char.IsAsciiLetter(line[1]) ? line[..2] : line[..1];
}

/// <summary>Which letters of a name make it look like another one: the scripts that people imitate Latin with.</summary>
internal static class LetterScripts
{
    private static readonly (int First, int Last, string Script)[] Ranges =
    [
        (0x0370, 0x03FF, "Greek"),
        (0x1F00, 0x1FFF, "Greek"),
        (0x0400, 0x052F, "Cyrillic"),
        (0x1C80, 0x1C8F, "Cyrillic"),
        (0x2DE0, 0x2DFF, "Cyrillic"),
        (0xA640, 0xA69F, "Cyrillic"),
        (0x0530, 0x058F, "Armenian"),
        (0x13A0, 0x13FF, "Cherokee"),
        (0xAB70, 0xABBF, "Cherokee"),
        (0x2C80, 0x2CFF, "Coptic"),
        (0xA4D0, 0xA4FF, "Lisu"),
    ];

    /// <summary>
    /// Letters that look like another script's and are not in the other name: "Cyrillic", or "other" for letters of no such script; null
    /// where there are none.
    /// </summary>
    public static string? Disguise(string name, string other)
    {
        var known = SupplierNames.Identity(other).EnumerateRunes().ToHashSet();
        return SupplierNames
            .Identity(name)
            .EnumerateRunes()
            .Where(rune => !rune.IsAscii && !known.Contains(rune) && LooksLatin(rune))
            .Select(rune => Ranges.FirstOrDefault(range => rune.Value >= range.First && rune.Value <= range.Last).Script ?? "other")
            .FirstOrDefault();
    }

    /// <summary>A digit where the other name has a letter.</summary>
    public static bool HasDigitsForLetters(string name, string other) =>
        SupplierNames.Plain(name) is var one
        && SupplierNames.Plain(other) is var two
        && one.Length == two.Length
        && one.Zip(two).Any(pair => pair.First != pair.Second && char.IsAsciiDigit(pair.First) && char.IsLetter(pair.Second));

    /// <summary>An accent is no disguise: é is e to everybody.</summary>
    private static bool LooksLatin(Rune rune) =>
        SupplierNames.Plain(rune.ToString()) is var plain
            && !plain.All(char.IsAscii)
            && SupplierNames.Skeleton(rune.ToString(), LetterShape.Small) is { Length: > 0 } looks
            && looks != plain
        || rune.Value is >= 0x1D400 and <= 0x1D7FF;
}
