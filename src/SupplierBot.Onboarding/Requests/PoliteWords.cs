namespace SupplierBot.Onboarding.Requests;

/// <summary>Words that are polite and say nothing: they fall away before and after what is asked for.</summary>
internal static class PoliteWords
{
    private static readonly string[][] Polite = Phrases(
        "please",
        "pls",
        "plz",
        "kindly",
        "just",
        "ok",
        "okay",
        "thanks",
        "thank you",
        "excuse me",
        "sorry"
    );
    private static readonly string[][] Greetings = Phrases(
        "hi",
        "hello",
        "hey",
        "hiya",
        "hi there",
        "hello there",
        "hey there",
        "hi bot",
        "hello bot",
        "hey bot",
        "hi all",
        "hello all",
        "hi team",
        "hello team",
        "hi everyone",
        "hello everyone",
        "good morning",
        "good afternoon",
        "good evening",
        "greetings"
    );
    private static readonly string[][] Wishes = Phrases(
        "can you",
        "could you",
        "would you",
        "will you",
        "i'd like to",
        "i would like to",
        "i want to",
        "i wanted to",
        "i need to",
        "i have to",
        "we'd like to",
        "we would like to",
        "we want to",
        "we need to",
        "let me",
        "let us",
        "let's",
        "tell me",
        "may i ask",
        "quick question",
        "i'm wondering",
        "i wonder"
    );
    private static readonly string[][] Closing = Phrases(
        "please",
        "pls",
        "plz",
        "kindly",
        "thanks",
        "thank you",
        "thx",
        "ty",
        "cheers",
        "ta",
        "many thanks",
        "thanks a lot",
        "thanks so much",
        "thank you very much",
        "thank you so much",
        "thanks in advance",
        "many thanks in advance",
        "thank you in advance",
        "much appreciated",
        "if possible"
    );
    private static readonly string[] Faces = ["🙏", "🙂", "😊", "😀", "👍", "🙌", "❤", ":)", ":-)", ";)", ";-)"];

    /// <summary>Words before what is asked for.</summary>
    /// <param name="wishes">Also "I'd like to …", which may as well begin a sentence about something else.</param>
    public static int Before(IReadOnlyList<CommandWord> words, bool wishes)
    {
        var at = 0;
        for (var step = 1; step > 0 && at < words.Count; at += step)
        {
            step =
                words[at].Plain.Length == 0 && (at + 1 < words.Count || OnlySigns(words[at].Typed))
                    ? 1
                    : Math.Max(Math.Max(Begins(Polite, words, at), Begins(Greetings, words, at)), wishes ? Begins(Wishes, words, at) : 0);
        }
        return at;
    }

    /// <summary>How many of the words are left before the polite ones at the end.</summary>
    public static int Until(IReadOnlyList<CommandWord> words) => Ends(words).LastOrDefault(words.Count);

    /// <summary>How many of the words are left, polite word by polite word: the last of them may be part of a name.</summary>
    public static IEnumerable<int> Ends(IReadOnlyList<CommandWord> words)
    {
        var end = words.Count;
        while (end > 0 && LastOf(words, end) is > 0 and var length)
            yield return end -= length;
    }

    /// <summary>Whether a polite word behind this one is one for sure: the sentence, or its first part, ended before it.</summary>
    public static bool EndsSentence(CommandWord word) =>
        word.Typed[^1] is ',' or '.' or '!' or '?' or ';' or ':' or '，' or '。' or '！' or '？' or '、' or '…';

    /// <summary>Nothing else was said than "hello" or "thank you".</summary>
    public static bool IsAll(IReadOnlyList<CommandWord> words) =>
        words.Where(word => word.Plain.Length > 0).ToList() is var spoken
        && (
            spoken.Count == 0
            || Polite.Concat(Greetings).Concat(Closing).Any(phrase => phrase.SequenceEqual(spoken.Select(word => word.Plain)))
        );

    /// <summary>Polite words alone, without greetings: a name may begin with "Hello".</summary>
    public static int PoliteBefore(IReadOnlyList<CommandWord> words) => words.TakeWhile(IsPolite).Count();

    public static bool IsPolite(CommandWord word) => Polite.Any(phrase => phrase.Length == 1 && phrase[0] == word.Plain);

    private static int Begins(string[][] phrases, IReadOnlyList<CommandWord> words, int at) =>
        phrases
            .Where(phrase => at + phrase.Length <= words.Count && phrase.Index().All(part => words[at + part.Index].Plain == part.Item))
            .Select(phrase => phrase.Length)
            .DefaultIfEmpty()
            .Max();

    private static int LastOf(IReadOnlyList<CommandWord> words, int end) =>
        OnlySigns(words[end - 1].Typed) || Faces.Contains(CommandText.Fold(words[end - 1].Typed))
            ? 1
            : Closing
                .Where(phrase =>
                    phrase.Length <= end && phrase.Index().All(part => words[end - phrase.Length + part.Index].Plain == part.Item)
                )
                .Select(phrase => phrase.Length)
                .DefaultIfEmpty()
                .Max();

    private static bool OnlySigns(string typed) => typed.All(one => char.IsPunctuation(one) || one is '>' or '`' or '´' or '~');

    private static string[][] Phrases(params string[] phrases) => [.. phrases.Select(phrase => phrase.Split(' '))];
}
