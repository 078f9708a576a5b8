using SupplierBot.Chat.Ports;
using SupplierBot.Storage.Tables.Sqlite;

namespace SupplierBot.Storage.Tests;

public sealed class SqliteTableContract : TableContract
{
    private readonly EmptyFolder folder = new();

    protected override ValueTask<ITable> OpenAsync() => ValueTask.FromResult<ITable>(SqliteTable.Open(folder["table.db"]));

    protected override async ValueTask CloseAsync()
    {
        await ((SqliteTable)Table).DisposeAsync();
        folder.Dispose();
    }
}
