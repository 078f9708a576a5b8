using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Stores;

/// <summary>
/// Turns an outcome into one entity group transaction: markers, counters, head, events, index rows, register entry, outbox rows
/// (src/SupplierBot.Storage/TABLES.md "Transactions"). Pure: all keys follow from the case before and after.
/// </summary>
public static class CaseCommit
{
    /// <param name="Before">The case as read, or null for a new one.</param>
    /// <param name="EntryETag">Its version; null for a new one.</param>
    /// <param name="EntryBefore">The register entry as read, or null for a new one.</param>
    public sealed record Basis(
        Versioned<Case>? Before,
        RegisterEntry? EntryBefore,
        Counter Cases,
        Counter Entries,
        string? EntryETag = null
    )
    {
        /// <summary>Another entry that changes with it, as read; null if none does.</summary>
        public Versioned<RegisterEntry>? Other { get; init; }
    }

    /// <param name="delivery">Of the turn that wants it; null where no turn is behind it.</param>
    public static IReadOnlyList<RowChange> Batch(
        Outcome outcome,
        Case after,
        Basis basis,
        IReadOnlyList<SlotState> newSlots,
        CommitMessages messages,
        RoleHolders roles,
        DateTimeOffset now,
        string? delivery = null
    ) =>
        [
            .. Markers(outcome, after, delivery, now),
            .. Counters(outcome, basis),
            Head(after, basis),
            .. outcome.Events.Select(auditEvent => new RowChange.Add(EventRow(Keys.Event(after.Id, auditEvent.Sequence), auditEvent))),
            .. Indexes(basis.Before?.Value, after, roles),
            .. outcome.Entry is { } entry ? EntryRows(basis.EntryBefore, basis.EntryETag, entry) : [],
            .. outcome.Other is { } other ? EntryRows(basis.Other!.Value, basis.Other.ETag, other) : [],
            .. outcome.Snapshot is { } snapshot ? [UndoStore.Kept(snapshot, after.Undoable!.By.Id)] : Array.Empty<RowChange>(),
            .. newSlots.Select(slot => new RowChange.Put(SlotRow(slot))),
            .. OutboxRows
                // Nobody is notified of what can still be undone.
                .Of(MessageSubject.Of(after), after.Version, messages.First, after.Undoable?.HeldUntil ?? now, more: messages.More)
                .Select(row => new RowChange.Add(row)),
        ];

    public static Row SlotRow(SlotState slot) =>
        Rows.Of(Keys.Slot(slot.CaseId, slot.SlotId, slot.Target), slot, StoredJson.Default.SlotState);

    /// <summary>One of them at least, and before everything else.</summary>
    private static IEnumerable<RowChange> Markers(Outcome outcome, Case after, string? delivery, DateTimeOffset now)
    {
        if (outcome.Operation is { } operation)
            yield return new RowChange.Add(DeliveryMarkers.CaseMarker(Keys.Operation(operation), after, now));
        if (delivery is not null)
            yield return new RowChange.Add(DeliveryMarkers.Of(delivery, after, now));
    }

    private static IEnumerable<RowChange> Counters(Outcome outcome, Basis basis)
    {
        if (basis.Before is null)
            yield return Count(basis.Cases);
        if (outcome.Entry is not null && basis.EntryBefore is null)
            yield return Count(basis.Entries);
    }

    private static RowChange Count(Counter counter)
    {
        var row = new Row(counter.Key, new Dictionary<string, object> { ["Last"] = counter.Next });
        return counter.ETag is null ? new RowChange.Add(row) : new RowChange.Replace(row, counter.ETag);
    }

    private static RowChange Head(Case after, Basis basis)
    {
        var row = Rows.Of(Keys.Case(after.Id), after, StoredJson.Default.Case);
        return basis.Before is { } before ? new RowChange.Replace(row, before.ETag) : new RowChange.Add(row);
    }

    internal static Row EventRow(string key, ChainedEvent auditEvent)
    {
        var beside = Rows.Of(key, auditEvent.Event, StoredJson.Default.AuditEvent);
        return beside with
        {
            Values = new Dictionary<string, object>(beside.Values)
            {
                ["Sequence"] = auditEvent.Sequence,
                ["Canonical"] = auditEvent.Canonical.ToArray(),
                ["PreviousHash"] = auditEvent.PreviousHash,
                ["Hash"] = auditEvent.Hash,
            },
        };
    }

    private static IEnumerable<RowChange> Indexes(Case? before, Case after, RoleHolders roles)
    {
        var kept = IndexRows.KeysOf(before);
        foreach (var gone in kept.Except(IndexRows.KeysOf(after)))
            yield return new RowChange.Delete(gone);
        foreach (var row in IndexRows.Of(after, roles).Where(row => !IndexRows.IsPointer(row.Key) || !kept.Contains(row.Key)))
            yield return new RowChange.Put(row);
    }

    /// <summary>
    /// The line is replaced under the version that was read: a case and its review may both write it. Of its index rows those alone that
    /// are another now: a long purpose and many names would fill a transaction.
    /// </summary>
    internal static IEnumerable<RowChange> EntryRows(RegisterEntry? before, string? etag, RegisterEntry after)
    {
        var kept = EntryIndexRows.Of(before).ToDictionary(row => row.Key, StringComparer.Ordinal);
        var wanted = EntryIndexRows.Of(after);
        foreach (var gone in kept.Keys.Except(wanted.Select(row => row.Key)))
            yield return new RowChange.Delete(gone);
        var row = Rows.Of(Keys.Entry(after.Id), after, StoredJson.Default.RegisterEntry);
        yield return before is not null && etag is not null ? new RowChange.Replace(row, etag) : new RowChange.Put(row);
        foreach (var index in wanted.Where(index => !(kept.TryGetValue(index.Key, out var same) && Says(same, index))))
            yield return new RowChange.Put(index);
    }

    private static bool Says(Row one, Row other) =>
        one.Values.Count == other.Values.Count && one.Values.All(value => value.Value.Equals(other.Values.GetValueOrDefault(value.Key)));
}
