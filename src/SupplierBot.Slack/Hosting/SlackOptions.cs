namespace SupplierBot.Slack.Hosting;

/// <summary>Section <c>Slack</c>: one workspace. A class and no record: nothing may print the secrets.</summary>
public sealed class SlackOptions
{
    /// <summary>The organisation's workspace, <c>T…</c>; who writes from another is no member.</summary>
    public required string TeamId { get; init; }

    /// <summary>Of the app's page "Basic Information"; several while one is being replaced. At least one.</summary>
    public required IReadOnlyList<string> SigningSecrets { get; init; }

    /// <summary>For one turn. Slack counts 3 s, and what was begun is still finished.</summary>
    public TimeSpan TurnTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The organisation's: a bare number that somebody types is one of this year there.</summary>
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;
}
