namespace SupplierBot.Onboarding.Requests;

/// <summary>
/// What somebody may mean by the words behind "can I use": which names are looked for, and in what order. Only a name that leaves no word
/// over is answered; one that the words merely begin with is asked about.
/// </summary>
public sealed record AskedSupplier
{
    /// <summary>Reads of the register for one question stay few, however much somebody writes.</summary>
    private const int MostBeginnings = 10;
    private const int MostWordsOfABeginning = 6;
    private const int ShortestGuess = 2;
    private const int MostPoliteEndings = 3;

    private static readonly string[] Articles = ["the", "a", "an", "our", "this", "that"];

    /// <summary>Names seldom have them, and sentences nearly always do.</summary>
    private static readonly string[] SentenceWords =
    [
        "for",
        "to",
        "in",
        "on",
        "with",
        "without",
        "at",
        "as",
        "by",
        "from",
        "and",
        "or",
        "my",
        "our",
        "your",
        "their",
        "if",
        "when",
        "because",
        "since",
        "instead",
        "while",
        "during",
        "app",
        "tool",
        "software",
        "plan",
        "version",
        "product",
        "service",
        "account",
        "it",
        "this",
        "that",
        "is",
        "again",
        "too",
        "here",
        "now",
        "today",
    ];

    private AskedSupplier(
        string name,
        IReadOnlyList<string> exact,
        IReadOnlyList<string> beginnings,
        IReadOnlyList<string> guesses,
        bool onlyName
    ) => (Name, Exact, Beginnings, Guesses, OnlyName) = (name, exact, beginnings, guesses, onlyName);

    /// <summary>Without the polite words around it.</summary>
    public string Name { get; }

    /// <summary>Names of which no word is left over: as typed first, because a name may itself end in a polite word.</summary>
    public IReadOnlyList<string> Exact { get; }

    /// <summary>Shorter and shorter beginnings of the words: worth a question where they are a known name.</summary>
    public IReadOnlyList<string> Beginnings { get; }

    /// <summary>What names that are like it are looked for by.</summary>
    public IReadOnlyList<string> Guesses { get; }

    /// <summary>Nothing but a name was said. Only then may it be said that the name is not on the register.</summary>
    public bool OnlyName { get; }

    public static AskedSupplier Read(string typed)
    {
        var words = CommandText.Words(typed);
        var (start, end) = (PoliteWords.PoliteBefore(words), PoliteWords.Until(words));
        var spoken = start < end ? words.Skip(start).Take(end - start).ToList() : words;
        var name = SpokenName.Of(Joined(spoken));
        var onlyName = SpokenName.IsQuoted(Joined(spoken)) || IsName(spoken);
        var head = onlyName
            ? spoken
            : [.. spoken.Skip(Article(spoken)).TakeWhile((word, at) => at == 0 || !SentenceWords.Contains(word.Plain))];
        var shorter = SpokenName.Of(Joined(head));
        return new(
            name,
            [.. Signed(typed, words).Concat(NamesOf(words)).Append(name).Where(HasLetters).Distinct(StringComparer.Ordinal)],
            [.. BeginningsOf(spoken).Where(HasLetters).Where(one => one != name).Distinct(StringComparer.Ordinal).Take(MostBeginnings)],
            [
                .. new[] { name, shorter }
                    .Where(one => one == name || CommandText.Fold(one).Length >= ShortestGuess)
                    .Distinct(StringComparer.Ordinal),
            ],
            onlyName
        );
    }

    /// <summary>"Why Not?" out of quotes: the sign that would end a sentence is the name's.</summary>
    private static IEnumerable<string> Signed(string typed, IReadOnlyList<CommandWord> words) =>
        typed is [.., var last] && char.IsPunctuation(last) && PoliteWords.Until(words) == words.Count ? [SpokenName.Alone(typed)] : [];

    /// <summary>"Hello Please" as typed, unless a comma says where the name ends; then without one polite word after the other.</summary>
    private static IEnumerable<string> NamesOf(IReadOnlyList<CommandWord> words) =>
        PoliteWords
            .Ends(words)
            .Take(MostPoliteEndings)
            .Prepend(words.Count)
            .TakeWhile(end => end > 0)
            .Where(end => PoliteWords.Until(words) is var last && (last == end || last == 0 || !PoliteWords.EndsSentence(words[last - 1])))
            .Select(end => SpokenName.Of(Joined(words.Take(end))));

    /// <summary>The longest first, so that "Acme Notes" is found before "Acme"; each also without the article before it.</summary>
    private static IEnumerable<string> BeginningsOf(IReadOnlyList<CommandWord> words)
    {
        var article = Article(words);
        for (var length = Math.Min(words.Count, MostWordsOfABeginning); length > 0; length--)
        {
            if (length < words.Count)
                yield return Beginning(words.Take(length));
            if (article > 0 && length > article)
                yield return Beginning(words.Skip(article).Take(length - article));
        }
    }

    /// <summary>"Acme's app" and "Acme (free plan)" are about Acme.</summary>
    private static string Beginning(IEnumerable<CommandWord> words)
    {
        var name = SpokenName.Of(Joined(words));
        return name.Length > 2 && CommandText.Fold(name).EndsWith("'s", StringComparison.Ordinal) ? name[..^2] : name;
    }

    private static int Article(IReadOnlyList<CommandWord> words) => words.Count > 1 && Articles.Contains(words[0].Plain) ? 1 : 0;

    private static bool IsName(IReadOnlyList<CommandWord> words) =>
        Article(words) == 0
        && !words.Skip(1).Any(word => SentenceWords.Contains(word.Plain))
        && !words.SkipLast(1).Any(word => word.Typed[^1] is '?' or '？' or ';' or '；' or ':' or '：' or '…')
        && !words.Any(word => word.Typed[0] is '(' or '（' or '[');

    private static bool HasLetters(string name) =>
        name.Any(one => char.IsLetterOrDigit(one) || char.IsSurrogate(one) || char.IsSymbol(one));

    private static string Joined(IEnumerable<CommandWord> words) => string.Join(' ', words.Select(word => word.Typed));
}
