using SupplierBot.BotFramework.Authentication;
using SupplierBot.BotFramework.Hosting;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Slack.Hosting;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Hosting;

/// <summary>A registered bot: tokens both ways, nobody of local mode.</summary>
internal static class SignInMode
{
    private const string Security = RoleNames.Security;

    /// <summary>No Playgrounds; and somebody must be there to decide.</summary>
    public static (Settings Settings, IReadOnlyList<ConfigurationFault> Faults) Apply(Settings settings) =>
        (
            settings with
            {
                Local = settings.Local with { Playground = false, AllowedServiceUrls = [] },
            },
            settings.Roles.TryGetValue(Security, out var role) && role.People.Count > 0
                ? []
                :
                [
                    new(
                        $"Roles:{Security}:People",
                        "not set",
                        "nobody holds the role that decides.",
                        "Name at least two people, each as teams:{Entra object id} or slack:{team id}:{user id}; nobody decides on their own request."
                    ),
                ]
        );

    /// <summary>The paths of a channel that is not configured are nowhere: 404.</summary>
    public static void UseSignIn(this WebApplication app, Settings settings)
    {
        if (settings.Slack is not null)
            app.MapSlack();
        if (settings.Teams is null)
            return;
        app.MapBotFramework(app.Services.GetRequiredService<TokenAuthenticator>());
        // So that the first person does not wait for the keys; without them the bot starts all the same and asks again.
        _ = app.Services.GetRequiredService<SigningKeys>().GetAsync(CancellationToken.None).AsTask();
    }
}
