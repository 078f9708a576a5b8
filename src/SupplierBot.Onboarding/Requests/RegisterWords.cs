using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Onboarding.Requests;

/// <summary>
/// A filter of the register in plain words: "high not ready due this quarter", "owner Priya Shah", "with OpenAI", "type cloud". What is not
/// understood is given back, so that nobody takes half of what they asked for as the whole.
/// </summary>
internal static class RegisterWords
{
    private static readonly Dictionary<string, RegisterPart> Parts = new(StringComparer.Ordinal)
    {
        ["in use"] = RegisterPart.InUse,
        ["used"] = RegisterPart.InUse,
        ["active"] = RegisterPart.InUse,
        ["in review"] = RegisterPart.InReview,
        ["under review"] = RegisterPart.InReview,
        ["requested"] = RegisterPart.InReview,
        ["not ready"] = RegisterPart.NotReady,
        ["not ready yet"] = RegisterPart.NotReady,
        ["not ready to use"] = RegisterPart.NotReady,
        ["not ready to use yet"] = RegisterPart.NotReady,
        ["suspended"] = RegisterPart.Suspended,
        ["lapsed"] = RegisterPart.Suspended,
        ["offboarding"] = RegisterPart.Exiting,
        ["being offboarded"] = RegisterPart.Exiting,
        ["not approved"] = RegisterPart.NotApproved,
        ["rejected"] = RegisterPart.NotApproved,
        ["refused"] = RegisterPart.NotApproved,
        ["ended"] = RegisterPart.Ended,
        ["offboarded"] = RegisterPart.Ended,
        ["terminated"] = RegisterPart.Ended,
        ["former"] = RegisterPart.Ended,
        ["legacy"] = RegisterPart.Legacy,
        ["not assessed"] = RegisterPart.Legacy,
        ["not assessed yet"] = RegisterPart.Legacy,
        ["unassessed"] = RegisterPart.Legacy,
        ["imported"] = RegisterPart.Legacy,
        ["merged"] = RegisterPart.Merged,
    };

    private static readonly Dictionary<string, RegisterDue> Dues = new(StringComparer.Ordinal)
    {
        ["overdue"] = RegisterDue.Overdue,
        ["late"] = RegisterDue.Overdue,
        ["due this week"] = RegisterDue.ThisWeek,
        ["due this month"] = RegisterDue.ThisMonth,
        ["due next month"] = RegisterDue.NextMonth,
        ["due this quarter"] = RegisterDue.ThisQuarter,
        ["due next quarter"] = RegisterDue.NextQuarter,
        ["due this year"] = RegisterDue.ThisYear,
        ["due soon"] = RegisterDue.ThisMonth,
        ["due"] = RegisterDue.ThisMonth,
    };

    private static readonly Dictionary<string, Tier[]> Tiers = new(StringComparer.Ordinal)
    {
        ["low"] = [Tier.Low],
        ["medium"] = [Tier.Medium],
        ["high"] = [Tier.High],
        ["critical"] = [Tier.Critical],
        // "At high risk" means those where most is at stake.
        ["at high risk"] = [Tier.High, Tier.Critical],
        ["with high risk"] = [Tier.High, Tier.Critical],
        ["of high risk"] = [Tier.High, Tier.Critical],
    };

    private static readonly string[] OfOwner = ["owned by", "owner is", "owner", "of owner"];
    private static readonly string[] OfMaker =
    [
        "that depend on",
        "depends on",
        "depend on",
        "that uses",
        "that use",
        "uses",
        "use",
        "built on",
        "based on",
        "using",
        "with",
    ];

    /// <summary>Behind one of these a name begins, and goes on to the end, whatever words it has.</summary>
    private static readonly string[] BeforeName = [.. OfMaker, "depends", "depend", "owner", "owned"];
    private static readonly string[] OfType = ["of type", "of the type", "type", "supplier type"];
    private static readonly string[] Filling = ["and", "or", "risk", "tier", "suppliers", "vendors", "that are", "which are", "at", "only"];

    /// <summary>Whom a sentence is about that asks for lines of the register without naming it.</summary>
    private static readonly string[] Suppliers = ["suppliers", "vendors", "reviews"];

    private static readonly string[] Asking =
    [
        "which",
        "what",
        "who",
        "list",
        "show",
        "me",
        "us",
        "all",
        "our",
        "the",
        "of",
        "is",
        "are",
        "do",
        "we",
        "have",
        "there",
        "suppliers",
        "vendors",
        "reviews",
        "review",
    ];

    private const int MostWords = 5;
    private const int MostWordsOfAName = 12;

    /// <returns>The filter, and the words that are none of it; empty where all were understood.</returns>
    public static (RegisterFilter Filter, string Unread) Read(IReadOnlyList<CommandWord> words)
    {
        var filter = RegisterFilter.None;
        var unread = new List<string>();
        for (var at = 0; at < words.Count; )
        {
            var (next, read) = Next(filter, words, at);
            if (read is null)
                unread.Add(words[at].Typed);
            filter = read ?? filter;
            at = next;
        }
        return (filter, string.Join(' ', unread));
    }

    /// <summary>
    /// "which suppliers use OpenAI", "overdue reviews", "who uses OpenAI"; null where any word of it says something else.
    /// </summary>
    public static Request.ListRegister? Sentence(IReadOnlyList<CommandWord> words) =>
        AboutSuppliers(words) is { } said && Read(said) is { Unread: "" } read && (!read.Filter.IsNone || !words.Any(IsOfReviews))
            ? new(read.Filter)
            : null;

