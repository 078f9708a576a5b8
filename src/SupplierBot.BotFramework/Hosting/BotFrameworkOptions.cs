namespace SupplierBot.BotFramework.Hosting;

/// <summary>Section <c>BotFramework</c>.</summary>
public sealed class BotFrameworkOptions
{
    /// <summary>Directory tenants of the organisation. Empty: nobody is a member.</summary>
    public IList<string> Tenants { get; init; } = [];

    /// <summary>
    /// Service addresses beside those of Teams and Bot Framework: a sovereign cloud's (https), a local client's (http on loopback).
    /// </summary>
    public IList<string> ServiceUrls { get; init; } = [];

    /// <summary>For one call of the connector with its repetitions; 1–60 s.</summary>
    public TimeSpan ConnectorTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>For one turn. Teams hangs up and sends again after about 15 s (PROTOCOL.md "Time limits").</summary>
    public TimeSpan TurnTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The organisation's: a bare number that somebody types is one of this year there.</summary>
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;
}
