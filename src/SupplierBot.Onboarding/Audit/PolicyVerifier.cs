using SupplierBot.Onboarding.Publishing;

namespace SupplierBot.Onboarding.Audit;

/// <summary>Whether the policy in force and every proposal are what their events make of them.</summary>
public static class PolicyVerifier
{
    /// <summary>What differs, a sentence each.</summary>
    /// <param name="events">Oldest first, of a chain that is whole.</param>
    public static IReadOnlyList<string> Contradictions(
        PolicyLog kept,
        IReadOnlyList<PolicyProposal> proposals,
        IReadOnlyList<ChainedEvent> events
    )
    {
        var replay = new Replay(proposals);
        foreach (var auditEvent in events)
            replay.Next(auditEvent);
        var found = new List<string>(replay.Found);
        if (kept.Open != replay.Open)
            found.Add($"{PolicyLog.Name}: which proposal waits for a decision is not what the facts say");
        if ((kept.InForce?.Proposal, kept.InForce?.Hash, kept.InForce?.BeforeHash) != replay.InForce)
            found.Add($"{PolicyLog.Name}: which policy is in force is not what the facts say");
        if (kept.InForce is { } published && (published.AcceptedBy.Value, published.Since) != replay.AcceptedBy)
            found.Add($"{PolicyLog.Name}: who accepted the policy in force, or when, is not what the facts say");
        if (kept.Proposals != replay.Proposed.Count)
            found.Add($"{PolicyLog.Name}: counts {kept.Proposals} proposals; the facts are of {replay.Proposed.Count}");
        found.AddRange(
            proposals
                .Where(proposal => (proposal.Stage == ProposalStage.Open) != (proposal.Id == replay.Open))
                .Select(proposal => $"{proposal.Id}: whether it is decided is not what its facts say")
        );
        found.AddRange(
            proposals
                .Where(proposal => !replay.Proposed.Contains(proposal.Id))
                .Select(proposal => $"{proposal.Id}: no fact says that it was proposed")
        );
        return found;
    }

    private sealed class Replay(IReadOnlyList<PolicyProposal> proposals)
    {
        public HashSet<string> Proposed { get; } = [];
        public string? Open { get; private set; }
        public (string? Proposal, string? Hash, string? Before) InForce { get; private set; }
        public (string, DateTimeOffset) AcceptedBy { get; private set; }
        public List<string> Found { get; } = [];

        public void Next(ChainedEvent chained)
        {
            var (one, id) = (chained.Event, Said(chained.Event, "proposal"));
            var kept = proposals.FirstOrDefault(proposal => proposal.Id == id);
            if (kept is null)
                Found.Add($"{id}: is not there; its facts say that there was one");
            if (one.Kind == AuditEventKind.PolicyProposed)
            {
                Proposed.Add(id);
                Open = id;
                Check(kept is null || IsProposed(kept, one), id, "what was proposed");
                return;
            }
            if (StageOf(one.Kind) is not { } stage)
            {
                Found.Add($"{PolicyLog.Name}: fact {chained.Sequence} is {one.Kind}, which is nothing about policies");
                return;
            }
            Check(Open == id, id, "that it waited for a decision");
            Check(kept is null || IsDecided(kept, stage, one), id, "who decided what and when");
            Open = null;
            if (stage == ProposalStage.Accepted)
                (InForce, AcceptedBy) = ((id, Said(one, "policy"), Said(one, "before")), (one.Actor.Value, one.At));
        }

        private void Check(bool holds, string id, string what)
        {
            if (!holds)
                Found.Add($"{id}: {what} is not what its facts say");
        }
    }

    private static bool IsProposed(PolicyProposal kept, AuditEvent said) =>
        (kept.By.Id, kept.At, kept.Version, kept.Hash, kept.BaseHash, PolicyProposal.HashOf(kept.Impact), string.Join(",", kept.Unheld))
        == (
            said.Actor,
            said.At,
            Said(said, "version"),
            Said(said, "policy"),
            Said(said, "before"),
            Said(said, "impact"),
            Said(said, "unheld")
        );

    private static bool IsDecided(PolicyProposal kept, ProposalStage stage, AuditEvent said) =>
        kept.Stage == stage
        && kept.DecidedAt == said.At
        && (stage == ProposalStage.Expired ? kept.DecidedBy is null : kept.DecidedBy?.Id == said.Actor)
        && kept.Reason == said.Comment;

    private static ProposalStage? StageOf(AuditEventKind kind) =>
        kind switch
        {
            AuditEventKind.PolicyAccepted => ProposalStage.Accepted,
            AuditEventKind.PolicyRejected => ProposalStage.Rejected,
            AuditEventKind.PolicyWithdrawn => ProposalStage.Withdrawn,
            AuditEventKind.PolicyExpired => ProposalStage.Expired,
            _ => null,
        };

    private static string Said(AuditEvent auditEvent, string detail) => CaseSeal.Event(auditEvent, detail) ?? "";
}
