using SupplierBot.Onboarding.Text;

namespace SupplierBot.Chat.Files;

/// <summary>Names of files as they are shown: where they are kept they have a key.</summary>
internal static class FileNames
{
    private const int Longest = 100;
    private const int LongestEnding = 10;
    private static readonly char[] NotInNames = ['<', '>', ':', '"', '|', '?', '*', '`', '[', ']'];

    /// <summary>The last part of a path, in characters that no system and no mark-up takes for something else.</summary>
    public static string Clean(string name)
    {
        var last = TypedText.OneLine(name[(name.LastIndexOfAny(['/', '\\']) + 1)..]);
        var clean = string.Concat(last.Split(NotInNames)).Trim(' ', '.');
        if (clean.Length == 0)
            return "file";
        var ending = Path.GetExtension(clean);
        return clean.Length <= Longest || ending.Length > LongestEnding
            ? Cut(clean, Longest)
            : Cut(Path.GetFileNameWithoutExtension(clean), Longest - ending.Length) + ending;
    }

    /// <summary>Never half of a character.</summary>
    private static string Cut(string text, int length) =>
        text.Length <= length ? text
        : char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)]
        : text[..length];
}
