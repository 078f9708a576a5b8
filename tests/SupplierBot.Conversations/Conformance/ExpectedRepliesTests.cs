using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Conformance;

/// <summary>Microsoft's Playground as a sender that takes replies in the HTTP response.</summary>
public sealed class ExpectedRepliesTests
{
    [Fact]
    public async Task Replies_come_in_the_response_and_a_press_replaces_its_card()
    {
        var port = FreePort.Take();
        await using var bot = await BotProcess.StartAsync(
            new Dictionary<string, string> { ["Local:AllowedServiceUrls:0"] = PlaygroundStart.ServiceUrlOf(port).ToString() }
        );
        await using var rita = await Playground.StartAsync(
            Personas.Rita,
            port,
            bot.Messages,
            Path.Combine(bot.Folder, "playground"),
            new Dictionary<string, string> { ["M365_AGENTS_PLAYGROUND_DELIVERY_MODE"] = "expectReplies" }
        );
        await rita.InstallAsync();
        await rita.SayAsync("new Acme");
        var page = await rita.SeesAsync("About the supplier", "Acme");
        var said = rita.Transcript.Messages.Count;
        Assert.IsType<PressResult.Replaced>(await rita.PressAsync(page, "cancel"));
        await rita.SayAsync("help");
        await rita.SeesAsync("What you can ask me");
        Assert.Equal(said + 1, rita.Transcript.Messages.Count); // the help; the press shows nothing beside its card
    }
}
