using System.Globalization;
using System.Numerics;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk;

internal delegate bool AnswerTest(in AnswerBits given);

/// <summary>A condition ready to run.</summary>
/// <param name="Reads">The questions it looks at, one bit for each place of the vocabulary.</param>
/// <param name="ReadsMore">It also looks at something that is no answer: the tier, floors, clauses, the course of the case.</param>
internal sealed record CompiledPolicyCondition(AnswerTest Holds, ulong Reads, bool ReadsMore)
{
    /// <summary>Where it is no more than "one of these answers to one question": these answers; 0 otherwise.</summary>
    public ulong AnyOf { get; init; }

    public static readonly CompiledPolicyCondition Always = new((in AnswerBits _) => true, 0, false);
    public static readonly CompiledPolicyCondition Never = new((in AnswerBits _) => false, 0, false);
}

/// <summary>
/// Meaning of the conditions of the policy (Policies/README.md "Policy conditions"). Ids were checked when the policy was read; an unknown
/// one here is a fault.
/// </summary>
public static class PolicyConditionCompiler
{
    public static bool Holds(PolicyCondition condition, in AnswerBits given) => Compile(condition, given.Words).Holds(given);

    internal static CompiledPolicyCondition Compile(PolicyCondition? condition, QuestionIndex words) =>
        condition switch
        {
            null => CompiledPolicyCondition.Always,
            PolicyCondition.And and => Both(Compile(and.Left, words), Compile(and.Right, words)),
            PolicyCondition.Or or => Either(Compile(or.Left, words), Compile(or.Right, words)),
            PolicyCondition.Not not => Opposite(Compile(not.Inner, words)),
            PolicyCondition.Holds derived => DerivedFacts.Compile(derived.DerivedFact, words),
            PolicyCondition.Is @is => Compare(Comparison.Is, @is.Subject, @is.Value, words),
            PolicyCondition.Has has => Compare(Comparison.Has, has.Subject, has.Value, words),
            PolicyCondition.AtLeast least => Compare(Comparison.AtLeast, least.Subject, least.Value, words),
            PolicyCondition.AtMost most => Compare(Comparison.AtMost, most.Subject, most.Value, words),
            _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}."),
        };

    private enum Comparison
    {
        Is,
        Has,
        AtLeast,
        AtMost,
    }

    private static CompiledPolicyCondition Both(CompiledPolicyCondition left, CompiledPolicyCondition right)
    {
        var (first, second) = (left.Holds, right.Holds);
        return new((in AnswerBits given) => first(given) && second(given), left.Reads | right.Reads, left.ReadsMore || right.ReadsMore);
    }

    /// <summary>Two "this or that" of one question are one look at it: facts are often lists of answers.</summary>
    private static CompiledPolicyCondition Either(CompiledPolicyCondition left, CompiledPolicyCondition right)
    {
        if (left.AnyOf != 0 && right.AnyOf != 0 && left.Reads == right.Reads)
            return Any(BitOperations.TrailingZeroCount(left.Reads), left.AnyOf | right.AnyOf);
        var (first, second) = (left.Holds, right.Holds);
        return new((in AnswerBits given) => first(given) || second(given), left.Reads | right.Reads, left.ReadsMore || right.ReadsMore);
    }

    private static CompiledPolicyCondition Opposite(CompiledPolicyCondition inner)
    {
        var test = inner.Holds;
        return new((in AnswerBits given) => !test(given), inner.Reads, inner.ReadsMore);
    }

    private static CompiledPolicyCondition Compare(Comparison how, string subject, string value, QuestionIndex words) =>
        subject switch
        {
            "tier" => CompareTier(how, Enum.Parse<Tier>(value)),
            "sensitivity" => CompareSensitivity(how, int.Parse(value, CultureInfo.InvariantCulture), words),
            "types" => CompareTypes(how, value, words),
            "floors" => DerivedFacts.FloorApplies(value, words),
            "clauses" => DerivedFacts.ClauseApplies(value, words),
            "checks" => DerivedFacts.CheckRaised(value, words),
            _ => CompareChoice(how, words.Place(subject), value, words),
        };

    private static CompiledPolicyCondition CompareTier(Comparison how, Tier tier) =>
        new(
            how switch
            {
                Comparison.AtLeast => (in AnswerBits given) => given.Tier >= tier,
                Comparison.AtMost => (in AnswerBits given) => given.Tier <= tier,
                _ => (in AnswerBits given) => given.Tier == tier,
            },
            0,
            true
        );

    private static CompiledPolicyCondition CompareSensitivity(Comparison how, int level, QuestionIndex words)
    {
        var (reached, beyond) = (words.LevelAtLeast(level), words.LevelAtLeast(level + 1));
        return how switch
        {
            Comparison.AtLeast => Any(words.Data, reached),
            Comparison.AtMost => NoneOf(words.Data, beyond),
            _ => Both(Any(words.Data, reached), NoneOf(words.Data, beyond)),
        };
    }

    private static CompiledPolicyCondition CompareTypes(Comparison how, string type, QuestionIndex words) =>
        how == Comparison.Is ? Only(words.Role, words.RolesOf(type)) : Any(words.Role, words.RolesOf(type));

    private static CompiledPolicyCondition CompareChoice(Comparison how, int place, string value, QuestionIndex words)
    {
        var question = words.Question(place);
        var rank = question.Choice(value)!.Rank;
        var best = question.ReadByBest;
        return how switch
        {
            Comparison.Is when question.Kind == QuestionKind.Several => Only(place, words.Known(place, value)),
            Comparison.Is or Comparison.Has => Any(place, words.Meaning(place, value)),
            Comparison.AtLeast => best ? Only(place, words.RankedAtLeast(place, rank)) : Any(place, words.RankedAtLeast(place, rank)),
            _ => best ? Any(place, words.RankedAtMost(place, rank)) : Only(place, words.RankedAtMost(place, rank)),
        };
    }

    internal static CompiledPolicyCondition Any(int place, ulong bits) =>
        new((in AnswerBits given) => (given.Picked(place) & bits) != 0, 1UL << place, false) { AnyOf = bits };

    internal static CompiledPolicyCondition NoneOf(int place, ulong bits) =>
        new((in AnswerBits given) => given.Picked(place) is var picked && picked != 0 && (picked & bits) == 0, 1UL << place, false);

    /// <summary>Something is picked, and nothing outside <paramref name="bits"/>.</summary>
    internal static CompiledPolicyCondition Only(int place, ulong bits) => NoneOf(place, ~bits);
}

