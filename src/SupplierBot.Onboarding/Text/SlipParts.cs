namespace SupplierBot.Onboarding.Text;

/// <summary>
/// Parts of a name that a slip of the keyboard leaves whole: one slip is in one half and not in the other, and letters that changed places,
/// doubled or stand for another vowel leave the consonants, or all letters where there are few. So an index finds a typo by equality, however many names there are.
/// </summary>
public static class SlipParts
{
    private const int Shortest = 5;
    private const int FewestConsonants = 3;
    private const string Vowels = "aeiouy";

    /// <param name="plain">Folded as <see cref="SupplierNames.Plain"/> folds it.</param>
    public static IReadOnlyList<string> Of(string plain) =>
        plain.Length < Shortest ? [] : [First(plain, plain.Length), Last(plain, plain.Length), .. Consonants(plain)];

    /// <summary>What a name is looked for by that may have been typed so: the likeliest first.</summary>
    public static IReadOnlyList<string> Typed(string plain) =>
        plain.Length < Shortest
            ? []
            :
            [
                First(plain, plain.Length),
                Last(plain, plain.Length),
                .. Consonants(plain),
                First(plain, plain.Length - 1),
                Last(plain, plain.Length - 1),
                First(plain, plain.Length + 1),
                Last(plain, plain.Length + 1),
            ];

    /// <summary>Of a name of this length, as far as the typed one goes.</summary>
    private static string First(string plain, int length) => $"{length}a{plain[..Math.Min(plain.Length, (length + 1) / 2)]}";

    private static string Last(string plain, int length) => $"{length}b{plain[^Math.Min(plain.Length, length / 2)..]}";

    private static string[] Consonants(string plain) =>
        plain.Where(one => !Vowels.Contains(one, StringComparison.Ordinal)).Distinct().Order().ToArray()
            is { Length: >= FewestConsonants } told
            ? [$"c{new string(told)}"]
            : [$"d{new string([.. plain.Order()])}"];
}
