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
        if (!answers.Answered(question.Id))
            return question.Required ? [new Hint(question.Id, HintKind.Required)] : [];
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
        if (picked.Any(choice => question.Choice(choice) is null))
            yield return new(question.Id, HintKind.UnknownChoice);
        else if (question.Kind == QuestionKind.One && picked.Length > 1)
            yield return new(question.Id, HintKind.OnlyOne);
    }

    private static IEnumerable<Hint> Day(Question question, string value, DateOnly today) =>
        Dates.Read(value) switch
        {
            null when TypedDay.Read(value, today, past: true) is TypedDay.Either either =>
            [
                new Hint(question.Id, HintKind.EitherDay, Detail: $"{Dates.Whole(either.First)}\n{Dates.Whole(either.Second)}"),
            ],
            null => [new Hint(question.Id, HintKind.NotADay)],
            { } day when day < today.AddYears(-MostYearsAgo) || day > today.AddYears(MostYearsAhead) =>
            [
                new Hint(question.Id, HintKind.NotADay),
            ],
            { } day when day < today => [new Hint(question.Id, HintKind.PastStart)],
            _ => [],
        };

    private static IEnumerable<Hint> Address(Question question, string value) =>
        WebAddress.LooksRight(value) ? [] : [new Hint(question.Id, HintKind.NotAWebAddress)];

    private static IEnumerable<Hint> Length(Question question, Answers answers)
    {
        var (text, most) = (answers.One(question.Id)!, QuestionFields.MostOf(question));
        return text.Length <= most
            ? []
            : [new Hint(question.Id, PageReading.WasCut(text) ? HintKind.MuchTooLong : HintKind.TooLong, Length: text.Length, Most: most)];
    }
}

public enum HintKind
{
    /// <summary>Nothing was typed or picked.</summary>
    Required,

    /// <summary>A choice this question does not have: another policy, or a client that made it up.</summary>
    UnknownChoice,

    /// <summary>More than one where one is meant.</summary>
    OnlyOne,
    TooLong,

    /// <summary>So long that only its beginning was kept.</summary>
    MuchTooLong,
    NotAWebAddress,
    NotADay,

    /// <summary>Two days may be meant: both are shown, one a line.</summary>
    EitherDay,

    /// <summary>"None" came with others; the others were kept.</summary>
    NothingElse,
    PastStart,
    UnknownOwner,

    /// <summary>Several people are called so, or it was somebody else's name.</summary>
    WhichOwner,

    /// <summary>Of a list of names, some are only like one that is known: each a line, with what may be meant behind a tab.</summary>
    WhichName,

    /// <summary>More names than are counted.</summary>
    ManyNames,

    /// <summary>Picked from the platform's list, and the platform does not say that they work here.</summary>
    UnconfirmedPerson,
}

/// <summary>What there is to say about one answer.</summary>
/// <param name="Detail">What the sentence needs: a label, the name that was typed, ids to choose from, or empty.</param>
/// <param name="Length">Characters that were typed, and how many fit; 0 where it is not about length.</param>
public sealed record Hint(string Question, HintKind Kind, string Detail = "", int Length = 0, int Most = 0)
{
    /// <summary>The page cannot be left behind with it; the others only inform.</summary>
    public bool Blocks =>
        Kind
            is HintKind.Required
                or HintKind.UnknownChoice
                or HintKind.OnlyOne
                or HintKind.TooLong
                or HintKind.MuchTooLong
                or HintKind.NotAWebAddress
                or HintKind.NotADay
                or HintKind.EitherDay
                or HintKind.WhichOwner
                or HintKind.WhichName
                or HintKind.ManyNames
                or HintKind.UnconfirmedPerson;
}
