namespace SupplierBot.Slack;

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
}
