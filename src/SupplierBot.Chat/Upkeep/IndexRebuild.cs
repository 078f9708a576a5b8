using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Upkeep;

/// <summary>
/// Rebuilds index rows from the cases and entries they lead to (src/SupplierBot.Storage/TABLES.md "Partitions and keys"): of one case where
/// a commit missed one, of all on demand. Safe while the bot runs: what is written stands under the version of the row it follows from.
/// </summary>
/// <param name="groups">None on the command line, which reaches no platform.</param>
public sealed class IndexRebuild(ITable table, ChatSettings settings, IEnumerable<IRoleGroups>? groups = null)
{
    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <summary>The index rows of a case and of its register entry; or of an entry alone, by its number, that no case stands behind.</summary>
    /// <returns>False where there is no such case, or it was changed meanwhile: then its index rows were, too.</returns>
    public async Task<bool> OfCaseAsync(string caseId, CancellationToken cancellation)
    {
        if (
            caseId.StartsWith("SUP-", StringComparison.Ordinal)
            && await table.GetAsync(partition, Keys.Entry(caseId), cancellation) is { } alone
        )
            return await WriteAsync([alone], IndexRows.Of(Rows.Read(alone, StoredJson.Default.RegisterEntry)), cancellation);
        if (await table.GetAsync(partition, Keys.Case(caseId), cancellation) is not { } head)
            return false;
        var current = Rows.Read(head, StoredJson.Default.Case);
        var entry = await table.GetAsync(partition, Keys.Entry(current.EntryId), cancellation);
        var roles = await RolesAsync(cancellation);
        var ofEntry = entry is null ? [] : IndexRows.Of(Rows.Read(entry, StoredJson.Default.RegisterEntry));
        return await WriteAsync(entry is null ? [head] : [head, entry], [.. IndexRows.Of(current, roles), .. ofEntry], cancellation);
    }

    /// <param name="unreadable">Told the words about each row that cannot be read; what it would lead to stays as it is.</param>
    public async Task<Reindexed> AllAsync(Action<string> unreadable, CancellationToken cancellation)
    {
        var roles = await RolesAsync(cancellation);
        var cases = await AllOfAsync(
            Keys.CasePrefix,
            row => IndexRows.Of(Rows.Read(row, StoredJson.Default.Case), roles),
            unreadable,
            cancellation
        );
        var entries = await AllOfAsync(
            Keys.EntryPrefix,
            row => IndexRows.Of(Rows.Read(row, StoredJson.Default.RegisterEntry)),
            unreadable,
            cancellation
        );
        var removed = 0L;
        foreach (var prefix in IndexRows.OfCases.Concat(IndexRows.OfEntries))
        {
            await foreach (var row in table.PrefixAsync(partition, prefix, cancellation))
            {
                if (await LeadsNowhereAsync(row, roles, cancellation) && await RemoveAsync(row, cancellation))
                    removed++;
            }
        }
        return new(cases.Rows, entries.Rows, cases.Written + entries.Written, removed, cases.Unreadable + entries.Unreadable);
    }

    private async Task<RoleHolders> RolesAsync(CancellationToken cancellation) =>
        RoleDirectory
            .Of(
                await (groups ?? []).FillAsync(settings.Roles, cancellation),
                settings.Places,
                (await RoleAssignmentStore.ReadAsync(table, settings, cancellation))?.Value ?? RoleAssignments.Empty
            )
            .Roles;

    private async Task<(long Rows, long Written, long Unreadable)> AllOfAsync(
        string prefix,
        Func<Row, IReadOnlyList<Row>> indexOf,
        Action<string> unreadable,
        CancellationToken cancellation
    )
    {
        var (rows, written, faults) = (0L, 0L, 0L);
        await foreach (var row in table.PrefixAsync(partition, prefix, cancellation))
        {
            rows++;
            try
            {
                var wrong = new List<Row>();
                foreach (var wanted in indexOf(row))
                {
                    if (!Same(await table.GetAsync(partition, wanted.Key, cancellation), wanted))
                        wrong.Add(wanted);
                }
                if (wrong.Count > 0 && await WriteAsync([row], wrong, cancellation))
                    written += wrong.Count;
            }
            catch (UnreadableRowException fault)
            {
                faults++;
                unreadable(fault.Message);
            }
        }
        return (rows, written, faults);
    }

    /// <summary>A row whose case or entry is not there, or has its index rows elsewhere.</summary>
    private async Task<bool> LeadsNowhereAsync(Row row, RoleHolders roles, CancellationToken cancellation)
    {
        try
        {
            var wanted = IndexRows.OfCases.Any(prefix => row.Key.StartsWith(prefix, StringComparison.Ordinal))
                ? await table.GetAsync(partition, Keys.Case(IndexRows.CaseOf(row)), cancellation) is { } head
                    ? IndexRows.Of(Rows.Read(head, StoredJson.Default.Case), roles)
                    : []
                : await table.GetAsync(partition, Keys.Entry(Rows.Value<string>(row, "Entry")), cancellation) is { } entry
                    ? IndexRows.Of(Rows.Read(entry, StoredJson.Default.RegisterEntry))
                    : [];
            return wanted.All(other => other.Key != row.Key);
        }
        catch (UnreadableRowException fault)
        {
            // Its own fault: everything that can be read has its rows by now. The fault of what it leads to was told.
            return fault.Key == row.Key;
        }
    }

    /// <summary>What the rows follow from is written as it is, so that a change in between makes this fail.</summary>
    private async Task<bool> WriteAsync(IReadOnlyList<Row> from, IReadOnlyList<Row> index, CancellationToken cancellation)
    {
        RowChange[] batch = [.. from.Select(row => new RowChange.Replace(row, row.ETag!)), .. index.Select(row => new RowChange.Put(row))];
        return await table.CommitAsync(partition, batch, cancellation) is CommitResult.Committed;
    }

    private async Task<bool> RemoveAsync(Row row, CancellationToken cancellation) =>
        await table.CommitAsync(partition, [new RowChange.Delete(row.Key, row.ETag)], cancellation) is CommitResult.Committed;

    private static bool Same(Row? kept, Row wanted) =>
        kept is not null
        && kept.Values.Count == wanted.Values.Count
        && wanted.Values.All(value => value.Value.Equals(kept.Values.GetValueOrDefault(value.Key)));
}

/// <param name="Written">Index rows that were missing or said something else.</param>
/// <param name="Removed">Index rows that led nowhere.</param>
public sealed record Reindexed(long Cases, long Entries, long Written, long Removed, long Unreadable);
