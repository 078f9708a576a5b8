using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Cases;

/// <summary>
/// A contract point that the supplier changed or refused, as somebody who decides said while the request was open: with a yes, or of the
/// contract point alone.
/// </summary>
/// <param name="Clause">The id of the clause.</param>
/// <param name="Words">What is different; the same for all that were named at once.</param>
public sealed record ClauseChange(string Clause, string Words, Person By, DateTimeOffset At);

internal static class ClauseChanges
{
    /// <summary>
    /// From the first changed contract point on others may have to say yes, too, and the review is due sooner. What was said before still
    /// counts; who decides next must have read it.
    /// </summary>
    public static Case With(Case current, IReadOnlyList<ClauseChange> changes, Policy policy)
    {
        if (changes.Count == 0)
            return current;
        IReadOnlyList<ClauseChange> all = [.. current.ClauseChanges, .. changes];
        return current with
        {
            ClauseChanges = all,
            Assessment = Reassessment.Of(policy, current.Answers, current.TierChange, all),
            ContentVersion = current.ContentVersion + 1,
        };
    }

    /// <summary>What a contract point became while the request is open; none where nothing was changed or refused.</summary>
    public static IReadOnlyList<ClauseChange> Of(CaseRequest request, ClauseItem item) =>
        request.Case.IsOpen && item.State is ClauseState.Changed or ClauseState.Refused
            ? [new(item.Clause, item.Words, request.Actor.Person, request.Now)]
            : [];

    /// <summary>The detail of the event that says so.</summary>
    public static (string Name, string Value)[] Details(IReadOnlyList<ClauseChange> changes) =>
        changes.Count > 0 ? [(ReplayedClauses.Detail, string.Join(',', changes.Select(change => change.Clause)))] : [];

    /// <summary>Whether one of them is about a contract point that is required and that somebody can sign.</summary>
    public static bool Concern(this IEnumerable<ClauseChange> changes, Assessment assessment) =>
        !assessment.InternalChecksOnly && changes.Any(change => assessment.Clauses.Any(clause => clause.Id == change.Clause));

    /// <summary>"Data processing agreement, Incident notification": as the assessment names them, or the policy where they are required no
    /// more.</summary>
    public static string Titles(IEnumerable<string> clauses, Policy policy) =>
        string.Join(", ", clauses.Select(id => policy.Clauses.FirstOrDefault(clause => clause.Id == id)?.Title ?? id));
}
