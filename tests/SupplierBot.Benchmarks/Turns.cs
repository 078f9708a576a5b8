using System.Globalization;
using SupplierBot.Benchmarks.Load;

namespace SupplierBot.Benchmarks;

/// <param name="Peer">False: ours alone.</param>
/// <param name="Against">An older build of ours in the place of the peer: its <c>SupplierBot.Web.dll</c>.</param>
/// <param name="Help">False: the intake alone, for profiling.</param>
/// <param name="SignedIn">As in a tenant, tokens both ways; the budget is a p99 of 50 ms for a button at 32 conversations.</param>
internal sealed record TurnOptions(
    TimeSpan WarmUp,
    TimeSpan Measured,
    IReadOnlyList<int> Conversations,
    bool Peer,
    bool Help,
    bool SignedIn,
    string? Against
)
{
    public static TurnOptions Of(string[] args) =>
        new(
            TimeSpan.FromSeconds(Number(args, "--warmup", 12)),
            TimeSpan.FromSeconds(Number(args, "--seconds", 8)),
            args.Contains("--only32") ? [32] : [1, 32],
            !args.Contains("--alone"),
            !args.Contains("--intake"),
            args.Contains("--signed-in"),
            Array.IndexOf(args, "--against") is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null
        );

    private static double Number(string[] args, string name, double otherwise) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length
            ? double.Parse(args[at + 1], CultureInfo.InvariantCulture)
            : otherwise;
}

/// <summary>
/// Turns a second with a connector of our own, ours and the peer's in one run: the machine is shared, so only the ratios mean something.
/// </summary>
internal static class Turns
{
    private const int Rounds = 4;

    public static async Task<int> RunAsync(TurnOptions options)
    {
        Console.WriteLine(
            "bot | scenario | at once | turns/s | typed/s | typed p50 / p99 ms | button/s | button p50 / p99 ms | CPU µs/turn | KB/turn | RSS MB"
        );
        Console.WriteLine("--- | --- | --- | --- | --- | --- | --- | --- | --- | --- | ---");
        foreach (var conversations in options.Conversations)
            await RunAsync(options, conversations);
        return 0;
    }

    private static async Task RunAsync(TurnOptions options, int conversations)
    {
        if (options.Against is { } older)
        {
            await BesideOlderAsync(options, older, conversations);
            return;
        }
        await using var ours = await OurBot.StartAsync(options.SignedIn);
        await using var peer = options.Peer ? await PeerBot.JavaScriptAsync() : null;
        await using var sdk = options.Peer ? await PeerBot.DotNetAsync() : null;
        IReadOnlyList<ILoad> Loads(Func<string, ILoad> load) => LoadsOf(conversations, load);
        var (intake, help) = (IntakeOf("ours", ours, conversations), options.Help ? HelpOf("ours", ours, conversations) : null);
        var dialog = peer is null
            ? null
            : new Scenario("botbuilder (JS)", "five steps", Loads(key => new FiveSteps(peer.Line("d" + key))), peer.Counters);
        var echo = peer is null
            ? null
            : new Scenario("botbuilder (JS)", "echo", Loads(key => new Echo(peer.Line("e" + key))), peer.Counters);
        var dialogOfSdk = sdk is null
            ? null
            : new Scenario("Bot.Builder (.NET)", "five steps", Loads(key => new FiveSteps(sdk.Line("d" + key))), sdk.Counters);
        var echoOfSdk = sdk is null
            ? null
            : new Scenario("Bot.Builder (.NET)", "echo", Loads(key => new Echo(sdk.Line("e" + key))), sdk.Counters);
        await RunAsync(options, [.. new[] { help, echo, echoOfSdk, intake, dialog, dialogOfSdk }.OfType<Scenario>()]);
        if (help is null || echo is null || dialog is null || echoOfSdk is null || dialogOfSdk is null)
            return;
        Console.WriteLine(
            $"**ratio** | help to echo **{help.PerSecond / echo.PerSecond:F1}** (JS, budget 10), **{help.PerSecond / echoOfSdk.PerSecond:F1}** (.NET) | {conversations} | intake to five steps **{intake.PerSecond / dialog.PerSecond:F1}** (JS, budget 10), **{intake.PerSecond / dialogOfSdk.PerSecond:F1}** (.NET, budget 50)"
        );
    }

    private static async Task BesideOlderAsync(TurnOptions options, string older, int conversations)
    {
        await using var ours = await OurBot.StartAsync(options.SignedIn);
        await using var before = await OurBot.StartAsync(options.SignedIn, older);
        var (intake, help) = (IntakeOf("ours", ours, conversations), HelpOf("ours", ours, conversations));
        var (intakeBefore, helpBefore) = (IntakeOf("before", before, conversations), HelpOf("before", before, conversations));
        await RunAsync(options, [help, helpBefore, intake, intakeBefore]);
        Console.WriteLine(
            $"**ratio** | help **{help.PerSecond / helpBefore.PerSecond:F2}** | {conversations} | intake **{intake.PerSecond / intakeBefore.PerSecond:F2}**"
        );
    }

    private static Scenario IntakeOf(string name, OurBot bot, int conversations) =>
        new(name, "intake", LoadsOf(conversations, key => new Intake(bot.Line("i" + key))), bot.Counters);

    private static Scenario HelpOf(string name, OurBot bot, int conversations) =>
        new(name, "help", LoadsOf(conversations, key => new Help(bot.Line("h" + key))), bot.Counters);

    private static IReadOnlyList<ILoad> LoadsOf(int conversations, Func<string, ILoad> load) =>
        [.. Enumerable.Range(0, conversations).Select(number => load($"{number}"))];

    private static async Task RunAsync(TurnOptions options, IReadOnlyList<Scenario> scenarios)
    {
        foreach (var scenario in scenarios)
            await scenario.WarmUpAsync(options.WarmUp);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var scenario in scenarios)
                await scenario.MeasureAsync(options.Measured / Rounds);
        }
        foreach (var scenario in scenarios)
            Console.WriteLine(scenario.Row());
    }
}
