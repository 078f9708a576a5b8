using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Imports;

/// <param name="Lines">What comes in, in the order of the file.</param>
public sealed record NewImport(Person By, string FileName, string FileHash, IReadOnlyList<ImportedLine> Lines)
{
    /// <summary>Names what was pressed, so that pressing it twice imports once; empty where nothing was.</summary>
    public string Operation { get; init; } = "";
}

/// <summary>
/// Brings the lines of a file onto the register, and takes them off again. Each transaction says in the batch how far it is: a
/// batch that was left half-way goes on from there, two who go on with it at once do no harm, and it is done only when all of it is there.
/// </summary>
public sealed partial class ImportWriter(ITable table, ImportStore store, ChatSettings settings, TimeProvider time)
{
    /// <summary>Others write, too; more races in a row are a fault.</summary>
    private const int MostRaces = 30;
    private const string Busy = "Too many write to the register at once. Run the import again: it goes on from where it is.";

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <summary>All of it, or as far as it came: the batch says so, and <see cref="ContinueAsync"/> goes on.</summary>
    public async Task<ImportBatch> RunAsync(NewImport import, IProgress<int> progress, CancellationToken cancellation)
    {
        if (await BegunAsync(import.Operation, cancellation) is { } begun)
        {
            var before = await ContinueAsync(begun.Id, progress, cancellation);
            if (before.Stage == ImportStage.Done)
                return before;
        }
        var (batch, lines) = await BeginAsync(import, cancellation);
        for (var races = 0; batch.Value is { Stage: ImportStage.Staging } current && current.Progress < current.Lines; )
        {
            var (taken, changes) = ImportChunks.First(
                [.. lines.Skip(current.Progress).Take(ImportChunks.MostLines)],
                (line, at) => [new RowChange.Put(LineRow(line, current.Progress + at))]
            );
            await CommittedAsync(batch, current with { Progress = current.Progress + taken }, changes, cancellation);
            (batch, races) = await NextAsync(batch, races, cancellation);
        }
        return await ContinueAsync(batch.Value.Id, progress, cancellation);
    }

    /// <summary>From where it is to its end. One whose lines never came all is given up.</summary>
    public async Task<ImportBatch> ContinueAsync(string id, IProgress<int> progress, CancellationToken cancellation)
    {
        var (batch, races) = (await FoundAsync(id, cancellation), 0);
        while (!IsOver(batch.Value.Stage))
        {
            await StepAsync(batch, races > 0, cancellation);
            (batch, races) = await NextAsync(batch, races, cancellation);
            progress.Report(batch.Value.Progress);
        }
        return batch.Value;
    }

    /// <summary>Takes a whole import off the register, but for the entries that somebody worked on.</summary>
    /// <returns>The batch as it is then; as it was where it can't be undone (any more).</returns>
    public async Task<ImportBatch> UndoAsync(string id, Person by, IProgress<int> progress, CancellationToken cancellation)
    {
        var (batch, races) = (await FoundAsync(id, cancellation), 0);
        while (batch.Value.Stage == ImportStage.Done && MayUndo(batch.Value))
        {
            var undoing = batch.Value with { Stage = ImportStage.Undoing, Progress = 0, UndoneBy = by };
            await CommittedAsync(batch, undoing, [], cancellation);
            (batch, races) = await NextAsync(batch, races, cancellation);
        }
        return batch.Value.Stage == ImportStage.Undoing ? await ContinueAsync(id, progress, cancellation) : batch.Value;
    }

    public bool MayUndo(ImportBatch batch) => batch.At + ImportBatch.Undoable > time.GetUtcNow();

    /// <summary>The same press, from before a restart or a moment ago.</summary>
    private async Task<ImportBatch?> BegunAsync(string operation, CancellationToken cancellation) =>
        operation.Length == 0
            ? null
            : await store
                .AllAsync(cancellation)
                .FirstOrDefaultAsync(
                    batch =>
                        batch.Operation == operation && batch.Stage is (ImportStage.Staging or ImportStage.Writing or ImportStage.Done),
                    cancellation
                );

    private static bool IsOver(ImportStage stage) => stage is ImportStage.Done or ImportStage.Undone or ImportStage.Dropped;

    private Task StepAsync(Versioned<ImportBatch> batch, bool raced, CancellationToken cancellation) =>
        batch.Value switch
        {
            { Stage: ImportStage.Staging } current when current.Progress < current.Lines => CommittedAsync(
                batch,
                current with
                {
                    Stage = ImportStage.Dropped,
                },
                [],
                cancellation
            ),
            { Stage: ImportStage.Staging } => NumberAsync(batch, cancellation),
            { Stage: ImportStage.Writing } current when current.Progress < current.Lines => WriteAsync(batch, cancellation),
            { Stage: ImportStage.Undoing } current when current.Progress < current.Lines => RemoveAsync(batch, raced, cancellation),
            { Stage: ImportStage.Writing } => FinishAsync(batch, ImportStage.Done, cancellation),
            _ => FinishAsync(batch, ImportStage.Undone, cancellation),
        };

