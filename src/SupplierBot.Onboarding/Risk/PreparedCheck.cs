using System.Buffers;
using System.Globalization;
using System.Text;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Risk;

/// <summary>
/// A contradiction check with its words ready to be searched. One without condition and words is not the assessor's to raise (K7: the
/// register is asked).
/// </summary>
internal sealed class PreparedCheck
{
    /// <summary>More would not help the reader of a card.</summary>
    private const int MostMatches = 3;

    private readonly ContradictionCheck check;
    private readonly CompiledPolicyCondition when;
    private readonly IReadOnlyList<string> listed;
    private readonly SearchValues<string> words;

    public PreparedCheck(ContradictionCheck check, QuestionIndex vocabulary)
    {
        this.check = check;
        when = PolicyConditionCompiler.Compile(check.When, vocabulary);
        listed = [.. check.Words.Select(word => FoldedWords.Of(word).Text)];
        words = SearchValues.Create([.. listed], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The words it looks for, folded.</summary>
    public IReadOnlyList<string> Words => listed;

    public RaisedCheck? Raise(in AnswerBits given, IReadOnlyList<FoldedWords> texts)
    {
        if ((texts.Count == 0 && listed.Count > 0) || !when.Holds(given) || (listed.Count == 0 && check.When is null))
        {
            return null;
        }

        return listed.Count == 0 ? new(check.Id, null)
            : Matches(texts) is { Length: > 0 } match ? new(check.Id, match)
            : null;
    }

    /// <summary>As they were typed, each word once.</summary>
    private string Matches(IReadOnlyList<FoldedWords> texts)
    {
        List<(string Word, string Typed)>? found = null;
        foreach (var folded in texts)
        {
            var text = folded.Text;
            for (var at = 0; at < text.Length && text.AsSpan(at).IndexOfAny(words) is var next and >= 0; at++)
            {
                at += next;
                if (
                    WholeWordAt(text, at) is var length and > 0
                    && found?.Exists(one => one.Word.Equals(text.Substring(at, length), StringComparison.OrdinalIgnoreCase)) != true
                    && (found?.Count ?? 0) < MostMatches
                )
                {
                    (found ??= []).Add((text.Substring(at, length), TypedText.OneLine(folded.AsTyped(at, length))));
                }
            }
        }

        return found is null ? "" : string.Join(", ", found.Select(one => one.Typed));
    }

    /// <summary>The length of the longest listed word that stands alone here; 0 where none does.</summary>
    private int WholeWordAt(string text, int at)
    {
        var longest = 0;
        foreach (var word in listed)
        {
            var fits = word.Length > longest && string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;
            longest = fits && Alone(text, at, at + word.Length) ? word.Length : longest;
        }

        return longest;
    }

    private static bool Alone(string text, int from, int to) =>
        (Rune.DecodeLastFromUtf16(text.AsSpan(0, from), out var before, out _) != OperationStatus.Done || !IsOfAWord(before))
        && (Rune.DecodeFromUtf16(text.AsSpan(to), out var after, out _) != OperationStatus.Done || !IsOfAWord(after));

    private static bool IsOfAWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;
}
