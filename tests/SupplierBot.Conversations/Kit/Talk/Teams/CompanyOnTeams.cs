using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Kit.Talk.Teams;

/// <summary>Everybody on Teams, as <c>dotnet run</c> sets it up: a Playground for each persona.</summary>
public class CompanyOnTeams : Company
{
    private LocalCompany local = null!;

    private protected virtual IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>();

    public sealed override async ValueTask InitializeAsync()
    {
        local = await LocalCompany.StartAsync(Settings);
        Bot = local.Bot;
        foreach (var playground in new[] { local.Rita, local.Sam, local.Priya, local.Carla })
        {
            var chatter = new TeamsUser(playground);
            await chatter.SeesAsync("Hello");
            Joined(playground.Persona, chatter);
        }
        foreach (var persona in Everybody.Append(Personas.Extras[0]))
            ReadsAlong(persona, new TeamsUser(local.Sam, persona));
    }

    private protected sealed override async Task EndAsync()
    {
        if (local is not null)
            await local.DisposeAsync();
    }
}

/// <summary>Whoever decided or sent something has a few seconds to undo it.</summary>
public sealed class CompanyOnTeamsWithUndo : CompanyOnTeams
{
    private protected override IReadOnlyDictionary<string, string> Settings { get; } = UndoSettings;
}
