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
            PolicyCondition.Holds derived => Of(DerivedFacts.Meaning(derived.DerivedFact, words.Policy), words),
            _ => throw new InvalidOperationException($"The condition `{condition}` looks at more than one question."),
        };
    }

    /// <summary>What a part of the score can tell apart.</summary>
    public static IEnumerable<Feature> Of(PreparedScorePart part, QuestionIndex words) =>
        Of(part.Rule.When, words)
            .Concat(part.Terms.Zip(part.Rule.Terms).SelectMany(pair => Of(pair.Second.When, words)))
            .Concat(part.Terms.Select(term => new Feature(term.Place, term.Value)));

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