    private async Task<(Versioned<ImportBatch> Batch, IReadOnlyList<ImportedLine> Lines)> BeginAsync(
        NewImport import,
        CancellationToken cancellation
    )
    {
        for (var races = 0; races <= MostRaces; races++)
        {
            var log = await store.LogAsync(cancellation);
            var begun = (log?.Value ?? ImportLog.Empty) with { Batches = (log?.Value.Batches ?? 0) + 1 };
            var id = ImportBatch.IdOf(begun.Batches);
            IReadOnlyList<ImportedLine> lines = [.. import.Lines.Select(line => (line with { Batch = id }).Salted(Ids.New()))];
            var batch = new ImportBatch
            {
                Id = id,
                By = import.By,
                At = time.GetUtcNow(),
                FileName = import.FileName,
                Operation = import.Operation,
                FileHash = import.FileHash,
                Lines = lines.Count,
                LinesHash = ImportBatch.HashOf(lines),
                Stage = ImportStage.Staging,
            };
            await CommittedAsync([LogChange(log, begun), new RowChange.Add(RowOf(batch))], cancellation);
            if (
                await store.FindAsync(id, cancellation) is { } found
                && found.Value.LinesHash == batch.LinesHash
                && found.Value.At == batch.At
            )
                return (found, lines);
        }
        throw new IOException(Busy);
    }

    /// <summary>All numbers at once: nobody else's entry is between them.</summary>
    private async Task NumberAsync(Versioned<ImportBatch> batch, CancellationToken cancellation)
    {
        var row = await table.GetAsync(partition, Keys.EntryCounter, cancellation);
        var last = row is null ? 0 : Rows.Value<long>(row, "Last");
        var counted = new Row(Keys.EntryCounter, new Dictionary<string, object> { ["Last"] = last + batch.Value.Lines });
        await CommittedAsync(
            batch,
            batch.Value with
            {
                Stage = ImportStage.Writing,
                Progress = 0,
                First = last + 1,
            },
            [row is null ? new RowChange.Add(counted) : new RowChange.Replace(counted, row.ETag!)],
            cancellation
        );
    }

    private async Task WriteAsync(Versioned<ImportBatch> batch, CancellationToken cancellation)
    {
        var (current, now) = (batch.Value, time.GetUtcNow());
        var (taken, changes) = ImportChunks.First(
            await LinesAsync(current, cancellation),
            (line, at) => ImportChunks.Entry(line, current, current.Progress + at, now)
        );
        await CommittedAsync(batch, current with { Progress = current.Progress + taken }, changes, cancellation);
    }

    private async Task<IReadOnlyList<ImportedLine>> LinesAsync(ImportBatch batch, CancellationToken cancellation) =>
        await store.LinesAsync(batch.Id, batch.Progress, ImportChunks.MostLines, cancellation) is { Count: > 0 } lines
            ? lines
            : throw new IOException($"{batch.Id}: line {batch.Progress + 1} of {batch.Lines} isn't there. Restore it from a backup.");

    /// <summary>It is over when the chain says so.</summary>
    private async Task FinishAsync(Versioned<ImportBatch> batch, ImportStage stage, CancellationToken cancellation)
    {
        var (now, log) = (time.GetUtcNow(), await store.LogAsync(cancellation));
        var after = batch.Value with { Stage = stage, DoneAt = batch.Value.DoneAt ?? now };
        var (next, auditEvent) =
            stage == ImportStage.Done ? log!.Value.WithDone(after, now) : log!.Value.WithUndone(after, after.UndoneBy!.Id, now);
        await CommittedAsync(
            batch,
            after,
            [LogChange(log, next), new RowChange.Add(CaseCommit.EventRow(Keys.ImportEvent(auditEvent.Sequence), auditEvent))],
            cancellation
        );
    }

    private Task CommittedAsync(
        Versioned<ImportBatch> before,
        ImportBatch after,
        IReadOnlyList<RowChange> changes,
        CancellationToken cancellation
    ) => CommittedAsync([new RowChange.Replace(RowOf(after), before.ETag), .. changes], cancellation);

    /// <summary>What the batch says afterwards counts, whatever the reply is, or if there is none.</summary>
    private async Task CommittedAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        try
        {
            await table.CommitAsync(partition, changes, cancellation);
        }
        catch (OutcomeUnknownException) { }
    }

    /// <summary>As it is now, and how often in a row nothing was written because another was faster.</summary>
    private async Task<(Versioned<ImportBatch> Batch, int Races)> NextAsync(
        Versioned<ImportBatch> before,
        int races,
        CancellationToken cancellation
    )
    {
        var now = await FoundAsync(before.Value.Id, cancellation);
        races = now.ETag == before.ETag ? races + 1 : 0;
        return races <= MostRaces ? (now, races) : throw new IOException(Busy);
    }

    private async Task<Versioned<ImportBatch>> FoundAsync(string id, CancellationToken cancellation) =>
        await store.FindAsync(id, cancellation) ?? throw new IOException($"{id}: there is no such import.");

    private static RowChange LogChange(Versioned<ImportLog>? before, ImportLog after)
    {
        var row = Rows.Of(Keys.Imports, after, StoredJson.Default.ImportLog);
        return before is null ? new RowChange.Add(row) : new RowChange.Replace(row, before.ETag);
    }

    private static Row LineRow(ImportedLine line, int number) =>
        Rows.Of(Keys.ImportLine(line.Batch, number), line, StoredJson.Default.ImportedLine);

    private static Row RowOf(ImportBatch batch) => Rows.Of(Keys.Import(batch.Id), batch, StoredJson.Default.ImportBatch);
}
