namespace SupplierBot.Onboarding.Policies;

/// <summary>
/// Who may set another tier than the answers give, and how far (Policies/README.md "Tiers and floors"). Raising is every reviewer's.
/// </summary>
/// <param name="LoweredBy">The role that may lower a tier.</param>
/// <param name="LongestDays">A lower tier ends by itself after as many days, or earlier.</param>
/// <param name="NeverUnder">Ids of floors; nobody goes under one that applies to the answers.</param>
public sealed record TierChangeRules(string LoweredBy, int LongestDays, IReadOnlyList<string> NeverUnder);
