using SupplierBot.Chat.Ports;
using SupplierBot.Storage.Tables.AzureTables;

namespace SupplierBot.Storage.Tests.Tables.AzureTables;

public sealed class AzureTableContractTests : TableContractTests
{
    protected override async ValueTask<ITable> OpenAsync()
    {
        var table = AzureTable.At(new AzureAccount.ByConnectionString(Azurite.Shared.ConnectionString), Azurite.NewTable());
        Assert.True(await table.MakeIfMissingAsync(CancellationToken.None));
        return table;
    }

    protected override ValueTask CloseAsync() => ValueTask.CompletedTask;
}
