namespace SupplierBot.Slack.Protocol;

/// <summary>What <c>/slack/commands</c> receives (PROTOCOL.md "Interactions and commands").</summary>
internal sealed record SlashCommand(
    string TeamId,
    string UserId,
    string? UserName,
    string? ApiAppId,
    string Text,
    string? TriggerId,
    string? ResponseUrl
);
