using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk;

/// <summary>
/// Who has to approve (Policies/README.md "Approvals"). Whether somebody holds an optional role is not known here: its seat is listed all
/// the same.
/// </summary>
public static class Seats
{
    /// <param name="tier">The tier that counts: that of the assessment, or the one a reviewer raised it to.</param>
    /// <param name="clauseChanged">Somebody changed or refused a clause; known only while the case is decided.</param>
    public static IReadOnlyList<ApprovalSeat> For(Policy policy, Answers answers, Tier tier, bool clauseChanged) =>
        Of(PreparedPolicy.Of(policy), AnswerBits.Of(policy, answers, tier) with { ClauseChanged = clauseChanged });

    internal static IReadOnlyList<ApprovalSeat> Of(PreparedPolicy prepared, in AnswerBits given)
    {
        var seats = new List<ApprovalSeat>();
        for (var index = 0; index < prepared.Approvals.Length; index++)
        {
            var rule = prepared.Policy.Approvals[index];
            if (rule.Tier == given.Tier && prepared.Approvals[index].Holds(given))
            {
                seats.Add(new(rule.Step, rule.Role, rule.People) { Optional = rule.Optional });
            }
        }

        return seats;
    }
}
