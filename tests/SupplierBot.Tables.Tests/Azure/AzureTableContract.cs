using SupplierBot.Chat;

namespace SupplierBot.Tables.Tests;

public sealed class AzureTableContract : TableContract
{
    protected override async ValueTask<ITable> OpenAsync() =>
        await AzureTable.OpenAsync(new AzureAccount.ByConnectionString(Azurite.Shared.ConnectionString), Azurite.NewTable(), () => { }, CancellationToken.None);

    protected override ValueTask CloseAsync() => ValueTask.CompletedTask;
}
