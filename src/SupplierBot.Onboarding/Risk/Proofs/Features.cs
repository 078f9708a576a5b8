using System.Numerics;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk.Proofs;

/// <summary>Something a rule can tell about the picks of one question; answers with equal features are equal to the rule.</summary>
internal sealed record Feature(int Place, Func<ulong, int> Of);

internal static class Features
{
    /// <summary>The largest parts of a condition that look at one question each.</summary>
    public static IEnumerable<Feature> Of(PolicyCondition? condition, QuestionIndex words)
    {
        var compiled = PolicyConditionCompiler.Compile(condition, words);
        if (condition is null || compiled.Reads == 0)
        {
            return [];
        }

        if (BitOperations.IsPow2(compiled.Reads) && !compiled.ReadsMore)
        {
            return [Whether(compiled, words)];
        }

        return condition switch
        {
            PolicyCondition.And and => Of(and.Left, words).Concat(Of(and.Right, words)),
            PolicyCondition.Or or => Of(or.Left, words).Concat(Of(or.Right, words)),
            PolicyCondition.Not not => Of(not.Inner, words),
            _ => OpenLicence(words), // `deal is online_terms` also looks at role and access
        };
    }

    public static IEnumerable<Feature> OpenLicence(QuestionIndex words) =>
        [
            new(words.Deal, picked => BitOperations.TrailingZeroCount(picked)),
            new(words.Role, picked => (picked & ~words.Bits(words.Role, "MODEL", "DATA")) == 0 ? 1 : 0),
            new(words.Access, picked => (picked & ~words.Bits(words.Access, "none", "inside_ours")) == 0 ? 1 : 0),
        ];

    /// <summary>What the eight parts of the score can tell apart.</summary>
    public static IEnumerable<Feature> OfScore(PointTables tables, QuestionIndex words) =>
        [
            new(words.Data, At(words, words.Data, (in AnswerBits given) => Scoring.Level(tables, given))),
            new(
                words.Volume,
                picked =>
                    (picked & tables.Large) != 0 ? 2
                    : (picked & tables.Medium) != 0 ? 1
                    : 0
            ),
            new(words.Access, At(words, words.Access, (in AnswerBits given) => Scoring.Access(tables, given))),
            new(words.Access, picked => (picked & tables.Accounts) != 0 ? 1 : 0),
            new(words.Stop, At(words, words.Stop, (in AnswerBits given) => Scoring.Stop(tables, given))),
            new(words.Stop, picked => ((picked & tables.Slows) != 0 ? 1 : 0) + ((picked & tables.TeamStops) != 0 ? 2 : 0)),
            new(words.Replace, picked => Scoring.Highest(tables.Replace, picked)),
            new(words.Training, picked => Scoring.Highest(tables.Training, picked)),
            new(words.Effects, picked => Scoring.Sum(tables.Effects, picked)),
            new(words.Effects, picked => (picked & tables.IntoModels) != 0 ? 1 : 0),
            new(words.Others, picked => Scoring.Highest(tables.Others, picked)),
            new(words.Where, picked => Scoring.Highest(tables.Where, picked)),
            new(words.Proof, picked => Scoring.Lowest(tables.Proof, picked)),
        ];

    private static Feature Whether(CompiledPolicyCondition compiled, QuestionIndex words)
    {
        var place = BitOperations.TrailingZeroCount(compiled.Reads);
        var holds = At(words, place, (in AnswerBits given) => compiled.Holds(given) ? 1 : 0);
        return new(place, holds);
    }

    private static Func<ulong, int> At(QuestionIndex words, int place, Measure measure)
    {
        var picked = new ulong[words.Count];
        var given = new AnswerBits(words, picked);
        return picks =>
        {
            picked[place] = picks;
            return measure(given);
        };
    }
}

internal delegate int Measure(in AnswerBits given);
