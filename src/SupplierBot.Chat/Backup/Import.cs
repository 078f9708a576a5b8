using SupplierBot.Chat.Ports;

namespace SupplierBot.Chat.Backup;

/// <summary>
/// Brings a backup into a storage where the organisation has nothing yet. The file is read whole before the first row is written; then each
/// case comes in whole or not at all: its head is written last, and without it there is no case. What was interrupted is repeated with the
/// same file; until it is finished the storage says so, and neither the bot nor an export works on it.
/// </summary>
/// <param name="files">Brings the files that the cases name; null where the rows are enough.</param>
public sealed class Import(ITable table, ChatSettings settings, TimeProvider time, FileCopies? files = null)
{
    /// <summary>Commits on their way at once; a file writes them together, an account answers each in some milliseconds.</summary>
    private const int AtOnce = 16;

    private const int MostTries = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ImportState state = new(table, settings);
    private long cases;

    /// <summary>Cases this run has brought in so far.</summary>
    public long Cases => Interlocked.Read(ref cases);

    /// <param name="file">Read twice: it must be able to go back to its beginning.</param>
    public async Task<Imported> RunAsync(Stream file, CancellationToken cancellation)
    {
        switch (await BackupCheck.RunAsync(file, settings, cancellation))
        {
            case BackupChecked.Faulty faulty:
                return new Imported.Refused($"{faulty.Words} Nothing was imported. Whole before it: {faulty.Before}.");
            case BackupChecked.Whole { End: var end }:
                file.Position = 0;
                return await BeginAsync(end, cancellation) ?? await AllAsync(file, end, cancellation);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <returns>Null where the file may come in.</returns>
    private async Task<Imported?> BeginAsync(BackupLine.End end, CancellationToken cancellation)
    {
        var begun = await state.FindAsync(cancellation);
        if (begun is { Finished: { } at } && begun.Sha256 == end.Sha256)
            return new Imported.Before(at);
        if (begun is { Finished: null } && begun.Sha256 != end.Sha256)
            return new Imported.Refused(
                "The import of another file was begun here and is not finished. Finish it with that file, or begin with a new storage. Nothing was imported."
            );
        if (begun is { Finished: null })
            return null;
        if (await state.FirstRowAsync(cancellation) is { } there)
            return new Imported.Refused(
                $"The organisation `{settings.OrganisationId}` has rows here already (the first is {there}). Import into a new storage: another file or table. Nothing was imported."
            );
        await state.WriteAsync(new(end.Sha256, null), cancellation);
        return null;
    }

    private async Task<Imported> AllAsync(Stream file, BackupLine.End end, CancellationToken cancellation)
    {
        await FilesAsync(file, cancellation);
        var unreadable = 0L;
        var several = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            BackupText.LinesAsync(file, cancellation),
            several,
            async (text, stop) =>
            {
                var rows = new ImportedRows(settings.Roles);
                foreach (var batch in rows.BatchesOf(BackupJson.Read(text.Bytes), settings.OrganisationId))
                    await PutAsync(batch.Partition, batch.Rows, stop);
                if (rows.Unreadable)
                    Interlocked.Increment(ref unreadable);
                if (rows.IsCase)
                    Interlocked.Increment(ref cases);
            }
        );
        await state.WriteAsync(new(end.Sha256, time.GetUtcNow()), cancellation);
        return new Imported.Done(end.Cases, end.Rows, unreadable);
    }

    /// <summary>Before the first row that names one: a row without its file would promise what nobody has.</summary>
    private async Task FilesAsync(Stream file, CancellationToken cancellation)
    {
        if (files is null)
            return;
        await foreach (var text in BackupText.LinesAsync(file, cancellation))
        {
            if (BackupJson.Read(text.Bytes) is BackupLine.WholeCase whole)
                await files.OfAsync(whole.Head, cancellation);
        }
        file.Position = 0;
    }

    /// <summary>
    /// Whatever is there was brought by an earlier try with the same file, so that a write nobody answered is written again.
    /// </summary>
    private async Task PutAsync(string partition, IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        RowChange[] batch = [.. rows.Select(row => new RowChange.Put(row))];
        for (var tries = 1; ; tries++)
        {
            try
            {
                if (await table.CommitAsync(partition, batch, cancellation) is CommitResult.Committed)
                    return;
                throw new InvalidOperationException($"Row {rows[0].Key} and those with it could not be written.");
            }
            catch (OutcomeUnknownException) when (tries < MostTries)
            {
                await Task.Delay(Pause, time, cancellation);
            }
        }
    }
}

public abstract record Imported
{
    private Imported() { }

    /// <param name="Unreadable">Lines whose rows this release cannot read: taken as they are, and found by nothing but <c>audit
    /// verify</c>.</param>
    public sealed record Done(long Cases, long Rows, long Unreadable) : Imported;

    /// <summary>This very file was imported here before; nothing was done.</summary>
    public sealed record Before(DateTimeOffset At) : Imported;

    /// <param name="Words">What is wrong, what to do, and that nothing was imported.</param>
    public sealed record Refused(string Words) : Imported;
}
