using SupplierBot.Chat.Ports;
using SupplierBot.Storage.Tables.AzureTables;

namespace SupplierBot.Storage.Tests;

public sealed class AzureTableContract : TableContract
{
    protected override async ValueTask<ITable> OpenAsync()
    {
        var table = AzureTable.At(new AzureAccount.ByConnectionString(Azurite.Shared.ConnectionString), Azurite.NewTable());
        Assert.True(await table.MakeIfMissingAsync(CancellationToken.None));
        return table;
    }

    protected override ValueTask CloseAsync() => ValueTask.CompletedTask;
}
