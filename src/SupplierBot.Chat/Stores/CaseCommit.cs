namespace SupplierBot.Chat;

/// <summary>
/// Turns an outcome into one entity group transaction: operation marker, counters, head, facts, index rows, register entry, outbox rows
/// (facts/teams-and-tables.md §6.2). Pure: all keys follow from the case before and after.
/// </summary>
public static class CaseCommit
{
    /// <param name="Before">The case as read, or null for a new one.</param>
    /// <param name="EntryETag">Its version; null for a new one.</param>
    /// <param name="EntryBefore">The register entry as read, or null for a new one.</param>
    public sealed record Basis(Versioned<Case>? Before, RegisterEntry? EntryBefore, Counter Cases, Counter Entries, string? EntryETag = null);

    public static IReadOnlyList<RowChange> Batch(Outcome outcome, Case after, Basis basis, IReadOnlyList<SlotState> newSlots, CommitMessages messages, Roles roles, DateTimeOffset now) =>
    [
        new RowChange.Add(Marker(outcome, after, now)),
        .. Counters(outcome, basis),
        Head(after, basis),
        .. outcome.Facts.Select(fact => new RowChange.Add(FactRow(Keys.Fact(after.Id, fact.Sequence), fact))),
        .. Indexes(basis.Before?.Value, after, roles),
        .. outcome.Entry is { } entry ? EntryRows(basis, entry) : [],
        .. newSlots.Select(slot => new RowChange.Put(SlotRow(slot))),
        .. OutboxRows.Of(MessageSubject.Of(after), after.Version, messages.First, now, more: messages.More).Select(row => new RowChange.Add(row)),
    ];

    public static Row SlotRow(SlotState slot) => Rows.Of(Keys.Slot(slot.CaseId, slot.SlotId, slot.Target), slot, StoredJson.Default.SlotState);

    private static Row Marker(Outcome outcome, Case after, DateTimeOffset now) =>
        new(Keys.Operation(outcome.Operation!), new Dictionary<string, object> { ["Case"] = after.Id, ["Version"] = after.Version, ["Hash"] = after.ChainHead, ["At"] = now });

    private static IEnumerable<RowChange> Counters(Outcome outcome, Basis basis)
    {
        if (basis.Before is null) yield return Count(basis.Cases);
        if (outcome.Entry is not null && basis.EntryBefore is null) yield return Count(basis.Entries);
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

    internal static Row FactRow(string key, ChainedFact fact)
    {
        var beside = Rows.Of(key, fact.Fact, StoredJson.Default.Fact);
        return beside with
        {
            Values = new Dictionary<string, object>(beside.Values)
            {
                ["Sequence"] = fact.Sequence,
                ["Canonical"] = fact.Canonical.ToArray(),
                ["PreviousHash"] = fact.PreviousHash,
                ["Hash"] = fact.Hash,
            },
        };
    }

    private static IEnumerable<RowChange> Indexes(Case? before, Case after, Roles roles)
    {
        foreach (var gone in IndexRows.KeysOf(before).Except(IndexRows.KeysOf(after))) yield return new RowChange.Delete(gone);
        foreach (var row in IndexRows.Of(after, roles)) yield return new RowChange.Put(row);
    }

    /// <summary>The line is replaced under the version that was read: a case and its review may both write it.</summary>
    private static IEnumerable<RowChange> EntryRows(Basis basis, RegisterEntry after)
    {
        foreach (var gone in IndexRows.KeysOf(basis.EntryBefore).Except(IndexRows.KeysOf(after))) yield return new RowChange.Delete(gone);
        var row = Rows.Of(Keys.Entry(after.Id), after, StoredJson.Default.RegisterEntry);
        yield return basis is { EntryBefore: not null, EntryETag: { } read } ? new RowChange.Replace(row, read) : new RowChange.Put(row);
        foreach (var index in IndexRows.Of(after)) yield return new RowChange.Put(index);
    }
}
