using System.Runtime.CompilerServices;
using SupplierBot.Storage.Tables;
using SupplierBot.Storage.Tables.AzureTables;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Hosting;

/// <summary>Where everything is kept, by <c>Storage:Kind</c>.</summary>
internal static class StorageSetup
{
    /// <param name="onlyRead">Beside a running bot, too.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, Settings settings, bool onlyRead = false) =>
        settings.Storage.Account is null
            ? onlyRead
                ? services.AddSqliteSnapshot(settings.Storage.SqlitePath)
                : services.AddSqliteTable(_ => settings.Storage.SqlitePath)
            : services.AddAccount(settings.Storage);

    /// <summary>Why there is nothing to read, or null: to read from a wrong path would find an empty register and make a file.</summary>
    public static string? Missing(this StorageOptions storage) =>
        storage.Account is not null || File.Exists(storage.SqlitePath)
            ? null
            : $"{storage.SqlitePath}: there is no database. Give the path that the bot prints at its start: --Storage:Sqlite:Path FILE, or Storage:Sqlite:Path in appsettings.json.";

    /// <summary>A table of an account is made where it is missing; a file is made when it is opened.</summary>
    /// <returns>True where it was missing: nothing is kept yet.</returns>
    public static async Task<bool> MakeStorageAsync(this IServiceProvider services, Settings settings, CancellationToken cancellation) =>
        settings.Storage.Account is not null && await MakeTableAsync(services, cancellation);

    // Methods of their own: who keeps everything in a file never loads the client of the account.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IServiceCollection AddAccount(this IServiceCollection services, StorageOptions storage) =>
        services.AddAzureTable(storage.Account!, storage.Table);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<bool> MakeTableAsync(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<AzureTable>().MakeIfMissingAsync(cancellation);
}
