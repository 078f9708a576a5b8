using System.Numerics;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk;

/// <summary>What the policy says about one set of answers. Pure: equal answers under an equal policy give an equal result.</summary>
public static class Assessor
{
    /// <summary>Halving the review interval stops here, months.</summary>
    private const int FewestReviewMonths = 3;

    /// <param name="decided">The tier that somebody set in place of the one of the answers; everything that follows from a tier follows
    /// from it. Null where nobody did.</param>
    /// <param name="clauseChanged">The supplier changed or refused a required clause.</param>
    public static Assessment Assess(Policy policy, Answers answers, Tier? decided = null, bool clauseChanged = false)
    {
        var prepared = PreparedPolicy.Of(policy);
        var answered = SkippedQuestions.Reached(prepared, answers);
        var points = Scoring.Points(prepared.Points, answered);
        var score = Scoring.Total(points);
        var floors = Holding(prepared.Floors, answered);
        var computed = TierOf(policy, score, floors);
        var tier = decided ?? computed;
        var given = answered.With(tier).WithFloors(floors);
        var internalOnly = OpenLicence.Stands(given);
        var required = RequiredClauses(prepared, given, internalOnly);
        given = given.WithClauses(required);
        var open = OpenPoints(given);
        var checks = Checks(prepared, given, answers);
        var types = given.Types;
        return new()
        {
            PolicyVersion = policy.Version,
            Type = SupplierTypes.Main(types, answers),
            Types = types,
            Tier = tier,
            ComputedTier = tier == computed ? null : computed,
            Score = score,
            Parts = ScorePartTexts.Of(prepared.Points, points, given),
            Floors = Chosen(policy.Floors, floors, floor => new AppliedFloor(floor.Id, floor.Minimum, floor.Words)),
            Clauses = Fill(prepared, required, given, answers),
            Evidence = Chosen(
                policy.Evidence,
                Holding(prepared.Evidence, given),
                rule => new RequiredEvidence(rule.Id, rule.Title, rule.Because)
            ),
            ReviewMonths = ReviewMonths(policy, given, open.Count > 0 || clauseChanged),
            Approvals = Seats.Of(prepared, given.WithClauseChanged(clauseChanged)),
            Flags = Flags.Of(given, open.Count > 0, checks),
            OpenPoints = open,
            Checks = checks,
            SuggestedConditions = Chosen(policy.SuggestedConditions, Holding(prepared.Suggestions, given), suggestion => suggestion.Id),
            InternalChecksOnly = internalOnly,
        };
    }

    /// <summary>The tier alone: what a what-if needs, without clauses and words.</summary>
    public static Tier TierOf(Policy policy, Answers answers)
    {
        var prepared = PreparedPolicy.Of(policy);
        var answered = SkippedQuestions.Reached(prepared, answers);
        return TierOf(policy, Scoring.Total(Scoring.Points(prepared.Points, answered)), Holding(prepared.Floors, answered));
    }

    /// <summary>The tier of the score, raised by every floor that applies.</summary>
    internal static Tier TierOf(Policy policy, int score, ulong floors)
    {
        var tier = Tier.Low;
        foreach (var line in policy.Tiers)
        {
            tier = score >= line.From && line.Tier > tier ? line.Tier : tier;
        }

        for (var rest = floors; rest != 0; rest &= rest - 1)
        {
            var least = policy.Floors[BitOperations.TrailingZeroCount(rest)].Minimum;
            tier = least > tier ? least : tier;
        }

        return tier;
    }

    private static ulong Holding(CompiledPolicyCondition[] conditions, in AnswerBits given)
    {
        var holding = 0UL;
        for (var index = 0; index < conditions.Length; index++)
        {
            holding |= conditions[index].Holds(given) ? 1UL << index : 0;
        }

        return holding;
    }

    private static ulong RequiredClauses(PreparedPolicy prepared, in AnswerBits given, bool openLicence)
    {
        var required = 0UL;
        for (var index = 0; index < prepared.Clauses.Length; index++)
        {
            required |= prepared.Clauses[index].Required(given, openLicence) ? 1UL << index : 0;
        }

        return required;
    }

    private static List<RequiredClause> Fill(PreparedPolicy prepared, ulong required, in AnswerBits given, Answers answers)
    {
        var clauses = new List<RequiredClause>(BitOperations.PopCount(required));
        var places = given.Picked(given.Words.Where) == 0 ? null : answers.One("where_text");
        string? Typed(string question) => question == "where" ? places : null;
        for (var rest = required; rest != 0; rest &= rest - 1)
        {
            clauses.Add(prepared.Clauses[BitOperations.TrailingZeroCount(rest)].Fill(given, Typed));
        }

        return clauses;
    }

    private static List<TResult> Chosen<T, TResult>(IReadOnlyList<T> all, ulong chosen, Func<T, TResult> show)
    {
        var shown = new List<TResult>(BitOperations.PopCount(chosen));
        for (var rest = chosen; rest != 0; rest &= rest - 1)
        {
            shown.Add(show(all[BitOperations.TrailingZeroCount(rest)]));
        }

        return shown;
    }

    private static List<string> OpenPoints(in AnswerBits given)
    {
        var open = new List<string>();
        for (var place = 0; place < given.Words.Count; place++)
        {
            if ((given.Picked(place) & given.Words.Bit(place, Choices.NotSure)) != 0)
            {
                open.Add(given.Words.Question(place).Id);
            }
        }

        return open;
    }

    private static List<RaisedCheck> Checks(PreparedPolicy prepared, in AnswerBits given, Answers answers)
    {
        var texts = new List<string>();
        foreach (var question in prepared.Policy.Questions)
        {
            if (question.Kind is QuestionKind.Text or QuestionKind.LongText && answers.One(question.Id) is { Length: > 0 } text)
            {
                texts.Add(text);
            }
        }

        var raised = new List<RaisedCheck>();
        foreach (var check in prepared.Checks)
        {
            if (check.Raise(given, texts) is { } found)
            {
                raised.Add(found);
            }
        }

        return raised;
    }

    private static int ReviewMonths(Policy policy, in AnswerBits given, bool halved)
    {
        var tier = given.Tier;
        var months = policy.Reviews.First(cycle => cycle.Tier == tier).Months;
        return halved || given.NoProof ? Math.Max(FewestReviewMonths, months / 2) : months;
    }
}
