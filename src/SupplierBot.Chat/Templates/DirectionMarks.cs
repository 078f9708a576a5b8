using System.Buffers;

namespace SupplierBot.Chat.Templates;

/// <summary>
/// Explicit direction marks (U+202A–U+202E, U+2066–U+2069): one that is left open turns the rest of a card round, so that a name could
/// change how a reviewer reads what follows it. Right-to-left letters need none; what people typed is stored and given back with them.
/// </summary>
public static class DirectionMarks
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    public static string Remove(string text) =>
        text.AsSpan().ContainsAny(Marks) ? string.Concat(text.Where(sign => !Marks.Contains(sign))) : text;
}
