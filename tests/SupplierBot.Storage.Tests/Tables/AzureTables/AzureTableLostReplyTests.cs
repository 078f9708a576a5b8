using System.Net;
using SupplierBot.Chat.Ports;
using SupplierBot.Storage.Tables.AzureTables;
using SupplierBot.Storage.Tests.Kit;

namespace SupplierBot.Storage.Tests.Tables.AzureTables;

/// <summary>
/// What the port says where the service did something and could not tell (src/SupplierBot.Storage/TABLES.md "Lost replies"): stores rely on
/// exactly this.
/// </summary>
public sealed class AzureTableLostReplyTests : IDisposable
{
    private const string Partition = "org-contoso";
    private readonly FaultyTransport wire = new();

    public void Dispose() => wire.Dispose();

    [Fact]
    public async Task A_batch_that_adds_is_a_conflict_with_its_own_first_row()
    {
        var table = await wire.TableAsync();
        wire.LosesReplies(1);

        Assert.Equal(
            new CommitResult.Conflict(0, ConflictKind.Exists),
            await table.CommitAsync(Partition, [Add("k-1"), Add("r-1")], CancellationToken.None)
        );

        Assert.NotNull(await table.GetAsync(Partition, "k-1", CancellationToken.None));
        Assert.NotNull(await table.GetAsync(Partition, "r-1", CancellationToken.None));
    }

    [Fact]
    public async Task A_replacement_is_stale_by_its_own_doing()
    {
        var table = await wire.TableAsync();
        var etag = await AddedAsync(table, "r-1");
        wire.LosesReplies(1);

        Assert.Equal(
            new CommitResult.Conflict(0, ConflictKind.Stale),
            await table.CommitAsync(Partition, [new RowChange.Replace(Row("r-1", 2), etag)], CancellationToken.None)
        );

        Assert.Equal(2, (await table.GetAsync(Partition, "r-1", CancellationToken.None))!.Values["N"]);
    }

    [Fact]
    public async Task A_deletion_is_missing_by_its_own_doing()
    {
        var table = await wire.TableAsync();
        var etag = await AddedAsync(table, "r-1");
        wire.LosesReplies(1);

        Assert.Equal(
            new CommitResult.Conflict(0, ConflictKind.Missing),
            await table.CommitAsync(Partition, [new RowChange.Delete("r-1", etag)], CancellationToken.None)
        );

        Assert.Null(await table.GetAsync(Partition, "r-1", CancellationToken.None));
    }

    [Fact]
    public async Task A_put_and_a_read_do_not_notice()
    {
        var table = await wire.TableAsync();
        wire.LosesReplies(1);
        Assert.IsType<CommitResult.Committed>(
            await table.CommitAsync(Partition, [new RowChange.Put(Row("r-1", 1))], CancellationToken.None)
        );

        wire.Intercept = (number, _, _) =>
            number % 2 == 1 ? Task.FromException<HttpResponseMessage>(new HttpRequestException("reset", new IOException())) : null;
        Assert.Equal(1, (await table.GetAsync(Partition, "r-1", CancellationToken.None))!.Values["N"]);
        Assert.Single(await table.ReadAsync(Partition, "r-", "r.", 10, CancellationToken.None));
    }

    [Fact]
    public async Task Every_reply_lost_means_that_the_outcome_is_unknown()
    {
        var table = await wire.TableAsync();
        wire.LosesReplies(int.MaxValue);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => table.CommitAsync(Partition, [Add("r-1")], CancellationToken.None));

        wire.Intercept = null;
        Assert.NotNull(await table.GetAsync(Partition, "r-1", CancellationToken.None));
    }

    [Fact]
    public async Task A_reply_that_does_not_come_in_time_is_unknown_too()
    {
        var table = await wire.TableAsync();
        wire.HoldsBatches = true;

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => table.CommitAsync(Partition, [Add("r-1")], CancellationToken.None));
    }

    [Fact]
    public async Task What_nobody_can_have_heard_was_not_written()
    {
        var table = await wire.TableAsync();
        wire.LosesRequests();

        var fault = await Assert.ThrowsAsync<AzureTableException>(() => table.CommitAsync(Partition, [Add("r-1")], CancellationToken.None));

        Assert.Equal(AzureTableFault.Unreachable, fault.Fault);
    }

    [Fact]
    public async Task A_service_that_is_busy_may_have_written_and_is_asked_three_times()
    {
        var table = await wire.TableAsync();
        wire.Answers(HttpStatusCode.ServiceUnavailable, "ServerBusy");

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => table.CommitAsync(Partition, [Add("r-1")], CancellationToken.None));

        Assert.Equal(3, wire.Sent);
    }

    [Fact]
    public async Task A_cancellation_after_the_batch_was_sent_does_not_hide_its_result()
    {
        var table = await wire.TableAsync();
        using var cancel = new CancellationTokenSource();
        wire.Intercept = (_, _, go) => CancelledAsync(cancel, go);

        Assert.IsType<CommitResult.Committed>(await table.CommitAsync(Partition, [Add("r-1")], cancel.Token));
    }

    private static async Task<HttpResponseMessage> CancelledAsync(CancellationTokenSource cancel, Func<Task<HttpResponseMessage>> go)
    {
        await cancel.CancelAsync();
        return await go();
    }

    private static async Task<string> AddedAsync(AzureTable table, string key) =>
        Assert.IsType<CommitResult.Committed>(await table.CommitAsync(Partition, [Add(key)], CancellationToken.None)).ETags[0]!;

    private static RowChange Add(string key) => new RowChange.Add(Row(key, 1));

    private static Row Row(string key, int number) => new(key, new Dictionary<string, object> { ["N"] = number });
}
