using System.Diagnostics;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Benchmarks.Load;

/// <summary>The JavaScript SDK's bot of <c>peer/</c> as a process of its own; its packages are installed where they are missing.</summary>
internal sealed class PeerBot : IAsyncDisposable
{
    private readonly Process process;
    private readonly LoopbackConnector connector;
    private readonly HttpClient http;
    private readonly Replies replies = new();

    private PeerBot(Process process, LoopbackConnector connector, HttpClient http, bool keeps)
    {
        (this.process, this.connector, this.http) = (process, connector, http);
        if (!keeps)
            connector.InsteadOfKeeping = replies.Saw;
    }

    /// <param name="keeps">What it says is kept, to be looked at; otherwise only counted.</param>
    public static async Task<PeerBot> StartAsync(bool keeps = false)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "peer");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            await InstallAsync(folder);
        var port = FreePort.Take();
        var process = Process.Start(
            new ProcessStartInfo("node", ["bot.js", $"{port}"]) { WorkingDirectory = folder, Environment = { ["NODE_ENV"] = "production" } }
        )!;
        var bot = new PeerBot(
            process,
            await LoopbackConnector.StartAsync(),
            new() { BaseAddress = new($"http://127.0.0.1:{port}") },
            keeps
        );
        while (!await bot.AnswersAsync())
            await Task.Delay(50);
        return bot;
    }

    public Line Line(string key) => new(http, Employee(key), replies);

    public Employee Employee(string key) => new(http, connector, key);

    public Counters Counters() => SupplierBot.Benchmarks.Load.Counters.Of(process.Id, () => null);

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        http.Dispose();
        await connector.DisposeAsync();
    }

    private static async Task InstallAsync(string folder)
    {
        Console.WriteLine("Installing the peer …");
        using var npm = Process.Start(
            new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
            {
                WorkingDirectory = folder,
            }
        )!;
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"`npm ci` in {folder} failed.");
    }

    private async Task<bool> AnswersAsync()
    {
        if (process.HasExited)
            throw new InvalidOperationException($"The peer ended with exit code {process.ExitCode}.");
        try
        {
            using var answer = await http.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
