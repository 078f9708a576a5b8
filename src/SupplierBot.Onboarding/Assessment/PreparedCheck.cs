using System.Buffers;

namespace SupplierBot.Onboarding;

/// <summary>A contradiction check with its words ready to be searched. One without condition and words is not the assessor's to raise (K7: the register is asked).</summary>
internal sealed class PreparedCheck
{
    /// <summary>More would not help the reader of a card.</summary>
    private const int MostMatches = 3;

    private readonly ContradictionCheck check;
    private readonly Compiled when;
    private readonly SearchValues<string> words;

    public PreparedCheck(ContradictionCheck check, Vocabulary vocabulary)
    {
        this.check = check;
        when = Conditions.Compile(check.When, vocabulary);
        words = SearchValues.Create([.. check.Words], StringComparison.OrdinalIgnoreCase);
    }

    public RaisedCheck? Raise(in Facts facts, IReadOnlyList<string> texts)
    {
        if (!when.Holds(facts) || (check.Words.Count == 0 && check.When is null))
        {
            return null;
        }

        return check.Words.Count == 0 ? new(check.Id, null) : Matches(texts) is { Length: > 0 } match ? new(check.Id, match) : null;
    }

    private string Matches(IReadOnlyList<string> texts)
    {
        List<string>? found = null;
        foreach (var text in texts)
        {
            for (var at = 0; at < text.Length && text.AsSpan(at).IndexOfAny(words) is var next and >= 0; at++)
            {
                at += next;
                if (WholeWordAt(text, at) is { } word && found?.Contains(word, StringComparer.OrdinalIgnoreCase) != true && (found?.Count ?? 0) < MostMatches)
                {
                    (found ??= []).Add(word);
                }
            }
        }

        return found is null ? "" : string.Join(", ", found);
    }

    /// <summary>The longest listed word that stands alone here, as it was typed.</summary>
    private string? WholeWordAt(string text, int at)
    {
        var longest = 0;
        foreach (var word in check.Words)
        {
            var fits = word.Length > longest && string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;
            longest = fits && Alone(text, at, at + word.Length) ? word.Length : longest;
        }

        return longest == 0 ? null : text.Substring(at, longest);
    }

    private static bool Alone(string text, int from, int to) =>
        (from == 0 || !char.IsLetterOrDigit(text[from - 1])) && (to == text.Length || !char.IsLetterOrDigit(text[to]));
}
