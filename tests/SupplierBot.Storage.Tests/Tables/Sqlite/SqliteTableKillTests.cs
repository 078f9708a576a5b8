using System.Diagnostics;
using System.Globalization;
using SupplierBot.Storage.Tables.Sqlite;
using SupplierBot.Storage.Tests.Kit;

namespace SupplierBot.Storage.Tests.Tables.Sqlite;

/// <summary>
/// kill -9 in the middle of writing. It proves that nothing is confirmed before it left the process; that it also reached the disk is
/// SQLite's synchronous=FULL and cannot be shown without cutting the power.
/// </summary>
public sealed class SqliteTableKillTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Everything_confirmed_is_there_and_no_batch_is_half_there()
    {
        var confirmed = new int[CommittingProcess.Workers];
        for (var round = 0; round < 4; round++)
        {
            await CommitUntilKilled(confirmed, lines: 200 + 333 * round);
            await Verify(confirmed);
        }
    }

    /// <summary>These tests run as an executable of their own or as "dotnet SupplierBot.Storage.Tests.dll".</summary>
    private static string[] Self =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(SqliteTableKillTests).Assembly.Location] : [];

    private async Task CommitUntilKilled(int[] confirmed, int lines)
    {
        using var process = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, [.. Self, "commit", folder["table.db"]]) { RedirectStandardOutput = true }
        )!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(' ') is not [var worker, var n])
                continue;
            confirmed[int.Parse(worker, CultureInfo.InvariantCulture)] = int.Parse(n, CultureInfo.InvariantCulture);
            if (--lines == 0)
                process.Kill(entireProcessTree: true);
        }
        await process.WaitForExitAsync();
        Assert.True(lines <= 0, "The process ended by itself before it had confirmed enough.");
    }

    private async Task Verify(int[] confirmed)
    {
        await using var table = SqliteTable.Open(folder["table.db"]);
        for (var worker = 0; worker < confirmed.Length; worker++)
        {
            var head = await table.GetAsync(CommittingProcess.Partition, $"r-{worker:D2}", CancellationToken.None);
            var reached = head is null ? 0 : (int)head.Values["N"];
            Assert.True(reached >= confirmed[worker], $"Worker {worker} was told {confirmed[worker]}, found {reached}.");
            Assert.Equal(Enumerable.Range(1, reached), await Facts(table, worker));
        }
        var heads = await Numbers(table, "r-", "r.");
        Assert.Equal(heads.Order(), (await Numbers(table, "i-", "i.")).Order());
    }

    private static async Task<List<int>> Facts(SqliteTable table, int worker)
    {
        var events = new List<int>();
        for (var page = await Numbers(table, $"a-{worker:D2}-", $"a-{worker:D2}."); page.Count > 0; )
        {
            events.AddRange(page);
            page = await Numbers(table, $"a-{worker:D2}-{events[^1] + 1:D6}", $"a-{worker:D2}.");
        }
        return events;
    }

    private static async Task<List<int>> Numbers(SqliteTable table, string from, string before) =>
        [
            .. (await table.ReadAsync(CommittingProcess.Partition, from, before, 1000, CancellationToken.None)).Select(row =>
                (int)row.Values["N"]
            ),
        ];
}
