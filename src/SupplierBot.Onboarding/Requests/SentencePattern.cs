namespace SupplierBot.Onboarding.Requests;

/// <summary>
/// The shape of a sentence, word by word: <c>who|whom own|owns {name}</c>. A bar separates alternatives, an underscore joins the words of
/// one, brackets make it optional, braces catch words, and a star stands for any rest.
/// </summary>
internal sealed class SentencePattern
{
    private const int MostWordsOfAName = 6;
    private const int MostWordsOfAText = 60;
    private const string Rest = "*";

    private readonly Part[] parts;

    private SentencePattern(Part[] parts) => this.parts = parts;

    public static SentencePattern Of(string shape) => new([.. shape.Split(' ').Select(PartOf)]);

    /// <returns>What the braces caught; null where the sentence has another shape.</returns>
    public IReadOnlyDictionary<string, string>? Match(IReadOnlyList<CommandWord> words)
    {
        var caught = new Dictionary<string, string>(StringComparer.Ordinal);
        return Match(words, 0, 0, caught) ? caught : null;
    }

    private bool Match(IReadOnlyList<CommandWord> words, int at, int part, Dictionary<string, string> caught)
    {
        if (part == parts.Length)
            return at == words.Count;
        return parts[part] switch
        {
            { Catches: Rest } => true,
            { Catches: { } name } => Catch(name, words, at, part, caught),
            var literal => literal.Ends(words, at).Any(end => Match(words, end, part + 1, caught))
                || (literal.Optional && Match(words, at, part + 1, caught)),
        };
    }

    /// <summary>As few words as let the rest fit. A name never goes on behind the sign that ends its part of the sentence.</summary>
    private bool Catch(string name, IReadOnlyList<CommandWord> words, int at, int part, Dictionary<string, string> caught)
    {
        var isName = name is "name" or "person" or "data";
        var most = Math.Min(words.Count - at, isName ? MostWordsOfAName : MostWordsOfAText);
        for (var length = 1; length <= most; length++)
        {
            if (Match(words, at + length, part + 1, caught))
            {
                caught[name] = string.Join(' ', words.Skip(at).Take(length).Select(word => word.Typed));
                return true;
            }
            if (isName && EndsClause(words[at + length - 1].Typed))
                return false;
        }
        return false;
    }

    private static bool EndsClause(string typed) => typed[^1] is ',' or '!' or '?' or ';' or '，' or '？' or '！';

    private static Part PartOf(string shape) =>
        shape == Rest ? new([], false, Rest)
        : shape[0] == '{' ? new([], false, shape[1..^1])
        : shape[0] == '[' ? new(Alternatives(shape[1..^1]), true, null)
        : new(Alternatives(shape), false, null);

    private static string[][] Alternatives(string shape) => [.. shape.Split('|').Select(one => one.Split('_'))];

    private sealed record Part(string[][] Alternatives, bool Optional, string? Catches)
    {
        /// <summary>Where it may end, the longest first.</summary>
        public IEnumerable<int> Ends(IReadOnlyList<CommandWord> words, int at) =>
            Alternatives
                .Where(one => at + one.Length <= words.Count && one.Index().All(part => words[at + part.Index].Plain == part.Item))
                .Select(one => at + one.Length)
                .OrderDescending();
    }
}
