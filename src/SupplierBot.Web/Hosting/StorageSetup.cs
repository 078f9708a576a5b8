using System.Runtime.CompilerServices;
using SupplierBot.Storage.Tables;
using SupplierBot.Storage.Tables.AzureTables;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Hosting;

/// <summary>Where everything is kept, by <c>Storage:Kind</c>.</summary>
internal static class StorageSetup
{
    public static IServiceCollection AddStorage(
        this IServiceCollection services,
        Settings settings,
        StorageSharing sharing = StorageSharing.Alone
    ) =>
        settings.Storage.Account is not null ? services.AddAccount(settings.Storage)
        : sharing == StorageSharing.Snapshot ? services.AddSqliteSnapshot(settings.Storage.SqlitePath)
        : services.AddSqliteTable(_ => settings.Storage.SqlitePath, beside: sharing == StorageSharing.Beside);

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

/// <summary>Who else may have the file open; a storage account has room for all.</summary>
internal enum StorageSharing
{
    /// <summary>The bot itself, and what changes much: nobody else.</summary>
    Alone,

    /// <summary>As it is now, for reading, beside a running bot.</summary>
    Snapshot,

    /// <summary>Beside a running bot, and short transactions of its own.</summary>
    Beside,
}
