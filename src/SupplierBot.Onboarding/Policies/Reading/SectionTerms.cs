using System.Globalization;

namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>
/// Which ids the conditions of each section may use (Policies/README.md "Policy conditions"). What a fact means is fixed in the program;
/// here is what it follows from.
/// </summary>
internal sealed class SectionTerms
{
    /// <summary>Derived facts and the questions they follow from.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> DerivedFacts = new Dictionary<string, string[]>(StringComparer.Ordinal)
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

    private readonly IReadOnlyList<PolicyConditionSubject> always;
    private readonly IReadOnlyList<string> texts;

    public SectionTerms(IReadOnlyList<Question> questions, IEnumerable<string> types)
    {
        always =
        [
            .. questions.Where(question => question.IsChoice).Select(Of),
            new(
                "sensitivity",
                OneOrderedSigns,
                [.. Enumerable.Range(0, ScoreSection.Levels.Count).Select(level => level.ToString(CultureInfo.InvariantCulture))]
            ),
            new("types", SeveralSigns, [.. types]),
            .. FromAnswers.Select(YesOrNo),
        ];
        texts = [.. questions.Where(question => !question.IsChoice).Select(question => question.Id)];
    }

    /// <summary>Questions and floors: nothing that is known only later.</summary>
    public PolicyConditionTerms Answers => With();
    public PolicyConditionTerms Clauses => With(TierSubject);
    public PolicyConditionTerms Approvals => With(TierSubject, YesOrNo("clause_changed"));
    public PolicyConditionTerms Checks => With(YesOrNo("registered"));

    public PolicyConditionTerms Suggestions(IEnumerable<string> floors, IEnumerable<string> clauses) =>
        With(TierSubject, new("floors", ["has"], [.. floors]), new("clauses", ["has"], [.. clauses]));

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
        new([.. always, .. more], [.. DerivedFacts.Keys, "floors", "clauses", .. texts]);
}
