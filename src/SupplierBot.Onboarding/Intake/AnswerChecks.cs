using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Intake;

/// <summary>What there is to say about one stored answer. A wrong one is kept and asked about again, never thrown away.</summary>
internal static class AnswerChecks
{
    /// <summary>A day beyond them is a slip of the hand, and would stand in the register for good.</summary>
    private const int MostYearsAgo = 30;
    private const int MostYearsAhead = 10;

    public static IEnumerable<Hint> Of(Question question, Answers answers, DateOnly today)
    {
        if (!answers.Answered(question.Id)) return question.Required ? [new Hint(question.Id, HintKind.Required)] : [];
        return question.Kind switch
        {
            QuestionKind.One or QuestionKind.Several => Choices(question, answers),
            QuestionKind.Date => Day(question, answers.One(question.Id)!, today),
            QuestionKind.Url => [.. Length(question, answers), .. Address(question, answers.One(question.Id)!)],
            QuestionKind.Text or QuestionKind.LongText or QuestionKind.Person => Length(question, answers),
        };
    }

    private static IEnumerable<Hint> Choices(Question question, Answers answers)
    {
        var picked = answers.Picked(question.Id);
        if (picked.Any(choice => question.Choice(choice) is null)) yield return new(question.Id, HintKind.UnknownChoice);
        else if (question.Kind == QuestionKind.One && picked.Length > 1) yield return new(question.Id, HintKind.OnlyOne);
    }

    private static IEnumerable<Hint> Day(Question question, string value, DateOnly today) => Dates.Read(value) switch
    {
        null when TypedDay.Read(value, today, past: true) is TypedDay.Either either => [new Hint(question.Id, HintKind.EitherDay, Detail: $"{Dates.Whole(either.First)}\n{Dates.Whole(either.Second)}")],
        null => [new Hint(question.Id, HintKind.NotADay)],
        { } day when day < today.AddYears(-MostYearsAgo) || day > today.AddYears(MostYearsAhead) => [new Hint(question.Id, HintKind.NotADay)],
        { } day when day < today => [new Hint(question.Id, HintKind.PastStart)],
        _ => [],
    };

    private static IEnumerable<Hint> Address(Question question, string value) =>
        WebAddress.LooksRight(value) ? [] : [new Hint(question.Id, HintKind.NotAWebAddress)];

    private static IEnumerable<Hint> Length(Question question, Answers answers)
    {
        var (text, most) = (answers.One(question.Id)!, QuestionFields.MostOf(question));
        return text.Length <= most ? [] : [new Hint(question.Id, PageReading.WasCut(text) ? HintKind.MuchTooLong : HintKind.TooLong, Length: text.Length, Most: most)];
    }
}
