using System.Text.Json;

namespace SupplierBot.Slack.Protocol;

/// <summary>
/// What <c>/slack/interactions</c> and <c>/slack/options</c> receive: one record for all kinds, each of which fills some of it (PROTOCOL.md
/// "Interactions and commands").
/// </summary>
/// <param name="Team">Null where the app is installed for a whole organisation.</param>
/// <param name="Container">Where the pressed button is.</param>
/// <param name="Channel">Of a message; also of the message that was pointed at.</param>
/// <param name="State">What is filled in in a message; a modal has its own.</param>
internal sealed record Interaction(
    string Type,
    InteractionUser? User,
    InteractionTeam? Team,
    string? ApiAppId,
    string? TriggerId,
    string? ResponseUrl,
    string? CallbackId,
    InteractionContainer? Container,
    InteractionChannel? Channel,
    JsonElement? Message,
    InteractionView? View,
    JsonElement? State,
    IReadOnlyList<InteractionAction>? Actions
)
{
    public const string Press = "block_actions";
    public const string Submission = "view_submission";
    public const string Closed = "view_closed";
    public const string Shortcut = "shortcut";
    public const string MessageShortcut = "message_action";
    public const string Suggestion = "block_suggestion";
}

internal sealed record InteractionUser(string Id, string? Name, string? Username, string? TeamId);

internal sealed record InteractionTeam(string? Id);

internal sealed record InteractionChannel(string? Id);

internal sealed record InteractionContainer(string? Type, string? MessageTs, string? ChannelId, bool IsEphemeral, string? ThreadTs);

/// <param name="PreviousViewId">The modal below; null where it is the first.</param>
/// <param name="Hash">Changes with every change of the modal.</param>
/// <param name="Blocks">As they were last shown.</param>
internal sealed record InteractionView(
    string? Id,
    string? TeamId,
    string? Type,
    string? CallbackId,
    string? PrivateMetadata,
    string? PreviousViewId,
    string? Hash,
    InteractionText? Title,
    JsonElement? State,
    JsonElement? Blocks
);

internal sealed record InteractionText(string? Text);

/// <param name="Value">Of a button, or what was typed where typing acts.</param>
/// <param name="SelectedOption">Of an overflow menu.</param>
internal sealed record InteractionAction(
    string? ActionId,
    string? BlockId,
    string? Type,
    string? Value,
    string? ActionTs,
    InteractionOption? SelectedOption = null
);

internal sealed record InteractionOption(string? Value);