    /// <summary>The words that may be a filter, of a sentence about suppliers; null where it is about something else.</summary>
    public static IReadOnlyList<CommandWord>? AboutSuppliers(IReadOnlyList<CommandWord> words)
    {
        if (
            !words.Any(word => Suppliers.Contains(word.Plain))
            && words is not ([{ Plain: "who" }, { Plain: "uses" }, ..] or [{ Plain: "who" or "what" }, { Plain: "depends" }, ..])
        )
            return null;
        var named = words.ToList().FindIndex(word => BeforeName.Contains(word.Plain));
        return [.. words.Where((word, at) => (named >= 0 && at >= named) || !Asking.Contains(word.Plain))];
    }

    private static bool IsOfReviews(CommandWord word) => word.Plain is "reviews" or "review";

    /// <summary>What is typed, and said by a button, to see the list.</summary>
    public static string Command(RegisterFilter filter) =>
        string.Join(
            ' ',
            ((string[])["register", .. TierWords(filter), .. StateWords(filter), .. NameWords(filter)]).Where(words => words.Length > 0)
        );

    private static IEnumerable<string> TierWords(RegisterFilter filter) =>
        filter.Tiers is [Tier.High, Tier.Critical]
            ? ["at high risk"]
            : filter.Tiers.Select(tier => Tiers.First(pair => pair.Value is [var one] && one == tier).Key);

    private static IEnumerable<string> StateWords(RegisterFilter filter) =>
        [
            filter.Part is { } part ? Parts.First(pair => pair.Value == part).Key : "",
            filter.Due is { } due ? Dues.First(pair => pair.Value == due).Key : "",
        ];

    private static IEnumerable<string> NameWords(RegisterFilter filter) =>
        [
            filter.Type.Length > 0 ? $"type “{filter.Type}”" : "",
            filter.Owner.Length > 0 ? $"owner “{filter.Owner}”" : "",
            filter.With.Length > 0 ? $"with “{filter.With}”" : "",
        ];

    /// <summary>The longest words that say something, from <paramref name="at"/> on; null, and one word on, where none do.</summary>
    private static (int Next, RegisterFilter? Read) Next(RegisterFilter filter, IReadOnlyList<CommandWord> words, int at)
    {
        for (var length = Math.Min(MostWords, words.Count - at); length > 0; length--)
        {
            var said = string.Join(' ', words.Skip(at).Take(length).Select(word => word.Plain));
            var end = at + length;
            if (Parts.TryGetValue(said, out var part))
                return (end, filter with { Part = part });
            if (Dues.TryGetValue(said, out var due))
                return (end, filter with { Due = due });
            if (Tiers.TryGetValue(said, out var tiers))
                return (end, filter with { Tiers = [.. filter.Tiers.Union(tiers).Order()] });
            if (OfOwner.Contains(said) && Name(words, end) is var (owner, ownerEnds))
                return (ownerEnds, filter with { Owner = owner });
            if (OfType.Contains(said) && Name(words, end, IsState) is var (type, typeEnds))
                return (typeEnds, filter with { Type = type });
            if (OfMaker.Contains(said) && Name(words, end) is var (maker, makerEnds) && !IsData(words, end))
                return (makerEnds, filter with { With = maker });
            if (Filling.Contains(said) || said.Length == 0)
                return (end, filter);
        }
        return (at + 1, null);
    }

    /// <summary>"with personal data" is about data, and no supplier is found by that.</summary>
    private static bool IsData(IReadOnlyList<CommandWord> words, int from) => words.Skip(from).Any(word => word.Plain == "data");

    /// <summary>Up to the end of quotes, or to what begins another filter; null where nothing follows.</summary>
    /// <param name="ends">What ends a name beside another filter of names or dates; null for nothing.</param>
    private static (string Name, int Ends)? Name(IReadOnlyList<CommandWord> words, int from, Predicate<string>? ends = null)
    {
        if (from >= words.Count)
            return null;
        var end = words[from].Typed[0] is '“' or '"' ? EndOfQuotes(words, from) : EndOfName(words, from, ends);
        var name = CommandText.Unwrapped(
            string.Join(' ', words.Skip(from).Take(Math.Min(end - from, MostWordsOfAName)).Select(word => word.Typed))
        );
        return (name.TrimEnd('?', '!', '.', ',', ';'), end);
    }

    private static int EndOfQuotes(IReadOnlyList<CommandWord> words, int from) =>
        words.ToList().FindIndex(from, word => word.Typed[^1] is '”' or '"') + 1 is > 0 and var quoted ? quoted : words.Count;

    /// <summary>"Priya Shah with OpenAI" are two; a name may have "high" in it.</summary>
    private static int EndOfName(IReadOnlyList<CommandWord> words, int from, Predicate<string>? ends)
    {
        for (var at = from + 1; at < words.Count; at++)
        {
            var said = Enumerable
                .Range(1, MostWords)
                .Select(length => string.Join(' ', words.Skip(at).Take(length).Select(word => word.Plain)));
            if (said.Any(phrase => IsFilter(phrase) || ends?.Invoke(phrase) == true))
                return at;
        }
        return words.Count;
    }

    private static bool IsFilter(string phrase) =>
        OfOwner.Contains(phrase) || OfMaker.Contains(phrase) || OfType.Contains(phrase) || Dues.ContainsKey(phrase);

    /// <summary>No supplier type is called so.</summary>
    private static bool IsState(string phrase) => Parts.ContainsKey(phrase) || Tiers.ContainsKey(phrase);
}
