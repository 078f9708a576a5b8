using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Views;

/// <summary>An answer in words, on one line.</summary>
public static class AnswerTexts
{
    private const int OneLine = 200;

    /// <returns>Empty where nothing was answered.</returns>
    public static string Of(Question question, Answers answers, Context context) => question.Kind switch
    {
        QuestionKind.One or QuestionKind.Several => Picked(question, answers.Picked(question.Id)),
        QuestionKind.Date => Dates.Read(answers.One(question.Id) ?? "") is { } day ? Dates.Day(day, context) : answers.One(question.Id) ?? "",
        _ => Texts.Clip(TypedText.OneLine(answers.One(question.Id) ?? ""), OneLine),
    };

    /// <summary>Several choices in the order of the policy; one that the policy no longer has shows its id.</summary>
    public static string Picked(Question question, IReadOnlyList<string> picked) => string.Join(", ",
        question.Choices.Where(choice => picked.Contains(choice.Id)).Select(choice => choice.Words)
            .Concat(picked.Where(id => question.Choice(id) is null)));
}
