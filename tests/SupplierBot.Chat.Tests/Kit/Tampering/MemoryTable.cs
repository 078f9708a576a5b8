using System.Globalization;
using SupplierBot.Chat.Ports;

namespace SupplierBot.Chat.Tests.Kit.Tampering;

/// <summary>A table that remembers every version each row ever had, and of which copies are cheap.</summary>
internal sealed class MemoryTable : ITable
{
    private readonly Dictionary<string, SortedDictionary<string, Row>> partitions;
    private readonly Dictionary<(string Partition, string Key), List<Row>> versions = [];
    private readonly Lock one = new();
    private long etag;

    public MemoryTable()
        : this([]) { }

    private MemoryTable(Dictionary<string, SortedDictionary<string, Row>> partitions) => this.partitions = partitions;

    public IEnumerable<(string Partition, Row Row)> All =>
        partitions.SelectMany(partition => partition.Value.Values.Select(row => (partition.Key, row)));

    /// <summary>What the row said before, oldest first; nothing of what it says now.</summary>
    public IEnumerable<Row> Older(string partition, string key)
    {
        var now = partitions[partition][key];
        return versions.GetValueOrDefault((partition, key), []).Where(row => !Same(row, now));
    }

    /// <summary>Shares the rows with this one: a change to a row of a copy puts another row in its place.</summary>
    public MemoryTable Copy() =>
        new(
            partitions.ToDictionary(
                partition => partition.Key,
                partition => new SortedDictionary<string, Row>(partition.Value, StringComparer.Ordinal)
            )
        );

    public void Put(string partition, Row row) =>
        partitions[partition][row.Key] = row with { ETag = (++etag).ToString(CultureInfo.InvariantCulture) };

    public void Remove(string partition, string key) => partitions[partition].Remove(key);

    public Task<Row?> GetAsync(string partition, string key, CancellationToken cancellation)
    {
        lock (one)
            return Task.FromResult(Of(partition).GetValueOrDefault(key));
    }

    public Task<IReadOnlyList<Row>> ReadAsync(string partition, string from, string before, int take, CancellationToken cancellation)
    {
        lock (one)
            return Task.FromResult<IReadOnlyList<Row>>([
                .. Of(partition)
                    .Where(row => string.CompareOrdinal(row.Key, from) >= 0 && string.CompareOrdinal(row.Key, before) < 0)
                    .Take(take)
                    .Select(row => row.Value),
            ]);
    }

    public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RowChange> batch, CancellationToken cancellation)
    {
        lock (one)
        {
            var rows = Of(partition);
            for (var index = 0; index < batch.Count; index++)
            {
                if (Conflict(rows.GetValueOrDefault(batch[index].Key), batch[index]) is { } kind)
                    return Task.FromResult<CommitResult>(new CommitResult.Conflict(index, kind));
            }
            return Task.FromResult<CommitResult>(new CommitResult.Committed([.. batch.Select(change => Apply(partition, rows, change))]));
        }
    }

    private static ConflictKind? Conflict(Row? there, RowChange change) =>
        change switch
        {
            RowChange.Add when there is not null => ConflictKind.Exists,
            RowChange.Replace or RowChange.Delete when there is null => ConflictKind.Missing,
            RowChange.Replace replace when there!.ETag != replace.ETag => ConflictKind.Stale,
            RowChange.Delete { ETag: { } read } when there!.ETag != read => ConflictKind.Stale,
            _ => null,
        };

    private string? Apply(string partition, SortedDictionary<string, Row> rows, RowChange change)
    {
        if (change is RowChange.Delete)
        {
            rows.Remove(change.Key);
            return null;
        }
        var row = change switch
        {
            RowChange.Add add => add.Row,
            RowChange.Replace replace => replace.Row,
            _ => ((RowChange.Put)change).Row,
        };
        if (rows.TryGetValue(row.Key, out var before))
            Versions(partition, row.Key).Add(before);
        rows[row.Key] = row with { ETag = (++etag).ToString(CultureInfo.InvariantCulture) };
        return rows[row.Key].ETag;
    }

    private List<Row> Versions(string partition, string key) =>
        versions.TryGetValue((partition, key), out var of) ? of : versions[(partition, key)] = [];

    private SortedDictionary<string, Row> Of(string partition) =>
        partitions.TryGetValue(partition, out var rows) ? rows : partitions[partition] = new(StringComparer.Ordinal);

    private static bool Same(Row one, Row other) =>
        one.Values.Count == other.Values.Count
        && one.Values.All(value =>
            other.Values.TryGetValue(value.Key, out var theirs)
            && (value.Value is byte[] bytes ? theirs is byte[] others && bytes.AsSpan().SequenceEqual(others) : value.Value.Equals(theirs))
        );
}
