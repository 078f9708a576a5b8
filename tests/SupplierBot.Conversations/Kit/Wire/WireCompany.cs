using SupplierBot.Conversations.Kit.Clients;

namespace SupplierBot.Conversations.Kit.Wire;

/// <summary>The built product and a connector of our own: whole conversations without any client in between.</summary>
internal sealed class WireCompany : IAsyncDisposable
{
    private WireCompany(BotProcess bot, LoopbackConnector connector) => (Bot, Connector) = (bot, connector);

    public BotProcess Bot { get; }
    public LoopbackConnector Connector { get; }

    public static async Task<WireCompany> StartAsync(
        IReadOnlyDictionary<string, string>? settings = null,
        params (string Name, string Value)[] variables
    )
    {
        var connector = await LoopbackConnector.StartAsync();
        var all = connector.Settings;
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            all[name] = value;
        try
        {
            return new(await BotProcess.StartAsync(all, null, variables), connector);
        }
        catch
        {
            await connector.DisposeAsync();
            throw;
        }
    }

    public Employee Employee(string key) => new(Bot.Http, Connector, key);

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Connector.DisposeAsync();
    }
}
