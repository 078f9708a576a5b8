using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Cases;

/// <summary>A contract point that the supplier changed or refused, as the approver says who agreed the contract.</summary>
/// <param name="Clause">The id of the clause.</param>
/// <param name="Words">What is different; the same for all that were named at once.</param>
public sealed record ClauseChange(string Clause, string Words, Person By, DateTimeOffset At);

internal static class ClauseChanges
{
    /// <summary>Whether one of them is about a contract point that is required and that somebody can sign.</summary>
    public static bool Concern(this IEnumerable<ClauseChange> changes, Assessment assessment) =>
        !assessment.InternalChecksOnly && changes.Any(change => assessment.Clauses.Any(clause => clause.Id == change.Clause));

    /// <summary>"Data processing agreement, Incident notification": as the assessment names them, or the policy where they are required no
    /// more.</summary>
    public static string Titles(IEnumerable<string> clauses, Policy policy) =>
        string.Join(", ", clauses.Select(id => policy.Clauses.FirstOrDefault(clause => clause.Id == id)?.Title ?? id));
}
