using System.Globalization;
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
    public static string Of(Question question, Answers answers, Context context) =>
        question.Kind switch
        {
            QuestionKind.One or QuestionKind.Several => Picked(question, answers.Picked(question.Id)),
            QuestionKind.Date => Dates.Read(answers.One(question.Id) ?? "") is { } day
                ? Dates.Day(day, context)
                : answers.One(question.Id) ?? "",
            _ => Texts.Clip(TypedText.OneLine(answers.One(question.Id) ?? ""), OneLine),
        };

    /// <summary>An address in it is a link. For what is shown and never for what is stored.</summary>
    public static string Linked(Question question, string words) =>
        question.Kind switch
        {
            QuestionKind.Url => Links.OfSite(words),
            QuestionKind.Text or QuestionKind.LongText => Links.In(words),
            _ => words,
        };

    /// <summary>Several choices in the order of the policy; one that the policy no longer has shows its id.</summary>
    public static string Picked(Question question, IReadOnlyList<string> picked) =>
        string.Join(
            ", ",
            question
                .Choices.Where(choice => picked.Contains(choice.Id))
                .Select(choice => choice.Words)
                .Concat(picked.Where(id => question.Choice(id) is null))
        );
}

/// <summary>A hint as it is said beside its field.</summary>
internal static class HintTexts
{
    private const int LongestName = 60;

    public static string Of(Hint hint, Question question, Wording wording) =>
        hint.Kind switch
        {
            HintKind.Required => QuestionFields.Missing(question, wording),
            HintKind.UnknownChoice => wording["field.unknown_choice"],
            HintKind.OnlyOne => wording["field.one"],
            HintKind.TooLong => wording.Fill("field.too_long", ("n", Number(hint.Length)), ("max", Number(hint.Most))),
            HintKind.MuchTooLong => wording.Fill("field.much_too_long", ("n", Number(PageReading.MostKept)), ("max", Number(hint.Most))),
            HintKind.NotAWebAddress => wording["field.web_address"],
            HintKind.NotADay => wording["field.day"],
            HintKind.EitherDay => wording.Fill(
                "field.day_either",
                ("first", hint.Detail.Split('\n')[0]),
                ("second", hint.Detail.Split('\n')[^1])
            ),
            HintKind.NothingElse => wording.Fill("field.nothing_else", ("none", hint.Detail)),
            HintKind.PastStart => wording["field.past_start"],
            HintKind.WhichOwner => wording.Fill("field.which_owner", ("ids", hint.Detail)),
            HintKind.WhichName => WhichName(hint.Detail, wording),
            HintKind.ManyNames => wording.Fill("field.many_names", ("n", Number(hint.Length)), ("max", Number(hint.Most))),
            HintKind.UnconfirmedPerson => wording["field.person_unconfirmed"],
            HintKind.UnknownOwner => wording.Fill("field.owner", ("typed", Texts.Clip(hint.Detail, LongestName))),
        };

    private static string WhichName(string detail, Wording wording) =>
        string.Join(
            ' ',
            detail
                .Split('\n')
                .Select(line => line.Split('\t'))
                .Select(one => wording.Fill("field.which_name", ("typed", Texts.Clip(one[0], LongestName)), ("names", one[^1])))
                .Append(wording["field.which_name_foot"])
        );

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
