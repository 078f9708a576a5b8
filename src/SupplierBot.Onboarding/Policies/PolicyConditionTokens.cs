using System.Text.RegularExpressions;

namespace SupplierBot.Onboarding.Policies;

/// <summary>Cuts a condition line into names, signs and parentheses.</summary>
internal static partial class PolicyConditionTokens
{
    public static readonly IReadOnlyList<string> Comparisons = ["is", "has", ">=", "<="];

    private static readonly string[] Reserved = ["and", "or", "not", "(", ")", .. Comparisons];

    public static IReadOnlyList<string> Of(string line) => [.. Tokens().Matches(line).Select(match => match.Value)];

    public static bool IsName(string token) => !Reserved.Contains(token);

    /// <summary>The first character that belongs to no token; null where there is none.</summary>
    public static char? StrayCharacter(string line)
    {
        var rest = Tokens().Replace(line, "");
        return rest.Where(character => !char.IsWhiteSpace(character)).Select(character => (char?)character).FirstOrDefault();
    }

    [GeneratedRegex(@"[()]|>=|<=|[A-Za-z0-9_.\-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();
}
