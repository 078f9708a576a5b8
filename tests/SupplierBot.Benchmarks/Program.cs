using BenchmarkDotNet.Running;
using SupplierBot.Benchmarks;
using SupplierBot.Benchmarks.Core;

// No word: turns, ours and the peer's in one run, with their ratios ("--signed-in --alone --only32": as in a tenant). "core": the pure
// parts, by BenchmarkDotNet. "start": a cold start. "twice": everything delivered twice. "scale": a large register; "scale clock": a tick
// without work and the weekly digest, at three sizes. "decisions": from the press to the last card, on SQLite and with one and three
// replicas on Azurite. "slack": how long Slack waits for its answers ("slack rush": with nobody reading them). "files": the register as a
// workbook, CSV, JSON and auditor's pack. "downloads": the same asked for in chat and on the command line, and what turns beside it wait.
return args switch
{
    ["core", .. var rest] => Core(rest),
    ["start", .. var rest] => await Start.RunAsync(rest.Length > 0 ? rest[0] : null),
    ["scale", "clock", .. var rest] => await Ticks.RunAsync(rest),
    ["scale", .. var rest] => await Scale.RunAsync(rest),
    ["decisions"] => await Decisions.RunAsync(),
    ["slack", .. var rest] => await SlackAcks.RunAsync(rest is ["rush"]),
    ["files", .. var rest] => await Files.RunAsync(rest),
    ["downloads", .. var rest] => await Downloads.RunAsync(rest),
    ["twice"] => await Twice.RunAsync(),
    _ => await Turns.RunAsync(TurnOptions.Of(args)),
};

static int Core(string[] rest)
{
    BenchmarkSwitcher.FromAssembly(typeof(Assessing).Assembly).Run(rest.Length == 0 ? ["--filter", "*"] : rest);
    return 0;
}
