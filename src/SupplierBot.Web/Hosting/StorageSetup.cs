using SupplierBot.Tables;

namespace SupplierBot.Web;

/// <summary>Where everything is kept, by <c>Storage:Kind</c>.</summary>
internal static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services, Settings settings) =>
        services.AddSqliteTable(_ => settings.Storage.SqlitePath);

    /// <summary>Why there is nothing to read, or null: to read from a wrong path would find an empty register and make a file.</summary>
    public static string? Missing(this StorageOptions storage) => File.Exists(storage.SqlitePath)
        ? null
        : $"{storage.SqlitePath}: there is no database. Correct Storage:Sqlite:Path (--Storage:Sqlite:Path FILE), or run the command where the bot runs.";
}
