using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Kit.Talk.Teams;

/// <summary>Everybody on Teams, as <c>dotnet run</c> sets it up: a Playground for each persona.</summary>
public sealed class CompanyOnTeams : Company
{
    private LocalCompany local = null!;

    public override async ValueTask InitializeAsync()
    {
        local = await LocalCompany.StartAsync();
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

    private protected override async Task EndAsync()
    {
        if (local is not null)
            await local.DisposeAsync();
    }
}
