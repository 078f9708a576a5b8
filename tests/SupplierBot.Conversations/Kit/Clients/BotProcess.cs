using System.Collections.Concurrent;
using System.Diagnostics;
using SupplierBot.Conversations.Kit.Talk;
using SupplierBot.Web.Options;

namespace SupplierBot.Conversations.Kit.Clients;

/// <summary>The built product as a process of its own: local mode without Playgrounds, a free loopback port, its own data folder.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    /// <summary>Names a <c>SupplierBot.Web.dll</c> to run in place of the one that was built with the tests: for comparisons.</summary>
    public const string AnotherBuild = "SUPPLIERBOT_BUILD";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly string[] SignsIn = ["Teams:", "Slack:"];
    private readonly ConcurrentQueue<string> log = new();
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly bool ownsFolder;
    private Process? process;

    private BotProcess(IReadOnlyDictionary<string, string> settings, string? folder, int? port)
    {
        this.settings = settings;
        ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("supplierbot-").FullName;
        Address = new Uri($"http://127.0.0.1:{port ?? FreePort.Take()}");
        Http = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }
    public Uri Messages => new(Address, "/api/messages");
    public HttpClient Http { get; }

    /// <summary>Environment variables of the process, beside the inherited ones; counted at each start.</summary>
    public Dictionary<string, string> Variables { get; } = new() { ["ASPNETCORE_ENVIRONMENT"] = "Development" };

    /// <summary>Content root: <c>data/supplierbot.db</c> is below it.</summary>
    public string Folder { get; }

    /// <summary>Every row it has stored, with its version.</summary>
    public IReadOnlyList<string> Rows() => StoredRows.Of(Path.Combine(Folder, "data", "supplierbot.db"));

    /// <summary>Everything written to standard output and standard error so far, over all starts.</summary>
    public IReadOnlyList<string> Log => [.. log];
    public int ProcessId => process!.Id;

    /// <param name="settings">Configuration keys: <c>["Local:AllowedServiceUrls:0"] = "http://127.0.0.1:20001/_connector"</c>; OTEL_ names
    /// are environment variables, as operators set them.</param>
    /// <param name="folder">Where to keep data; a temporary one, deleted afterwards, where it is null.</param>
    /// <param name="variables">See <see cref="Variables"/>.</param>
    public static Task<BotProcess> StartAsync(
        IReadOnlyDictionary<string, string>? settings = null,
        string? folder = null,
        params (string Name, string Value)[] variables
    ) => StartAsync(settings, folder, null, variables);

    /// <param name="port">For who must know the address before; a free one where it is null.</param>
    public static async Task<BotProcess> StartAsync(
        IReadOnlyDictionary<string, string>? settings,
        string? folder,
        int? port,
        params (string Name, string Value)[] variables
    )
    {
        var bot = new BotProcess(settings ?? new Dictionary<string, string>(), folder, port);
        foreach (var (name, value) in variables)
            bot.Variables[name] = value;
        try
        {
            await bot.StartAgainAsync();
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    /// <summary>After <see cref="KillAsync"/> or <see cref="StopAsync"/>: the same address, data and settings.</summary>
    public async Task StartAgainAsync()
    {
        Launch();
        await Ready();
    }

    /// <summary>Begins a start and does not wait for it.</summary>
    public void Launch()
    {
        process?.Dispose();
        process = Process.Start(Command())!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
    }

    /// <summary>SIGTERM; true where it ended by itself with exit code 0.</summary>
    public async Task<bool> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{ProcessId}"]);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process!.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>kill -9: no last words.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            await KillAsync();
        process?.Dispose();
        Http.Dispose();
        if (ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }

    private ProcessStartInfo Command()
    {
        var command = new ProcessStartInfo(
            "dotnet",
            [
                Variables.GetValueOrDefault(AnotherBuild, typeof(Settings).Assembly.Location),
                "--urls",
                Address.ToString(),
                "--contentRoot",
                Folder,
            ]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Variables)
            command.Environment[name] = value;
        foreach (
            var (key, value) in Deciding
                .Concat(settings)
                .Prepend(new("Local:Playground", "false"))
                .Prepend(new("FairUse:RequestsPerHour", "200"))
                .Prepend(new("FairUse:OpenRequests", "200"))
                .Prepend(new("Decisions:UndoSeconds", "0"))
                .Prepend(new("Downloads:Url", Address.ToString()))
        )
        {
            if (key.StartsWith("OTEL_", StringComparison.Ordinal))
            {
                command.Environment[key] = value;
                continue;
            }
            command.ArgumentList.Add($"--{key}");
            command.ArgumentList.Add(value);
        }
        return command;
    }

    /// <summary>Who decides, where nothing else is configured and no Playgrounds are: without Dana, as on the other platforms.</summary>
    private IEnumerable<KeyValuePair<string, string>> Deciding =>
        settings.Keys.Any(key => key.StartsWith("Roles:", StringComparison.Ordinal))
        || SignsIn.Any(section => settings.Keys.Any(key => key.StartsWith(section, StringComparison.Ordinal)))
        || settings.ContainsKey("Local:Playground")
            ? []
            : Company.Deciding;

    private void Keep(string? line)
    {
        if (line is not null)
            log.Enqueue(line);
    }

    public async Task Ready()
    {
        var waited = Stopwatch.StartNew();
        while (!await Answers())
        {
            if (process!.HasExited || waited.Elapsed > Patience)
                throw new InvalidOperationException($"The bot did not start:\n{string.Join('\n', log)}");
            await Task.Delay(50);
        }
    }

    private async Task<bool> Answers()
    {
        try
        {
            using var answer = await Http.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (Exception broken) when (broken is HttpRequestException or System.Net.Sockets.SocketException)
        {
            return false;
        }
    }
}
