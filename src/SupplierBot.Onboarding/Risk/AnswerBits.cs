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

    internal AnswerBits(QuestionIndex words, ulong[] picked) => (Words, this.picked) = (words, picked);

    public static AnswerBits Of(Policy policy, Answers answers, Tier? tier = null) =>
        SkippedQuestions.Reached(PreparedPolicy.Of(policy), answers) with
        {
            Tier = tier,
        };

    public Tier? Tier { get; init; }

    /// <summary>Somebody changed or refused a clause.</summary>
    public bool ClauseChanged { get; init; }

    /// <summary>A question that is asked was answered "not sure".</summary>
    public bool OpenPoints { get; init; }

    public IReadOnlyList<string> Types => Words.Types(Picked(Words.Role));

    internal QuestionIndex Words { get; }

    /// <summary>One bit for each floor of the policy that applies.</summary>
    internal ulong Floors { get; init; }

    /// <summary>One bit for each clause that applies.</summary>
    internal ulong Clauses { get; init; }

    /// <summary>One bit for each check that was raised.</summary>
    internal ulong Checks { get; init; }

    internal ulong Picked(int place) => picked[place];
}
