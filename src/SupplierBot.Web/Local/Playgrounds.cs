using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SupplierBot.Web.Hosting;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Local;

/// <summary>
/// Starts a Playground for each persona once the bot listens, adds the bot to their chats and channels, and only then prints the addresses:
/// anyone who opens one finds everything in place. Without them the bot runs all the same.
/// </summary>
internal sealed class Playgrounds(
    Settings settings,
    LocalConnectors connectors,
    IServer server,
    IHostApplicationLifetime lifetime,
    ILogger<Playgrounds> log
) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new List<PlaygroundProcess>();
        try
        {
            await Listening(stoppingToken);
            await StartAll(running, stoppingToken);
            await Task.WhenAll(running.Select(playground => Install(playground, stoppingToken)));
            Console.Out.WriteLine(LocalBanner.Addresses(running.Select(playground => playground.Start)));
            await Task.WhenAll(running.Select(playground => Watch(playground, stoppingToken)));
        }
        catch (PlaygroundFault fault)
        {
            log.PlaygroundsNotStarted(fault.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or HttpRequestException)
        {
            log.PlaygroundsNotStarted(fault.Message);
        }
        finally
        {
            await Task.WhenAll(running.Select(playground => playground.DisposeAsync().AsTask()));
        }
    }

    private Task Listening(CancellationToken cancellation)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lifetime.ApplicationStarted.Register(listening.SetResult);
        return listening.Task.WaitAsync(cancellation);
    }

    private async Task StartAll(List<PlaygroundProcess> running, CancellationToken cancellation)
    {
        var cli = await PlaygroundPackage.EnsureAsync(PlaygroundPackage.Folder, Console.Out, cancellation);
        var bot = new Uri(BotAddress(), "/api/messages");
        var folder = Path.Combine(Path.GetDirectoryName(settings.Storage.SqlitePath)!, "playgrounds");
        await Task.WhenAll(
            Personas.All.Zip(settings.Local.Ports, (persona, port) => Start(new(persona, port, bot, cli, folder), running, cancellation))
        );
    }

    /// <summary>Those that did start are known even where one of them did not, so that they are stopped.</summary>
    private static async Task Start(PlaygroundStart start, List<PlaygroundProcess> running, CancellationToken cancellation)
    {
        var playground = await PlaygroundProcess.StartAsync(start, cancellation);
        lock (running)
            running.Add(playground);
    }

    /// <summary>The Playgrounds live on 127.0.0.1, so that is how they reach the bot wherever it listens on "localhost".</summary>
    private Uri BotAddress()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var first =
            addresses.FirstOrDefault(address => address.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            ?? throw new PlaygroundFault("the bot listens on no plain http address, and the Playground knows no other.");
        return new Uri(first.Replace("//localhost", "//127.0.0.1", StringComparison.OrdinalIgnoreCase));
    }

    private async Task Install(PlaygroundProcess playground, CancellationToken cancellation)
    {
        foreach (var conversation in new[] { playground.Start.Persona.PersonalChatId, playground.Start.Persona.ChannelId })
        {
            await playground.InstallAsync(conversation, cancellation);
            await Arrival(conversation, cancellation);
        }
    }

    private async Task Arrival(string conversation, CancellationToken cancellation)
    {
        try
        {
            await connectors.ArrivalOf(conversation).WaitAsync(Patience, cancellation);
        }
        catch (TimeoutException)
        {
            log.InstallationUnanswered(conversation, Patience.TotalSeconds);
        }
    }

    /// <summary>
    /// Ctrl+C in a terminal reaches the Playgrounds too; the pause lets the bot's own end come first, which is not worth a warning.
    /// </summary>
    private async Task Watch(PlaygroundProcess playground, CancellationToken cancellation)
    {
        var exitCode = await playground.ExitAsync(cancellation);
        await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
        log.PlaygroundEnded(playground.Start.Persona.Name, playground.Start.Port, exitCode, playground.Start.LogFile);
    }
}
