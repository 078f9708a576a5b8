using System.Globalization;

namespace SupplierBot.Onboarding;

/// <summary>Which ids the conditions of each section may use (policy.md §10). What a fact means is fixed in the program; here is what it follows from.</summary>
internal sealed class SectionWords
{
    /// <summary>Derived facts and the questions they follow from.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Facts = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["sensitivity"] = ["data"],
        ["types"] = ["role"],
        ["personal"] = ["data"],
        ["crown"] = ["data"],
        ["full_proof"] = ["proof"],
        ["no_proof"] = ["proof"],
        ["organisation.regulated"] = [],
        ["tier"] = [],
        ["registered"] = [],
        ["clause_changed"] = [],
    };

    private static readonly string[] FromAnswers = ["personal", "crown", "full_proof", "no_proof", "organisation.regulated"];

    private static readonly string[] OneSigns = ["is"];
    private static readonly string[] SeveralSigns = ["is", "has"];
    private static readonly string[] OrderSigns = [">=", "<="];
    private static readonly string[] OneOrderedSigns = [.. OneSigns, .. OrderSigns];
    private static readonly string[] SeveralOrderedSigns = [.. SeveralSigns, .. OrderSigns];

    private readonly IReadOnlyList<ConditionSubject> always;
    private readonly IReadOnlyList<string> texts;

    public SectionWords(IReadOnlyList<Question> questions, IEnumerable<string> types)
    {
        always =
        [
            .. questions.Where(question => question.IsChoice).Select(Of),
            new("sensitivity", OneOrderedSigns, [.. Enumerable.Range(0, ScoreSection.Levels.Count).Select(level => level.ToString(CultureInfo.InvariantCulture))]),
            new("types", SeveralSigns, [.. types]),
            .. FromAnswers.Select(YesOrNo),
        ];
        texts = [.. questions.Where(question => !question.IsChoice).Select(question => question.Id)];
    }

    /// <summary>Questions and floors: nothing that is known only later.</summary>
    public ConditionWords Answers => With();
    public ConditionWords Clauses => With(TierSubject);
    public ConditionWords Approvals => With(TierSubject, YesOrNo("clause_changed"));
    public ConditionWords Checks => With(YesOrNo("registered"));

    public ConditionWords Suggestions(IEnumerable<string> floors, IEnumerable<string> clauses) =>
        With(TierSubject, new("floors", ["has"], [.. floors]), new("clauses", ["has"], [.. clauses]));

    private static ConditionSubject TierSubject => new("tier", OneOrderedSigns, Enum.GetNames<Tier>());

    private static ConditionSubject YesOrNo(string fact) => new(fact, [], []);

    private static ConditionSubject Of(Question question)
    {
        var ordered = question.Choices.Any(choice => choice.Rank > 0);
        var signs = question.Kind == QuestionKind.One
            ? ordered ? OneOrderedSigns : OneSigns
            : ordered ? SeveralOrderedSigns : SeveralSigns;
        return new(question.Id, signs, [.. question.Choices.Select(choice => choice.Id)]);
    }

    private ConditionWords With(params ReadOnlySpan<ConditionSubject> more) => new([.. always, .. more], [.. Facts.Keys, "floors", "clauses", .. texts]);
}
