using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;

namespace SupplierBot.Onboarding.Intake;

/// <summary>Which questions are asked. Values given to skipped questions are ignored, but kept in case the questions return.</summary>
public static class SkippedQuestions
{
    /// <summary>Ids of the questions that are asked with these answers, in the order of the policy.</summary>
    public static IReadOnlyList<string> Reachable(Policy policy, Answers answers) => AskedQuestions.Of(policy, answers).Ids();

    /// <summary>Reads the choices in the order of the policy: a skip rule sees only what earlier questions were really asked.</summary>
    internal static AnswerBits Reached(PreparedPolicy prepared, Answers answers)
    {
        var words = prepared.Words;
        var picked = new ulong[words.Count];
        var given = new AnswerBits(words, picked);
        var place = 0;
        for (var index = 0; index < prepared.Skips.Length; index++)
        {
            if (!prepared.Policy.Questions[index].IsChoice)
            {
                continue;
            }

            picked[place] = prepared.Skips[index].Holds(given) ? 0 : Bits(words, place, answers);
            place++;
        }

        return given;
    }

    private static ulong Bits(QuestionIndex words, int place, Answers answers)
    {
        var bits = 0UL;
        foreach (var choice in answers.Picked(words.Question(place).Id))
        {
            bits |= words.Bit(place, choice);
        }

        return bits;
    }
}
