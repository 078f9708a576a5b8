using F23.StringSimilarity;

namespace SupplierBot.Onboarding.Text;

/// <summary>How alike two names are that were folded before. Only ever for a question.</summary>
public static class NameSimilarity
{
    /// <summary>
    /// Measured (NameEvaluationTests): above it is 99 of 100 slips of the keyboard, below it what are other names. Of a name of five letters
    /// one slip is as much.
    /// </summary>
    public const double Threshold = 0.85;
    private const int Shortest = 5;
    private const int LongEnoughForTwo = 7;

    private static readonly OptimalStringAlignment Slips = new();
    private static readonly JaroWinkler Alike = new();

    /// <summary>0 for nothing in common, 1 for the same.</summary>
    public static double Of(string one, string other) => Alike.Similarity(one, other);

    /// <summary>A letter more, less, another one, or two in the wrong order: each counts one.</summary>
    public static int Distance(string one, string other) => (int)Slips.Distance(one, other);

    /// <summary>
    /// Whether one is the other with a slip of the keyboard, or two in a longer name; of a short name nobody knows, and another number is
    /// another name.
    /// </summary>
    public static bool IsSlip(string typed, string known) =>
        Math.Min(typed.Length, known.Length) is >= Shortest and var shorter
        && Math.Abs(typed.Length - known.Length) <= 2
        && typed.Where(char.IsDigit).SequenceEqual(known.Where(char.IsDigit))
        && Distance(typed, known) <= (shorter >= LongEnoughForTwo ? 2 : 1)
        && Of(typed, known) >= Threshold;
}
