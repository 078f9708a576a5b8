using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Benchmarks.Load;

/// <summary>The .NET SDK's bot of <c>sdk/</c> as a process of its own, in the configuration this program is built in.</summary>
internal sealed class SdkPeer : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> said = new();
    private readonly Process process;
    private readonly LoopbackConnector connector;
    private readonly HttpClient http;
    private readonly Replies replies = new();

    private SdkPeer(Process process, LoopbackConnector connector, HttpClient http, bool keeps)
    {
        (this.process, this.connector, this.http) = (process, connector, http);
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
        if (!keeps)
            connector.InsteadOfKeeping = replies.Saw;
    }

    public static string Assembly { get; } =
        typeof(SdkPeer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "SdkBot").Value!;

    /// <inheritdoc cref="PeerBot.StartAsync"/>
    public static async Task<SdkPeer> StartAsync(bool keeps = false)
    {
        var port = FreePort.Take();
        var process = Process.Start(
            new ProcessStartInfo("dotnet", [Assembly, "--urls", $"http://127.0.0.1:{port}"])
            {
                RedirectStandardError = true,
                Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["DOTNET_STARTUP_HOOKS"] = typeof(SdkPeer).Assembly.Location },
            }
        )!;
        var peer = new SdkPeer(
            process,
            await LoopbackConnector.StartAsync(),
            new() { BaseAddress = new($"http://127.0.0.1:{port}") },
            keeps
        );
        while (!await peer.AnswersAsync())
            await Task.Delay(50);
        return peer;
    }

    public Line Line(string key) => new(http, Employee(key), replies);

    public Employee Employee(string key) => new(http, connector, key);

    public Counters Counters() => SupplierBot.Benchmarks.Load.Counters.Of(process.Id, Allocated);

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        http.Dispose();
        await connector.DisposeAsync();
    }

    private long? Allocated()
    {
        var before = said.Count;
        using var ask = Process.Start("kill", ["-USR1", $"{process.Id}"]);
        string? line = null;
        SpinWait.SpinUntil(
            () =>
                (line = said.Skip(before).FirstOrDefault(one => one.StartsWith(OurBot.AllocatedBegins, StringComparison.Ordinal)))
                    is not null,
            TimeSpan.FromSeconds(5)
        );
        return line is null ? null : long.Parse(line[OurBot.AllocatedBegins.Length..], CultureInfo.InvariantCulture);
    }

    private async Task<bool> AnswersAsync()
    {
        if (process.HasExited)
            throw new InvalidOperationException($"The .NET peer ended with exit code {process.ExitCode}.");
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
