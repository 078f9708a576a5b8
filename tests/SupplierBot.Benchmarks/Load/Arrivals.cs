using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SupplierBot.Benchmarks.Load;

/// <summary>Which cards of which case have come to the connector, and when the last one did.</summary>
internal sealed partial class Arrivals
{
    /// <summary>Two review channels, the receipt, and the word to the requester.</summary>
    private const int Cards = 4;
    private readonly ConcurrentDictionary<int, Awaited> awaited = new();

    /// <summary>Ends with the time stamp of the last card.</summary>
    public Task<long> AllOf(int number) => awaited.GetOrAdd(number, _ => new()).Whole.Task;

    public void Saw(string conversation, byte[] activity)
    {
        foreach (
            var number in CaseIds()
                .Matches(Encoding.UTF8.GetString(activity))
                .Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
                .Distinct()
        )
        {
            var one = awaited.GetOrAdd(number, _ => new());
            if (Interlocked.Increment(ref one.Count) == Cards)
                one.Whole.TrySetResult(Stopwatch.GetTimestamp());
        }
    }

    [GeneratedRegex(@"REQ-\d{4}-(\d{4,})")]
    private static partial Regex CaseIds();

    private sealed class Awaited
    {
        public readonly TaskCompletionSource<long> Whole = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public int Count;
    }
}
