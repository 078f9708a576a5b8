using System.Numerics;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Risk;

/// <summary>What the policy says about one set of answers. Pure: equal answers under an equal policy give an equal result.</summary>
public static class Assessor
{
    /// <param name="decided">The tier that somebody set in place of the one of the answers; everything that follows from a tier follows
    /// from it. Null where nobody did.</param>
    /// <param name="clauseChanged">The supplier changed or refused a required clause.</param>
    public static Assessment Assess(Policy policy, Answers answers, Tier? decided = null, bool clauseChanged = false)
    {
        var prepared = PreparedPolicy.Of(policy);
        var answered = SkippedQuestions.Reached(prepared, answers);
        var points = Scoring.Points(prepared.Score, answered);
        var score = Scoring.Total(points);
        var floors = Holding(prepared.Floors, answered);
        var open = OpenPoints(answered);
        var computed = TierOf(policy, score, floors);
        var tier = decided ?? computed;
        var given = answered with { Tier = tier, Floors = floors, OpenPoints = open.Count > 0, ClauseChanged = clauseChanged };
        var internalOnly = prepared.NobodySigns.Holds(given);
        var checks = Checks(prepared, given, answers);
        given = given with { Clauses = RequiredClauses(prepared, given, internalOnly), Checks = Raised(prepared, checks) };
        var types = given.Types;
        return new()
        {
            PolicyVersion = policy.Version,
            Type = SupplierTypes.Main(policy, types, answers),
            Types = types,
            Tier = tier,
            ComputedTier = tier == computed ? null : computed,
            Score = score,
            Parts = Parts(prepared, points, given),
            Floors = Chosen(policy.Floors, floors, floor => new AppliedFloor(floor.Id, floor.Minimum, floor.Words)),
            Clauses = Fill(prepared, given, answers),
            Evidence = Chosen(
                policy.Evidence,
                Holding(prepared.Evidence, given),
                rule => new RequiredEvidence(rule.Id, rule.Title, rule.Because)
            ),
            ReviewMonths = ReviewMonths(prepared, given),
            Approvals = Seats.Of(prepared, given),
            Helper = policy.Seats.Helper,
            Notified = Chosen(policy.Seats.Notified, Holding(prepared.Notified, given), notified => notified.Role),
            Flags = Flags(prepared, given, checks),
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
        return TierOf(policy, Scoring.Total(Scoring.Points(prepared.Score, answered)), Holding(prepared.Floors, answered));
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

    private static List<RequiredClause> Fill(PreparedPolicy prepared, in AnswerBits given, Answers answers)
    {
        var clauses = new List<RequiredClause>(BitOperations.PopCount(given.Clauses));
        for (var rest = given.Clauses; rest != 0; rest &= rest - 1)
        {
            clauses.Add(prepared.Clauses[BitOperations.TrailingZeroCount(rest)].Fill(given, answers));
        }

        return clauses;
    }

    private static ScorePart[] Parts(PreparedPolicy prepared, int[] points, in AnswerBits given)
    {
        var parts = new ScorePart[points.Length];
        for (var index = 0; index < parts.Length; index++)
        {
            parts[index] = new(prepared.Score[index].Rule.Id, points[index], prepared.Score[index].Words(given));
        }

        return parts;
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
            if ((given.Picked(place) & given.Words.NotSure(place)) != 0)
            {
                open.Add(given.Words.Question(place).Id);
            }
        }

        return open;
    }

    private static List<RaisedCheck> Checks(PreparedPolicy prepared, in AnswerBits given, Answers answers)
    {
        var texts = new List<FoldedWords>();
        foreach (var question in prepared.Texts)
        {
            if (answers.One(question) is { Length: > 0 } typed && FoldedWords.Of(typed) is var text && prepared.MayRaise(text))
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

    private static ulong Raised(PreparedPolicy prepared, List<RaisedCheck> raised)
    {
        var bits = 0UL;
        for (var index = 0; index < prepared.Policy.Checks.Count && raised.Count > 0; index++)
        {
            var id = prepared.Policy.Checks[index].Id;
            bits |= raised.Exists(check => check.Id == id) ? 1UL << index : 0;
        }

        return bits;
    }

    /// <summary>The checks that were raised, then the flags of the policy, each once.</summary>
    private static List<string> Flags(PreparedPolicy prepared, in AnswerBits given, List<RaisedCheck> checks)
    {
        var flags = new List<string>(checks.Count + 4);
        foreach (var check in checks)
        {
            flags.Add(check.Id);
        }

        for (var rest = Holding(prepared.Flags, given); rest != 0; rest &= rest - 1)
        {
            flags.Add(prepared.Policy.Flags[BitOperations.TrailingZeroCount(rest)].Id);
        }

        return flags;
    }

    private static int ReviewMonths(PreparedPolicy prepared, in AnswerBits given)
    {
        var rules = prepared.Policy.Reviews;
        var tier = given.Tier;
        var months = rules.Cycles.First(cycle => cycle.Tier == tier).Months;
        return prepared.HalvesReview.Holds(given) ? Math.Max(rules.LeastMonths, months / 2) : months;
    }
}
