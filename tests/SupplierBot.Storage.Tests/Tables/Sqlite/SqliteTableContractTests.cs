using SupplierBot.Chat.Ports;
using SupplierBot.Storage.Tables.Sqlite;
using SupplierBot.Storage.Tests.Kit;

namespace SupplierBot.Storage.Tests.Tables.Sqlite;

public sealed class SqliteTableContractTests : TableContractTests
{
    private readonly TemporaryFolder folder = new();

    protected override ValueTask<ITable> OpenAsync() => ValueTask.FromResult<ITable>(SqliteTable.Open(folder["table.db"]));

    protected override async ValueTask CloseAsync()
    {
        await ((SqliteTable)Table).DisposeAsync();
        folder.Dispose();
    }
}
