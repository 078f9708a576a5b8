namespace SupplierBot.Slack.Protocol;

/// <summary>What <c>/slack/commands</c> receives (facts/slack.md §1.3).</summary>
internal sealed record SlashCommand(string TeamId, string UserId, string? UserName, string? ApiAppId, string Text, string? TriggerId, string? ResponseUrl);
