using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;

namespace SupplierBot.Chat.Audit;

/// <summary>
/// The markers that make an operation count once: each names a case, a version it had and an event of it; an open case has one for each of
/// its versions. Those of closed cases go in time.
/// </summary>
internal sealed class MarkerAudit
{
    private readonly ITable table;
    private readonly string partition;
    private readonly Dictionary<string, List<Marker>> markers = new(StringComparer.Ordinal);
    private readonly List<(string CaseId, int Version)> missing = [];

    private MarkerAudit(ITable table, string partition) => (this.table, this.partition) = (table, partition);

    /// <summary>Before the cases: what a marker names is there by then.</summary>
    public static async Task<MarkerAudit> ReadAsync(ITable table, string partition, Action<string> tell, CancellationToken cancellation)
    {
        var audit = new MarkerAudit(table, partition);
        await foreach (var row in table.PrefixAsync(partition, Keys.MarkerPrefix, cancellation))
        {
            if (Read(row) is { } marker)
                audit.Of(marker.CaseId).Add(marker);
            else if (!IsOfNoCase(row))
                tell(CannotBeRead(row));
        }
        return audit;
    }

    public void Check(Case head, IReadOnlyList<ChainedEvent> events, Action<string> tell)
    {
        markers.Remove(head.Id, out var of);
        var commits = Commits(head, events);
        foreach (var marker in of ?? [])
        {
            if (!commits.TryGetValue(marker.Hash, out var commit))
                tell($"{head.Id}: row {marker.Key} names {marker.Hash}, which is no fact of it");
            else if (marker.Version < commit.First || marker.Version > commit.Last)
                tell(
                    $"{head.Id}: row {marker.Key} names version {marker.Version}; its fact is of {commit.First}, and the next of {commit.Last + 1}"
                );
            else if (marker.At < commit.At)
                tell($"{head.Id}: row {marker.Key} is older than the fact it names");
        }
        if (!head.IsOpen)
            return;
        var known = (of ?? []).Select(marker => marker.Version).ToHashSet();
        missing.AddRange(
            Enumerable.Range(1, head.Version).Where(version => !known.Contains(version)).Select(version => (head.Id, version))
        );
    }

    /// <summary>A marker that was written after the markers were read is not missing.</summary>
    public async Task EndAsync(Action<string> tell, CancellationToken cancellation)
    {
        foreach (var (caseId, of) in markers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            tell($"{caseId}: there is no such case; row {of[0].Key} names it");
        if (missing.Count == 0)
            return;
        var there = new HashSet<(string, int)>();
        await foreach (var row in table.PrefixAsync(partition, Keys.MarkerPrefix, cancellation))
        {
            if (Read(row) is { } marker)
                there.Add((marker.CaseId, marker.Version));
        }
        foreach (var (caseId, version) in missing.Where(one => !there.Contains(one)))
            tell($"{caseId}: version {version} has no marker");
    }

    /// <summary>
    /// The versions an event can be the newest of: from its own to the one before the next event that says its version. Facts of older
    /// releases say none.
    /// </summary>
    private static Dictionary<string, (int First, int Last, DateTimeOffset At)> Commits(Case head, IReadOnlyList<ChainedEvent> events)
    {
        var commits = new Dictionary<string, (int First, int Last, DateTimeOffset At)>(StringComparer.Ordinal);
        var last = head.Version;
        foreach (var auditEvent in events.Reverse())
        {
            var own = CaseSeal.VersionIn(auditEvent.Event);
            commits[auditEvent.Hash] = (own ?? 1, last, auditEvent.Event.At);
            if (own is { } version)
                last = version - 1;
        }
        return commits;
    }

    private List<Marker> Of(string caseId) => markers.TryGetValue(caseId, out var of) ? of : markers[caseId] = [];

    private static Marker? Read(Row row) =>
        row.Values.GetValueOrDefault("Case") is string caseId
        && row.Values.GetValueOrDefault("Hash") is string hash
        && row.Values.GetValueOrDefault("Version") is int version
        && row.Values.GetValueOrDefault("At") is DateTimeOffset at
            ? new(row.Key, caseId, version, hash, at)
            : null;

    /// <summary>Of a week, or of a delivery that changed no case.</summary>
    internal static bool IsOfNoCase(Row row) =>
        row.Values.GetValueOrDefault("At") is DateTimeOffset
        && !row.Values.ContainsKey("Case")
        && (row.Values.ContainsKey("Entry") || !row.Values.ContainsKey("Hash"))
        && !row.Values.ContainsKey("Version");

    internal static string CannotBeRead(Row row) => $"Row {row.Key}: the marker cannot be read";

    private sealed record Marker(string Key, string CaseId, int Version, string Hash, DateTimeOffset At);
}
