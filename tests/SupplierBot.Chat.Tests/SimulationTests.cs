using System.Diagnostics;
using System.Globalization;
using SupplierBot.Chat.Tests.Kit.Simulation;
using SupplierBot.Storage.Tables.Sqlite;

namespace SupplierBot.Chat.Tests;

/// <summary>
/// Replicas, people and faults by seed (src/SupplierBot.Chat/DELIVERY.md "Crashes and faults"). A seed that fails is named;
/// <c>SUPPLIERBOT_SEED</c> runs it alone and writes what happened, or a range of them: <c>201-400</c>.
/// </summary>
public sealed class SimulationTests(ITestOutputHelper output) : IDisposable
{
    private const int Requests = 4;

    private readonly string folder = Directory.CreateTempSubdirectory("supplierbot-").FullName;

    [Fact]
    public void Whatever_dies_nothing_confirmed_is_lost_and_nothing_is_decided_twice()
    {
        var (first, count) = Given() ?? (1, LongRun.Or(10_000, 30));
        using var table = SqliteTable.Open(Path.Combine(folder, "test.db"));
        var tally = new FaultTally();
        var broken = new List<string>();
        var started = Stopwatch.GetTimestamp();
        Parallel.ForEach(
            Enumerable.Range(first, count),
            new ParallelOptions { MaxDegreeOfParallelism = 2 * Environment.ProcessorCount },
            seed =>
            {
                var simulation = new SimulationRun(seed, table, $"seed-{seed}", Requests);
                var found = simulation.Run();
                lock (broken)
                {
                    tally.Add(simulation.Faults.Tally);
                    if (found.Count > 0)
                        broken.Add($"SUPPLIERBOT_SEED={seed}: {string.Join("\n  ", found)}");
                    if (count == 1)
                        output.WriteLine($"What happened: {Written(simulation.Trace)}");
                }
            }
        );
        output.WriteLine($"{count} seeds in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s: {tally}");
        Assert.True(broken.Count == 0, $"{broken.Count} of {count} seeds:\n{string.Join('\n', broken.Take(20))}");
    }

    /// <summary>
    /// The clock on every replica over weeks: each reminder, escalation and digest once, whatever dies, and nothing is decided by a timer.
    /// </summary>
    [Fact]
    public void Weeks_pass_and_time_does_everything_once()
    {
        var (first, count) = Given() ?? (1, LongRun.Or(500, 10));
        using var table = SqliteTable.Open(Path.Combine(folder, "test.db"));
        var tally = new FaultTally();
        var broken = new List<string>();
        Parallel.ForEach(
            Enumerable.Range(first, count),
            new ParallelOptions { MaxDegreeOfParallelism = 2 * Environment.ProcessorCount },
            seed =>
            {
                var simulation = new SimulationRun(seed, table, $"weeks-{seed}", Requests, days: 30);
                var found = simulation.Run();
                lock (broken)
                {
                    tally.Add(simulation.Faults.Tally);
                    if (found.Count > 0)
                        broken.Add($"SUPPLIERBOT_SEED={seed}: {string.Join("\n  ", found)}");
                    if (count == 1)
                        output.WriteLine($"What happened: {Written(simulation.Trace)}");
                }
            }
        );
        output.WriteLine($"{count} seeds: {tally}");
        Assert.True(broken.Count == 0, $"{broken.Count} of {count} seeds:\n{string.Join('\n', broken.Take(20))}");
        Assert.True(count == 1 || (tally.Moments > 5 * count && tally.Digests > count && tally.Crashes > count), tally.ToString());
    }

    [Fact]
    public void An_undone_press_never_told_anybody()
    {
        var (first, count) = Given() ?? (1, LongRun.Or(2_000, 30));
        using var table = SqliteTable.Open(Path.Combine(folder, "test.db"));
        var tally = new FaultTally();
        var broken = new List<string>();
        Parallel.ForEach(
            Enumerable.Range(first, count),
            new ParallelOptions { MaxDegreeOfParallelism = 2 * Environment.ProcessorCount },
            seed =>
            {
                var simulation = new SimulationRun(seed, table, $"undo-{seed}", Requests, undo: true);
                var found = simulation.Run();
                lock (broken)
                {
                    tally.Add(simulation.Faults.Tally);
                    if (found.Count > 0)
                        broken.Add($"SUPPLIERBOT_SEED={seed}: {string.Join("\n  ", found)}");
                    if (count == 1)
                        output.WriteLine($"What happened: {Written(simulation.Trace)}");
                }
            }
        );
        output.WriteLine($"{count} seeds: {tally}");
        Assert.True(broken.Count == 0, $"{broken.Count} of {count} seeds:\n{string.Join('\n', broken.Take(20))}");
        Assert.True(count == 1 || 2 * tally.Undone > count, tally.ToString());
    }

    [Fact]
    public void Where_nothing_fails_nobody_sees_anything_twice()
    {
        using var table = SqliteTable.Open(Path.Combine(folder, "test.db"));
        foreach (var seed in Enumerable.Range(1, LongRun.Or(200, 10)))
        {
            var simulation = new SimulationRun(seed, table, $"calm-{seed}", Requests, calm: true);
            Assert.Empty(simulation.Run());
            Assert.All(simulation.Records.Slots(), slot => Assert.Equal((1, 0), (slot.MessageIds.Count, slot.Duplicates)));
        }
    }

    [Fact]
    public void A_seed_happens_the_same_way_every_time()
    {
        using var table = SqliteTable.Open(Path.Combine(folder, "test.db"));
        Assert.Equal(Happened(table, "once"), Happened(table, "again"));

        static string Happened(SqliteTable table, string organisation)
        {
            var simulation = new SimulationRun(7, table, organisation, Requests);
            simulation.Run();
            return simulation.Trace.Hash;
        }
    }

    private static (int First, int Count)? Given()
    {
        if (Environment.GetEnvironmentVariable("SUPPLIERBOT_SEED") is not { Length: > 0 } given)
            return null;
        var ends = given.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToList();
        return (ends[0], ends[^1] - ends[0] + 1);
    }

    private static string Written(SimulationTrace trace)
    {
        var path = Path.Combine(Path.GetTempPath(), "supplierbot-seed.txt");
        File.WriteAllText(path, trace.Text);
        return path;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
