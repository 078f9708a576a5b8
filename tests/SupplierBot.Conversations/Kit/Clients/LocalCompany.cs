using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Kit.Clients;

/// <summary>The product with a Playground for each persona, all on free ports, as <c>dotnet run</c> would set it up.</summary>
internal sealed class LocalCompany : IAsyncDisposable
{
    private readonly Dictionary<Persona, Playground> playgrounds;

    private LocalCompany(BotProcess bot, Dictionary<Persona, Playground> playgrounds) => (Bot, this.playgrounds) = (bot, playgrounds);

    public BotProcess Bot { get; }
    public Playground Rita => playgrounds[Personas.Rita];
    public Playground Sam => playgrounds[Personas.Sam];
    public Playground Priya => playgrounds[Personas.Priya];
    public Playground Carla => playgrounds[Personas.Carla];

    /// <param name="personas">Who is needed: each costs a process of about 115 MB; everybody but Dana where none is named.</param>
    public static async Task<LocalCompany> StartAsync(IReadOnlyDictionary<string, string>? settings = null, params Persona[] personas)
    {
        var ports = (personas.Length > 0 ? personas : [.. Talk.Company.Everybody]).ToDictionary(persona => persona, _ => FreePort.Take());
        var all = new Dictionary<string, string>(settings ?? new Dictionary<string, string>());
        foreach (var (port, position) in ports.Values.Select((port, position) => (port, position)))
        {
            all[$"Local:AllowedServiceUrls:{position}"] = PlaygroundStart.ServiceUrlOf(port).ToString();
        }
        var company = new LocalCompany(await BotProcess.StartAsync(all), []);
        try
        {
            foreach (var (persona, port) in ports)
                await company.Join(persona, port);
            return company;
        }
        catch
        {
            await company.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var playground in playgrounds.Values)
            await playground.DisposeAsync();
        await Bot.DisposeAsync();
    }

    private async Task Join(Persona persona, int port)
    {
        var playground = await Playground.StartAsync(persona, port, Bot.Messages, Path.Combine(Bot.Folder, "playgrounds"));
        playgrounds.Add(persona, playground);
        await playground.InstallAsync();
    }
}
