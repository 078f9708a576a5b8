using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk;

/// <summary>Required clauses that a reviewer cannot let go (Policies/README.md "Clauses").</summary>
public static class NotWaivableClauses
{
    /// <summary>Ids, in the order of the assessment; none where nobody signs.</summary>
    public static IReadOnlyList<string> Of(Policy policy, Answers answers, Assessment assessment)
    {
        if (assessment.InternalChecksOnly)
            return [];
        var given = AnswerBits.Of(policy, answers, assessment.Tier);
        var held = PreparedPolicy
            .Of(policy)
            .Clauses.Where(clause => clause.NotWaivable.Holds(given))
            .Select(clause => clause.Clause.Id)
            .ToHashSet(StringComparer.Ordinal);
        return [.. assessment.Clauses.Select(clause => clause.Id).Where(held.Contains)];
    }
}
