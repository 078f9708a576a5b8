using System.Text;
using SupplierBot.Chat.Backup;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Storage.Tables.Sqlite;

namespace SupplierBot.Chat.Tests.Kit;

/// <summary>Out of one storage and into another.</summary>
internal sealed class BackupTransfer : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("moved-");

    public BackupTransfer(TestBot from)
    {
        Settings = from.The<ChatSettings>();
        Time = from.Time;
        Target = SqliteTable.Open(Path.Combine(folder.FullName, "target.db"));
    }

    public SqliteTable Target { get; }
    public ChatSettings Settings { get; init; }
    public TimeProvider Time { get; }

    public static async Task<string> ExportAsync(ITable table, ChatSettings settings)
    {
        using var file = new MemoryStream();
        await new Export(table, settings).WriteAsync(file, "1.2.3", CancellationToken.None);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    public Task<string> ExportAgainAsync() => ExportAsync(Target, Settings);

    public async Task<Imported> ImportAsync(string file, ITable? over = null)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(file));
        return await new Import(over ?? Target, Settings, Time).RunAsync(bytes, CancellationToken.None);
    }

    public async Task<string> RefusedAsync(string file) => Assert.IsType<Imported.Refused>(await ImportAsync(file)).Words;

    /// <summary>Every key of every partition of the organisation but those of the place.</summary>
    public async Task<int> CountAsync()
    {
        var rows = 0;
        foreach (
            var partition in new[] { Keys.Workflow("test"), Keys.Conversations("test"), Keys.Policies("test"), Keys.DraftOwners("test") }
        )
        {
            rows += (await Target.ReadAsync(partition, "!", "~", 1000, CancellationToken.None)).Count;
        }
        return rows;
    }

    public void Dispose()
    {
        Target.Dispose();
        folder.Delete(recursive: true);
    }
}
