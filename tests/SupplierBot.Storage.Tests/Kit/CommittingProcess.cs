using System.Globalization;
using SupplierBot.Chat.Ports;
using SupplierBot.Storage.Tables.Sqlite;

namespace SupplierBot.Storage.Tests.Kit;

/// <summary>
/// The process that gets killed: workers that each raise a head, add its fact and move an index row in one batch, and say "worker number"
/// once it is confirmed. Started as this very executable with the words "commit FILE".
/// </summary>
internal static class CommittingProcess
{
    internal const int Workers = 16;
    internal const string Partition = "org";

    internal static async Task<int> RunAsync(string path)
    {
        await using var table = SqliteTable.Open(path);
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(() => WorkAsync(table, worker, output))));
        return 0;
    }

    private static async Task WorkAsync(SqliteTable table, int worker, StreamWriter output)
    {
        var head = await table.GetAsync(Partition, $"r-{worker:D2}", CancellationToken.None);
        for (var n = head is null ? 1 : (int)head.Values["N"] + 1; ; n++)
        {
            var row = Row($"r-{worker:D2}", n);
            var result = await table.CommitAsync(
                Partition,
                [
                    head is null ? new RowChange.Add(row) : new RowChange.Replace(row, head.ETag!),
                    new RowChange.Add(Row($"a-{worker:D2}-{n:D6}", n)),
                    new RowChange.Add(Row($"i-{n:D6}-{worker:D2}", n)),
                    .. n == 1 ? [] : new RowChange[] { new RowChange.Delete($"i-{n - 1:D6}-{worker:D2}") },
                ],
                CancellationToken.None
            );
            head = row with { ETag = ((CommitResult.Committed)result).ETags[0] };
            lock (output)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{worker} {n}"));
        }
    }

    private static Row Row(string key, int n) =>
        new(key, new Dictionary<string, object> { ["N"] = n, ["Text"] = new string('x', n % 700) });
}
