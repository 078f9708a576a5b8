using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;

namespace SupplierBot.Chat.Backup;

/// <summary>
/// Writes the whole organisation as JSON lines: the backup, and the way to another storage. One case is in memory at a time; each case in
/// the file is one that was committed, also while the bot runs. The same rows always give the same bytes.
/// </summary>
/// <param name="files">Takes the files along that the cases name; null where the rows are enough.</param>
public sealed class Export(ITable table, ChatSettings settings, FileCopies? files = null)
{
    /// <summary>Ranges that are not written row by row: parts of cases, index rows, and markers, which come first.</summary>
    private static readonly string[] Elsewhere =
    [
        .. CaseWalk.Prefixes.Concat(IndexRows.OfCases).Concat(IndexRows.OfEntries).Append(Keys.MarkerPrefix).Order(StringComparer.Ordinal),
    ];

    private readonly string workflow = Keys.Workflow(settings.OrganisationId);

    /// <param name="product">The release that writes it.</param>
    public async Task<Exported> WriteAsync(Stream output, string product, CancellationToken cancellation)
    {
        using var writer = new BackupWriter(output);
        var policies = Keys.Policies(settings.OrganisationId);
        await writer.WriteAsync(
            new BackupLine.Header(BackupLine.Format, product, settings.OrganisationId, await PoliciesAsync(policies, cancellation)),
            cancellation
        );
        await AllOfAsync(writer, policies, cancellation);
        await RangeAsync(writer, workflow, Keys.MarkerPrefix, Keys.After(Keys.MarkerPrefix), cancellation);
        var broken = await CasesAsync(writer, cancellation);
        await TheRestAsync(writer, cancellation);
        await AllOfAsync(writer, Keys.Conversations(settings.OrganisationId), cancellation);
        await DraftsAsync(writer, cancellation);
        return new(writer.Cases, writer.Rows, broken, await writer.EndAsync(cancellation));
    }

    private async Task<IReadOnlyList<string>> PoliciesAsync(string partition, CancellationToken cancellation) =>
        await table
            .PrefixAsync(partition, Keys.PolicyTextPrefix, cancellation)
            .Select(row => row.Key[Keys.PolicyTextPrefix.Length..])
            .ToListAsync(cancellation);

    /// <returns>Cases whose chain is broken: they are in the file as they are.</returns>
    private async Task<long> CasesAsync(BackupWriter writer, CancellationToken cancellation)
    {
        var broken = 0L;
        await foreach (var read in table.CasesAsync(workflow, cancellation))
        {
            var whole = ChainAudit.FirstBreak(read) is null;
            var rows = whole ? read : await AgainAsync(read, cancellation);
            if (!whole && ChainAudit.FirstBreak(rows) is not null)
                broken++;
            await writer.WriteAsync(
                new BackupLine.WholeCase(rows.Id, rows.Head, [.. rows.Events, .. rows.Slots.Select(DeliveryLeases.Released)]),
                cancellation
            );
            // A file is saved before the row that names it: what the rows of the backup name is there.
            if (files is not null)
                await files.OfAsync(rows.Head, cancellation);
        }
        return broken;
    }

    /// <summary>
    /// Committed between the reading of head and events, it is read again on its own; what is left of a case that is not there stays as it
    /// was read.
    /// </summary>
    private async Task<CaseRows> AgainAsync(CaseRows read, CancellationToken cancellation) =>
        await table.CaseAsync(workflow, read.Id, cancellation) is { Head: not null } again ? again : read;

    /// <summary>Whatever else there is, also kinds of rows that come later.</summary>
    private async Task TheRestAsync(BackupWriter writer, CancellationToken cancellation)
    {
        var from = TableRanges.First;
        foreach (var prefix in Elsewhere)
        {
            await RangeAsync(writer, workflow, from, prefix, cancellation);
            from = Keys.After(prefix);
        }
        await RangeAsync(writer, workflow, from, TableRanges.Last, cancellation);
    }

    private async Task DraftsAsync(BackupWriter writer, CancellationToken cancellation)
    {
        var owners = Keys.DraftOwners(settings.OrganisationId);
        await foreach (var owner in table.RangeAsync(owners, TableRanges.First, TableRanges.Last, cancellation))
        {
            await writer.WriteAsync(new BackupLine.Single(owners, owner), cancellation);
            if (owner.Key.StartsWith(Keys.DraftOwnerPrefix, StringComparison.Ordinal))
                await AllOfAsync(writer, Keys.DraftsOf(settings.OrganisationId, owner.Key), cancellation);
        }
    }

    private Task AllOfAsync(BackupWriter writer, string partition, CancellationToken cancellation) =>
        RangeAsync(writer, partition, TableRanges.First, TableRanges.Last, cancellation);

    private async Task RangeAsync(BackupWriter writer, string partition, string from, string before, CancellationToken cancellation)
    {
        await foreach (var row in table.RangeAsync(partition, from, before, cancellation))
            await writer.WriteAsync(new BackupLine.Single(partition, DeliveryLeases.Released(row)), cancellation);
    }
}

/// <param name="BrokenChains">Cases whose chain of events is broken; <c>audit verify</c> names them.</param>
/// <param name="Sha256">Of everything before the closing line.</param>
public sealed record Exported(long Cases, long Rows, long BrokenChains, string Sha256);
