namespace SupplierBot.Onboarding.Policies;

/// <summary>The eight parts of the score (Policies/README.md "Score parts"). Points are whole numbers; the sum is capped at 100.</summary>
/// <param name="Data">Points by sensitivity level 0–3, then by volume small, medium, large.</param>
/// <param name="AiCap">Most points the <c>ai</c> part can give.</param>
public sealed record ScoreTable(
    IReadOnlyList<IReadOnlyList<int>> Data,
    IReadOnlyDictionary<string, int> Access,
    IReadOnlyDictionary<string, int> Stop,
    IReadOnlyDictionary<string, int> Replace,
    IReadOnlyDictionary<string, int> Ai,
    int AiCap,
    IReadOnlyDictionary<string, int> Others,
    IReadOnlyDictionary<string, int> Where,
    IReadOnlyDictionary<string, int> Proof);
