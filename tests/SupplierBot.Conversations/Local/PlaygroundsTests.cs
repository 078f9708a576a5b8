using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.NetworkInformation;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Local;

/// <summary>Local mode as a developer meets it, with Microsoft's own client.</summary>
public sealed class PlaygroundsTests
{
    [Fact]
    public async Task They_answer_once_their_addresses_are_printed_and_end_with_a_killed_bot()
    {
        var ports = Personas.All.Select(_ => FreePort.Take()).ToList();
        var settings = ports
            .Select((port, position) => ($"Local:Ports:{position}", $"{port}"))
            .Append(("Local:Playground", "true"))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2);
        await using var bot = await BotProcess.StartAsync(settings);
        await Eventually(
            () => Task.FromResult(bot.Log.Any(line => line.Contains($"http://127.0.0.1:{ports[^1]}", StringComparison.Ordinal))),
            bot
        );
        using var http = new HttpClient();
        foreach (var port in ports.ToArray())
            Assert.Equal("pong", await http.GetStringAsync($"http://127.0.0.1:{port}/_debug/ping"));
        Assert.Equal(403, await Status(ports[0], "evil.example", upgrade: false));
        Assert.Equal(403, await Status(ports[0], "evil.example", upgrade: true));
        Assert.Equal(200, await Status(ports[0], "localhost", upgrade: false));
        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(end => ports.Contains(end.Port));
        Assert.All(listening, end => Assert.Equal(IPAddress.Loopback, end.Address));
        Assert.All(
            Personas.All,
            persona => Assert.DoesNotContain(bot.Log, line => line.Contains(persona.ChannelId, StringComparison.Ordinal))
        );
        await IsGreetedOnceAsync(new($"http://127.0.0.1:{ports[0]}"));

        await bot.KillAsync();
        foreach (var port in ports.ToArray())
            await Eventually(() => Task.FromResult(PortChoice.IsFree(port)), bot);
    }

    /// <summary>The first page gets what the Playground kept for it, and opening it installs the bot again.</summary>
    private static async Task IsGreetedOnceAsync(Uri rita)
    {
        await using var page = await PlaygroundStream.OpenAsync(rita);
        using var http = new HttpClient { BaseAddress = rita };
        using var answer = await http.PostAsJsonAsync(
            $"/_debug/conversation/{Uri.EscapeDataString(Personas.Rita.PersonalChatId)}/installation",
            new { }
        );
        await page.Transcript.SeesAsync(said => said.Contains("Hello, Rita."), "the welcome");
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.Single(page.Transcript.Messages, said => said.Contains("Hello"));
    }

    /// <summary>As a page whose name was pointed at 127.0.0.1 asks, plainly or for a WebSocket.</summary>
    private static async Task<int> Status(int port, string host, bool upgrade)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}/_debug/ping");
        request.Headers.Host = $"{host}:{port}";
        if (upgrade)
        {
            request.Headers.Connection.Add("Upgrade");
            request.Headers.Upgrade.ParseAdd("websocket");
        }
        using var answer = await http.SendAsync(request);
        return (int)answer.StatusCode;
    }

    private static async Task Eventually(Func<Task<bool>> holds, BotProcess bot)
    {
        for (var waited = Stopwatch.StartNew(); !await holds(); await Task.Delay(100))
        {
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(5), string.Join('\n', bot.Log));
        }
    }
}
