using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Text;

/// <summary>Words of a purpose, so far as they tell one purpose from another.</summary>
public static class NameWords
{
    private static readonly char[] Between = [.. "-/,.;:()·"];
    private const int ShortestWord = 4;

    /// <summary>"Transcription" and "transcribing" begin with as many letters.</summary>
    private const int LettersOfAStem = 6;

    private static readonly HashSet<string> Common =
    [
        .. "about after also been before could does each from have help into made make more most need only other over should some such"
            .Split(' ')
            .Concat(
                "tell than that their them then there these they this those through tool tools until using used uses very want".Split(' ')
            )
            .Concat("what when where which while will with within without would your ours team teams people staff company work".Split(' '))
            .Concat("product service software supplier suppliers customers customer internal business".Split(' '))
            .Select(Stem),
    ];

    /// <summary>The beginnings of its words, in their order: short and common words tell nothing.</summary>
    public static IReadOnlyList<string> Stems(string text) =>
        [
            .. Of(text)
                .Where(plain => plain.Length >= ShortestWord)
                .Select(Stem)
                .Where(stem => !Common.Contains(stem))
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Its words in lower case, whatever stands between them.</summary>
    public static IReadOnlyList<string> Of(string name) =>
        [
            .. CommandText
                .Words(name)
                .SelectMany(word => word.Plain.Split(Between, StringSplitOptions.RemoveEmptyEntries))
                .Where(plain => plain.Length > 0),
        ];

    private static string Stem(string word) => word[..Math.Min(word.Length, LettersOfAStem)];
}
