using System.Diagnostics;

namespace SupplierBot.Web.Local;

/// <param name="Cli">The Playground's script (<see cref="PlaygroundPackage"/>).</param>
/// <param name="WorkFolder">Its configuration and log go here.</param>
internal sealed record PlaygroundStart(Persona Persona, int Port, Uri Bot, string Cli, string WorkFolder)
{
    public Uri Address => new($"http://127.0.0.1:{Port}");
    public Uri ServiceUrl => ServiceUrlOf(Port);

    /// <summary>Environment variables beside its own: how it signs in, where the bot asks for that.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();
    public string LogFile => Path.Combine(WorkFolder, $"{Persona.Name.ToLowerInvariant()}.log");

    /// <summary>What the Playground calls itself in every activity it sends.</summary>
    public static Uri ServiceUrlOf(int port) => new($"http://127.0.0.1:{port}/_connector");
}

/// <summary>One Playground as a child process, on loopback only; it ends with this process, however this process ends.</summary>
internal sealed class PlaygroundProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2); // five of them start at once, perhaps on a small machine
    private readonly Process process;
    private readonly HttpClient http;

    private PlaygroundProcess(PlaygroundStart start, Process process)
    {
        (Start, this.process) = (start, process);
        http = new HttpClient { BaseAddress = start.Address, Timeout = Patience };
    }

    public PlaygroundStart Start { get; }
    public HttpClient Http => http;

    /// <exception cref="PlaygroundFault">It ended early, took another port, or did not answer in time.</exception>
    public static async Task<PlaygroundProcess> StartAsync(PlaygroundStart start, CancellationToken cancellation)
    {
        Directory.CreateDirectory(start.WorkFolder);
        var yaml = Path.Combine(start.WorkFolder, $"{start.Persona.Name.ToLowerInvariant()}.yml");
        await File.WriteAllTextAsync(yaml, PlaygroundYaml.For(start.Persona), cancellation);
        var running = new PlaygroundProcess(start, Process.Start(Command(start, yaml))!);
        try
        {
            await running.RequirePort(cancellation);
            return running;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            await running.DisposeAsync();
            throw new PlaygroundFault($"{start.Persona.Name}'s Playground did not answer within {Patience.TotalMinutes:0} minutes.");
        }
        catch
        {
            await running.DisposeAsync();
            throw;
        }
    }

    public async Task<int> ExitAsync(CancellationToken cancellation)
    {
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode;
    }

    /// <summary>Closing its standard input asks it to end; what does not end in two seconds is killed.</summary>
    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (!process.HasExited)
        {
            process.StandardInput.Close();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
        }
        process.Dispose();
    }

    private static ProcessStartInfo Command(PlaygroundStart start, string yaml)
    {
        var command = Plain(start, yaml);
        foreach (var (name, value) in start.Variables)
            command.Environment[name] = value;
        return command;
    }

    private static ProcessStartInfo Plain(PlaygroundStart start, string yaml) =>
        new(
            "node",
            [
                "--require",
                Path.Combine(PlaygroundPackage.Folder, "preload.cjs"),
                start.Cli,
                "start",
                "--app-endpoint",
                start.Bot.ToString(),
                "--channel-id",
                "msteams",
                "--port",
                $"{start.Port}",
                "--service-url",
                start.ServiceUrl.ToString(),
                "--disable-telemetry",
            ]
        )
        {
            WorkingDirectory = start.WorkFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["TEAMSAPPTESTER_BROWSER"] = "none",
                ["M365_AGENTS_PLAYGROUND_CONFIG_PATH"] = yaml,
                ["M365_AGENTS_PLAYGROUND_LOGFILE"] = start.LogFile,
            },
        };

    /// <summary>A busy port makes the Playground take a random one without a word; only its first line tells.</summary>
    private async Task RequirePort(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (!line.StartsWith("Listening on ", StringComparison.Ordinal))
                continue;
            if (line.Trim() != $"Listening on {Start.Port}")
                throw new PlaygroundFault($"Port {Start.Port} for {Start.Persona.Name}'s Playground is in use by another program.");
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            await RequireAnswer(patience.Token);
            return;
        }
        throw new PlaygroundFault($"{Start.Persona.Name}'s Playground ended at once; its log is {Start.LogFile}.");
    }

    /// <summary>It says "Listening" before it has read its configuration, and ends without a reason where that is wrong.</summary>
    private async Task RequireAnswer(CancellationToken cancellation)
    {
        while (!process.HasExited)
        {
            try
            {
                if (await http.GetStringAsync("/_debug/ping", cancellation) == "pong")
                    return;
            }
            catch (HttpRequestException)
            {
                // Not yet, or not any more: the loop tells which.
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
        }
        throw new PlaygroundFault($"{Start.Persona.Name}'s Playground ended at once; its log is {Start.LogFile}.");
    }
}
