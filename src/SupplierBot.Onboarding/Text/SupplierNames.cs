using System.Globalization;
using System.Text;
using SupplierBot.Onboarding.Intake;

namespace SupplierBot.Onboarding.Text;

/// <summary>
/// A supplier's name, folded for each purpose. An identity folds least: only the same identity is the same supplier, and only it may say
/// yes. A guess folds accents, signs, legal forms and look-alikes too: what it finds is a question. Equal identities have equal guesses.
/// </summary>
public static class SupplierNames
{
    /// <summary>Characters of a name.</summary>
    public const int Longest = 200;

    /// <summary>Names offered for one that is not known exactly.</summary>
    public const int MostGuesses = 3;
    private const int MostEndings = 5;
    private const int MostTurns = 3;

    /// <summary>What is no letter of the name, though compatible with letters.</summary>
    private const string Marks = "™®©℠℗";
    private static readonly string[] TypedMarks = ["(tm)", "(r)", "(c)", "(sm)"];

    /// <summary>
    /// Case, composition, width, white space and what nobody can see fold; every letter, digit, mark, sign and symbol tells names apart.
    /// Empty where nothing is visible.
    /// </summary>
    public static string Identity(string name)
    {
        if (!VisibleText.Any(name))
            return "";
        // Some signs are marks in another width: alone they stay as they are, or a name that can be read would be none.
        return Stable(Sound(name)) is var identity && VisibleText.Any(identity)
            ? identity
            : string.Concat(name.EnumerateRunes().Where(rune => !Invisible.Contains(rune) && !Rune.IsWhiteSpace(rune)));
    }

    public static bool Same(string one, string other) => Identity(one) is { Length: > 0 } identity && identity == Identity(other);

    /// <summary>The name as somebody may misremember, abbreviate or imitate it.</summary>
    public static string Guess(string name) => Guess(name, LetterShape.Small);

    /// <summary>One, or two where a letter looks like one Latin letter as a small and like another as a capital one.</summary>
    public static IReadOnlyList<string> Guesses(string name)
    {
        var (small, capital) = (Guess(name, LetterShape.Small), Guess(name, LetterShape.Capital));
        return small.Length == 0 ? []
            : small == capital ? [small]
            : [small, capital];
    }

    /// <summary>
    /// So alike that anyone who asks for one, or decides on it, hears of the other: the guesses agree, and so do the marks that are letters
    /// of their script. A question, never an answer.
    /// </summary>
    public static bool Resemble(string one, string other) =>
        Guesses(one).Intersect(Guesses(other)).Any() && LettersOfMarks(one) == LettersOfMarks(other);

    /// <summary>
    /// Letters and digits without accents, as a search is typed: <c>nestle</c> finds Nestlé. Where there are none, the identity.
    /// </summary>
    public static string Plain(string name) =>
        Identity(name) is var identity && string.Concat(Pieces(identity, shape: null)) is { Length: > 0 } plain ? plain : identity;

    /// <summary>
    /// The name from its second, third … word on, as <see cref="Plain"/> folds it: what a search for a later word begins with. At most 5.
    /// </summary>
    public static IEnumerable<string> Endings(string name)
    {
        var words = Pieces(Identity(name), shape: null);
        var whole = string.Concat(words);
        return Enumerable
            .Range(1, Math.Max(0, words.Count - 1))
            .Take(MostEndings)
            .Select(first => string.Concat(words.Skip(first)))
            .Where(ending => ending != whole)
            .Distinct();
    }

    internal static string FoldCase(string text) => text.ToUpperInvariant().ToLowerInvariant();

    /// <summary>Letters and digits as they look; empty where there are none.</summary>
    internal static string Skeleton(string text, LetterShape shape) => string.Concat(Pieces(Identity(text), shape));

    private static string Guess(string name, LetterShape shape)
    {
        var identity = Identity(name);
        var guess = LookAlikes.Joined(LegalForms.Detached(string.Concat(LegalForms.Without(Pieces(identity, shape)))));
        return guess.Length > 0 ? guess : identity;
    }

    /// <summary>Once more where folding one thing made another foldable: a mark that meets its letter.</summary>
    private static string Stable(string sound)
    {
        var folded = Folded(sound);
        for (var turn = 0; turn < MostTurns && Folded(folded) is var again && again != folded; turn++)
            folded = again;
        return folded;
    }

