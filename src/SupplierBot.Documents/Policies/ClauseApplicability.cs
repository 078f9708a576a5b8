using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Documents.Policies;

internal enum Requirement
{
    Never,

    /// <summary>The answers decide, beside type and tier.</summary>
    Depends,
    Always,
}

/// <summary>
/// Which clauses a supplier of one type needs at one tier, as far as these two alone say. Whatever else a condition asks for is unknown
/// here: what comes out is what holds for every answer, for none, or for some.
/// </summary>
internal sealed class ClauseApplicability(Policy policy)
{
    public Requirement Of(Clause clause, SupplierType type, Tier tier) =>
        Holds(clause.When, type.Id, tier) switch
        {
            true => Requirement.Always,
            false => Requirement.Never,
            null => Requirement.Depends,
        };

    /// <summary>Null where it depends on what isn't known.</summary>
    private bool? Holds(PolicyCondition condition, string type, Tier tier) =>
        condition switch
        {
            _ when IsAbove(condition, tier) => false,
            PolicyCondition.And(var left, var right) => Both(Holds(left, type, tier), Holds(right, type, tier)),
            PolicyCondition.Or(var left, var right) => !Both(!Holds(left, type, tier), !Holds(right, type, tier)),
            PolicyCondition.Not(var inner) => !Holds(inner, type, tier),
            PolicyCondition.Is("tier", var value) => tier == Enum.Parse<Tier>(value),
            PolicyCondition.AtLeast("tier", var value) => tier >= Enum.Parse<Tier>(value),
            PolicyCondition.AtMost("tier", var value) => tier <= Enum.Parse<Tier>(value),
            PolicyCondition.Is("types", var value) => value == type,
            PolicyCondition.Has("types", var value) => value == type,
            PolicyCondition.Is("role", var choice) => Role(choice, type),
            PolicyCondition.Has("role", var choice) => Role(choice, type),
            PolicyCondition.Holds("organisation.regulated") => policy.OrganisationIsRegulated,
            PolicyCondition.Holds(var fact) => policy.DerivedFacts.FirstOrDefault(one => one.Id == fact) is { } known
                ? Holds(known.When, type, tier)
                : null,
            _ => null,
        };

    /// <summary>Where it held, the tier would be higher: nobody goes under such a floor.</summary>
    private bool IsAbove(PolicyCondition condition, Tier tier) =>
        policy.Floors.Any(floor => floor.Minimum > tier && floor.When == condition && policy.TierChanges.NeverUnder.Contains(floor.Id));

    /// <summary>A choice of another type was not picked; of several choices of one type any may have been.</summary>
    private bool? Role(string choice, string type)
    {
        var ofType = policy.Question("role").Choices.Where(one => (one.Type ?? one.Id) == type).Select(one => one.Id).ToList();
        return !ofType.Contains(choice) ? false
            : ofType.Count == 1 ? true
            : null;
    }

    private static bool? Both(bool? one, bool? other) =>
        one == false || other == false ? false
        : one == true && other == true ? true
        : null;
}
