using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Chat.Imports;

/// <summary>
/// Writes what changes about an entry that no case stands behind, in one transaction with the chain of imports: marker, head, event, entry
/// with its index, and the entry that stays where two are one supplier.
/// </summary>
public sealed class ImportedLineCommit(ImportStore store, ConfirmedCommit commits, TimeProvider time)
{
    /// <param name="before">The entry as read.</param>
    /// <param name="other">Another entry that changes with it, as read and as it will be.</param>
    /// <param name="guard">Of the roles, where it is done by right of one.</param>
    /// <returns>False where somebody else was faster.</returns>
    public async Task<bool> SaveAsync(
        Turn turn,
        Versioned<RegisterEntry> before,
        ImportedLineChange line,
        (Versioned<RegisterEntry> Before, RegisterEntry After)? other,
        RolesGuard? guard,
        CancellationToken cancellation
    )
    {
        var log =
            await store.LogAsync(cancellation)
            ?? throw new UnreadableRowException(Keys.Imports, $"{line.Before.Id} was imported, and the log of imports isn't there.");
        var (next, chained) = log.Value.With(line.Event);
        var marker = DeliveryMarkers.LineMarker(Keys.Delivery(IdempotencyKeys.Of(turn)), line.Before.Id, chained, time.GetUtcNow());
        RowChange[] batch =
        [
            new RowChange.Add(marker),
            new RowChange.Replace(Rows.Of(Keys.Imports, next, StoredJson.Default.ImportLog), log.ETag),
            new RowChange.Add(CaseCommit.EventRow(Keys.ImportEvent(chained.Sequence), chained)),
            .. CaseCommit.EntryRows(before.Value, before.ETag, line.After),
            .. other is var (read, after) ? CaseCommit.EntryRows(read.Value, read.ETag, after) : [],
            .. guard is null ? Array.Empty<RowChange>() : [guard.Written()],
        ];
        return await commits.CommitAsync(turn.Id, marker.Key, (line.Before.Id, chained.Hash), batch, cancellation) is null;
    }
}
