using System.Runtime.CompilerServices;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Imports;

namespace SupplierBot.Chat.Imports;

/// <summary>Reads imports, their lines and their log. Writing is <see cref="ImportWriter"/>.</summary>
public sealed class ImportStore(ITable table, ChatSettings settings)
{
    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    public async Task<Versioned<ImportBatch>?> FindAsync(string batch, CancellationToken cancellation) =>
        await table.GetAsync(partition, Keys.Import(batch), cancellation) is { } row
            ? new(Rows.Read(row, StoredJson.Default.ImportBatch), row.ETag!)
            : null;

    /// <summary>Every import there ever was, oldest first.</summary>
    public async IAsyncEnumerable<ImportBatch> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in table.PrefixAsync(partition, Keys.ImportPrefix, cancellation))
            yield return Rows.Read(row, StoredJson.Default.ImportBatch);
    }

    /// <summary>Those that stopped half-way, or are under way now.</summary>
    public async Task<IReadOnlyList<ImportBatch>> UnfinishedAsync(CancellationToken cancellation) =>
        await AllAsync(cancellation)
            .Where(batch => batch.Stage is ImportStage.Staging or ImportStage.Writing or ImportStage.Undoing)
            .ToListAsync(cancellation);

    /// <summary>Numbers of the register that imports gave out, and that may still be there.</summary>
    public async Task<IReadOnlyList<string>> EntriesAsync(CancellationToken cancellation)
    {
        var ids = new List<string>();
        await foreach (var batch in AllAsync(cancellation))
        {
            if (batch.Stage == ImportStage.Undone)
                ids.AddRange(batch.Kept);
            else if (batch.First > 0)
                ids.AddRange(Enumerable.Range(0, batch.Lines).Select(number => CaseStore.EntryId(batch.First + number)));
        }
        return ids;
    }

    /// <param name="from">The first of them, from 0.</param>
    public async Task<IReadOnlyList<ImportedLine>> LinesAsync(string batch, int from, int take, CancellationToken cancellation)
    {
        var rows = await table.ReadAsync(
            partition,
            Keys.ImportLine(batch, from),
            Keys.After(Keys.ImportLinesOf(batch)),
            take,
            cancellation
        );
        return [.. rows.Select(row => Rows.Read(row, StoredJson.Default.ImportedLine))];
    }

    /// <summary>Null where nothing was ever imported.</summary>
    public async Task<Versioned<ImportLog>?> LogAsync(CancellationToken cancellation) =>
        await table.GetAsync(partition, Keys.Imports, cancellation) is { } row
            ? new(Rows.Read(row, StoredJson.Default.ImportLog), row.ETag!)
            : null;
}
