using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Web.Hosting;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Local;

/// <summary>
/// Starts a Playground for each persona once the bot listens, puts the bot in their chats and channels, and only then prints the addresses:
/// anyone who opens one finds everything in place. Without them the bot runs all the same.
/// </summary>
internal sealed class Playgrounds(
    Settings settings,
    Arrivals arrivals,
    IServer server,
    IHostApplicationLifetime lifetime,
    ILogger<Playgrounds> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new List<PlaygroundProcess>();
        try
        {
            await Listening(stoppingToken);
            await StartAll(running, stoppingToken);
            foreach (var playground in running)
                await Place(playground.Start, stoppingToken);
            Console.Out.WriteLine(LocalBanner.Addresses(running.Select(playground => playground.Start)));
            await Task.WhenAll(running.Select(playground => Watch(playground, stoppingToken)));
        }
        catch (Exception fault) when (fault is PlaygroundFault or IOException or UnauthorizedAccessException or HttpRequestException)
        {
            log.PlaygroundsNotStarted(fault.Message);
            Console.Out.WriteLine(LocalBanner.Ready);
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

    /// <summary>
    /// Messages can be posted there before anybody has opened the page. Not by the Playground's own installation: it keeps what is posted
    /// for the first page, which is greeted when it opens.
    /// </summary>
    private async Task Place(PlaygroundStart start, CancellationToken cancellation)
    {
        var turns = new PersonaTurns(start.Persona, start.Port);
        await arrivals.PlacedAsync(turns.InChat(Ids.New(), new Request.Installed()), cancellation);
        await arrivals.PlacedAsync(turns.InChannel(Ids.New(), new Request.Installed()), cancellation);
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
