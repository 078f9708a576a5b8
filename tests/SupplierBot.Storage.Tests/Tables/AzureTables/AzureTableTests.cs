using System.Net;
using System.Text.Json.Nodes;
using SupplierBot.Chat.Ports;
using SupplierBot.Storage.Tables.AzureTables;
using SupplierBot.Storage.Tests.Kit;

namespace SupplierBot.Storage.Tests.Tables.AzureTables;

public sealed class AzureTableTests : IDisposable
{
    private const string Partition = "org-contoso";
    private readonly FaultyTransport wire = new();

    public void Dispose() => wire.Dispose();

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "AuthorizationPermissionMismatch", AzureTableFault.Denied, "Storage Table Data Contributor")]
    [InlineData(HttpStatusCode.Forbidden, "AuthorizationFailure", AzureTableFault.Denied, "Storage Table Data Contributor")]
    [InlineData(HttpStatusCode.Forbidden, "AuthenticationFailed", AzureTableFault.WrongKey, "connection string")]
    [InlineData(HttpStatusCode.NotFound, "TableNotFound", AzureTableFault.TableMissing, "Restore it")]
    [InlineData(HttpStatusCode.Conflict, "TableBeingDeleted", AzureTableFault.TableMissing, "being deleted")]
    public async Task What_the_account_refuses_is_reported_with_a_remedy_and_nothing_was_written(
        HttpStatusCode status,
        string code,
        AzureTableFault kind,
        string words
    )
    {
        var table = await wire.TableAsync();
        wire.Answers(status, code);

        foreach (var ask in Every(table))
        {
            var fault = await Assert.ThrowsAsync<AzureTableException>(ask);
            Assert.Equal(kind, fault.Fault);
            Assert.Contains(words, fault.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', fault.Message);
        }
    }

    [Fact]
    public async Task A_table_that_may_not_be_made_is_reported()
    {
        wire.Intercept = (_, request, _) =>
            request.Method == HttpMethod.Post
                ? Task.FromResult(FaultyTransport.Refusal(HttpStatusCode.Forbidden, "AuthorizationPermissionMismatch"))
                : null;
        var fault = await Assert.ThrowsAsync<AzureTableException>(() => wire.TableAsync());
        Assert.Equal(AzureTableFault.TableMissing, fault.Fault);
        Assert.Contains("may not make it", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_is_reported_by_the_service_itself()
    {
        var wrong = Azurite.ConnectionStringAt(Azurite.Shared.Port, Convert.ToBase64String(new byte[64]));
        var fault = await Assert.ThrowsAsync<AzureTableException>(() => wire.TableAsync(wrong));
        Assert.Equal(AzureTableFault.WrongKey, fault.Fault);
        Assert.DoesNotContain(Convert.ToBase64String(new byte[64]), fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_is_made_once_and_found_again()
    {
        var name = Azurite.NewTable();
        var account = new AzureAccount.ByConnectionString(Azurite.Shared.ConnectionString);
        Assert.True(await AzureTable.At(account, name).MakeIfMissingAsync(CancellationToken.None));
        Assert.False(await AzureTable.At(account, name).MakeIfMissingAsync(CancellationToken.None));
    }

    /// <summary>
    /// The service may say "nothing here, go on there"; Azurite never does (src/SupplierBot.Storage/TABLES.md "Queries").
    /// </summary>
    [Fact]
    public async Task A_page_of_no_rows_is_not_the_end()
    {
        var table = await wire.TableAsync();
        for (var batch = 0; batch < 3; batch++)
            await AddAsync(table, batch * 10, 10);
        wire.Intercept = (number, request, go) => number % 2 == 1 ? Task.FromResult(EmptyPage(request)) : AfterEmptyAsync(request, go);

        var rows = await table.ReadAsync(Partition, "a-", "a.", 25, CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, 25).Select(number => $"a-{number:D4}"), rows.Select(row => row.Key));
    }

    [Fact]
    public async Task Exactly_what_was_asked_for_is_read()
    {
        var table = await wire.TableAsync();
        await AddAsync(table, 0, 50);
        var read = 0;
        wire.Intercept = (_, _, go) => CountedAsync(go, rows => read += rows);

        Assert.Equal(20, (await table.ReadAsync(Partition, "a-", "a.", 20, CancellationToken.None)).Count);
        Assert.Equal((20, 1), (read, wire.Sent));
    }

    [Theory]
    [InlineData("x' or PartitionKey ne 'x")]
    [InlineData("' or true or RowKey eq '")]
    public async Task A_key_that_reads_like_a_filter_is_a_key(string hostile)
    {
        var table = await wire.TableAsync();
        await AddAsync(table, 0, 5);

        Assert.Empty(await table.ReadAsync(hostile, "", "z", 10, CancellationToken.None));
        Assert.Empty(await table.ReadAsync(Partition, hostile, hostile + "!", 10, CancellationToken.None));
        await table.CommitAsync(Partition, [new RowChange.Add(new(hostile, new Dictionary<string, object>()))], CancellationToken.None);
        Assert.Equal(hostile, Assert.Single(await table.ReadAsync(Partition, hostile, hostile + "!", 10, CancellationToken.None)).Key);
    }

    private static IEnumerable<Func<Task>> Every(AzureTable table) =>
        [
            () => table.GetAsync(Partition, "r-1", CancellationToken.None),
            () => table.ReadAsync(Partition, "r-", "r.", 10, CancellationToken.None),
            () => table.CommitAsync(Partition, [new RowChange.Add(new("r-1", new Dictionary<string, object>()))], CancellationToken.None),
        ];

    private static Task AddAsync(AzureTable table, int first, int count) =>
        table.CommitAsync(
            Partition,
            [
                .. Enumerable
                    .Range(first, count)
                    .Select(number => new RowChange.Add(new($"a-{number:D4}", new Dictionary<string, object>()))),
            ],
            CancellationToken.None
        );

    /// <summary>Where the request would have begun, told as where to go on.</summary>
    private static HttpResponseMessage EmptyPage(HttpRequestMessage request)
    {
        var empty = new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent("""{"value":[]}""", System.Text.Encoding.UTF8, "application/json"),
        };
        var query = System.Web.HttpUtility.ParseQueryString(request.RequestUri!.Query);
        empty.Headers.Add("x-ms-continuation-NextPartitionKey", query["NextPartitionKey"] ?? "begin");
        empty.Headers.Add("x-ms-continuation-NextRowKey", query["NextRowKey"] ?? "begin");
        return empty;
    }

    private static Task<HttpResponseMessage> AfterEmptyAsync(HttpRequestMessage request, Func<Task<HttpResponseMessage>> go)
    {
        var address = request.RequestUri!.AbsoluteUri;
        request.RequestUri = new(address.Replace("&NextPartitionKey=begin&NextRowKey=begin", "", StringComparison.Ordinal));
        return go();
    }

    private static async Task<HttpResponseMessage> CountedAsync(Func<Task<HttpResponseMessage>> go, Action<int> rows)
    {
        var reply = await go();
        rows(JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["value"]!.AsArray().Count);
        return reply;
    }
}
