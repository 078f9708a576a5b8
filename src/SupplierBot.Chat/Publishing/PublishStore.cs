using System.Runtime.CompilerServices;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Publishing;

namespace SupplierBot.Chat.Publishing;

/// <summary>Which policy is in force, and every proposal: what is written of them is one transaction with its event.</summary>
public sealed class PublishStore(ITable table, ChatSettings settings)
{
    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <summary>Null where nothing was ever proposed.</summary>
    public Task<Versioned<PolicyLog>?> FindAsync(CancellationToken cancellation) => ReadAsync(table, settings, cancellation);

    internal static async Task<Versioned<PolicyLog>?> ReadAsync(ITable table, ChatSettings settings, CancellationToken cancellation) =>
        await table.GetAsync(Keys.Workflow(settings.OrganisationId), Keys.PolicyLog, cancellation) is { } row
            ? new(Rows.Read(row, StoredJson.Default.PolicyLog), row.ETag!)
            : null;

    /// <summary>Null where there is none of this number.</summary>
    public async Task<PolicyProposal?> ProposalAsync(string id, CancellationToken cancellation) =>
        await table.GetAsync(partition, Keys.Proposal(id), cancellation) is { } row
            ? Rows.Read(row, StoredJson.Default.PolicyProposal)
            : null;

    /// <summary>The one that waits for a decision; null if none does.</summary>
    public async Task<PolicyProposal?> OpenAsync(PolicyLog? log, CancellationToken cancellation) =>
        log?.Open is { } id ? await ProposalAsync(id, cancellation) : null;

    /// <summary>Every proposal there ever was, oldest first.</summary>
    public async IAsyncEnumerable<PolicyProposal> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in table.PrefixAsync(partition, Keys.ProposalPrefix, cancellation))
            yield return Rows.Read(row, StoredJson.Default.PolicyProposal);
    }

    /// <param name="before">The log as it was read, before anything was decided from it.</param>
    /// <param name="beside">What is written with it or not at all: messages, and the guard of who decides.</param>
    /// <returns>False where another was faster: read and decide again.</returns>
    public async Task<bool> SaveAsync(
        Versioned<PolicyLog>? before,
        PublishOutcome.Changed outcome,
        IEnumerable<RowChange> beside,
        CancellationToken cancellation
    )
    {
        var (log, proposal) = (
            outcome.Log,
            Rows.Of(Keys.Proposal(outcome.Proposal.Id), outcome.Proposal, StoredJson.Default.PolicyProposal)
        );
        var head = Rows.Of(Keys.PolicyLog, log, StoredJson.Default.PolicyLog);
        RowChange[] batch =
        [
            before is null ? new RowChange.Add(head) : new RowChange.Replace(head, before.ETag),
            // The head's version guards it: nobody writes a proposal without the log.
            new RowChange.Put(proposal),
            new RowChange.Add(CaseCommit.EventRow(Keys.PolicyEvent(outcome.Event.Sequence), outcome.Event)),
            .. beside,
        ];
        try
        {
            if (await table.CommitAsync(partition, batch, cancellation) is CommitResult.Committed)
                return true;
        }
        catch (OutcomeUnknownException)
        {
            if ((await FindAsync(cancellation))?.Value.ChainHead != log.ChainHead)
                throw;
            return true;
        }
        // A conflict may be the outcome of this very write: its chain head tells.
        return (await FindAsync(cancellation))?.Value.ChainHead == log.ChainHead;
    }
}
