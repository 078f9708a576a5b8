namespace SupplierBot.Onboarding;

/// <summary>Questions as inputs of a card.</summary>
internal static class PageFields
{
    public static Field Of(Question question, string value, string error, Wording wording) => new(
        question.Id,
        KindOf(question.Kind),
        question.Prompt,
        question.Help ?? "",
        value,
        question.Required,
        question.Required ? Missing(question, wording) : "",
        error,
        question.Example ?? "",
        question.MaxLength,
        [.. question.Choices.Select(choice => new FieldChoice(choice.Id, choice.Label))]);

    public static string Missing(Question question, Wording wording) => question.Missing ?? question.Kind switch
    {
        QuestionKind.One => wording["field.one"],
        QuestionKind.Several => wording["field.several"],
        _ => wording["field.text"],
    };

    private static FieldKind KindOf(QuestionKind kind) => kind switch
    {
        QuestionKind.LongText => FieldKind.LongText,
        QuestionKind.Date => FieldKind.Date,
        QuestionKind.One => FieldKind.One,
        QuestionKind.Several => FieldKind.Several,
        QuestionKind.Text or QuestionKind.Url or QuestionKind.Person => FieldKind.Text,
    };
}