    private static string Folded(string sound)
    {
        var text = new StringBuilder(sound.Length);
        foreach (var rune in sound.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Invisible.IsBlank(rune))
                text.Append(text.Length > 0 && text[^1] != ' ' ? " " : "");
            else if (!Invisible.Contains(rune))
                text.Append(IsOfAnotherWidth(rune) ? rune.ToString().Normalize(NormalizationForm.FormKC) : rune.ToString());
        }
        return FoldCase(text.ToString().TrimEnd(' ').Normalize(NormalizationForm.FormC)).Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// The combining marks that are vowels or tones, as in Hindi and Thai: दिल and दाल are two words. Accents and the points of Arabic and
    /// Hebrew may be left out.
    /// </summary>
    private static string LettersOfMarks(string name) =>
        string.Concat(
            Identity(name).Normalize(NormalizationForm.FormKD).EnumerateRunes().Where(rune => IsMark(rune) && !MayBeLeftOut(rune))
        );

    private static bool MayBeLeftOut(Rune mark) =>
        mark.Value
            is (>= 0x0300 and <= 0x036F)
                or (>= 0x0483 and <= 0x0489)
                or (>= 0x0591 and <= 0x05C7)
                or (>= 0x0610 and <= 0x061A)
                or (>= 0x064B and <= 0x065F)
                or 0x0670
                or (>= 0x06D6 and <= 0x06ED)
                or (>= 0x1AB0 and <= 0x1AFF)
                or (>= 0x1DC0 and <= 0x1DFF)
                or (>= 0x20D0 and <= 0x20FF)
                or (>= 0xFE20 and <= 0xFE2F);

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    private static bool IsOfAnotherWidth(Rune rune) => rune.Value is >= 0xFF01 and <= 0xFFEE;

    /// <summary>Words of letters and digits, without marks; a dot or an apostrophe within a word parts nothing.</summary>
    /// <param name="shape">Null where look-alikes stay what they are.</param>
    private static List<string> Pieces(string identity, LetterShape? shape)
    {
        var pieces = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in Compatible(identity).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                word.Append(shape is { } look && LookAlikes.Of(rune, look) is { } latin ? latin : Special(rune));
            else if (!(shape is not null && rune.Value is '.' or '\'' or '’') && !IsMark(rune))
                Part();
        }
        Part();
        return pieces;

        void Part()
        {
            if (word.Length > 0)
                pieces.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>Compatible forms and case folded, marks loose.</summary>
    private static string Compatible(string identity)
    {
        var text = TypedMarks.Aggregate(identity, (left, mark) => left.Replace(mark, " ", StringComparison.Ordinal));
        return FoldCase(
            string.Concat(text.Where(one => !Marks.Contains(one, StringComparison.Ordinal))).Normalize(NormalizationForm.FormKD)
        );
    }

    /// <summary>Letters of Latin that no normal form takes apart.</summary>
    private static string Special(Rune letter) =>
        letter.Value switch
        {
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ø' => "o",
            'ł' => "l",
            'đ' or 'ð' => "d",
            'þ' => "th",
            'ı' => "i",
            'ħ' => "h",
            'ŧ' => "t",
            'ŋ' => "n",
            _ => letter.ToString(),
        };

    /// <summary>Without half surrogate pairs and U+FFFE, of which there is no normal form.</summary>
    private static string Sound(string name) =>
        name.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || name.Contains('\uFFFE', StringComparison.Ordinal)
            ? string.Concat(name.EnumerateRunes().Where(rune => rune.Value != 0xFFFE))
            : name;
}

/// <summary>Why two suppliers may be one, the surest first.</summary>
public enum Likeness
{
    SameName,
    SimilarName,
    SameSite,
}

public static class SupplierLikeness
{
    /// <returns>Null where nothing speaks for it.</returns>
    public static Likeness? Of((string Name, string Website) one, (string Name, string Website) other) =>
        SupplierNames.Same(one.Name, other.Name) ? Likeness.SameName
        : SupplierNames.Resemble(one.Name, other.Name) ? Likeness.SimilarName
        : WebAddress.SiteOf(one.Website) is { Length: > 0 } site && site == WebAddress.SiteOf(other.Website) ? Likeness.SameSite
        : null;
}
