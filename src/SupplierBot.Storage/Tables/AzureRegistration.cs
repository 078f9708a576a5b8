using Microsoft.Extensions.DependencyInjection;
using SupplierBot.Chat.Ports;
using SupplierBot.Storage.Files;
using SupplierBot.Storage.Tables.AzureTables;

namespace SupplierBot.Storage.Tables;

public static class AzureRegistration
{
    /// <summary>
    /// A table of a storage account as the <see cref="ITable"/>, and its files beside it. Nothing is asked of the account before
    /// <see cref="AzureTable.MakeIfMissingAsync"/>.
    /// </summary>
    public static IServiceCollection AddAzureTable(this IServiceCollection services, AzureAccount account, string name) =>
        services
            .AddSingleton(_ => AzureTable.At(account, name))
            .AddSingleton<ITable>(provider => provider.GetRequiredService<AzureTable>())
            .AddSingleton<IFileStore>(_ => BlobFileStore.At(account, name));
}
