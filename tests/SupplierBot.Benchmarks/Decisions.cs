using System.Diagnostics;
using System.Globalization;
using SupplierBot.Benchmarks.Load;

namespace SupplierBot.Benchmarks;

/// <summary>
/// From the press over the commit to the last of four cards. Azurite is one process of Node: it stands in for the account's semantics, not
/// for its speed, and three replicas share it and this machine.
/// </summary>
internal static class Decisions
{
    private const int OneByOne = 25;
    private const int Burst = 40;
    private const int Pressed = 300;
    private const int AtOnce = 16;

    public static async Task<int> RunAsync()
    {
        Console.WriteLine(
            $"storage, replicas | one by one: answered p50 / p95 ms | all cards there p50 / p95 ms | {Burst} at once: all cards, decisions/s | pressed by {AtOnce}: committed/s | CPU of bots / storage meanwhile | pressed again"
        );
        Console.WriteLine("--- | --- | --- | --- | --- | --- | ---");
        await MeasureAsync("SQLite, 1", 1, null);
        var one = await OnAzuriteAsync(1);
        var three = await OnAzuriteAsync(3);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"**ratio of three replicas to one** | | | {three.Delivered / one.Delivered:F1} | {three.Committed / one.Committed:F1} |"
            )
        );
        return 0;
    }

    private static async Task<(double Delivered, double Committed)> OnAzuriteAsync(int replicas)
    {
        using var storage = Azurite.Start();
        return await MeasureAsync($"Azurite, {replicas}", replicas, storage);
    }

    private static async Task<(double Delivered, double Committed)> MeasureAsync(string name, int count, Azurite? storage)
    {
        await using var replicas = await Replicas.StartAsync(count, storage, OneByOne + Burst + Pressed);
        var (answered, shown) = await OneByOneAsync(replicas);
        var delivered = await BurstAsync(replicas);
        var (bots, table) = (Cpu(replicas.ProcessIds), Cpu(storage is null ? [] : [storage.ProcessId]));
        var pressing = Stopwatch.StartNew();
        await PressAsync(replicas, OneByOne + Burst + 1, Pressed);
        var took = pressing.Elapsed;
        var committed = Pressed / took.TotalSeconds;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name} | {Words(answered)} | {Words(shown)} | {delivered:F1} | {committed:F0} | {100 * (Cpu(replicas.ProcessIds) - bots) / took:F0} % / {100 * (Cpu(storage is null ? [] : [storage.ProcessId]) - table) / took:F0} % | {replicas.Again}"
            )
        );
        return (delivered, committed);
    }

    private static async Task<(List<double> Answered, List<double> Shown)> OneByOneAsync(Replicas replicas)
    {
        var (answered, shown) = (new List<double>(), new List<double>());
        for (var number = 1; number <= OneByOne; number++)
        {
            var started = Stopwatch.GetTimestamp();
            await replicas.ApproveAsync(number);
            answered.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            shown.Add(Stopwatch.GetElapsedTime(started, await replicas.Arrivals.AllOf(number)).TotalMilliseconds);
        }
        return (answered, shown);
    }

    /// <returns>Decisions a second from the first press until the last card of all of them.</returns>
    private static async Task<double> BurstAsync(Replicas replicas)
    {
        var started = Stopwatch.GetTimestamp();
        await PressAsync(replicas, OneByOne + 1, Burst);
        var last = (await Task.WhenAll(Enumerable.Range(OneByOne + 1, Burst).Select(replicas.Arrivals.AllOf))).Max();
        return Burst / Stopwatch.GetElapsedTime(started, last).TotalSeconds;
    }

    private static Task PressAsync(Replicas replicas, int first, int count) =>
        Parallel.ForEachAsync(
            Enumerable.Range(first, count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, _) => await replicas.ApproveAsync(number)
        );

    private static TimeSpan Cpu(IEnumerable<int> processes) =>
        processes.Aggregate(TimeSpan.Zero, (sum, process) => sum + Counters.Of(process, () => null).Cpu);

    private static string Words(List<double> milliseconds)
    {
        milliseconds.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{milliseconds[milliseconds.Count / 2]:F0} / {milliseconds[milliseconds.Count * 95 / 100]:F0}"
        );
    }
}
