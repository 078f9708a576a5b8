using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;

namespace SupplierBot.Chat.Backup;

/// <summary>
/// Whether an import was begun or finished here. It belongs to the place, not to the organisation: no export takes it along.
/// </summary>
public sealed class ImportState(ITable table, ChatSettings settings)
{
    private const string Key = "import";
    private const string Sha256 = "Sha256";
    private const string Finished = "Finished";

    private readonly string partition = Keys.Storage(settings.OrganisationId);

    /// <summary>Words for the person who would work on half an organisation; null where nobody is kept from it.</summary>
    public async Task<string?> UnfinishedAsync(CancellationToken cancellation) =>
        await FindAsync(cancellation) is { Finished: null }
            ? "An import was begun here and is not finished. Run `import` again with the same file; it may be repeated."
            : null;

    internal async Task<BegunImport?> FindAsync(CancellationToken cancellation) =>
        await table.GetAsync(partition, Key, cancellation) is { } row
            ? new(Rows.Value<string>(row, Sha256), row.Values.GetValueOrDefault(Finished) as DateTimeOffset?)
            : null;

    /// <summary>Two at once with the same file write the same.</summary>
    internal Task WriteAsync(BegunImport begun, CancellationToken cancellation)
    {
        var values = new Dictionary<string, object> { [Sha256] = begun.Sha256 };
        if (begun.Finished is { } at)
            values[Finished] = at;
        return table.CommitAsync(partition, [new RowChange.Put(new(Key, values))], cancellation);
    }

    /// <summary>A row of the organisation that a start alone does not write; null where there is none.</summary>
    internal async Task<string?> FirstRowAsync(CancellationToken cancellation)
    {
        foreach (
            var place in new[]
            {
                Keys.Workflow(settings.OrganisationId),
                Keys.Conversations(settings.OrganisationId),
                Keys.DraftOwners(settings.OrganisationId),
            }
        )
        {
            var rows = await table.ReadAsync(place, TableRanges.First, TableRanges.Last, 2, cancellation);
            if (rows.FirstOrDefault(row => row.Key != Keys.IndexesMade) is { } row)
                return $"{row.Key} in {place}";
        }
        return null;
    }
}

/// <param name="Finished">Null while it is under way, or was interrupted.</param>
internal sealed record BegunImport(string Sha256, DateTimeOffset? Finished);
