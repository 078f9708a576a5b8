namespace SupplierBot.Onboarding.Text;

/// <summary>Names that may stand in a message: every word, with as many behind it as a name may have.</summary>
public static class MessageNames
{
    /// <summary>Of a message, and of a name.</summary>
    public const int MostWords = 60;
    private const int MostOfAName = 6;

    private static readonly char[] Around =
    [
        '"',
        '\'',
        '“',
        '”',
        '‘',
        '’',
        '(',
        ')',
        '[',
        ']',
        '<',
        '>',
        '*',
        '_',
        ',',
        ';',
        ':',
        '!',
        '?',
        '.',
    ];
    private static readonly string[] Owned = ["'s", "’s"];

    /// <summary>At each word the beginnings that may be a name, the longest first.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(string message)
    {
        var words = message
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Take(MostWords)
            .Select(Bare)
            .Where(word => word.Length > 0)
            .ToList();
        return
        [
            .. Enumerable
                .Range(0, words.Count)
                .Select(at =>
                    (IReadOnlyList<string>)
                        [
                            .. Enumerable
                                .Range(1, Math.Min(MostOfAName, words.Count - at))
                                .Reverse()
                                .Select(length => string.Join(' ', words.Skip(at).Take(length))),
                        ]
                ),
        ];
    }

    private static string Bare(string word)
    {
        var bare = word.Trim(Around);
        return Array.Find(Owned, end => bare.EndsWith(end, StringComparison.Ordinal)) is { } owned ? bare[..^owned.Length] : bare;
    }
}
