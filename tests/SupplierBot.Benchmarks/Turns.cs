using System.Globalization;

namespace SupplierBot.Benchmarks;

/// <param name="Peer">False: ours alone.</param>
/// <param name="Help">False: the intake alone, for profiling.</param>
internal sealed record TurnOptions(TimeSpan WarmUp, TimeSpan Measured, IReadOnlyList<int> Conversations, bool Peer, bool Help)
{
    public static TurnOptions Of(string[] args) => new(
        TimeSpan.FromSeconds(Number(args, "--warmup", 12)),
        TimeSpan.FromSeconds(Number(args, "--seconds", 8)),
        args.Contains("--only32") ? [32] : [1, 32],
        !args.Contains("--alone"),
        !args.Contains("--intake"));

    private static double Number(string[] args, string name, double otherwise) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? double.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
}

/// <summary>Turns a second with a connector of our own, ours and the peer's in one run: the machine is shared, so only the ratios mean something.</summary>
internal static class Turns
{
    public static async Task<int> RunAsync(TurnOptions options)
    {
        Console.WriteLine("bot | scenario | at once | turns/s | typed/s | typed p50 / p99 ms | button/s | button p50 / p99 ms | CPU µs/turn | KB/turn | RSS MB");
        Console.WriteLine("--- | --- | --- | --- | --- | --- | --- | --- | --- | --- | ---");
        foreach (var conversations in options.Conversations)
        {
            var (help, intake) = await OursAsync(options, conversations);
            if (!options.Peer) continue;
            var (echo, dialog) = await PeersAsync(options, conversations);
            Console.WriteLine($"**ratio** | help to echo {help / echo:F1} (budget 5) | {conversations} | intake to dialog **{intake / dialog:F1}** (budget 5)");
        }
        return 0;
    }

    private static async Task<(double Help, double Intake)> OursAsync(TurnOptions options, int conversations)
    {
        await using var bot = await OurBot.StartAsync();
        var help = !options.Help ? double.NaN : await MeasureAsync("ours", "help", options, conversations, key => new Help(bot.Line("h" + key)), bot.Counters);
        var intake = await MeasureAsync("ours", "intake", options, conversations, key => new Intake(bot.Line("i" + key)), bot.Counters);
        return (help, intake);
    }

    private static async Task<(double Echo, double Dialog)> PeersAsync(TurnOptions options, int conversations)
    {
        await using var bot = await PeerBot.StartAsync();
        var echo = await MeasureAsync("botbuilder (JS)", "echo", options, conversations, key => new Echo(bot.Line("e" + key)), bot.Counters);
        var dialog = await MeasureAsync("botbuilder (JS)", "five steps", options, conversations, key => new FiveSteps(bot.Line("d" + key)), bot.Counters);
        return (echo, dialog);
    }

    private static async Task<double> MeasureAsync(string bot, string scenario, TurnOptions options, int conversations, Func<int, ILoad> load, Func<Counters> count)
    {
        var before = count();
        var measured = await ClosedLoop.RunAsync([.. Enumerable.Range(0, conversations).Select(load)], options.WarmUp, options.Measured, () => before = count());
        var after = count();
        var all = measured.Sum(kind => kind.PerSecond);
        var turns = all * options.Measured.TotalSeconds;
        var kilobytes = (after.Allocated - before.Allocated) / 1024.0 / turns;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{bot} | {scenario} | {conversations} | {all:N0} | {Words(measured, TurnKind.Typed)} | {Words(measured, TurnKind.Button)} | {(after.Cpu - before.Cpu).TotalMicroseconds / turns:F0} | {kilobytes:F1} | {after.ResidentMegabytes:F0}"));
        return all;
    }

    private static string Words(IReadOnlyList<Measured> measured, TurnKind kind) => measured.FirstOrDefault(one => one.Kind == kind) is { } found
        ? string.Create(CultureInfo.InvariantCulture, $"{found.PerSecond:N0} | {found.P50:F2} / {found.P99:F2}")
        : "– | –";
}
