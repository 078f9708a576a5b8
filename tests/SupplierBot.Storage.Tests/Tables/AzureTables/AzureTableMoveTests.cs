using SupplierBot.Chat;
using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Backup;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Storage.Tables.AzureTables;
using SupplierBot.Storage.Tables.Sqlite;
using SupplierBot.Storage.Tests.Kit;

namespace SupplierBot.Storage.Tests.Tables.AzureTables;

/// <summary>An organisation goes from a file into an account and back; the two storages say the same.</summary>
public sealed class AzureTableMoveTests
{
    private static readonly ChatSettings Settings = new(
        "test",
        "Example Ltd",
        new(TimeZoneInfo.Utc, new HashSet<DayOfWeek> { DayOfWeek.Monday }, new HashSet<DateOnly>(), new(new(9, 0), new(17, 0))),
        new(new Dictionary<string, IReadOnlyList<Person>>(), []),
        new Dictionary<string, IReadOnlyList<string>>()
    );

    [Fact]
    public async Task The_export_of_a_file_the_account_and_a_file_again_is_the_same()
    {
        var backup = await File.ReadAllBytesAsync(Backup());
        using var folder = new TemporaryFolder();
        var account = AzureTable.At(new AzureAccount.ByConnectionString(Azurite.Shared.ConnectionString), Azurite.NewTable());
        await account.MakeIfMissingAsync(CancellationToken.None);
        await using var first = SqliteTable.Open(folder["first.db"]);
        await using var last = SqliteTable.Open(folder["last.db"]);
        foreach (var table in new ITable[] { first, account, last })
        {
            await ImportAsync(table, backup);
            backup = await ExportAsync(table);
            Assert.Equal(await File.ReadAllBytesAsync(Backup()), backup);
            var found = new List<string>();
            var audited = await new ChainAudit(table, Settings).RunAsync(found.Add, CancellationToken.None);
            Assert.Equal((2L, 3L), (audited.Cases, audited.Events));
            // The file is of a time when policies were not kept.
            Assert.Equal(
                ["REQ-2026-0001", "REQ-2026-0002"],
                found
                    .Where(words => words.EndsWith("it was assessed under is not kept, or not as it was", StringComparison.Ordinal))
                    .Select(words => words[..13])
            );
            Assert.Equal(2, found.Count);
            Assert.Equal(new Reindexed(2, 2, 0, 0, 0), await new IndexRebuild(table, Settings).AllAsync(_ => { }, CancellationToken.None));
        }
    }

    private static async Task ImportAsync(ITable table, byte[] backup)
    {
        using var file = new MemoryStream(backup);
        Assert.IsType<Imported.Done>(await new Import(table, Settings, TimeProvider.System).RunAsync(file, CancellationToken.None));
    }

    private static async Task<byte[]> ExportAsync(ITable table)
    {
        using var file = new MemoryStream();
        await new Export(table, Settings).WriteAsync(file, "1.2.3", CancellationToken.None);
        return file.ToArray();
    }

    private static string Backup() =>
        Path.Combine(Repository.Root, "tests", "SupplierBot.Chat.Tests", "Stores", "Golden", "backup-1.jsonl");
}
