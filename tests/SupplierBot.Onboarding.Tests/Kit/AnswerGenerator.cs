using CsCheck;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Tests.Kit;

/// <summary>Random answer sets over every choice question of the shipped policy, and riskier ones beside them.</summary>
internal static class AnswerGenerator
{
    private static readonly Policy Policy = PolicyText.Policy;
    private static readonly Question[] Questions = [.. Policy.Questions.Where(question => question.IsChoice)];

    /// <summary>Every choice question answered, also those that are skipped.</summary>
    public static Gen<Answers> Answers { get; } =
        Questions.Aggregate(
            Gen.Const(SupplierBot.Onboarding.Intake.Answers.Empty),
            (sofar, question) => Gen.Select(sofar, Picks(question), (answers, picked) => answers.With(question.Id, picked))
        );

    /// <summary>
    /// An answer set and one in which a single answer is riskier (src/SupplierBot.Onboarding/Policies/README.md "Order"), with the changed
    /// question.
    /// </summary>
    public static Gen<(Answers Before, Answers After, string Question)> Riskier { get; } =
        Gen.Select(
            Answers,
            OneOf(Questions.Where(question => question.Id is not ("proof" or "deal")).ToArray()),
            Gen.Int[0, 1000],
            (answers, question, seed) => (answers, Raise(answers, question, seed), question.Id)
        );

    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<string[]> Picks(Question question)
    {
        var ids = question.Choices.Select(choice => choice.Id).ToArray();
        return question.Kind == QuestionKind.One
            ? OneOf(ids).Select(id => new[] { id })
            : Gen.Select(
                OneOf(ids),
                Gen.Int[0, (1 << ids.Length) - 1],
                Gen.Int[0, (1 << ids.Length) - 1],
                (first, some, fewer) => ids.Where((id, index) => id == first || (some & fewer & (1 << index)) != 0).ToArray()
            );
    }

    private static Answers Raise(Answers answers, Question question, int seed)
    {
        var picked = answers.Picked(question.Id);
        var higher =
            question.Kind == QuestionKind.One
                ? question.Choices.Where(choice => choice.Rank > question.Choice(picked[0])!.Rank).ToList()
                : [.. question.Choices.Where(choice => !picked.Contains(choice.Id))];
        if (higher.Count == 0)
        {
            return answers;
        }

        var chosen = higher[seed % higher.Count].Id;
        return question.Kind == QuestionKind.One ? answers.With(question.Id, chosen) : answers.With(question.Id, [.. picked, chosen]);
    }
}
