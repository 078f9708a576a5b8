using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Risk.Proofs;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>Values of a clause beside the required ones, by the order that the policy gives them.</summary>
internal static class ClauseValues
{
    /// <summary>The values that may be agreed for a parameter, strictest first; none where the policy has no table for it.</summary>
    public static IReadOnlyList<string> Of(Policy policy, string clause, string parameter) =>
        Table(policy, clause, parameter) is { } table
            ?
            [
                .. table
                    .ByTier.Values.Concat(table.Overrides.Select(change => change.Value))
                    .Distinct(StringComparer.Ordinal)
                    .Where(value => value != None)
                    .OrderByDescending(new Strictness(table).Of),
            ]
            : [];

    /// <summary>Parameters whose agreed value is milder than required, or none that the policy knows.</summary>
    public static IReadOnlyList<string> Milder(Policy policy, RequiredClause required, IReadOnlyDictionary<string, string> agreed) =>
        [
            .. required
                .Parameters.Where(pair =>
                    agreed.TryGetValue(pair.Key, out var value)
                    && value != pair.Value
                    && IsMilder(policy, required.Id, pair.Key, value, pair.Value)
                )
                .Select(pair => pair.Key),
        ];

    private static bool IsMilder(Policy policy, string clause, string parameter, string agreed, string required)
    {
        if (required == None || Table(policy, clause, parameter) is not { } table)
            return required != None;
        var known = table.ByTier.Values.Concat(table.Overrides.Select(change => change.Value)).ToHashSet(StringComparer.Ordinal);
        if (agreed == None || !known.Contains(agreed) || !known.Contains(required))
            return true;
        var strictness = new Strictness(table);
        return strictness.Of(agreed) < strictness.Of(required);
    }

    /// <summary>Stands in the policy where a tier asks for nothing.</summary>
    private const string None = "–";

    private static ParameterTable? Table(Policy policy, string clause, string parameter) =>
        policy.Clauses.FirstOrDefault(one => one.Id == clause)?.ParameterTables.FirstOrDefault(table => table.Name == parameter);
}
