using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;

namespace SupplierBot.Chat.Audit;

/// <summary>
/// Proves what people read: every chain of events is whole, every case is what its events make of it, every register entry what its case
/// makes of it; numbers have no hole, markers and policies belong to what they name, roles are what their events say, and lists say what
/// the cases say. Reads only; one case is in memory at a time, and of the others a few numbers.
/// </summary>
/// <param name="files">Where the files are that cases name; null where only rows are looked at.</param>
public sealed class ChainAudit(ITable table, ChatSettings settings, IFileStore? files = null)
{
    private const int MostTries = 3;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <param name="tell">Called with a sentence for each thing that is not as it was written.</param>
    public async Task<Audited> RunAsync(Action<string> tell, CancellationToken cancellation)
    {
        var findings = 0L;
        void Report(string words)
        {
            findings++;
            tell(words);
        }
        var counters = await NumberAudit.BeginAsync(table, partition, cancellation);
        var policies = await PolicyAudit.ReadAsync(table, settings, Report, cancellation);
        var markers = await MarkerAudit.ReadAsync(table, partition, Report, cancellation);
        var imports = await ImportAudit.ReadAsync(table, settings, Report, cancellation);
        foreach (var absent in imports.Absent)
            counters.SawEntry(absent);
        var entries = new EntryAudit(table, partition, imports);
        var indexes = new IndexAudit(table, partition, settings);
        var (cases, events, broken) = (0L, 0L, 0L);
        var fingerprint = new Fingerprint();
        var kept = files is null ? null : new FileAudit(files);
        await foreach (var rows in table.CasesAsync(partition, cancellation))
        {
            cases++;
            events += rows.Events.Count;
            var (read, found) = await OfCaseAsync(rows, policies, cancellation);
            IReadOnlyList<string> words =
                kept is not null && read?.Head is { } named ? [.. found, .. await kept.OfAsync(named, cancellation)] : found;
            if (words.Count > 0)
                broken++;
            if (rows.Head is { } row)
                fingerprint.Add(row);
            foreach (var sentence in words)
                Report(sentence);
            if (read is not { Head: { } head })
                continue;
            counters.SawCase(head.Id);
            entries.Expect(head);
            indexes.Expect(head);
            markers.Check(head, read.Events, Report);
        }
        await entries.CheckAsync(counters, indexes, Report, cancellation);
        await markers.EndAsync(Report, cancellation);
        await counters.EndAsync(Report, cancellation);
        events += await new LogAudit(table, settings, policies).RunAsync(Report, cancellation);
        await indexes.CheckAsync(Report, cancellation);
        await new RowAudit(table, settings).RunAsync(Report, cancellation);
        return new(cases, events, broken)
        {
            Entries = entries.Count,
            Files = kept?.Count ?? 0,
            Findings = findings,
            Fingerprint = fingerprint.ToString(),
        };
    }

    /// <summary>Heads and events are read one after the other: what was committed in between looks like a break and is none.</summary>
    private async Task<(ReadCase? Case, IReadOnlyList<string> Words)> OfCaseAsync(
        CaseRows rows,
        PolicyAudit policies,
        CancellationToken cancellation
    )
    {
        var read = Look(rows, policies);
        return read.Words.Count == 0 ? read : Look(await table.CaseAsync(partition, rows.Id, cancellation), policies);
    }

    private static (ReadCase? Case, IReadOnlyList<string> Words) Look(CaseRows rows, PolicyAudit policies)
    {
        var (read, broken) = Read(rows);
        if (broken is not null)
            return (read, [$"{rows.Id}, fact {broken.Event}: {broken.Words}"]);
        var (head, events) = (read!.Head!, read.Events);
        var policy = policies.Of(head.PolicyHash);
        IEnumerable<string> words =
        [
            .. policy is null
                ? [$"the policy {head.PolicyHash} it was assessed under is not kept, or not as it was"]
                : Array.Empty<string>(),
            .. CaseVerifier.Contradictions(head, events, policy),
            .. WithoutShape(rows, events),
            .. rows.Slots.Select(slot => SlotFault(slot, head)).OfType<string>(),
        ];
        return (read, [.. words.Select(sentence => $"{rows.Id}: {sentence}")]);
    }

    /// <summary>A release that seals also says the version of every row it writes. All events of a commit have one time.</summary>
    private static IEnumerable<string> WithoutShape(CaseRows rows, IReadOnlyList<ChainedEvent> events)
    {
        if (events.FirstOrDefault(auditEvent => CaseSeal.VersionIn(auditEvent.Event) is not null) is not { } first)
            return [];
        var written = rows
            .Events.Zip(events)
            .Where(one => one.Second.Event.At == first.Event.At || one.Second.Sequence >= first.Sequence)
            .Select(one => one.First);
        return written
            .Prepend(rows.Head!)
            .Where(row => !Rows.HasShape(row))
            .Select(row => $"row {row.Key} does not say which version it is of");
    }

    private static string? SlotFault(Row row, Case head)
    {
        try
        {
            var slot = Rows.Read(row, StoredJson.Default.SlotState);
            return slot.CaseId != head.Id || Keys.Slot(slot.CaseId, slot.SlotId, slot.Target) != row.Key
                    ? $"row {row.Key} holds another message"
                : slot.ShownVersion > head.Version ? $"row {row.Key} shows version {slot.ShownVersion}; the case has {head.Version}"
                : null;
        }
        catch (UnreadableRowException fault)
        {
            return fault.Message;
        }
    }

    internal static BrokenLink? FirstBreak(CaseRows rows) => Read(rows).Broken;

    private static (ReadCase? Case, BrokenLink? Broken) Read(CaseRows rows)
    {
        if (rows.Head is null)
            return (null, new(1, $"there is no case {rows.Id}; rows kept of it: {rows.Events.Count + rows.Slots.Count}"));
        var events = new List<ChainedEvent>(rows.Events.Count);
        Case? kept = null;
        try
        {
            kept = Rows.Read(rows.Head, StoredJson.Default.Case);
            if (kept.Id != rows.Id)
                return (null, new(1, $"row {rows.Head.Key} holds the case {kept.Id}"));
            foreach (var row in rows.Events)
            {
                var auditEvent = CaseStore.ReadEvent(row);
                if (row.Key != Keys.Event(rows.Id, auditEvent.Sequence))
                    return (
                        new(kept, events),
                        BrokenLink.FirstOf(events, rows.Id) ?? new(events.Count + 1, $"row {row.Key} holds fact {auditEvent.Sequence}")
                    );
                events.Add(auditEvent);
            }
            return (new(kept, events), BrokenLink.FirstOf(kept, events));
        }
        catch (UnreadableRowException fault)
        {
            return (new(kept, events), BrokenLink.FirstOf(events, rows.Id) ?? new(events.Count + 1, fault.Message));
        }
    }

    /// <param name="Head">Null where it cannot be read.</param>
    private sealed record ReadCase(Case? Head, IReadOnlyList<ChainedEvent> Events);
}

/// <summary>What an audit went through.</summary>
/// <param name="Broken">Cases of which something was found.</param>
public sealed record Audited(long Cases, long Events, long Broken)
{
    /// <summary>Entries of the register.</summary>
    public long Entries { get; init; }

    /// <summary>Files that cases name.</summary>
    public long Files { get; init; }

    /// <summary>Everything that was found, outside of cases, too.</summary>
    public long Findings { get; init; }

    /// <summary>Of all cases; see <see cref="SupplierBot.Chat.Audit.Fingerprint"/>.</summary>
    public string Fingerprint { get; init; } = "";
}
