using Microsoft.Extensions.DependencyInjection;
using SupplierBot.Chat.Ports;
using SupplierBot.Storage.Files;
using SupplierBot.Storage.Tables.Sqlite;

namespace SupplierBot.Storage.Tables;

public static class SqliteRegistration
{
    /// <summary>
    /// The embedded table as the <see cref="ITable"/>. Opened when first asked for: resolve it at start, so that a bad path stops the
    /// start.
    /// </summary>
    /// <param name="path">The file; a relative path is taken from the working directory.</param>
    /// <param name="beside">The bot may have it open, too: see <see cref="SqliteTable.OpenBeside"/>.</param>
    public static IServiceCollection AddSqliteTable(
        this IServiceCollection services,
        Func<IServiceProvider, string> path,
        bool beside = false
    ) =>
        services
            .AddSingleton(provider => beside ? SqliteTable.OpenBeside(path(provider)) : SqliteTable.Open(path(provider)))
            .AddSingleton<ITable>(provider => provider.GetRequiredService<SqliteTable>())
            .AddSingleton<IFileStore>(provider => Beside(path(provider)));

    /// <summary>The embedded table as it is when it is first asked for, for reading alone; the bot may have it open.</summary>
    public static IServiceCollection AddSqliteSnapshot(this IServiceCollection services, string path) =>
        services
            .AddSingleton(_ => SqliteSnapshot.Open(path))
            .AddSingleton<ITable>(provider => provider.GetRequiredService<SqliteSnapshot>())
            .AddSingleton<IFileStore>(_ => Beside(path));

    /// <summary>A folder beside the file, made when the first file comes.</summary>
    private static FolderFileStore Beside(string path) => new(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "files"));
}
