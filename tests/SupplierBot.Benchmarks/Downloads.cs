using System.Diagnostics;
using System.Globalization;
using SupplierBot.Benchmarks.Load;
using SupplierBot.Chat.Stores;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Benchmarks;

/// <summary>
/// Files asked for in chat and on the command line, with a case behind every entry, while four people use the bot. Budgets: 1,000 suppliers
/// in 2 s, 100,000 in 15 s and 300 MB, and no turn waits more than 50 ms longer.
/// </summary>
internal static class Downloads
{
    private static readonly string[] Asked = ["register as excel", "register as csv", "register as json", "pack 2026 sample 5"];
    private static readonly TimeSpan Alone = TimeSpan.FromSeconds(10);

    /// <param name="args">Suppliers; a thousand and a hundred thousand where none is given. "azurite" for a thousand there alone.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        Console.WriteLine(
            "asked for | suppliers | s | CPU s | MB | turns alone p50 / p99 / most ms | turns meanwhile | process MB at most"
        );
        Console.WriteLine("--- | --- | --- | --- | --- | --- | --- | ---");
        var sizes = args.Where(text => text != "azurite").Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToList();
        foreach (var size in args.Length > 0 ? sizes : [1_000, 100_000])
            await MeasureAsync(await DownloadBot.StartAsync(size), size);
        if (args.Length == 0 || args.Contains("azurite"))
        {
            using var storage = Azurite.Start();
            await MeasureAsync(await DownloadBot.StartAsync(1_000, storage), 1_000);
        }
        return 0;
    }

    private static async Task MeasureAsync(DownloadBot bot, int size)
    {
        await using var _ = bot;
        foreach (var text in Asked)
        {
            // Once for the code that was never run; a second time for the figures.
            if (size < 10_000)
                await bot.GetAsync(text);
            var alone = await TurnsAsync(bot, Task.Delay(Alone));
            var (started, cpu) = (Stopwatch.GetTimestamp(), Counters.Of(bot.ProcessId, () => null).Cpu);
            var file = bot.GetAsync(text);
            var meanwhile = await TurnsAsync(bot, file);
            var bytes = await file;
            var took = Stopwatch.GetElapsedTime(started);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{bot.Storage}, {text} | {size:N0} | {took.TotalSeconds:F1} | {(Counters.Of(bot.ProcessId, () => null).Cpu - cpu).TotalSeconds:F1} | {bytes / 1048576.0:F1} | {Words(alone)} | {Words(meanwhile)} | {Counters.MostMegabytes(bot.ProcessId)}"
                )
            );
        }
        foreach (var ending in new[] { "xlsx", "csv" })
        {
            var (took, bytes, memory) = await bot.OnCommandLineAsync(ending);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{bot.Storage}, download register .{ending} | {size:N0} | {took.TotalSeconds:F1} | | {bytes / 1048576.0:F1} | | | {memory}"
                )
            );
        }
    }

    /// <summary>Four people, each with a turn about every 50 ms, half of them a search, until something is done.</summary>
    private static async Task<List<double>> TurnsAsync(DownloadBot bot, Task until)
    {
        var times = await Task.WhenAll(bot.People.Select((line, number) => Task.Run(() => TurnsAsync(line, number, until))));
        return [.. times.SelectMany(one => one).Order()];
    }

    private static async Task<List<double>> TurnsAsync(Line line, int number, Task until)
    {
        var times = new List<double>();
        for (var turn = 0; !until.IsCompleted; turn++)
        {
            var started = Stopwatch.GetTimestamp();
            await line.SayAsync((turn + number) % 2 == 0 ? "help" : "find Novatek");
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            await Task.WhenAny(until, Task.Delay(50 - Math.Min(49, (int)times[^1])));
        }
        return times;
    }

    private static string Words(List<double> sorted) =>
        sorted.Count == 0
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{sorted[sorted.Count / 2]:F1} / {sorted[sorted.Count * 99 / 100]:F1} / {sorted[^1]:F1}"
            );
}
