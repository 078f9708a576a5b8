using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Risk;

namespace SupplierBot.Onboarding.Cases;

/// <summary>A case with another assessment than the one before.</summary>
internal static class Reassessment
{
    /// <summary>What the answers come to, with what people decided about it.</summary>
    public static Assessment Of(Policy policy, Answers answers, TierChange? tier, IReadOnlyList<ClauseChange> changes)
    {
        var assessment = Assessor.Assess(policy, answers, tier?.To);
        return changes.Concern(assessment) ? Assessor.Assess(policy, answers, tier?.To, clauseChanged: true) : assessment;
    }

    /// <summary>What a draft will be when it is sent: a tier that somebody raised goes with it.</summary>
    public static Assessment Of(Policy policy, Draft draft, Answers answers, TurnState state)
    {
        var computed = Assessor.TierOf(policy, answers);
        if (draft.EditsCase is { } edited && state.Case is { } current && current.Id == edited)
            return Of(policy, answers, TierChanges.Kept(current.TierChange, computed), current.ClauseChanges);
        var before = state.Before?.Id == draft.FollowsCase ? state.Before : null;
        return Of(policy, answers, TierChanges.Carried(before, computed), []);
    }

    /// <summary>While it is open, whatever was approved before is void (Policies/README.md "Invariants", I12).</summary>
    public static Case Restarted(Case before, Case after, Policy policy, Context context)
    {
        var restarted = ClauseLedger.Fitted(ClauseLedger.WithoutYes(after, before.Approvals), policy, before) with
        {
            ContentVersion = before.ContentVersion + 1,
            Approvals = [],
            Conditions = [],
            Overdue = [],
        };
        return after.Assessment.Tier == before.Assessment.Tier
            ? restarted
            : restarted with
            {
                DueAt = context.Calendar.DueAfter(context.Now, policy.DefinitionOf(after.Assessment.Tier).WorkingDays),
            };
    }

    /// <summary>What is in use goes on, and is reviewed now: the timers of a review do the rest.</summary>
    public static Case Reviewed(Case before, Case after, Context context) =>
        ReviewedNow(before, after, context) with
        {
            ContentVersion = before.ContentVersion + 1,
        };

    /// <summary>The same where nothing is different that an approver must have read.</summary>
    public static Case ReviewedNow(Case before, Case after, Context context)
    {
        var today = context.Calendar.Today(context.Now);
        return after with
        {
            ReviewDue = RegisterUpdate.NextReview(before) is { } earlier && earlier < today ? earlier : today,
            ReviewState = before.ReviewState == ReviewState.NotYet ? ReviewState.Due : before.ReviewState,
        };
    }

    /// <summary>What is in use goes on; a review that is due already doesn't wait because the tier is lower.</summary>
    public static Case Eased(Case before, Case after) =>
        after with
        {
            ContentVersion = before.ContentVersion + 1,
            ReviewDue = before.ReviewState == ReviewState.NotYet ? before.ReviewDue : RegisterUpdate.NextReview(before),
        };

    /// <summary>For the auditor: what the change of tier came to.</summary>
    public static IEnumerable<(string Name, string Value)> Details(Case before, Case after, Policy policy, Roles.RoleHolders roles)
    {
        yield return ("from", before.Assessment.Tier.ToString());
        yield return ("tier", after.Assessment.Tier.ToString());
        yield return ("computed", after.Assessment.Computed().ToString());
        yield return ("content", DecisionBasis.Hash(after, policy));
        if (after.IsOpen)
        {
            yield return ("approvals", "void");
            foreach (var detail in SeatDeviations.Details(after, roles))
                yield return detail;
        }
        else if (after.ReviewDue is { } review)
            yield return ("review_due", Views.Dates.Value(review));
    }
}
