using System.Globalization;
using SupplierBot.Chat.Imports;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Chat.Audit;

/// <summary>
/// What was brought onto the register from files: the lines kept of each import are those that came in, the chain says who brought them,
/// and each entry that nobody assessed says what its line says. Of each line a hash is in memory.
/// </summary>
internal sealed class ImportAudit(ITable table, ChatSettings settings)
{
    private const int MostRereads = 50;

    private readonly Dictionary<string, string> lines = new(StringComparer.Ordinal);

    /// <summary>Who looks after an entry, and which one answers for it, by the newest facts about it.</summary>
    private Dictionary<string, (string? Owner, string? Into)> since = [];
    private int rereads;

    /// <summary>Numbers that were given out to entries that are not there, as is right.</summary>
    public IReadOnlyList<string> Absent { get; private set; } = [];

    public static async Task<ImportAudit> ReadAsync(
        ITable table,
        ChatSettings settings,
        Action<string> tell,
        CancellationToken cancellation
    )
    {
        var (audit, absent) = (new ImportAudit(table, settings), new List<string>());
        await audit.ReadSinceAsync(cancellation);
        await foreach (var row in table.PrefixAsync(Keys.Workflow(settings.OrganisationId), Keys.ImportPrefix, cancellation))
        {
            try
            {
                await audit.OfAsync(Rows.Read(row, StoredJson.Default.ImportBatch), new(table, settings), absent, tell, cancellation);
            }
            catch (UnreadableRowException fault)
            {
                tell(fault.Message);
            }
        }
        audit.Absent = absent;
        return audit;
    }

    /// <summary>Null where nothing is wrong with what the entry says it was imported with.</summary>
    public string? Fault(string entryId, ImportedLine? imported) =>
        (imported, lines.GetValueOrDefault(entryId)) switch
        {
            (null, null) => null,
            (null, _) => "it was imported, and doesn't say so",
            (_, null) => $"no line of {imported.Batch} is behind it",
            var (_, line) => line == HashOf(imported) && imported.IsOwnerProved
                ? null
                : $"what it was imported with is not what row {imported.Row} of {imported.Batch} says",
        };

    /// <summary>
    /// Null where who looks after an imported entry, and whether another one answers for it, is what the facts say. They were read before
    /// the entry: what was committed in between is read again.
    /// </summary>
    public async Task<string?> SinceFaultAsync(RegisterEntry entry, CancellationToken cancellation)
    {
        if (entry.Imported is null)
            return entry.ImportedOwner is null ? null : "it was not imported, and says who looks after it since then";
        // Of a register in which somebody changed much, the chain is not read for each.
        if (SinceFault(entry) is { } fault && rereads++ >= MostRereads)
            return fault;
        if (SinceFault(entry) is null)
            return null;
        await ReadSinceAsync(cancellation);
        return SinceFault(entry);
    }

    private string? SinceFault(RegisterEntry entry)
    {
        var (owner, into) = since.GetValueOrDefault(entry.Id);
        return entry.ImportedOwner?.Id.Value != owner ? "who looks after it since it was imported is not what its facts say"
            : entry.CaseId.Length == 0 && entry.MergedInto != into ? "which entry answers for it is not what its facts say"
            : null;
    }

    private async Task ReadSinceAsync(CancellationToken cancellation)
    {
        var read = new Dictionary<string, (string? Owner, string? Into)>(StringComparer.Ordinal);
        await foreach (var row in table.PrefixAsync(Keys.Workflow(settings.OrganisationId), Keys.ImportEventPrefix, cancellation))
        {
            if (Read(row) is not { } fact || Detail(fact, ImportedLineChange.Entry) is not { Length: > 0 } id)
                continue;
            var before = read.GetValueOrDefault(id);
            read[id] = fact.Event.Kind switch
            {
                AuditEventKind.OwnerChanged => before with { Owner = Detail(fact, "person") },
                AuditEventKind.EntryMerged => before with { Into = Detail(fact, "into") },
                AuditEventKind.MergeUndone => before with { Into = null },
                _ => before,
            };
        }
        since = read;
    }

    /// <summary>One that can't be read is reported with its chain.</summary>
    private static ChainedEvent? Read(Row row)
    {
        try
        {
            return CaseStore.ReadEvent(row);
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }

    /// <summary>Every import that is over has its facts in the chain, as they are.</summary>
    public static IEnumerable<string> Contradictions(IReadOnlyList<ImportBatch> batches, IReadOnlyList<ChainedEvent> events)
    {
        foreach (var batch in batches)
        {
            var facts = events.Where(one => Detail(one, "batch") == batch.Id).ToList();
            var done = facts.Find(one => one.Event.Kind == AuditEventKind.RegisterImported);
            var undone = facts.Find(one => one.Event.Kind == AuditEventKind.ImportUndone);
            var wants = batch.Stage is ImportStage.Done or ImportStage.Undoing or ImportStage.Undone;
            if (wants != (done is not null) || (batch.Stage == ImportStage.Undone) != (undone is not null))
                yield return $"{batch.Id}: is kept as {batch.Stage}; its facts say something else";
            if (
                done is not null
                && (Detail(done, "lines"), Detail(done, "file"), Detail(done, "first"))
                    != (batch.LinesHash, batch.FileHash, batch.First.ToString(CultureInfo.InvariantCulture))
            )
                yield return $"{batch.Id}: its file, its lines or its numbers are not what its fact says";
            if (undone is not null && Detail(undone, "kept") != string.Join(",", batch.Kept))
                yield return $"{batch.Id}: what stayed when it was undone is not what its fact says";
        }
        foreach (
            var stray in events
                .Select(one => Detail(one, "batch"))
                .Where(batch => batch.Length > 0)
                .Distinct()
                .Except(batches.Select(batch => batch.Id))
        )
            yield return $"{stray}: is not there; its facts say that there was one";
    }

    private async Task OfAsync(
        ImportBatch batch,
        ImportStore store,
        List<string> absent,
        Action<string> tell,
        CancellationToken cancellation
    )
    {
        var kept = new List<ImportedLine>();
        while (await store.LinesAsync(batch.Id, kept.Count, 500, cancellation) is { Count: > 0 } page)
            kept.AddRange(page);
        if (
            batch.Stage is not (ImportStage.Staging or ImportStage.Dropped)
            && (ImportBatch.HashOf(kept) != batch.LinesHash || !kept.TrueForAll(line => line.IsOwnerProved))
        )
            tell($"{batch.Id}: its lines are not those that were imported");
        if (batch.First == 0)
            return;
        for (var number = 0; number < batch.Lines; number++)
        {
            var id = CaseStore.EntryId(batch.First + number);
            // What is being written or taken off meanwhile may be there or not.
            var underWay = batch.Stage is ImportStage.Writing or ImportStage.Undoing;
            var there = batch.Stage == ImportStage.Done || (batch.Stage == ImportStage.Undone && batch.Kept.Contains(id));
            if (!there)
                absent.Add(id);
            if ((there || underWay) && number < kept.Count)
                lines[id] = HashOf(kept[number]);
        }
    }

    private static string HashOf(ImportedLine line) => ImportBatch.HashOf([line]);

    private static string Detail(ChainedEvent auditEvent, string name) =>
        auditEvent.Event.Details.FirstOrDefault(detail => detail.Key == name).Value ?? "";
}
