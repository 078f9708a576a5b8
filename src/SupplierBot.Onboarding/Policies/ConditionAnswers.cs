using System.Globalization;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Policies;

/// <summary>A condition as what it is made of, in words.</summary>
/// <param name="All">Each is needed; false where each is enough, null where there is one alone.</param>
internal sealed record ConditionParts(bool? All, IReadOnlyList<string> Words);

/// <summary>A condition on its way to words.</summary>
internal abstract record ConditionPart
{
    private ConditionPart() { }

    public sealed record Sentence(string Words) : ConditionPart
    {
        /// <summary>Without the quotes that it may have.</summary>
        public string? Bare { get; init; }
    }

    /// <param name="Key">How the choices stand in the sentence.</param>
    /// <param name="Choices">Ids.</param>
    public sealed record Answer(AnsweredSubject Subject, string Key, IReadOnlyList<string> Choices) : ConditionPart
    {
        public bool Negated { get; init; }
        public bool Merges => Key == ConditionAnswers.OneOf;
    }

    public sealed record Not(ConditionPart Part) : ConditionPart;

    public sealed record Group(bool All, IReadOnlyList<ConditionPart> Parts) : ConditionPart;
}

/// <summary>A question, or the supplier's types.</summary>
internal sealed record AnsweredSubject(string Id, string Label, bool Several, bool ReadByBest, IReadOnlyList<Choice> Choices);

/// <summary>Statements about one answer.</summary>
internal sealed class ConditionAnswers(Policy policy, Wording wording)
{
    /// <summary>Key of statements that two make one of.</summary>
    public const string OneOf = "answer";

    /// <summary>More choices than that are told by the first of them, "or riskier".</summary>
    private const int MostNamed = 5;
    private const int MostNamedBelow = 3;

    public ConditionPart Of(PolicyCondition condition) =>
        condition switch
        {
            PolicyCondition.Is("sensitivity", var level) => Level(level, "level_is", rank => rank == Rank(level)),
            PolicyCondition.AtLeast("sensitivity", var level) => Level(level, "level_from", rank => rank >= Rank(level)),
            PolicyCondition.AtMost("sensitivity", var level) => Level(level, "level_to", rank => rank <= Rank(level)),
            PolicyCondition.Is(var id, var value) => Is(Subject(id), value),
            PolicyCondition.Has(var id, var value) => Has(Subject(id), value),
            PolicyCondition.AtLeast(var id, var value) => AtLeast(Subject(id), value),
            PolicyCondition.AtMost(var id, var value) => AtMost(Subject(id), value),
            _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}."),
        };

    public string Text(ConditionPart.Answer answer) =>
        wording.Fill(
            answer.Negated ? $"when.{answer.Key}_not" : $"when.{answer.Key}",
            ("label", answer.Subject.Label),
            ("words", Listed([.. answer.Subject.Choices.Where(choice => answer.Choices.Contains(choice.Id)).Select(Quoted)]))
        );

    private string Quoted(Choice choice) => wording.Fill("when.quoted", ("what", choice.Words));

    private string Listed(IReadOnlyList<string> words) =>
        words.Count == 1 ? words[0] : string.Join(", ", words.SkipLast(1)) + wording["when.last_of_list"] + words[^1];

    private static ConditionPart.Answer Is(AnsweredSubject subject, string value) =>
        subject.Several ? new(subject, "only", [value]) : Has(subject, value);

    /// <summary>With the choices that count as this one.</summary>
    private static ConditionPart.Answer Has(AnsweredSubject subject, string value) =>
        new(
            subject,
            OneOf,
            [value, .. subject.Choices.Where(choice => choice.Also.Contains(value) && choice.Id != value).Select(choice => choice.Id)]
        );

    private static ConditionPart.Answer AtLeast(AnsweredSubject subject, string value)
    {
        var choices = Ids(subject, rank => rank >= Rank(subject, value));
        return subject.ReadByBest ? new(subject, "best", choices)
            : choices.Count <= MostNamed ? new(subject, OneOf, choices)
            : new(subject, "riskier", [value]);
    }

    private static ConditionPart.Answer AtMost(AnsweredSubject subject, string value)
    {
        var choices = Ids(subject, rank => rank <= Rank(subject, value));
        return subject.ReadByBest || (!subject.Several && choices.Count <= MostNamed) ? new(subject, OneOf, choices)
            : choices.Count <= MostNamedBelow ? new(subject, "only", choices)
            : new(subject, "no_riskier", [value]);
    }

    /// <summary>The highest level is told by what is of it, others by the first that people see.</summary>
    private ConditionPart.Answer Level(string level, string key, Func<int, bool> holds)
    {
        var subject = Subject(NeededQuestions.Data);
        var choices = Ids(subject, holds);
        var first = subject.Choices.First(choice => choice.Rank == Rank(level)).Id;
        var isAlone = choices.All(id => Rank(subject, id) == Rank(level));
        return key == "level_from" && isAlone ? new(subject, OneOf, choices)
            : key == "level_to" && isAlone ? new(subject, "only", choices)
            : new(subject, key, [first]);
    }

    private static int Rank(string level) => int.Parse(level, CultureInfo.InvariantCulture);

    private static int Rank(AnsweredSubject subject, string value) => subject.Choices.First(choice => choice.Id == value).Rank;

    private static IReadOnlyList<string> Ids(AnsweredSubject subject, Func<int, bool> holds) =>
        [.. subject.Choices.Where(choice => holds(choice.Rank)).Select(choice => choice.Id)];

    private AnsweredSubject Subject(string id)
    {
        if (id == "types")
            return new(
                id,
                wording["when.types"],
                true,
                false,
                [.. policy.Types.Select(type => new Choice(type.Id, type.Title, type.Words, 0))]
            );
        var question = policy.Question(id);
        return new(id, question.Label, question.Kind == QuestionKind.Several, question.ReadByBest, question.Choices);
    }
}
