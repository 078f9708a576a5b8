using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Kit.Talk.Slack;

/// <summary>
/// The side of Slack: people who join with the account of their name, Sam and Priya where security decides, Carla where the CISO does.
/// </summary>
internal sealed class SlackWorkspace(FakeSlack slack, BotProcess bot)
{
    private const string Security = "vendor-security",
        Ciso = "vendor-ciso";

    public static IEnumerable<KeyValuePair<string, string>> SettingsFor(FakeSlack slack) =>
        new Dictionary<string, string>
        {
            ["Slack:TeamId"] = FakeSlack.Team,
            ["Slack:BotToken"] = FakeSlack.BotToken,
            ["Slack:SigningSecret"] = FakeSlack.SigningSecret,
            ["Slack:ApiUrl"] = slack.Api.ToString(),
            ["Roles:security:Places:0"] = slack.Channel(Security),
            ["Roles:ciso:Places:0"] = slack.Channel(Ciso),
        };

    public static string IdOf(FakeSlack slack, Persona persona) => $"slack:{FakeSlack.Team}:{slack.User(UserOf(persona))}";

    /// <summary>Opens the app, and is greeted.</summary>
    /// <param name="writes">Never types a command.</param>
    public async Task<ChatUser> JoinsAsync(Persona persona, bool writes = false)
    {
        var chatter = await OfAsync(persona, persona == Personas.Carla ? Ciso : Security, writes);
        await chatter.InstallsAgainAsync();
        await chatter.SeesAsync("Hello");
        return chatter;
    }

    /// <summary>Where security decides.</summary>
    public Task<ChatUser> ReadsAlongAsync(Persona persona) => OfAsync(persona, Security, writes: false);

    private async Task<ChatUser> OfAsync(Persona persona, string channel, bool writes) =>
        new SlackUser(
            new(slack, bot.Http),
            bot,
            UserOf(persona),
            persona.Name,
            await slack.DirectAsync(UserOf(persona)),
            slack.Channel(channel),
            writes
        );

    private static string UserOf(Persona persona) => Company.Everybody.Contains(persona) ? persona.Name.ToLowerInvariant() : "guest";
}
