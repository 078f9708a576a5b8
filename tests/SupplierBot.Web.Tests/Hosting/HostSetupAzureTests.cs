using System.Net;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using SupplierBot.Web.Tests.Kit;

namespace SupplierBot.Web.Tests.Hosting;

/// <summary>The whole host in memory, keeping everything in Azurite.</summary>
[Collection(HostCollection.Name)]
public sealed class HostSetupAzureTests : IDisposable
{
    private readonly string name = Azurite.NewTable();
    private readonly WebApplicationFactory<Program> factory;

    public HostSetupAzureTests() => factory = Host();

    private TableClient Table => new(Azurite.Shared.ConnectionString, name);

    public void Dispose() => factory.Dispose();

    [Fact]
    public async Task Several_hosts_share_one_table_and_are_ready()
    {
        using var client = factory.CreateClient();
        await using var second = Host();
        using var other = second.CreateClient();
        Assert.Equal(("Healthy", "Healthy"), (await client.GetStringAsync("/health/ready"), await other.GetStringAsync("/health/ready")));
        Assert.Single(Table.Query<TableEntity>(row => row.RowKey == "sentinel"));
    }

    [Fact]
    public async Task It_is_not_ready_once_its_table_is_gone_and_not_again_in_an_empty_one()
    {
        using var client = factory.CreateClient();
        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready"));
        await Table.DeleteAsync(TestContext.Current.CancellationToken);
        await IsNotReadyAsync(client);
        await Table.CreateAsync(TestContext.Current.CancellationToken);
        await IsNotReadyAsync(client);
        Assert.Empty(Table.Query<TableEntity>());
        Assert.Equal("Healthy", await client.GetStringAsync("/health/live"));
    }

    [Fact]
    public async Task It_is_ready_again_once_what_was_there_is_back()
    {
        using var client = factory.CreateClient();
        var sentinel = Assert.Single(Table.Query<TableEntity>(row => row.RowKey == "sentinel"));
        await Table.DeleteEntityAsync(sentinel.PartitionKey, sentinel.RowKey, cancellationToken: TestContext.Current.CancellationToken);
        await IsNotReadyAsync(client);
        await Table.AddEntityAsync(sentinel, TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(1.1), TestContext.Current.CancellationToken);
        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready"));
    }

    private static async Task IsNotReadyAsync(HttpClient client)
    {
        await Task.Delay(TimeSpan.FromSeconds(1.1), TestContext.Current.CancellationToken); // A look is good for a second.
        using var ready = await client.GetAsync("/health/ready");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (ready.StatusCode, await ready.Content.ReadAsStringAsync()));
    }

    private WebApplicationFactory<Program> Host() =>
        new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
            builder
                .UseSetting("Local:Playground", "false")
                .UseSetting("Storage:Kind", "AzureTables")
                .UseSetting("Storage:ConnectionString", Azurite.Shared.ConnectionString)
                .UseSetting("Storage:Table", name)
        );
}
