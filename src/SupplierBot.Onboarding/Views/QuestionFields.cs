using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Views;

/// <summary>A question of the policy as an input of a card, with what was answered and what is wrong with it.</summary>
public static class QuestionFields
{
    private const int LongestAddress = 200;
    private const int LongestPerson = 100;

    public static Field Of(Question question, Answers answers, IEnumerable<Hint> hints, Wording wording) =>
        new(
            question.Id,
            KindOf(question.Kind),
            question.Prompt,
            question.Help ?? "",
            question.IsChoice || question.Kind == QuestionKind.Date
                ? string.Join(',', answers.Picked(question.Id))
                : FieldTexts.Shown(question, string.Join(',', answers.Picked(question.Id))),
            question.Required,
            Missing(question, wording),
            string.Join(' ', hints.Where(hint => hint.Question == question.Id).Select(hint => HintTexts.Of(hint, question, wording))),
            question.Example ?? "",
            question.IsChoice || question.Kind == QuestionKind.Date ? 0 : MostOf(question),
            [.. question.Choices.Select(choice => new FieldChoice(choice.Id, choice.Label))]
        );

    /// <summary>Characters that fit.</summary>
    public static int MostOf(Question question) =>
        question switch
        {
            { MaxLength: > 0 } => question.MaxLength,
            { Kind: QuestionKind.Person } => LongestPerson,
            _ => LongestAddress,
        };

    public static string Missing(Question question, Wording wording) =>
        question switch
        {
            { Missing: { } own } => own,
            { Kind: QuestionKind.One } => wording["field.one"],
            { Kind: QuestionKind.Several } => wording["field.several"],
            _ => wording["field.text"],
        };

    private static FieldKind KindOf(QuestionKind kind) =>
        kind switch
        {
            QuestionKind.LongText => FieldKind.LongText,
            QuestionKind.Date => FieldKind.Date,
            QuestionKind.One => FieldKind.One,
            QuestionKind.Several => FieldKind.Several,
            QuestionKind.Text or QuestionKind.Url or QuestionKind.Person => FieldKind.Text,
        };
}
