using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Intake;

/// <param name="Answers">With what the page said in place of what was there before.</param>
/// <param name="Hints">Of this page's questions: what is wrong or missing, and what only informs.</param>
public sealed record PageRead(Answers Answers, IReadOnlyList<Hint> Hints)
{
    public bool Blocked => Hints.Any(hint => hint.Blocks);
    public IEnumerable<Hint> News => Hints.Where(hint => !hint.Blocks);
}

/// <summary>What somebody put into a page becomes answers. Everything typed is kept, also what is wrong.</summary>
public static class PageReading
{
    /// <summary>
    /// Longer is nobody's answer, and a row has an end (32,768 characters in a string, src/SupplierBot.Storage/TABLES.md "Limits").
    /// </summary>
    public const int MostKept = 4_000;
    private const int MostChoices = 40;
    private const int LongestChoice = 64;

    private static readonly string[] Oneself = ["me", "myself", "i", "self", "i do", "i will"];

    /// <param name="values">By question id, exactly as sent; a client that leaves an empty input out means empty.</param>
    /// <param name="owner">What there is to say about the name of an owner, by the question's id.</param>
    /// <param name="names">The text to keep of a list of names, and what there is to ask about it; null where nobody knows any.</param>
    public static PageRead Read(
        Policy policy,
        QuestionPage page,
        IReadOnlyDictionary<string, string> values,
        Answers answers,
        DateOnly today,
        Func<string, string, Hint?> owner,
        Func<Question, string, (string Text, Hint? Hint)>? names = null
    )
    {
        var hints = new List<Hint>();
        var questions = Interview.Questions(policy, page, answers);
        foreach (var question in questions)
        {
            var value = question.IsChoice ? FoldedChoices.Together(values, question.Id) : values.GetValueOrDefault(question.Id) ?? "";
            answers =
                question.IsChoice ? Picked(question, value, answers, hints)
                : names is not null && NamedAnswers.IsOne(question) ? Named(question, value, answers, names, hints)
                : Typed(question, value, answers, today, owner, hints);
        }
        foreach (var question in questions)
            hints.AddRange(AnswerChecks.Of(question, answers, today));
        return new(answers, hints);
    }

    /// <summary>As the answer to one text question: cleaned, cut where no answer could be that long.</summary>
    public static Answers WithText(Question question, string value, Answers answers)
    {
        var text = question.Kind == QuestionKind.LongText ? TypedText.Lines(value) : TypedText.OneLine(value);
        return text.Length == 0 ? answers.Without(question.Id) : answers.With(question.Id, text.Length > MostKept ? Cut(text) : text);
    }

    /// <summary>Whether a text was longer than what is kept of it: then nobody knows any more how long it was.</summary>
    public static bool WasCut(string text) => text.Length is MostKept or MostKept - 1 && text[^1] == '…';

    private static string Cut(string text) => $"{text[..(MostKept - (char.IsHighSurrogate(text[MostKept - 2]) ? 2 : 1))]}…";

    private static Answers Typed(
        Question question,
        string value,
        Answers answers,
        DateOnly today,
        Func<string, string, Hint?> owner,
        List<Hint> hints
    )
    {
        if (answers.One(question.Id) is { } saved && FieldTexts.IsCutOf(question, value, saved))
            return answers;
        var after = WithText(question, value, answers);
        if (question.Kind == QuestionKind.Date)
            return after.One(question.Id) is { } day && TypedDay.Read(day, today, past: true) is TypedDay.Sure sure
                ? after.With(question.Id, Dates.Value(sure.Day))
                : after;
        if (question.Kind != QuestionKind.Person || after.One(question.Id) is not { } typed)
            return after;
        var name = PersonNames.Typed(typed);
        if (name.Length == 0 || Oneself.Contains(name.ToLowerInvariant()))
            return after.Without(question.Id);
        if (owner(question.Id, name) is { } hint)
            hints.Add(hint);
        return after;
    }

    private static Answers Named(
        Question question,
        string value,
        Answers answers,
        Func<Question, string, (string Text, Hint? Hint)> names,
        List<Hint> hints
    )
    {
        if (answers.One(question.Id) is { } saved && FieldTexts.IsCutOf(question, value, saved))
            return answers;
        var after = WithText(question, value, answers);
        if (after.One(question.Id) is not { } typed)
            return after;
        var (text, hint) = names(question, typed);
        if (hint is not null)
            hints.Add(hint);
        return after.With(question.Id, text);
    }

    private static Answers Picked(Question question, string value, Answers answers, List<Hint> hints)
    {
        var sent = value
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Take(MostChoices)
            .Select(choice => Texts.Clip(TypedText.OneLine(choice), LongestChoice))
            .Where(choice => choice.Length > 0)
            .Distinct()
            .ToList();
        var kept = question.WithoutAlone(sent);
        if (kept.Count < sent.Count)
            hints.Add(new(question.Id, HintKind.NothingElse, question.Choice(sent.Except(kept).First())?.Label ?? ""));
        return kept.Count == 0 ? answers.Without(question.Id) : answers.With(question.Id, [.. InOrder(question, kept)]);
    }

    /// <summary>In the order of the policy, so that the same ticks are the same answer; unknown ones last.</summary>
    private static IEnumerable<string> InOrder(Question question, IReadOnlyList<string> picked) =>
        [
            .. question.Choices.Select(choice => choice.Id).Where(picked.Contains),
            .. picked.Where(choice => question.Choice(choice) is null).Order(StringComparer.Ordinal),
        ];
}

/// <summary>
/// A text that is longer than its field is cut for the field alone: what is saved stays whole. A field that comes back as it was cut says
/// nothing new. Clients refuse a field whose text is longer than it takes.
/// </summary>
public static class FieldTexts
{
    /// <summary>Characters no client's field exceeds.</summary>
    public const int Longest = 3_000;

    /// <summary>The beginning that fits, as it is: no sign for what is missing, which would come back as typed.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    public static string Shown(Question question, string saved) => Cut(saved, MostOf(question));

    /// <summary>Whether the field came back as the cut beginning of what is saved.</summary>
    public static bool IsCutOf(Question question, string sent, string saved) =>
        saved.Length > MostOf(question) && TypedText.Lines(sent) == TypedText.Lines(Shown(question, saved));

    private static int MostOf(Question question) => Math.Min(QuestionFields.MostOf(question), Longest);
}
