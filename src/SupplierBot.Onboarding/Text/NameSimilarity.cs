using F23.StringSimilarity;

namespace SupplierBot.Onboarding.Text;

/// <summary>How alike two names are that were folded before. Only ever for a question.</summary>
public static class NameSimilarity
{
    /// <summary>
    /// One slip in five letters, two in eight. Measured on the names of the catalogue (NameSimilarityTests): all single slips are above it,
    /// and of different names fewer than one pair in two thousand.
    /// </summary>
    public const double Threshold = 0.75;
    private const int Shortest = 5;
    private const int MostSlips = 2;

    /// <summary>Letters of a short word: two slips so close together are another word.</summary>
    private const int WordOfSlips = 4;

    private static readonly OptimalStringAlignment Slips = new();

    /// <summary>0 for nothing in common, 1 for the same.</summary>
    public static double Of(string one, string other) =>
        Math.Max(one.Length, other.Length) is > 0 and var longer ? 1 - Slips.Distance(one, other) / longer : 1;

    /// <summary>A letter more, less, another one, or two in the wrong order: each counts one.</summary>
    public static int Distance(string one, string other) => (int)Slips.Distance(one, other);

    /// <summary>
    /// Whether one is the other with a slip of the keyboard, or two in a longer name; of a short name nobody knows, and another number is
    /// another name.
    /// </summary>
    public static bool IsSlip(string typed, string known) =>
        Math.Min(typed.Length, known.Length) >= Shortest
        && Math.Abs(typed.Length - known.Length) <= MostSlips
        && typed.Where(char.IsDigit).SequenceEqual(known.Where(char.IsDigit))
        && Distance(typed, known) is var slips and <= MostSlips
        && (slips < MostSlips || Spread(typed, known) > WordOfSlips)
        && Of(typed, known) >= Threshold;

    /// <summary>From the first letter that differs to the last one: Tern Notes and Teal Notes differ in a word, and not by slips.</summary>
    private static int Spread(string one, string other)
    {
        var shorter = Math.Min(one.Length, other.Length);
        var before = one.AsSpan().CommonPrefixLength(other);
        var behind = 0;
        while (behind < shorter - before && one[^(behind + 1)] == other[^(behind + 1)])
            behind++;
        return Math.Max(one.Length, other.Length) - before - behind;
    }
}
