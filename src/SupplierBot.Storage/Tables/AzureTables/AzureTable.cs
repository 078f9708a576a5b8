using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using SupplierBot.Chat.Ports;
using SupplierBot.Storage.Tables.Limits;

namespace SupplierBot.Storage.Tables.AzureTables;

/// <summary>
/// One table of an Azure storage account, for any number of processes. Every call ends within <see cref="LongestCall"/>: a reply that comes
/// later than a person waits is no reply (TABLES.md "Time-outs").
/// </summary>
/// <remarks>
/// Cancellation counts before a batch is sent; one that was sent is waited for and its result returned. The client repeats what was not
/// answered, so that a conflict can be the doing of the first try.
/// </remarks>
public sealed class AzureTable : ITable
{
    private const int MostRows = 1000;
    internal static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(4);

    /// <summary>At the start an identity may have to be found first, and nobody waits for an answer.</summary>
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    private readonly TableClient client;

    private AzureTable(TableClient client) => this.client = client;

    /// <summary>Nothing is asked yet.</summary>
    public static AzureTable At(AzureAccount account, string name) => new(account.Table(name));

    /// <summary>Several processes may do so at once.</summary>
    /// <returns>True where the table was not there: it is empty now.</returns>
    /// <exception cref="AzureTableException">Not reachable, not allowed, missing and not to be made.</exception>
    public async Task<bool> MakeIfMissingAsync(CancellationToken cancellation)
    {
        if (await IsThereAsync(cancellation))
            return false;
        await MakeAsync(cancellation);
        return true;
    }

    public Task<Row?> GetAsync(string partition, string key, CancellationToken cancellation)
    {
        KeyGuard.Check(partition, nameof(partition));
        KeyGuard.Check(key, nameof(key));
        return GetAsync(partition, key, LongestCall, cancellation);
    }

    public async Task<IReadOnlyList<Row>> ReadAsync(string partition, string from, string before, int take, CancellationToken cancellation)
    {
        KeyGuard.Check(partition, nameof(partition));
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, MostRows);
        if (string.CompareOrdinal(from, before) >= 0)
            return [];
        return await AskAsync(limit => PagesAsync(Range(partition, from, before), take, limit), LongestCall, cancellation);
    }

    public async Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RowChange> batch, CancellationToken cancellation)
    {
        BatchGuard.Check(partition, batch);
        cancellation.ThrowIfCancellationRequested();
        using var limit = new CancellationTokenSource(LongestCall);
        try
        {
            var replies = await client.SubmitTransactionAsync(batch.Select(change => AzureRows.Action(partition, change)), limit.Token);
            return new CommitResult.Committed([
                .. replies.Value.Select((reply, index) => batch[index] is RowChange.Delete ? null : reply.Headers.ETag?.ToString("H")),
            ]);
        }
        catch (TableTransactionFailedException refused) when (AzureConflicts.Of(refused) is { } conflict)
        {
            return conflict;
        }
        catch (Exception fault) when (AzureTableException.IsOfService(fault))
        {
            throw AzureTableException.OfCommit(client, fault);
        }
    }

    private async Task<Row?> GetAsync(string partition, string key, TimeSpan longest, CancellationToken cancellation)
    {
        var found = await AskAsync(limit => client.GetEntityIfExistsAsync<TableEntity>(partition, key, null, limit), longest, cancellation);
        if (found.HasValue)
            return AzureRows.Read(found.Value!);
        // The client tells a missing row and a missing table alike; only one of them is an answer.
        var reply = new RequestFailedException(found.GetRawResponse());
        return reply.ErrorCode == TableErrorCode.TableNotFound ? throw AzureTableException.From(client, reply) : null;
    }

    /// <summary>Values never become part of the filter's text by hand: a quote in one would end it (TABLES.md "Queries").</summary>
    private static string Range(string partition, string from, string before) =>
        from switch
        {
            "" => TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey lt {before}"),
            // The least key after another one ends in a character that no key may hold and no filter carries.
            [.. var last, '\0'] => TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and RowKey gt {last} and RowKey lt {before}"
            ),
            _ => TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {before}"),
        };

    /// <summary>The service may answer a page of no rows and a token to go on with; only a missing token is the end.</summary>
    private async Task<IReadOnlyList<Row>> PagesAsync(string range, int take, CancellationToken limit)
    {
        var query = client.QueryAsync<TableEntity>(range, take, null, limit);
        var rows = new List<Row>();
        string? token = null;
        do
        {
            await foreach (var page in query.AsPages(token, take - rows.Count))
            {
                rows.AddRange(page.Values.Take(take - rows.Count).Select(AzureRows.Read));
                token = page.ContinuationToken;
                break;
            }
        } while (rows.Count < take && !string.IsNullOrEmpty(token));
        return rows;
    }

    private async Task<bool> IsThereAsync(CancellationToken cancellation)
    {
        try
        {
            await GetAsync("table", "is-there", LongestStart, cancellation);
            return true;
        }
        catch (AzureTableException missing) when (missing.Fault == AzureTableFault.TableMissing)
        {
            return false;
        }
    }

    private async Task MakeAsync(CancellationToken cancellation)
    {
        try
        {
            await AskAsync(limit => client.CreateIfNotExistsAsync(limit), LongestStart, cancellation);
        }
        catch (AzureTableException denied) when (denied.Fault == AzureTableFault.Denied)
        {
            throw AzureTableException.MayNotBeMade(client, denied);
        }
    }

    private async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> ask, TimeSpan longest, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(longest);
        try
        {
            return await ask(limit.Token);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested && AzureTableException.IsOfService(fault))
        {
            throw AzureTableException.From(client, fault);
        }
    }
}
