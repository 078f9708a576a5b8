namespace SupplierBot.Onboarding.Views;

/// <summary>What is said on a card about the press before it. Only what was not done is red.</summary>
public enum NoticeKind
{
    /// <summary>Nothing is the matter: "You already went on from here."</summary>
    Info,

    /// <summary>It is done.</summary>
    Success,

    /// <summary>Something is missing or unusual, and nothing stops.</summary>
    Warning,

    /// <summary>It was not done. Stands directly above the buttons; all others stand below the title.</summary>
    Error,
}

/// <summary>A box with a mark, the first sentence in bold and the rest.</summary>
/// <param name="Lead">Empty where there is one sentence: then it is the text.</param>
public sealed record NoticeBox(NoticeKind Kind, string Lead, string Text)
{
    /// <summary>A longer first sentence is no lead.</summary>
    private const int LongestLead = 60;

    public bool HasLead => Lead.Length > 0;
    public bool NoLead => Lead.Length == 0;

    /// <summary>So that the colour is never needed.</summary>
    public string Mark =>
        Kind switch
        {
            NoticeKind.Info => "i",
            NoticeKind.Success => "✓",
            NoticeKind.Warning => "▲",
            NoticeKind.Error => "✕",
        };

    public string Style =>
        Kind switch
        {
            NoticeKind.Info => BoxStyle.Accent,
            NoticeKind.Success => BoxStyle.Good,
            NoticeKind.Warning => BoxStyle.Warning,
            NoticeKind.Error => BoxStyle.Attention,
        };

    /// <summary>One, or none where there is nothing to say.</summary>
    public static IReadOnlyList<NoticeBox> Of(NoticeKind kind, string words)
    {
        if (words.Length == 0)
            return [];
        var end = EndOfSentence(words.AsSpan(0, Math.Min(words.Length, LongestLead)));
        return [end < 0 ? new(kind, "", words) : new(kind, words[..(end + 1)], words[(end + 2)..])];
    }

    /// <summary>Of the first; -1 where there is none.</summary>
    private static int EndOfSentence(ReadOnlySpan<char> words)
    {
        for (var at = 0; at + 1 < words.Length; at++)
        {
            if (words[at] is '.' or '!' or '?' && words[at + 1] == ' ')
                return at;
        }
        return -1;
    }
}
