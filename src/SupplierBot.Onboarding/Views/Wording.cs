namespace SupplierBot.Onboarding.Views;

/// <summary>
/// Every sentence that is not policy, by dotted key (<c>receipt.title</c>), with <c>{x}</c> filled when shown. Read from
/// <c>cards/wording.en.json</c>. A sentence that counts has a second one for the number one, <c>summary.open_one</c> beside
/// <c>summary.open</c>: nobody who says it has to think of it.
/// </summary>
public sealed class Wording(IReadOnlyDictionary<string, string> sentences)
{
    private const string ForOne = "_one";

    /// <summary>The holes that count something: the first of them that a sentence has is what it counts.</summary>
    private static readonly string[] Counts = ["n", "open", "left", "lost"];

    private readonly Dictionary<string, (string Sentence, string Count)> ones = Ones(sentences);

    public IEnumerable<string> Keys => sentences.Keys;

    public bool Has(string key) => sentences.ContainsKey(key);

    /// <summary>With other sentences in the place of some.</summary>
    public Wording With(IReadOnlyDictionary<string, string> others) =>
        new(others.Concat(sentences).DistinctBy(pair => pair.Key).ToDictionary(StringComparer.Ordinal));

    /// <exception cref="KeyNotFoundException">The wording file lacks the key; a test proves that none the code asks for is
    /// missing.</exception>
    public string this[string key] =>
        sentences.TryGetValue(key, out var sentence)
            ? sentence
            : throw new KeyNotFoundException($"wording.en.json has no sentence `{key}`.");

    /// <summary>The sentence with its holes filled; a hole without a value stays visible, and a test finds it.</summary>
    public string Fill(string key, params ReadOnlySpan<(string Name, string Value)> holes) =>
        Texts.Fill(ones.TryGetValue(key, out var one) && holes.Contains((one.Count, "1")) ? one.Sentence : this[key], holes);

    private static Dictionary<string, (string Sentence, string Count)> Ones(IReadOnlyDictionary<string, string> sentences)
    {
        var ones = new Dictionary<string, (string Sentence, string Count)>(StringComparer.Ordinal);
        foreach (var (key, one) in sentences)
        {
            var many = key.EndsWith(ForOne, StringComparison.Ordinal) ? key[..^ForOne.Length] : "";
            if (
                sentences.TryGetValue(many, out var sentence)
                && Array.Find(Counts, count => sentence.Contains($"{{{count}}}", StringComparison.Ordinal)) is { } count
            )
                ones.Add(many, (one, count));
        }
        return ones;
    }
}

public static class Texts
{
    /// <summary>One pass, so that a value that looks like a hole is never filled again.</summary>
    public static string Fill(string pattern, params ReadOnlySpan<(string Name, string Value)> holes)
    {
        if (!pattern.Contains('{', StringComparison.Ordinal))
            return pattern;
        var text = new System.Text.StringBuilder(pattern.Length + 32);
        for (var at = 0; at < pattern.Length; )
        {
            var open = pattern.IndexOf('{', at);
            var close = open < 0 ? -1 : pattern.IndexOf('}', open);
            if (close < 0)
                return text.Append(pattern, at, pattern.Length - at).ToString();
            text.Append(pattern, at, open - at)
                .Append(Value(pattern.AsSpan(open + 1, close - open - 1), holes) ?? pattern[open..(close + 1)]);
            at = close + 1;
        }
        return text.ToString();
    }

    /// <summary>At most <paramref name="length"/> characters, never half of a character; what was cut off is shown as "…".</summary>
    public static string Clip(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return text[..end].TrimEnd() + "…";
    }

    private static string? Value(ReadOnlySpan<char> name, ReadOnlySpan<(string Name, string Value)> holes)
    {
        foreach (var hole in holes)
        {
            if (name.SequenceEqual(hole.Name))
                return hole.Value;
        }
        return null;
    }
}
