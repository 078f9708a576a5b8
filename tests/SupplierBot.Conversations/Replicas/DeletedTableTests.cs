using System.Net;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Replicas;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Conversations.Replicas;

/// <summary>Somebody deletes the table under the running bot, and makes an empty one of the same name.</summary>
public sealed class DeletedTableTests
{
    [Fact]
    public async Task Nobody_is_told_that_something_was_saved_and_nothing_is_kept_in_the_empty_one()
    {
        await using var company = await ReplicaCompany.StartAsync(1);
        var rita = company.Employee("rita");
        await rita.SaysAsync("new Acme Notes");
        var page = rita.Newest.Card!;
        var table = new TableClient(Azurite.Shared.ConnectionString, company.Table);
        await table.DeleteAsync(TestContext.Current.CancellationToken);
        await IsNotSavedAsync(company, rita, page);
        await table.CreateAsync(TestContext.Current.CancellationToken);
        await IsNotSavedAsync(company, rita, page);
        Assert.Empty(table.Query<TableEntity>());
        await company.Replicas[0].KillAsync();
        await company.Replicas[0].StartAgainAsync();
        await rita.SaysAsync("new Acme Notes");
        Assert.True(rita.Newest.Card!.Has("answer"), "A start takes the storage it finds.");
    }

    private static async Task IsNotSavedAsync(ReplicaCompany company, Employee rita, Card page)
    {
        await WaitUntil.TrueAsync(async () => (await company.ReadinessAsync()) is [HttpStatusCode.ServiceUnavailable], () => "not ready");
        var answer = await rita.GiveAsync(rita.Execute("answer", page.Button("answer").Action["data"]!.DeepClone() as JsonObject));
        Assert.True(answer.NotSaved, answer.Body);
        await rita.GiveAsync(rita.Message("can I use Acme Notes"));
        Assert.True(rita.Newest.Contains(Employee.CouldNotSave), rita.Newest.Text);
    }
}
