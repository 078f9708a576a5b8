using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk.Proofs;

/// <summary>I6: wherever a question is skipped, no value for it would change the score, a floor or whether a clause applies.</summary>
internal static class SkipProof
{
    public static void Run(PreparedPolicy prepared, Findings findings)
    {
        var examined = 0L;
        foreach (
            var (index, question) in prepared.Policy.Questions.Index().Where(pair => pair.Item.IsChoice && pair.Item.SkipWhen is not null)
        )
        {
            foreach (var rule in ProvedRule.All(prepared).Where(rule => rule.Reads(prepared.Words.Place(question.Id))))
            {
                examined += Try(prepared, prepared.Skips[index], question, rule, findings);
            }
        }

        findings.Proved("I6", "a skipped question has no effect, whatever its value", examined);
    }

    private static long Try(PreparedPolicy prepared, CompiledPolicyCondition skip, Question question, ProvedRule rule, Findings findings)
    {
        var words = prepared.Words;
        var place = words.Place(question.Id);
        var features = rule.Features.Concat(Features.Of(question.SkipWhen, words)).ToList();
        var space = new AnswerSpace(
            words,
            [
                .. features
                    .Select(feature => feature.Place)
                    .Distinct()
                    .Select(axis => new Partition(words, axis, features, absent: axis == place)),
            ]
        );
        for (var index = 0; index < space.Size; index++)
        {
            var answers = space.Answers(index);
            if (answers[place] != 0 && skip.Holds(new(words, answers)) && Difference(words, rule, answers, place) is { } tier)
            {
                findings.Broken(
                    "I6",
                    $"`{question.Id}` is not asked here, and yet {CounterexampleText.Picks(question, answers[place])} would change {rule.Name}{tier}{CounterexampleText.Rest(words, answers, place)}"
                );
                break;
            }
        }

        return space.Size;
    }

    /// <summary>Where leaving the answer out makes a difference: "" or " at High"; null where it makes none.</summary>
    private static string? Difference(QuestionIndex words, ProvedRule rule, ulong[] answers, int place)
    {
        var without = (ulong[])answers.Clone();
        without[place] = 0;
        foreach (var tier in rule.ReadsTier ? Enum.GetValues<Tier>() : [Tier.Low])
        {
            if (rule.Value(new AnswerBits(words, answers) { Tier = tier }) != rule.Value(new AnswerBits(words, without) { Tier = tier }))
            {
                return rule.ReadsTier ? $" at {tier}" : "";
            }
        }

        return null;
    }
}
