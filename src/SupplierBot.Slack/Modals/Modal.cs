using System.Buffers;
using System.Text.Json;
using SupplierBot.Chat.Templates;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Cards;

namespace SupplierBot.Slack.Modals;

/// <summary>
/// A view as a modal (PROTOCOL.md "Modals and App Home"): the value of the button that sends it comes back as <c>private_metadata</c>.
/// Pure.
/// </summary>
internal static class Modal
{
    public const string Callback = "supplierbot";

    /// <summary>Of a modal whose view has none.</summary>
    private const string Title = "SupplierBot";

    /// <param name="blocks">With the buttons that are left alone.</param>
    /// <param name="close">What leaves the modal where the view has no button for it.</param>
    /// <returns>The whole view, UTF-8.</returns>
    public static ReadOnlyMemory<byte> Write(View view, ModalButtons buttons, SlackBlocks blocks, string close)
    {
        var buffer = new ArrayBufferWriter<byte>(blocks.Json.Length + 1024);
        using (var modal = new Utf8JsonWriter(buffer, Template.Compact))
            Write(modal, view, buttons, blocks, close);
        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter modal, View view, ModalButtons buttons, SlackBlocks blocks, string close)
    {
        var closes = buttons.Closes is { } stops ? SlackButtons.LabelOf(stops) : close;
        modal.WriteStartObject();
        modal.WriteString("type", "modal");
        modal.WriteString("callback_id", Callback);
        modal.WriteString("private_metadata", buttons.Sends is { } sends ? SlackButtons.ValueOf(sends, view.Stamp) : "");
        modal.WritePlainText("title", Texts.Clip(blocks.Title is { Length: > 0 } title ? title : Title, SlackLimits.LongestTitle));
        modal.WritePlainText("close", Texts.Clip(closes, SlackLimits.LongestTitle));
        // Slack refuses a modal with an input and nothing that sends it.
        if (buttons.Sends is not null || SlackParts.Fields(view).Count > 0)
        {
            modal.WritePlainText(
                "submit",
                Texts.Clip(buttons.Sends is { } main ? SlackButtons.LabelOf(main) : closes, SlackLimits.LongestTitle)
            );
        }
        modal.WritePropertyName("blocks");
        if (blocks.Json.Length > 0)
            modal.WriteRawValue(blocks.Json, skipInputValidation: true);
        else
            WriteWords(modal, view.Plain);
        modal.WriteEndObject();
    }

    /// <summary>A modal is never empty.</summary>
    private static void WriteWords(Utf8JsonWriter modal, string words)
    {
        modal.WriteStartArray();
        modal.WriteStartObject();
        modal.WriteString("type", "section");
        modal.WritePlainText("text", words);
        modal.WriteEndObject();
        modal.WriteEndArray();
    }
}
