using Microsoft.Extensions.DependencyInjection;
using SupplierBot.Chat;

namespace SupplierBot.Tables;

public static class SqliteRegistration
{
    /// <summary>The embedded table as the <see cref="ITable"/>. Opened when first asked for: resolve it at start, so that a bad path stops the start.</summary>
    /// <param name="path">The file; a relative path is taken from the working directory.</param>
    public static IServiceCollection AddSqliteTable(this IServiceCollection services, Func<IServiceProvider, string> path) => services
        .AddSingleton(provider => SqliteTable.Open(path(provider)))
        .AddSingleton<ITable>(provider => provider.GetRequiredService<SqliteTable>());
}
