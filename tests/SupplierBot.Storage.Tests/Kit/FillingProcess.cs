using SupplierBot.Chat.Ports;
using SupplierBot.Storage.Tables.Sqlite;

namespace SupplierBot.Storage.Tests.Kit;

/// <summary>
/// The process whose disk fills: pairs of rows in one batch until there is no room, three more tries, then, after a line on its input,
/// pairs again. Started as this very executable with the words "fill FILE"; a file named "ballast" beside it takes room until then.
/// </summary>
internal static class FillingProcess
{
    internal const int Refused = 3;
    internal const int Afterwards = 5;
    private const string Partition = "org";

    internal static async Task<int> RunAsync(string path)
    {
        await using var table = SqliteTable.Open(path);
        var saved = 0;
        var message = "";
        for (; message.Length == 0; saved++)
            message = await PairAsync(table, saved);
        saved--;
        for (var again = 1; again < Refused; again++)
            await PairAsync(table, saved + again);
        Console.WriteLine(message);
        Console.ReadLine();
        File.Delete(Path.Combine(Path.GetDirectoryName(path)!, "ballast"));
        for (var n = 0; n < Afterwards; n++)
            Console.WriteLine(await PairAsync(table, saved + Refused + n));
        var expected = Enumerable.Range(0, saved).Concat(Enumerable.Range(saved + Refused, Afterwards)).Select(n => $"{n:D6}").ToList();
        Console.WriteLine(
            expected.SequenceEqual(await KeysAsync(table, "a-")) && expected.SequenceEqual(await KeysAsync(table, "b-"))
                ? "whole"
                : "not whole"
        );
        return 0;
    }

    /// <summary>Nothing, or what was said.</summary>
    private static async Task<string> PairAsync(SqliteTable table, int n)
    {
        try
        {
            await table.CommitAsync(Partition, [Add($"a-{n:D6}"), Add($"b-{n:D6}")], CancellationToken.None);
            return "";
        }
        catch (TableFileException fault)
        {
            return fault.Message;
        }
    }

    private static RowChange.Add Add(string key) =>
        new(new Row(key, new Dictionary<string, object> { ["Text"] = new string('x', 15_000) }));

    private static async Task<IEnumerable<string>> KeysAsync(SqliteTable table, string prefix) =>
        (await table.ReadAsync(Partition, prefix, prefix[..1] + ".", 1000, CancellationToken.None)).Select(row => row.Key[2..]);
}
