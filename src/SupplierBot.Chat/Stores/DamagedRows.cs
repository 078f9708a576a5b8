using System.Collections.Concurrent;
using SupplierBot.Chat.Ports;

namespace SupplierBot.Chat.Stores;

/// <summary>
/// A row that cannot be read costs its own line and no other: it is left out, named in the log, counted for the list in which it is
/// missing, and an index row is rebuilt from what it leads to. A row of a later release is left alone.
/// </summary>
public sealed class DamagedRows(ILogger<DamagedRows> log)
{
    private static readonly AsyncLocal<Count?> Here = new();
    private readonly ConcurrentDictionary<string, bool> reported = new(StringComparer.Ordinal);

    /// <summary>Counts what is left out from here on, in everything that is awaited.</summary>
    public static Count Counting() => Here.Value = new();

    public IReadOnlyList<T> Read<T>(IEnumerable<Row> rows, Func<Row, T> read)
    {
        var values = new List<T>();
        foreach (var row in rows)
        {
            try
            {
                values.Add(read(row));
            }
            catch (UnreadableRowException fault)
            {
                LeaveOut(fault);
            }
        }
        return values;
    }

    /// <summary>Null where it cannot be read.</summary>
    public async Task<T?> ReadAsync<T>(Task<T?> reading)
        where T : class
    {
        try
        {
            return await reading;
        }
        catch (UnreadableRowException fault)
        {
            LeaveOut(fault);
            return null;
        }
    }

    public void LeaveOut(UnreadableRowException fault)
    {
        Here.Value?.Add(fault);
        // Once a process: a list that is looked at all day says it once.
        if (reported.TryAdd(fault.Key, true))
            Log.RowLeftOut(log, fault.Key, fault.Message);
    }

    /// <summary>What was left out of one turn.</summary>
    public sealed class Count
    {
        private readonly ConcurrentDictionary<string, bool> keys = new(StringComparer.Ordinal);

        public int Rows => keys.Count;

        /// <summary>Cases whose index rows are to be rebuilt.</summary>
        public IEnumerable<string> Cases =>
            keys.Where(row => row.Value && row.Key[0] is 'i' or 't')
                .Select(row => Keys.OfIndex(row.Key))
                .OfType<string>()
                .Where(id => id.StartsWith("REQ-", StringComparison.Ordinal))
                .Distinct();

        internal void Add(UnreadableRowException fault) => keys[fault.Key] = !fault.Later;
    }
}

/// <summary>Where nobody logs and nobody counts, what is damaged is left out all the same.</summary>
internal static class DamagedRowsOrNone
{
    private static readonly DamagedRows Silent = new(Microsoft.Extensions.Logging.Abstractions.NullLogger<DamagedRows>.Instance);

    public static IReadOnlyList<T> Readable<T>(this DamagedRows? damaged, IEnumerable<Row> rows, Func<Row, T> read) =>
        (damaged ?? Silent).Read(rows, read);

    public static Task<T?> OrNothingAsync<T>(this DamagedRows? damaged, Task<T?> reading)
        where T : class => (damaged ?? Silent).ReadAsync(reading);

    public static void Note(this DamagedRows? damaged, UnreadableRowException fault) => (damaged ?? Silent).LeaveOut(fault);
}
