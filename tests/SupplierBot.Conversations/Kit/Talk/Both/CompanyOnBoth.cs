using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.SignIn;
using SupplierBot.Conversations.Kit.Talk.Slack;
using SupplierBot.Conversations.Kit.Talk.Teams;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Kit.Talk.Both;

/// <summary>
/// Some on Teams and some on Slack, in one bot that signs in to both: security and the CISO decide in a channel on each platform they are
/// on, so that what a journey sees at two people's screens is seen on two platforms.
/// </summary>
/// <param name="onTeams">The others are on Slack.</param>
public abstract class CompanyOnBoth(params IReadOnlyList<string> onTeams) : Company
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("both-");
    private readonly List<Playground> playgrounds = [];
    private FakeSlack slack = null!;
    private SignedInPlaygrounds signedIn = null!;

    private protected FakeSlack Slack => slack;

    public sealed override async ValueTask InitializeAsync()
    {
        IReadOnlyList<Persona> there = [.. Everybody.Where(persona => onTeams.Contains(persona.Name))];
        slack = await FakeSlack.StartAsync();
        signedIn = await SignedInPlaygrounds.StartAsync(folder.FullName, there);
        var settings = signedIn
            .Settings.Concat(SlackWorkspace.SettingsFor(slack))
            .Concat(DecidingBy(persona => there.Contains(persona) ? persona.Id.Value : SlackWorkspace.IdOf(slack, persona)))
            .Concat([
                new("Organisation:JoinAccounts", "true"),
                .. there
                    .Where(persona => persona.Role is not null)
                    .Select(persona => new KeyValuePair<string, string>($"Roles:{persona.Role}:Places:1", persona.ChannelId)),
            ]);
        Bot = await BotProcess.StartAsync(new Dictionary<string, string>(settings), null, ("SSL_CERT_FILE", signedIn.AuthorityFile));
        var workspace = new SlackWorkspace(slack, Bot);
        foreach (var persona in there)
        {
            var playground = await signedIn.OpenAsync(persona, Bot.Messages);
            playgrounds.Add(playground);
            await playground.InstallAsync();
            var chatter = new TeamsUser(playground);
            await chatter.SeesAsync("Hello");
            Joined(persona, chatter);
        }
        foreach (var persona in Everybody.Except(there))
            Joined(persona, await workspace.JoinsAsync(persona));
        foreach (var persona in Everybody.Except(there).Append(Personas.Extras[0]))
            ReadsAlong(persona, await workspace.ReadsAlongAsync(persona));
        foreach (var persona in there)
            ReadsAlong(
                persona,
                new TeamsUser(
                    playgrounds.Find(playground => playground.Persona.Role == SupplierBot.Onboarding.Roles.RoleNames.Security)!,
                    persona
                )
            );
        await StartedAsync(workspace);
    }

    private protected sealed override async Task EndAsync()
    {
        foreach (var playground in playgrounds)
            await playground.DisposeAsync();
        if (Bot is not null)
            await Bot.DisposeAsync();
        if (signedIn is not null)
            await signedIn.DisposeAsync();
        if (slack is not null)
            await slack.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private protected virtual Task StartedAsync(SlackWorkspace workspace) => Task.CompletedTask;
}

/// <summary>Requests come from Slack; half of those who decide are on each platform.</summary>
public sealed class CompanyAskingOnSlack() : CompanyOnBoth(nameof(Personas.Sam), nameof(Personas.Carla));

/// <summary>Requests come from Teams.</summary>
public sealed class CompanyAskingOnTeams() : CompanyOnBoth(nameof(Personas.Rita), nameof(Personas.Priya));
