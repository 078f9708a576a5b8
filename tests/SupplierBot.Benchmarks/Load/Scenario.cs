using System.Globalization;

namespace SupplierBot.Benchmarks.Load;

/// <summary>
/// One kind of load on one bot. It is measured in several short rounds, by turns with the others, so that a machine that is busy for a
/// while is busy for all of them.
/// </summary>
internal sealed class Scenario(string bot, string name, IReadOnlyList<ILoad> conversations, Func<Counters> count)
{
    private readonly List<(TurnKind Kind, long Ticks)> turns = [];
    private TimeSpan measured;
    private TimeSpan cpu;
    private long? allocated = 0;
    private double resident;

    public double PerSecond => turns.Count / measured.TotalSeconds;

    public Task WarmUpAsync(TimeSpan time) => ClosedLoop.RunAsync(conversations, time);

    public async Task MeasureAsync(TimeSpan round)
    {
        var before = count();
        turns.AddRange(await ClosedLoop.RunAsync(conversations, round));
        var after = count();
        (measured, cpu, allocated, resident) = (
            measured + round,
            cpu + after.Cpu - before.Cpu,
            allocated + after.Allocated - before.Allocated,
            after.ResidentMegabytes
        );
    }

    public string Row() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{bot} | {name} | {conversations.Count} | {PerSecond:N0} | {Words(TurnKind.Typed)} | {Words(TurnKind.Button)} | {cpu.TotalMicroseconds / turns.Count:F0} | {allocated / 1024.0 / turns.Count:F1} | {resident:F0}"
        );

    private string Words(TurnKind kind) =>
        turns.Where(turn => turn.Kind == kind).Select(turn => turn.Ticks).ToList() is { Count: > 0 } ticks
            ? Measured.Of(kind, ticks, measured).ToString()
            : "– | –";
}
