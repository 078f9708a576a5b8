using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Views;

/// <summary>A question of the policy as an input of a card, with what was answered and what is wrong with it.</summary>
public static class QuestionFields
{
    private const int LongestAddress = 200;
    private const int LongestPerson = 100;
    private const int MostNamed = 3;

    public static Field Of(Question question, Answers answers, IReadOnlyCollection<Hint> hints, Wording wording) =>
        Divided(Whole(question, answers, hints, wording), question, wording);

    /// <summary>What few people need is on a row of its own, with all that is ticked there in sight.</summary>
    private static Field Divided(Field field, Question question, Wording wording)
    {
        if (question.Rare.Count == 0)
            return field;
        var choices = field.Choices.Where(choice => question.Rare.Contains(choice.Id)).ToList();
        return field with
        {
            // One of the two inputs is enough, which no client can know.
            Required = false,
            Graver = new(
                field.Id + FoldedChoices.Ending,
                wording["field.graver"],
                Named(question, choices, wording),
                FoldedChoices.Among(choices, field.Value),
                choices
            ),
        };
    }

    /// <summary>The first few, so that people know what to open it for.</summary>
    private static string Named(Question question, List<FieldChoice> choices, Wording wording)
    {
        var names = string.Join(", ", choices.Take(MostNamed).Select(choice => question.Choice(choice.Id)!.Words));
        var more = choices.Count - MostNamed;
        var said = more > 0 ? $"{names} {wording.Fill("list.more", ("n", CaseTexts.Number(more)))}" : names;
        return said.Length == 0 ? said : char.ToUpperInvariant(said[0]) + said[1..];
    }

    private static Field Whole(Question question, Answers answers, IReadOnlyCollection<Hint> hints, Wording wording) =>
        new(
            question.Id,
            // A list that came to nothing is not offered once more: the name can be typed.
            hints.Any(hint => hint.Question == question.Id && hint.Kind == HintKind.UnconfirmedPerson)
                ? FieldKind.Text
                : KindOf(question.Kind),
            question.Prompt,
            question.Help ?? "",
            question.IsChoice || question.Kind == QuestionKind.Date
                ? string.Join(
                    ',',
                    answers.Answered(question.Id) ? answers.Picked(question.Id) : [.. new[] { question.Preset }.OfType<string>()]
                )
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
            QuestionKind.Person => FieldKind.Person,
            QuestionKind.Text or QuestionKind.Url => FieldKind.Text,
        };
}