/// <summary>What has a name of its own (Policies/README.md "Derived facts"): by the policy, or known to the program.</summary>
internal static class DerivedFacts
{
    public static CompiledPolicyCondition Compile(string name, QuestionIndex words) =>
        name switch
        {
            "organisation.regulated" => words.Policy.OrganisationIsRegulated
                ? CompiledPolicyCondition.Always
                : CompiledPolicyCondition.Never,
            "clause_changed" => new((in AnswerBits given) => given.ClauseChanged, 0, true),
            "open_points" => new((in AnswerBits given) => given.OpenPoints, 0, true),
            "registered" => CompiledPolicyCondition.Never, // the register is asked when the name is typed; answers never say it
            _ => PolicyConditionCompiler.Compile(Meaning(name, words.Policy), words),
        };

    public static PolicyCondition Meaning(string name, Policy policy) =>
        policy.DerivedFacts.FirstOrDefault(fact => fact.Id == name)?.When ?? throw new InvalidOperationException($"Unknown fact '{name}'.");

    public static CompiledPolicyCondition FloorApplies(string id, QuestionIndex words)
    {
        var bit = Bit(words.Policy.Floors.Select(floor => floor.Id), id);
        return new((in AnswerBits given) => (given.Floors & bit) != 0, 0, true);
    }

    public static CompiledPolicyCondition ClauseApplies(string id, QuestionIndex words)
    {
        var bit = Bit(words.Policy.Clauses.Select(clause => clause.Id), id);
        return new((in AnswerBits given) => (given.Clauses & bit) != 0, 0, true);
    }

    public static CompiledPolicyCondition CheckRaised(string id, QuestionIndex words)
    {
        var bit = Bit(words.Policy.Checks.Select(check => check.Id), id);
        return new((in AnswerBits given) => (given.Checks & bit) != 0, 0, true);
    }

    private static ulong Bit(IEnumerable<string> ids, string id) =>
        ids.ToList().IndexOf(id) is var found and >= 0 ? 1UL << found : throw new InvalidOperationException($"The policy has no '{id}'.");
}
