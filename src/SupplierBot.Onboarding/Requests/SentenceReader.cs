using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Requests;

/// <summary>A shape, whether it is never the answer to what was asked, and what it asks for.</summary>
/// <param name="Firm">So clearly about the bot or the register that it is read even where a text is awaited.</param>
/// <param name="Read">Null where what was caught does not fit after all.</param>
internal sealed record SentenceShape(SentencePattern Pattern, bool Firm, Func<CaughtWords, Request?> Read);

/// <summary>What the braces of a shape caught, as it was typed.</summary>
internal sealed class CaughtWords(IReadOnlyDictionary<string, string> caught)
{
    private static readonly string[] NoNames =
    [
        "i",
        "we",
        "you",
        "they",
        "he",
        "she",
        "nobody",
        "somebody",
        "someone",
        "something",
        "anything",
        "everything",
        "nothing",
        "what",
        "who",
    ];
    private static readonly string[] Unnamed =
    [
        "it",
        "this",
        "that",
        "my request",
        "my requests",
        "the request",
        "this request",
        "this one",
        "that one",
    ];

    public string Text(string name) => caught.TryGetValue(name, out var text) ? text.Trim().TrimEnd('.', '!', '?', ',', ';', ' ') : "";

    /// <summary>A supplier's; empty for "it" and "my request".</summary>
    public string Name =>
        SpokenName.Of(caught.GetValueOrDefault("name", "")) is var name && Unnamed.Contains(CommandText.Fold(name)) ? "" : name;

    public bool IsNoName => NoNames.Contains(CommandText.Fold(Text("name")));
}

/// <summary>From words to a sentence with a known shape; null where the shape is none of them.</summary>
internal static class SentenceReader
{
    /// <summary>Of a word whose letters are few, one slip makes another word.</summary>
    private const int ShortWord = 4;
    private const int LongestCommand = 12;

    private static readonly SentenceShape[] Shapes =
    [
        .. SmallTalkShapes.All,
        .. ApproverShapes.All,
        .. RequestShapes.All,
        .. SupplierShapes.All,
        .. ExplanationShapes.All,
    ];

    private static readonly string[] Commands =
    [
        "help",
        "mine",
        "pending",
        "status",
        "withdraw",
        "cancel",
        "digest",
        "roles",
        "policy",
        "remind",
        "deliveries",
        "register",
        "reviews",
    ];

    /// <param name="words">Without what is polite around them.</param>
    /// <param name="awaited">Only what is never an answer.</param>
    public static Request? Read(IReadOnlyList<CommandWord> words, bool awaited)
    {
        IReadOnlyList<CommandWord> spoken = [.. words.Where(word => word.Plain.Length > 0)];
        return Shaped(spoken, awaited) ?? (awaited ? null : Shaped(FirstClause(spoken), awaited) ?? Site(spoken));
    }

    /// <summary>The command that one mistyped word is like.</summary>
    public static Request.Mistyped? Mistyped(IReadOnlyList<CommandWord> words) =>
        words is [{ Plain: { Length: >= ShortWord and <= LongestCommand } plain } word]
        && plain.All(char.IsLetter)
        && Commands.MinBy(command => NameSimilarity.Distance(plain, command)) is { } nearest
        && IsSlipOf(plain, nearest)
            ? new(nearest, word.Typed)
            : null;

    /// <summary>"Mint" is no "mine": in a short word only the order of its letters, or one more, is a slip.</summary>
    private static bool IsSlipOf(string typed, string command) =>
        NameSimilarity.Distance(typed, command) is var slips
        && (
            command.Length > ShortWord
                ? slips <= 2
                : slips == 1 && (typed.Length > command.Length || typed.Order().SequenceEqual(command.Order()))
        );

    private static Request? Shaped(IReadOnlyList<CommandWord> words, bool awaited)
    {
        if (words.Count == 0)
            return null;
        foreach (var shape in Shapes)
        {
            if ((shape.Firm || !awaited) && shape.Pattern.Match(words) is { } caught && shape.Read(new(caught)) is { } request)
                return request;
        }
        return null;
    }

    /// <summary>"We already use Miro, do we need to do something?" begins with a sentence of its own.</summary>
    private static IReadOnlyList<CommandWord> FirstClause(IReadOnlyList<CommandWord> words) =>
        words.ToList().FindIndex(word => word.Typed[^1] is ',' or ';' or '!' or '?' or '.' or '，' or '。') is var end and > 0
        && end + 1 < words.Count
            ? [.. words.Take(end + 1)]
            : [];

    private static Request.NameSite? Site(IReadOnlyList<CommandWord> words)
    {
        if (words is not [{ Typed: var typed }] || typed.Contains('@', StringComparison.Ordinal))
            return null;
        var address = typed.Trim('<', '>', '(', ')', '.', ',', '!', '?');
        return
            address.Contains('.', StringComparison.Ordinal)
            && WebAddress.LooksRight(address)
            && WebAddress.SiteOf(address) is { Length: > 0 } site
            ? new(site, address.Contains('/', StringComparison.Ordinal))
            : null;
    }
}
