using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Kit.Talk.Slack;

/// <summary>Everybody on Slack.</summary>
/// <param name="writes">Nobody types a command: requests are made in messages, page after page.</param>
public abstract class CompanyOnSlack(bool writes) : Company
{
    private FakeSlack slack = null!;

    private protected virtual IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>();

    public sealed override async ValueTask InitializeAsync()
    {
        slack = await FakeSlack.StartAsync();
        Bot = await BotProcess.StartAsync(
            new Dictionary<string, string>(
                SlackWorkspace.SettingsFor(slack).Concat(DecidingBy(persona => SlackWorkspace.IdOf(slack, persona))).Concat(Settings)
            )
        );
        var workspace = new SlackWorkspace(slack, Bot);
        foreach (var persona in Everybody)
            Joined(persona, await workspace.JoinsAsync(persona, writes));
        foreach (var persona in Everybody.Append(Personas.Extras[0]))
            ReadsAlong(persona, await workspace.ReadsAlongAsync(persona));
    }

    private protected sealed override async Task EndAsync()
    {
        if (Bot is not null)
            await Bot.DisposeAsync();
        if (slack is not null)
            await slack.DisposeAsync();
    }
}

/// <summary>Requests are made in modals, as commands open them.</summary>
public sealed class CompanyInModals() : CompanyOnSlack(writes: false);

/// <inheritdoc cref="CompanyOnSlack"/>
public sealed class CompanyInMessages() : CompanyOnSlack(writes: true);

/// <inheritdoc cref="SupplierBot.Conversations.Kit.Talk.Teams.CompanyOnTeamsWithUndo"/>
public sealed class CompanyInModalsWithUndo() : CompanyOnSlack(writes: false)
{
    private protected override IReadOnlyDictionary<string, string> Settings { get; } = UndoSettings;
}
