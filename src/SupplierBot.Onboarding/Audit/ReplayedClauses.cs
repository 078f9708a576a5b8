using SupplierBot.Onboarding.Cases;

namespace SupplierBot.Onboarding.Audit;

/// <summary>Contract points that were changed or refused, by the events of a case alone.</summary>
internal sealed class ReplayedClauses
{
    /// <summary>The detail that names them, of an approval or of the contract point alone.</summary>
    public const string Detail = "clauses";

    private readonly List<(string Clause, AuditEvent Event)> changes = [];

    /// <returns>Whether the event names any: what an approver must have read changed.</returns>
    public bool Next(AuditEvent auditEvent)
    {
        // The clock names those whose time has passed in the same way.
        if (auditEvent.Kind == AuditEventKind.ProofLapsed || CaseReplay.Said(auditEvent, Detail) is not { } clauses)
            return false;
        changes.AddRange(clauses.Split(',').Select(clause => (clause, auditEvent)));
        return true;
    }

    public IEnumerable<string> Contradictions(Case kept)
    {
        if (
            !kept
                .ClauseChanges.Select(change => (change.Clause, change.By.Id, change.At))
                .SequenceEqual(changes.Select(change => (change.Clause, change.Event.Actor, change.Event.At)))
        )
            yield return "the contract points that were changed or refused are not those in its facts";
        else if (
            kept.ClauseChanges.Zip(changes).Any(pair => !pair.Second.Event.Comment.Contains(pair.First.Words, StringComparison.Ordinal))
        )
            yield return "what was changed in the contract is not what its facts say";
    }
}
