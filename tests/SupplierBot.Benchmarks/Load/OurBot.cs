using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.SignIn;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Benchmarks.Load;

/// <summary>The product under load: local mode without Playgrounds, or signed in as in a tenant; a fresh SQLite file.</summary>
internal sealed class OurBot : IAsyncDisposable
{
    private readonly IAsyncDisposable company;
    private readonly BotProcess bot;
    private readonly LoopbackConnector connector;

    private OurBot(IAsyncDisposable company, BotProcess bot, LoopbackConnector connector)
    {
        (this.company, this.bot, this.connector, Http) = (company, bot, connector, new() { BaseAddress = bot.Address });
        Http.DefaultRequestHeaders.Authorization = bot.Http.DefaultRequestHeaders.Authorization;
        connector.InsteadOfKeeping = Replies.Saw;
    }

    private HttpClient Http { get; }
    private Replies Replies { get; } = new();

    /// <param name="signedIn">Every request bears a token of the channel, every message to the connector one of ours; keys and tokens come
    /// from a directory on loopback.</param>
    /// <param name="assembly">Another build of the product: its <c>SupplierBot.Web.dll</c>; the one beside this program where it is
    /// null.</param>
    public static async Task<OurBot> StartAsync(bool signedIn, string? assembly = null)
    {
        var hook = ("DOTNET_STARTUP_HOOKS", typeof(OurBot).Assembly.Location);
        var variables = assembly is null ? new[] { hook } : [hook, (BotProcess.AnotherBuild, assembly)];
        if (!signedIn)
        {
            var local = await WireCompany.StartAsync(null, variables);
            return new(local, local.Bot, local.Connector);
        }
        var connector = await LoopbackConnector.StartAsync();
        var company = await RegisteredCompany.StartAsync(connector.ServiceUrl.ToString(), variables);
        return new(company, company.Bot, connector);
    }

    public Line Line(string key) => new(Http, new Employee(Http, connector, key), Replies);

    public Counters Counters() =>
        SupplierBot.Benchmarks.Load.Counters.Of(bot.ProcessId, () => AllocatedBytes.Of(bot.ProcessId, () => bot.Log));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await company.DisposeAsync();
        await connector.DisposeAsync();
    }
}
