using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Benchmarks.Load;

/// <summary>
/// A bot on the Bot Framework SDK as a process of its own: the JavaScript one of <c>peer/</c>, or the .NET one of <c>sdk/</c>.
/// </summary>
internal sealed class PeerBot : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> said = new();
    private readonly Process process;
    private readonly LoopbackConnector connector;
    private readonly HttpClient http;
    private readonly Func<long?> allocated;
    private readonly Replies replies = new();

    private PeerBot(Process process, LoopbackConnector connector, int port, bool isDotNet, bool keeps)
    {
        (this.process, this.connector, http) = (process, connector, new() { BaseAddress = new($"http://127.0.0.1:{port}") });
        allocated = () => isDotNet ? AllocatedBytes.Of(process.Id, () => said) : null;
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
        if (!keeps)
            connector.InsteadOfKeeping = replies.Saw;
    }

    /// <summary>Its packages are installed where they are missing.</summary>
    /// <param name="keeps">What it says is kept, to be looked at; otherwise only counted.</param>
    public static async Task<PeerBot> JavaScriptAsync(bool keeps = false)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "peer");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            await InstallAsync(folder);
        return await StartAsync(
            port => new("node", ["bot.js", $"{port}"]) { WorkingDirectory = folder, Environment = { ["NODE_ENV"] = "production" } },
            isDotNet: false,
            keeps
        );
    }

    /// <summary>In the configuration that this program is built in.</summary>
    /// <inheritdoc cref="JavaScriptAsync"/>
    public static Task<PeerBot> DotNetAsync(bool keeps = false)
    {
        var assembly = typeof(PeerBot).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "SdkBot").Value!;
        return StartAsync(
            port =>
                new("dotnet", [assembly, "--urls", $"http://127.0.0.1:{port}"])
                {
                    Environment =
                    {
                        ["ASPNETCORE_ENVIRONMENT"] = "Production",
                        ["DOTNET_STARTUP_HOOKS"] = typeof(PeerBot).Assembly.Location,
                    },
                },
            isDotNet: true,
            keeps
        );
    }

    public Line Line(string key) => new(http, Employee(key), replies);

    public Employee Employee(string key) => new(http, connector, key);

    public Counters Counters() => SupplierBot.Benchmarks.Load.Counters.Of(process.Id, allocated);

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        http.Dispose();
        await connector.DisposeAsync();
    }

    private static async Task<PeerBot> StartAsync(Func<int, ProcessStartInfo> start, bool isDotNet, bool keeps)
    {
        var port = FreePort.Take();
        var info = start(port);
        info.RedirectStandardError = true;
        var bot = new PeerBot(Process.Start(info)!, await LoopbackConnector.StartAsync(), port, isDotNet, keeps);
        while (!await bot.AnswersAsync())
            await Task.Delay(50);
        return bot;
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
            throw new InvalidOperationException($"The peer ended with exit code {process.ExitCode}: {string.Join(' ', said)}");
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
