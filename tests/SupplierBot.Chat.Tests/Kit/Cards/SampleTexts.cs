namespace SupplierBot.Chat.Tests.Kit.Cards;

/// <summary>How the sample views talk: the same views with ordinary, longest, missing, hostile and right-to-left texts.</summary>
public sealed record SampleTexts(string Name, Func<string, int, string> Say, int Rows, bool SaysOptional)
{
    public static readonly SampleTexts Normal = new("normal", (text, _) => text, 1, true);
    public static readonly SampleTexts Longest = new("longest", Stretch, 3, true);
    public static readonly SampleTexts Empty = new("empty", (text, _) => text, 0, false);
    public static readonly SampleTexts Hostile = new("hostile", (text, max) => Cut($"{Attack} {text}", max), 1, true);
    public static readonly SampleTexts RightToLeft = new(
        "rtl",
        (text, max) => Cut($"شركة المثال للذكاء الاصطناعي {text.Length} (EU)", max),
        1,
        true
    );

    public static readonly IReadOnlyList<SampleTexts> All = [Normal, Longest, Empty, Hostile, RightToLeft];

    public const string Attack =
        "**a** [x](https://e.example) <at>Rita</at> ${plain} {{DATE(2026-01-01,SHORT)}} # `q` \\_~ \"<b>'&amp;\u202E";

    /// <summary>A text that is always there.</summary>
    public string Text(string text, int max = 200) => Say(text, max);

    /// <summary>A text that may be missing.</summary>
    public string Maybe(string text, int max = 200) => SaysOptional ? Say(text, max) : "";

    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> items) => [.. Enumerable.Range(0, Rows).SelectMany(_ => items)];

    public override string ToString() => Name;

    private static string Stretch(string text, int max) =>
        string.Concat(Enumerable.Repeat(text + " ", max / (text.Length + 1) + 1))[..Math.Min(max, 600)].Trim();

    private static string Cut(string text, int max) => text.Length <= max ? text : text[..max];
}
