namespace SupplierBot.Slack.Api;

/// <summary>One workspace's way out. A class and no record: nothing may print the token.</summary>
public sealed class SlackApiOptions
{
    public static readonly Uri Official = new("https://slack.com/api/");

    /// <summary>The bot token, <c>xoxb-…</c>.</summary>
    public required string BotToken { get; init; }

    /// <summary>What methods are below. https; http on a loopback address only, for a local stand-in.</summary>
    public Uri Address { get; init; } = Official;

    /// <summary>For one call with its repetitions; 1–60 s.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Role to the user group (<c>S…</c>) whose members hold it, in place of the people of this workspace that the configuration names;
    /// those count where the group cannot be read.
    /// </summary>
    public IReadOnlyDictionary<string, string> RoleGroups { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The workspace, <c>T…</c>: a user is somebody only together with it. Compared with the token's own when the bot starts.
    /// </summary>
    public string TeamId { get; init; } = "";
}
