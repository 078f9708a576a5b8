using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Exports;

/// <summary>The log of what left the bot: its head and each event are written together, also while others write.</summary>
public sealed class ExportLogStore(ITable table, ChatSettings settings)
{
    /// <summary>Files are rare; more races than that at once are a fault.</summary>
    private const int Tries = 20;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <summary>Null where nothing ever left.</summary>
    public async Task<Versioned<ExportLog>?> FindAsync(CancellationToken cancellation) =>
        await table.GetAsync(partition, Keys.Exports, cancellation) is { } row
            ? new(Rows.Read(row, StoredJson.Default.ExportLog), row.ETag!)
            : null;

    /// <summary>Who acknowledged this text of the policy, each with their last time, the newest first.</summary>
    public async Task<IReadOnlyList<(PersonId By, DateTimeOffset At)>> ReadersAsync(string policyHash, CancellationToken cancellation)
    {
        var readers = new Dictionary<PersonId, DateTimeOffset>();
        await foreach (var row in table.PrefixAsync(partition, Keys.ExportEventPrefix, cancellation))
        {
            var auditEvent = CaseStore.ReadEvent(row).Event;
            if (auditEvent.Kind == AuditEventKind.PolicyRead && auditEvent.Details.Contains(new("policy", policyHash)))
                readers[auditEvent.Actor] = auditEvent.At;
        }
        return [.. readers.OrderByDescending(read => read.Value).Select(read => (read.Key, read.Value))];
    }

    /// <param name="next">The log with one event more.</param>
    /// <param name="beside">Rows that are written with it or not at all.</param>
    public async Task AppendAsync(
        Func<ExportLog, (ExportLog Log, ChainedEvent Event)> next,
        CancellationToken cancellation,
        IReadOnlyList<RowChange>? beside = null
    )
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var before = await FindAsync(cancellation);
            var (log, auditEvent) = next(before?.Value ?? ExportLog.Empty);
            var head = Rows.Of(Keys.Exports, log, StoredJson.Default.ExportLog);
            RowChange[] batch =
            [
                before is null ? new RowChange.Add(head) : new RowChange.Replace(head, before.ETag),
                new RowChange.Add(CaseCommit.EventRow(Keys.ExportEvent(auditEvent.Sequence), auditEvent)),
                .. beside ?? [],
            ];
            if (await WrittenAsync(batch, log, cancellation))
                return;
        }
        throw new IOException("The log of exports is written by too many at once; nothing was saved. Try again.");
    }

    /// <summary>A conflict, or no reply, may be the outcome of this very write: its chain head tells.</summary>
    private async Task<bool> WrittenAsync(RowChange[] batch, ExportLog log, CancellationToken cancellation)
    {
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
        return (await FindAsync(cancellation))?.Value.ChainHead == log.ChainHead;
    }
}
