using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Requests;

/// <summary>
/// A supplier's name out of a sentence: as it was typed, without the signs that end the sentence and the marks around the name.
/// </summary>
public static class SpokenName
{
    /// <summary>As long as a supplier's name may be; what is cut off ends with "…".</summary>
    private const int Longest = 200;
    private const string Ends = ".!?,:…。！？，、：．؟،‽";

    /// <summary>
    /// "Acme Inc." keeps its dot and "Joomla!" its sign; "Acme Notes?" and "“Acme Notes”." lose what is not part of the name.
    /// </summary>
    public static string Of(string typed)
    {
        var bare = WithoutEnd(typed.Trim());
        var inner = CommandText.Unwrapped(bare);
        return Texts.Clip(inner.Length == bare.Length ? bare : WithoutStop(inner), Longest);
    }

    /// <summary>Alone, where a name was asked for: every sign may be part of it.</summary>
    public static string Alone(string typed) => Texts.Clip(CommandText.Unwrapped(typed), Math.Max(Longest, typed.Length));

    /// <summary>Whether somebody put the name in quotes: then they said where it begins and ends.</summary>
    public static bool IsQuoted(string typed) => WithoutEnd(typed.Trim()) is var bare && CommandText.Unwrapped(bare).Length < bare.Length;

    /// <summary>One exclamation mark, or the dot of a short form, is part of the name; a question mark is never.</summary>
    private static string WithoutEnd(string typed)
    {
        var bare = typed.AsSpan().TrimEnd(Ends + " ");
        var tail = typed.AsSpan(bare.Length).TrimStart();
        var own =
            tail.Length > 0 && bare.Length + tail.Length >= typed.TrimEnd().Length && (tail.Length == 1 || tail[1] != tail[0])
                ? tail[0]
                : ' ';
        return own == '!' || (own == '.' && IsShortForm(LastWord(bare))) ? $"{bare}{own}" : bare.ToString();
    }

    /// <summary>
    /// Some put the full stop or the comma of the sentence before the closing quote; every other sign there belongs to the name.
    /// </summary>
    private static string WithoutStop(string quoted) =>
        quoted is [.., var last] && last is '.' or ',' or '。' or '，' ? WithoutEnd(quoted) : quoted;

    private static string LastWord(ReadOnlySpan<char> text) => text[(text.LastIndexOf(' ') + 1)..].ToString();

    private static bool IsShortForm(string word) =>
        word.Contains('.', StringComparison.Ordinal)
        || word.ToLowerInvariant() is "inc" or "ltd" or "co" or "corp" or "bros" or "jr" or "sr" or "pty" or "pvt" or "bhd";
}
