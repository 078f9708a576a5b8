using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;

namespace SupplierBot.Chat.Upkeep;

/// <summary>
/// Index rows that came after the first files were written (the queue and its tiers, names as they are compared now, suppliers of cases,
/// timers, what is due of a register entry, what is not ready to use, its other names and what may be used, incidents, who depends on
/// whom), and entries that say "withdrawn" and who stands behind them now: made once from what is there, before anything is served. An
/// older release must not write to the same storage afterwards.
/// </summary>
public sealed class IndexMigration(ITable table, IndexRebuild rebuild, ChatSettings settings)
{
    private const int Newest = 9;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    public async Task MakeAsync(CancellationToken cancellation)
    {
        if (await table.GetAsync(partition, Keys.IndexesMade, cancellation) is { } made && made.Values.GetValueOrDefault("Made") is Newest)
            return;
        // What cannot be read cannot be served either: whatever meets it reports it.
        await new UndecidedEntries(table, partition).RenameAsync(cancellation);
        await new EntriesBehind(table, partition).WriteAsync(cancellation);
        await rebuild.AllAsync(_ => { }, cancellation);
        await table.CommitAsync(
            partition,
            [new RowChange.Put(new(Keys.IndexesMade, new Dictionary<string, object> { ["Made"] = Newest }))],
            cancellation
        );
    }
}
