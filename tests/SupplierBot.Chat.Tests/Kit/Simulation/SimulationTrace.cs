using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SupplierBot.Chat.Ports;

namespace SupplierBot.Chat.Tests.Kit.Simulation;

/// <summary>
/// What happened, in order; two runs of a seed have the same hash. Random ids and ETags are left out: nothing depends on them.
/// </summary>
internal sealed class SimulationTrace(SimulationScheduler world)
{
    private static readonly string[] HoldingIds = ["k-", "other-"];
    private readonly StringBuilder lines = new();

    public string Text => lines.ToString();
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    public void Add(string who, string what) =>
        lines.Append(CultureInfo.InvariantCulture, $"{world.Now.UtcDateTime:HH:mm:ss.fffffff} {who} {what}\n");

    public static string Of(IEnumerable<RowChange> batch) =>
        string.Join(' ', batch.Select(change => $"{change.GetType().Name}:{Of(change.Key)}"));

    /// <summary>The names of operations and of drafts that lie aside hold the ids of drafts.</summary>
    public static string Of(string key) => HoldingIds.FirstOrDefault(prefix => key.StartsWith(prefix, StringComparison.Ordinal)) ?? key;
}
