using System.Globalization;

namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>
/// Which ids the conditions of each section may use (Policies/README.md "Policy conditions"): the choice questions, what the program knows
/// by itself, and the facts of the policy as far as they have been read.
/// </summary>
internal sealed class SectionTerms
{
    /// <summary>What the program knows by itself, and the questions it follows from.</summary>
    private static readonly Dictionary<string, string[]> BuiltIn = new(StringComparer.Ordinal)
    {
        ["sensitivity"] = [NeededQuestions.Data],
        ["types"] = [NeededQuestions.Role],
        ["organisation.regulated"] = [],
        ["tier"] = [],
        ["registered"] = [],
        ["clause_changed"] = [],
        ["open_points"] = [],
        ["floors"] = [],
        ["clauses"] = [],
        ["checks"] = [],
    };

    private static readonly string[] OneSigns = ["is"];
    private static readonly string[] SeveralSigns = ["is", "has"];
    private static readonly string[] OrderSigns = [">=", "<="];
    private static readonly string[] OneOrderedSigns = [.. OneSigns, .. OrderSigns];
    private static readonly string[] SeveralOrderedSigns = [.. SeveralSigns, .. OrderSigns];
    private static readonly string[] Among = ["has"];

    private readonly List<PolicyConditionSubject> always;
    private readonly IReadOnlyList<string> texts;
    private readonly Dictionary<string, IReadOnlyList<string>> questionsOfFacts = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    public SectionTerms(IReadOnlyList<Question> questions, IEnumerable<string> types)
    {
        var levels =
            questions.FirstOrDefault(question => question.Id == NeededQuestions.Data)?.Choices.Select(choice => choice.Rank).Max() ?? 0;
        always =
        [
            .. questions.Where(question => question.IsChoice).Select(Of),
            new(
                "sensitivity",
                OneOrderedSigns,
                [.. Enumerable.Range(0, levels + 1).Select(level => level.ToString(CultureInfo.InvariantCulture))]
            ),
            new("types", SeveralSigns, [.. types]),
            YesOrNo("organisation.regulated"),
        ];
        texts = [.. questions.Where(question => !question.IsChoice).Select(question => question.Id)];
    }

    /// <summary>Questions, facts, score and floors: nothing that is known only later.</summary>
    public PolicyConditionTerms Answers => With();
    public PolicyConditionTerms Clauses => With(TierSubject);

    public PolicyConditionTerms Approvals(IEnumerable<string> checks) =>
        With(TierSubject, YesOrNo("clause_changed"), new PolicyConditionSubject("checks", Among, [.. checks]));

    public PolicyConditionTerms Checks => With(YesOrNo("registered"));
    public PolicyConditionTerms Reviews => With(TierSubject, YesOrNo("open_points"), YesOrNo("clause_changed"));
    public PolicyConditionTerms PlainYes => With(TierSubject, YesOrNo("open_points"));

    public PolicyConditionTerms Flags(IEnumerable<string> checks) =>
        With(TierSubject, YesOrNo("open_points"), new PolicyConditionSubject("checks", Among, [.. checks]));

    public PolicyConditionTerms Suggestions(IEnumerable<string> floors, IEnumerable<string> clauses) =>
        With(TierSubject, new("floors", Among, [.. floors]), new("clauses", Among, [.. clauses]));

    /// <summary>From here on the fact may be used.</summary>
    public void Add(DerivedFact fact)
    {
        questionsOfFacts.TryAdd(fact.Id, [.. Questions(fact.When)]);
        always.Add(YesOrNo(fact.Id));
    }

    public bool Uses(string subject) => used.Contains(subject);

    /// <summary>The questions behind a condition; a fact stands for those it follows from.</summary>
    public IEnumerable<string> Questions(PolicyCondition condition) =>
        PolicyConditionSubjects
            .Of(condition)
            .SelectMany(subject =>
                questionsOfFacts.TryGetValue(subject, out var questions) ? questions
                : BuiltIn.TryGetValue(subject, out var known) ? known
                : [subject]
            )
            .Distinct();

    private static PolicyConditionSubject TierSubject => new("tier", OneOrderedSigns, Enum.GetNames<Tier>());

    private static PolicyConditionSubject YesOrNo(string derived) => new(derived, [], []);

    private static PolicyConditionSubject Of(Question question)
    {
        var ordered = question.Choices.Any(choice => choice.Rank > 0);
        var signs =
            question.Kind == QuestionKind.One
                ? ordered
                    ? OneOrderedSigns
                    : OneSigns
                : ordered
                    ? SeveralOrderedSigns
                    : SeveralSigns;
        return new(question.Id, signs, [.. question.Choices.Select(choice => choice.Id)]);
    }

    private PolicyConditionTerms With(params ReadOnlySpan<PolicyConditionSubject> more) =>
        new([.. always, .. more], [.. BuiltIn.Keys, .. texts], used);
}
