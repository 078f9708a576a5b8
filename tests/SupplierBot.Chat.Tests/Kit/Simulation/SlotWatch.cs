using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;

namespace SupplierBot.Chat.Tests.Kit.Simulation;

/// <summary>
/// Sees every slot that is written, in the order of the commits. What a slot is known to show never gets older; 0 says that it is not
/// known.
/// </summary>
internal sealed class SlotWatch
{
    private readonly Dictionary<string, SlotState> last = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> highest = new(StringComparer.Ordinal);

    public List<string> Fallen { get; } = [];
    public int Adopted { get; private set; }

    public void Saw(IEnumerable<RowChange> batch)
    {
        // Only an undo takes one away: the message is the draft's again.
        foreach (var gone in batch.OfType<RowChange.Delete>())
        {
            last.Remove(gone.Key);
            highest.Remove(gone.Key);
        }
        foreach (
            var change in batch.Where(change => change is not RowChange.Delete && change.Key.StartsWith("m-", StringComparison.Ordinal))
        )
            Saw(change.Key, Rows.Read(RowOf(change), StoredJson.Default.SlotState));
    }

    private void Saw(string key, SlotState now)
    {
        if (last.TryGetValue(key, out var before) && before.MessageIds.Count > 0 && now.MessageIds.Count > before.MessageIds.Count)
            Adopted++;
        if (now.ShownVersion > 0 && highest.TryGetValue(key, out var most) && now.ShownVersion < most)
            Fallen.Add($"{key} showed version {most}, then {now.ShownVersion}");
        last[key] = now;
        highest[key] = Math.Max(now.ShownVersion, highest.GetValueOrDefault(key));
    }

    private static Row RowOf(RowChange change) =>
        change switch
        {
            RowChange.Add add => add.Row,
            RowChange.Replace replace => replace.Row,
            RowChange.Put put => put.Row,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
