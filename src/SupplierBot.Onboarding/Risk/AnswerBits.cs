using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk;

/// <summary>
/// What is known about one set of answers, for conditions: the reachable choices, what follows from them, and the tier once it is known. A
/// question that is not reached or not answered has nothing picked, so every comparison with it is false.
/// </summary>
public readonly struct AnswerBits
{
    private readonly ulong[] picked;

    internal AnswerBits(
        QuestionIndex words,
        ulong[] picked,
        Tier? tier = null,
        ulong floors = 0,
        ulong clauses = 0,
        bool clauseChanged = false
    )
    {
        Words = words;
        this.picked = picked;
        Tier = tier;
        Floors = floors;
        Clauses = clauses;
        ClauseChanged = clauseChanged;
    }

    public static AnswerBits Of(Policy policy, Answers answers, Tier? tier = null) =>
        SkippedQuestions.Reached(PreparedPolicy.Of(policy), answers).With(tier);

    public Tier? Tier { get; }
    public int Sensitivity => Highest(Picked(Words.Data));
    public bool NoProof => PolicyConditionCompiler.Holds(new PolicyCondition.Holds("no_proof"), this);
    public IReadOnlyList<string> Types => SupplierTypes.Of(Words, Picked(Words.Role));

    internal QuestionIndex Words { get; }
    internal ulong Floors { get; }
    internal ulong Clauses { get; }
    internal bool ClauseChanged { get; }

    internal ulong Picked(int place) => picked[place];

    internal AnswerBits With(Tier? tier) => new(Words, picked, tier, Floors, Clauses, ClauseChanged);

    internal AnswerBits WithFloors(ulong floors) => new(Words, picked, Tier, floors, Clauses, ClauseChanged);

    internal AnswerBits WithClauses(ulong clauses) => new(Words, picked, Tier, Floors, clauses, ClauseChanged);

    internal AnswerBits WithClauseChanged(bool changed) => new(Words, picked, Tier, Floors, Clauses, changed);

    private int Highest(ulong data) => data == 0 ? 0 : Words.Choices(Words.Data, data).Max(choice => choice.Rank);
}
