using System.Numerics;

namespace SupplierBot.Onboarding;

/// <summary>What the policy says about one set of answers. Pure: equal answers under an equal policy give an equal result.</summary>
public static class Assessor
{
    /// <summary>Halving the review interval stops here, months.</summary>
    private const int FewestReviewMonths = 3;

    public static Assessment Assess(Policy policy, Answers answers)
    {
        var prepared = PreparedPolicy.Of(policy);
        var answered = Skips.Reached(prepared, answers);
        var points = Scoring.Points(prepared.Points, answered);
        var score = Scoring.Total(points);
        var floors = Holding(prepared.Floors, answered);
        var tier = TierOf(policy, score, floors);
        var facts = answered.With(tier).WithFloors(floors);
        var internalOnly = OpenLicence.Stands(facts);
        var required = RequiredClauses(prepared, facts, internalOnly);
        facts = facts.WithClauses(required);
        var open = OpenPoints(facts);
        var checks = Checks(prepared, facts, answers);
        var types = facts.Types;
        return new()
        {
            PolicyVersion = policy.Version,
            Type = SupplierTypes.Main(types, answers),
            Types = types,
            Tier = tier,
            Score = score,
            Parts = PartWords.Of(prepared.Points, points, facts),
            Floors = Chosen(policy.Floors, floors, floor => new AppliedFloor(floor.Id, floor.Minimum, floor.Words)),
            Clauses = Fill(prepared, required, facts, answers),
            Evidence = Chosen(policy.Evidence, Holding(prepared.Evidence, facts), rule => new RequiredEvidence(rule.Id, rule.Title, rule.Because)),
            ReviewMonths = ReviewMonths(policy, facts, open.Count > 0),
            Approvals = Seats.Of(prepared, facts),
            Flags = Flags.Of(facts, open.Count > 0, checks),
            OpenPoints = open,
            Checks = checks,
            SuggestedConditions = Chosen(policy.SuggestedConditions, Holding(prepared.Suggestions, facts), suggestion => suggestion.Id),
            InternalChecksOnly = internalOnly,
        };
    }

    /// <summary>The tier alone: what a what-if needs, without clauses and words.</summary>
    public static Tier TierOf(Policy policy, Answers answers)
    {
        var prepared = PreparedPolicy.Of(policy);
        var answered = Skips.Reached(prepared, answers);
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

    private static ulong Holding(Compiled[] conditions, in Facts facts)
    {
        var holding = 0UL;
        for (var index = 0; index < conditions.Length; index++)
        {
            holding |= conditions[index].Holds(facts) ? 1UL << index : 0;
        }

        return holding;
    }

    private static ulong RequiredClauses(PreparedPolicy prepared, in Facts facts, bool openLicence)
    {
        var required = 0UL;
        for (var index = 0; index < prepared.Clauses.Length; index++)
        {
            required |= prepared.Clauses[index].Required(facts, openLicence) ? 1UL << index : 0;
        }

        return required;
    }

    private static List<RequiredClause> Fill(PreparedPolicy prepared, ulong required, in Facts facts, Answers answers)
    {
        var clauses = new List<RequiredClause>(BitOperations.PopCount(required));
        var places = facts.Picked(facts.Words.Where) == 0 ? null : answers.One("where_text");
        string? Typed(string question) => question == "where" ? places : null;
        for (var rest = required; rest != 0; rest &= rest - 1)
        {
            clauses.Add(prepared.Clauses[BitOperations.TrailingZeroCount(rest)].Fill(facts, Typed));
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

    private static List<string> OpenPoints(in Facts facts)
    {
        var open = new List<string>();
        for (var place = 0; place < facts.Words.Count; place++)
        {
            if ((facts.Picked(place) & facts.Words.Bit(place, Choices.NotSure)) != 0)
            {
                open.Add(facts.Words.Question(place).Id);
            }
        }

        return open;
    }

    private static List<RaisedCheck> Checks(PreparedPolicy prepared, in Facts facts, Answers answers)
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
            if (check.Raise(facts, texts) is { } found)
            {
                raised.Add(found);
            }
        }

        return raised;
    }

    private static int ReviewMonths(Policy policy, in Facts facts, bool open)
    {
        var tier = facts.Tier;
        var months = policy.Reviews.First(cycle => cycle.Tier == tier).Months;
        return open || facts.NoProof ? Math.Max(FewestReviewMonths, months / 2) : months;
    }
}
