using System.Globalization;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;

namespace SupplierBot.Chat.Audit;

/// <summary>
/// One case for each number up to the counter of its year, and one register entry for each up to theirs. The counters are read before the
/// cases, so that every number they gave out is there; and once more at the end, so that one given out meanwhile is no fault.
/// </summary>
internal sealed class NumberAudit
{
    private readonly ITable table;
    private readonly string partition;
    private readonly Dictionary<string, HashSet<long>> seen = new(StringComparer.Ordinal);
    private Dictionary<string, long> begun = [];

    private NumberAudit(ITable table, string partition) => (this.table, this.partition) = (table, partition);

    public static async Task<NumberAudit> BeginAsync(ITable table, string partition, CancellationToken cancellation)
    {
        var audit = new NumberAudit(table, partition);
        audit.begun = await audit.CountersAsync(_ => { }, cancellation);
        return audit;
    }

    public void SawCase(string id) =>
        Saw(id.StartsWith("REQ-", StringComparison.Ordinal) && id.Length > 9 ? Keys.CounterPrefix + id[4..8] : "", id);

    public void SawEntry(string id) => Saw(Keys.EntryCounter, id);

    private void Saw(string counter, string id)
    {
        if (!long.TryParse(id.AsSpan(id.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return;
        if (!seen.TryGetValue(counter, out var numbers))
            seen[counter] = numbers = [];
        numbers.Add(number);
    }

    public async Task EndAsync(Action<string> tell, CancellationToken cancellation)
    {
        var now = await CountersAsync(tell, cancellation);
        foreach (var counter in begun.Keys.Union(seen.Keys).Order(StringComparer.Ordinal))
        {
            var numbers = seen.GetValueOrDefault(counter) ?? [];
            for (var number = 1L; number <= begun.GetValueOrDefault(counter); number++)
            {
                if (!numbers.Contains(number))
                    tell($"{Name(counter, number)}: is not there; the counter says that there was one");
            }
            if (numbers.Count > 0 && numbers.Max() is var last && last > now.GetValueOrDefault(counter))
                tell($"{Name(counter, last)}: is there; the counter has not given out that number");
        }
    }

    private async Task<Dictionary<string, long>> CountersAsync(Action<string> tell, CancellationToken cancellation)
    {
        var counters = new Dictionary<string, long>(StringComparer.Ordinal);
        await foreach (var row in table.PrefixAsync(partition, Keys.CounterPrefix, cancellation))
        {
            if (row.Values.GetValueOrDefault("Last") is long last)
                counters[row.Key] = last;
            else
                tell($"Row {row.Key}: the counter cannot be read");
        }
        return counters;
    }

    private static string Name(string counter, long number) =>
        counter == Keys.EntryCounter ? CaseStore.EntryId(number)
        : int.TryParse(counter.AsSpan(Keys.CounterPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? CaseStore.CaseId(year, number)
        : $"Number {number} of {counter}";
}
