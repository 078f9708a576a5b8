using System.Text.Json.Serialization;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Onboarding.Publishing;

/// <param name="Proposal">By which it came into force.</param>
/// <param name="BeforeHash">Of the policy that was in force before.</param>
public sealed record PublishedPolicy(
    string Proposal,
    string Version,
    string Hash,
    DateTimeOffset Since,
    PersonId AcceptedBy,
    string BeforeHash
);

/// <summary>
/// Which policy is in force, and what was proposed: a chain of events of its own, because none of it belongs to a case. Holds its length
/// and its head; the events have the rest.
/// </summary>
public sealed record PolicyLog
{
    /// <summary>What its chain is called, as a case's is by its number.</summary>
    public const string Name = "POLICIES";

    public static readonly PolicyLog Empty = new();

    [JsonPropertyName("factCount")]
    public int EventCount { get; init; }
    public string ChainHead { get; init; } = HashChain.Start;

    /// <summary>Numbers that were given out.</summary>
    public int Proposals { get; init; }

    /// <summary>The proposal that waits for a decision; null if none does.</summary>
    public string? Open { get; init; }

    /// <summary>Null if none was ever published: then the policy of the settings is in force.</summary>
    public PublishedPolicy? InForce { get; init; }

    internal (PolicyLog Log, ChainedEvent Event) WithProposed(PolicyProposal proposal) =>
        (this with { Proposals = Proposals + 1, Open = proposal.Id }).With(
            new(
                AuditEventKind.PolicyProposed,
                proposal.By.Id,
                proposal.At,
                [
                    new("proposal", proposal.Id),
                    new("version", proposal.Version),
                    new("policy", proposal.Hash),
                    new("before", proposal.BaseHash),
                    new("impact", PolicyProposal.HashOf(proposal.Impact)),
                    new("unheld", string.Join(",", proposal.Unheld)),
                ]
            )
        );

    internal (PolicyLog Log, ChainedEvent Event) WithAccepted(PolicyProposal proposal)
    {
        var published = new PublishedPolicy(
            proposal.Id,
            proposal.Version,
            proposal.Hash,
            proposal.DecidedAt!.Value,
            proposal.DecidedBy!.Id,
            proposal.BaseHash
        );
        return (this with { Open = null, InForce = published }).With(
            new(
                AuditEventKind.PolicyAccepted,
                published.AcceptedBy,
                published.Since,
                [new("proposal", proposal.Id), new("policy", proposal.Hash), new("before", proposal.BaseHash)]
            )
        );
    }

    /// <param name="salt">Of the reason; nothing where there is none.</param>
    internal (PolicyLog Log, ChainedEvent Event) WithEnded(PolicyProposal proposal, string salt) =>
        (this with { Open = null }).With(
            new(
                proposal.Stage switch
                {
                    ProposalStage.Rejected => AuditEventKind.PolicyRejected,
                    ProposalStage.Withdrawn => AuditEventKind.PolicyWithdrawn,
                    _ => AuditEventKind.PolicyExpired,
                },
                proposal.DecidedBy?.Id ?? CaseTimers.Nobody,
                proposal.DecidedAt!.Value,
                proposal.Reason.Length == 0
                    ? [new("proposal", proposal.Id)]
                    : [new("proposal", proposal.Id), new("comment", HashChain.Salted(salt, proposal.Reason))],
                proposal.Reason,
                proposal.Reason.Length == 0 ? "" : salt
            )
        );

    private (PolicyLog Log, ChainedEvent Event) With(AuditEvent auditEvent)
    {
        var chained = HashChain.Append(ChainHead, EventCount + 1, Name, auditEvent);
        return (this with { EventCount = chained.Sequence, ChainHead = chained.Hash }, chained);
    }
}
