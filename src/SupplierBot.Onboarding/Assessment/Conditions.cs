using System.Globalization;

namespace SupplierBot.Onboarding;

internal delegate bool Test(in Facts facts);

/// <summary>A condition ready to run.</summary>
/// <param name="Reads">The questions it looks at, one bit for each place of the vocabulary.</param>
/// <param name="ReadsMore">It also looks at something that is no answer: the tier, floors, clauses, the course of the case.</param>
internal sealed record Compiled(Test Holds, ulong Reads, bool ReadsMore)
{
    public static readonly Compiled Always = new((in Facts _) => true, 0, false);
    public static readonly Compiled Never = new((in Facts _) => false, 0, false);
}

/// <summary>Meaning of the conditions of the policy (policy.md §10). Ids were checked when the policy was read; an unknown one here is a fault.</summary>
public static class Conditions
{
    public static bool Holds(Condition condition, in Facts facts) => Compile(condition, facts.Words).Holds(facts);

    internal static Compiled Compile(Condition? condition, Vocabulary words) => condition switch
    {
        null => Compiled.Always,
        Condition.And and => Both(Compile(and.Left, words), Compile(and.Right, words)),
        Condition.Or or => Either(Compile(or.Left, words), Compile(or.Right, words)),
        Condition.Not not => Opposite(Compile(not.Inner, words)),
        Condition.Holds fact => DerivedFacts.Compile(fact.Fact, words),
        Condition.Is @is => Compare(Comparison.Is, @is.Subject, @is.Value, words),
        Condition.Has has => Compare(Comparison.Has, has.Subject, has.Value, words),
        Condition.AtLeast least => Compare(Comparison.AtLeast, least.Subject, least.Value, words),
        Condition.AtMost most => Compare(Comparison.AtMost, most.Subject, most.Value, words),
        _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}."),
    };

    private enum Comparison { Is, Has, AtLeast, AtMost }

    private static Compiled Both(Compiled left, Compiled right)
    {
        var (first, second) = (left.Holds, right.Holds);
        return new((in Facts facts) => first(facts) && second(facts), left.Reads | right.Reads, left.ReadsMore || right.ReadsMore);
    }

    private static Compiled Either(Compiled left, Compiled right)
    {
        var (first, second) = (left.Holds, right.Holds);
        return new((in Facts facts) => first(facts) || second(facts), left.Reads | right.Reads, left.ReadsMore || right.ReadsMore);
    }

    private static Compiled Opposite(Compiled inner)
    {
        var test = inner.Holds;
        return inner with { Holds = (in Facts facts) => !test(facts) };
    }

    private static Compiled Compare(Comparison how, string subject, string value, Vocabulary words) => subject switch
    {
        "tier" => CompareTier(how, Enum.Parse<Tier>(value)),
        "sensitivity" => CompareSensitivity(how, int.Parse(value, CultureInfo.InvariantCulture), words),
        "types" => CompareTypes(how, value, words),
        "floors" => DerivedFacts.FloorApplies(value, words),
        "clauses" => DerivedFacts.ClauseApplies(value, words),
        _ => CompareChoice(how, words.Place(subject), value, words),
    };

    private static Compiled CompareTier(Comparison how, Tier tier) => new(
        how switch
        {
            Comparison.AtLeast => (in Facts facts) => facts.Tier >= tier,
            Comparison.AtMost => (in Facts facts) => facts.Tier <= tier,
            _ => (in Facts facts) => facts.Tier == tier,
        },
        0,
        true);

    private static Compiled CompareSensitivity(Comparison how, int level, Vocabulary words)
    {
        var (reached, beyond) = (words.LevelAtLeast(level), words.LevelAtLeast(level + 1));
        return how switch
        {
            Comparison.AtLeast => Any(words.Data, reached),
            Comparison.AtMost => NoneOf(words.Data, beyond),
            _ => Both(Any(words.Data, reached), NoneOf(words.Data, beyond)),
        };
    }

    private static Compiled CompareTypes(Comparison how, string type, Vocabulary words) =>
        how == Comparison.Is ? Only(words.Role, words.RolesOf(type)) : Any(words.Role, words.RolesOf(type));

    private static Compiled CompareChoice(Comparison how, int place, string value, Vocabulary words)
    {
        var bit = words.Known(place, value);
        var rank = words.Question(place).Choice(value)!.Rank;
        var best = place == words.Proof; // proof is read by its best member, every other question by its riskiest
        return how switch
        {
            _ when place == words.Deal => DerivedFacts.Deal(value, words),
            Comparison.Has when place == words.Effects && value == "customers_see" => Any(place, bit | words.Bit(place, Choices.NotSure)),
            Comparison.Has => Any(place, bit),
            Comparison.Is => Only(place, bit),
            Comparison.AtLeast => best ? Only(place, words.RankedAtLeast(place, rank)) : Any(place, words.RankedAtLeast(place, rank)),
            _ => best ? Any(place, words.RankedAtMost(place, rank)) : Only(place, words.RankedAtMost(place, rank)),
        };
    }

    internal static Compiled Any(int place, ulong bits) => new((in Facts facts) => (facts.Picked(place) & bits) != 0, 1UL << place, false);

    internal static Compiled NoneOf(int place, ulong bits) =>
        new((in Facts facts) => facts.Picked(place) is var picked && picked != 0 && (picked & bits) == 0, 1UL << place, false);

    /// <summary>Something is picked, and nothing outside <paramref name="bits"/>.</summary>
    internal static Compiled Only(int place, ulong bits) => NoneOf(place, ~bits);
}
