using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>
/// What a yes settles in the same press: every clause but those that the approver leaves out, and the documents they found enough.
/// </summary>
internal static class AgreedAtApproval
{
    /// <param name="reference">The contract, or the supplier's terms with their version.</param>
    /// <param name="except">Clauses that are not agreed yet; with an open contract none means all.</param>
    public static Case With(
        Case current,
        ContractTerms terms,
        string reference,
        IReadOnlyList<ClauseChange> changes,
        IReadOnlyList<string> except,
        IReadOnlyList<string> seen,
        Person by,
        DateTimeOffset at,
        Policy policy
    )
    {
        var fitted = current.Requirements is null ? ClauseLedger.Fitted(current, policy) : current;
        if (terms == ContractTerms.Open)
            fitted = ClauseLedger.WithoutYes(fitted, current.Approvals) with { Requirements = AllOf(fitted, except) };
        // One who found the contract open is not outvoted.
        else if (current.Approvals.Any(approval => approval.Terms == ContractTerms.Open))
            except = [.. except, .. fitted.Requirements!.Clauses];
        return fitted with
        {
            Clauses = [.. (fitted.Clauses ?? []).Select(item => Settled(item, fitted, terms, reference, changes, except, by, at))],
            Evidence =
            [
                .. fitted.Evidence.Select(record =>
                    record.Verdict is null && seen.Contains(record.Kind)
                        ? record with
                        {
                            Verdict = EvidenceVerdict.Sufficient,
                            JudgedBy = by,
                            JudgedAt = at,
                        }
                        : record
                ),
            ],
        };
    }

    /// <summary>An approver who finds the contract open wants it agreed before use, whatever the tier asks for.</summary>
    private static UseRequirements AllOf(Case current, IReadOnlyList<string> except)
    {
        var needs = current.Requirements!;
        var open = except.Count > 0 ? except : current.Assessment.Clauses.Select(clause => clause.Id);
        return current.Assessment.InternalChecksOnly
            ? needs
            : needs with
            {
                Clauses =
                [
                    .. current.Assessment.Clauses.Select(clause => clause.Id).Where(id => needs.Clauses.Contains(id) || open.Contains(id)),
                ],
            };
    }

    private static ClauseItem Settled(
        ClauseItem item,
        Case current,
        ContractTerms terms,
        string reference,
        IReadOnlyList<ClauseChange> changes,
        IReadOnlyList<string> except,
        Person by,
        DateTimeOffset at
    )
    {
        if (current.Assessment.InternalChecksOnly)
            return Became(item, item with { State = ClauseState.CheckedOurselves, Proposed = null }, by, at);
        if (changes.FirstOrDefault(change => change.Clause == item.Clause) is { } change)
            return Became(
                item,
                item with
                {
                    State = ClauseState.Changed,
                    Proposed = null,
                    Document = reference,
                    Words = change.Words,
                    AcceptedBy = null,
                },
                by,
                at
            );
        if (terms == ContractTerms.Open && IsFoundOpen(item, except))
            return Became(item, item with { State = ClauseState.Open, Proposed = null, Document = "" }, by, at);
        // What somebody wrote down clause by clause says more.
        if (IsSaid(item) || except.Contains(item.Clause))
            return item;
        ClauseState? state = terms switch
        {
            ContractTerms.Agreed or ContractTerms.Changed => ClauseState.Agreed,
            ContractTerms.Covered => ClauseState.CoveredByTheirTerms,
            _ when except.Count > 0 && reference.Length > 0 => ClauseState.Agreed,
            _ => null,
        };
        return state is { } agreed ? Became(item, Named(item, agreed, reference, current), by, at) : item;
    }

    /// <summary>Also that the supplier changed or refused it, which nobody has confirmed yet.</summary>
    private static bool IsSaid(ClauseItem item) =>
        item.IsSettled
        || item.State is ClauseState.Changed or ClauseState.Refused
        || item.Proposed is ClauseState.Changed or ClauseState.Refused;

    /// <summary>One that counts only with its section waits for it: the document alone is what somebody knows of it.</summary>
    private static ClauseItem Named(ClauseItem item, ClauseState state, string reference, Case current) =>
        current.Requirements!.Sections.Contains(item.Clause) && item.Section.Length == 0
            ? item with
            {
                State = ClauseState.Requested,
                Proposed = state,
                Document = reference,
            }
            : item with
            {
                State = state,
                Proposed = null,
                Document = reference,
            };

    /// <summary>Agreed before this request; the approver means it by name, or with all that nobody found a section for.</summary>
    private static bool IsFoundOpen(ClauseItem item, IReadOnlyList<string> except) =>
        item.State is ClauseState.Agreed or ClauseState.CoveredByTheirTerms
        && (except.Count > 0 ? except.Contains(item.Clause) : item.Section.Length == 0);

    private static ClauseItem Became(ClauseItem before, ClauseItem after, Person by, DateTimeOffset at) =>
        ClauseLedger.After(before, after with { By = by, At = at });
}
