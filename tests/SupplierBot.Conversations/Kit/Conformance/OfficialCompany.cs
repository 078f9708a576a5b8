using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Conversations.Kit.Conformance;

/// <summary>The product, the official library in front of it, and our own connector behind the library.</summary>
public sealed class OfficialCompany : IAsyncLifetime
{
    private BotProcess bot = null!;

    internal LoopbackConnector Connector { get; private set; } = null!;
    internal OfficialChannel Channel { get; private set; } = null!;
    internal HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Connector = await LoopbackConnector.StartAsync();
        // The channel must know where the bot is, and the bot where the channel is.
        var port = FreePort.Take();
        Channel = await OfficialChannel.StartAsync(new($"http://127.0.0.1:{port}/api/messages"), Connector.ServiceUrl);
        bot = await BotProcess.StartAsync(
            new Dictionary<string, string> { ["Local:AllowedServiceUrls:0"] = Channel.ServiceUrl.ToString() },
            null,
            port
        );
        Http = new(Channel, disposeHandler: false) { BaseAddress = bot.Address };
    }

    internal Employee Employee(string key) => new(Http, Connector, key);

    /// <summary>Somebody nobody else in the tests is.</summary>
    internal Employee Somebody() => Employee($"somebody-{Guid.NewGuid():N}");

    /// <summary>What was said to them, or refused by the library's models; not what was asked about them.</summary>
    internal IReadOnlyList<string> CallsFor(Employee employee) =>
        [
            .. Channel
                .Calls.Where(call => (string?)call["conversation"] == employee.Conversation || (string)call["call"]! == "refused")
                .Select(call => (string?)call["why"] ?? (string)call["call"]!)
                .Where(name => name != "getConversationMember"),
        ];

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await bot.DisposeAsync();
        await Channel.DisposeAsync();
        await Connector.DisposeAsync();
    }
}
