namespace SupplierBot.Slack.Reading;

/// <summary>Slack writes every emoji as a code, also one that was typed as a sign: <c>:wave:</c>, <c>:thumbsup::skin-tone-3:</c>.</summary>
internal static class EmojiCodes
{
    /// <summary>An emoji in front of words or behind them is a gesture, no word; one between them, or alone, stays.</summary>
    public static string WithoutGestures(string text)
    {
        var said = text.AsSpan().Trim();
        for (var length = 0; (length = EmojiLength(said)) > 0; )
            said = said[length..].TrimStart();
        for (var length = 0; (length = EmojiLengthAtEnd(said)) > 0; )
            said = said[..^length].TrimEnd();
        return said.Length == 0 ? text : said.ToString();
    }

    private static int EmojiLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != ':')
            return 0;
        var end = text[1..].IndexOf(':');
        if (end < 1 || !IsCode(text.Slice(1, end)))
            return 0;
        var length = end + 2;
        if (text[length..].StartsWith(":skin-tone-", StringComparison.Ordinal) && text[(length + 1)..].IndexOf(':') is var tone and > 0)
            length += tone + 2;
        return length == text.Length || char.IsWhiteSpace(text[length]) || text[length] == ':' ? length : 0;
    }

    private static int EmojiLengthAtEnd(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[^1] != ':')
            return 0;
        var start = text[..^1].LastIndexOf(':');
        return start >= 0 && IsCode(text[(start + 1)..^1]) && (start == 0 || char.IsWhiteSpace(text[start - 1]) || text[start - 1] == ':')
            ? text.Length - start
            : 0;
    }

    /// <summary>With a letter in it: <c>:30:</c> is a time.</summary>
    private static bool IsCode(ReadOnlySpan<char> name)
    {
        var letters = 0;
        foreach (var one in name)
        {
            if (char.IsAsciiLetterLower(one))
                letters++;
            else if (!char.IsAsciiDigit(one) && one is not ('_' or '-' or '+' or '\''))
                return false;
        }
        return letters > 0 || name is "+1" or "-1" or "100";
    }
}
