using System.Text.Json;
using System.Text.Json.Nodes;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Cards;
using SupplierBot.Slack.Protocol;
using SupplierBot.Slack.Reading;

namespace SupplierBot.Slack.Modals;

/// <summary>
/// A yes is asked for once more, in a small modal on top: the button that sends a modal cannot ask itself (PROTOCOL.md "Modals and App
/// Home"). What was filled in travels in it, behind the value, and is believed no more than the value is. Pure.
/// </summary>
internal static class ConfirmDialog
{
    private const char End = '\n';

    /// <returns>Null where nothing needs to be asked, or was.</returns>
    public static JsonObject? Of(Interaction sent, Wording wording)
    {
        if (
            sent is not { Type: Interaction.Submission, View: { PrivateMetadata: { } value } modal }
            || value.Contains(End, StringComparison.Ordinal)
            || ButtonValue.Read(value) is not { Verb: Verbs.Approve, OfDraft: false }
        )
            return null;
        var metadata =
            value
            + End
            + JsonSerializer.Serialize(FilledInputs.Read(modal.State, modal.Blocks), SlackJsonContext.Default.DictionaryStringString);
        return metadata.Length > SlackLimits.LongestMetadata
            ? null
            : new()
            {
                ["type"] = "modal",
                ["callback_id"] = Modal.Callback,
                ["private_metadata"] = metadata,
                ["title"] = PlainText.Of(Texts.Clip(modal.Title?.Text ?? wording["button.approve"], SlackLimits.LongestTitle)),
                ["submit"] = PlainText.Of(Texts.Clip(wording["button.approve"], SlackLimits.LongestTitle)),
                ["close"] = PlainText.Of(Texts.Clip(wording["button.back"], SlackLimits.LongestTitle)),
                ["blocks"] = new JsonArray(new JsonObject { ["type"] = "section", ["text"] = PlainText.Of(wording["window.approve"]) }),
            };
    }

    /// <summary>The value of a modal's own button, and what was filled in in the modal below that asked.</summary>
    public static (string? Value, IReadOnlyDictionary<string, string> Filled) Read(string? metadata) =>
        metadata?.IndexOf(End, StringComparison.Ordinal) is { } end and >= 0
            ? (metadata[..end], Values(metadata[(end + 1)..]))
            : (metadata, new Dictionary<string, string>());

    private static IReadOnlyDictionary<string, string> Values(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, SlackJsonContext.Default.DictionaryStringString) ?? [];
        }
        catch (JsonException)
        {
            return new Dictionary<string, string>();
        }
    }
}
