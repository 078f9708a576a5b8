using System.Text.Json.Nodes;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Reading;
using SupplierBot.Slack.Responses;

namespace SupplierBot.Slack.Modals;

/// <summary>
/// A rendered card as a window (PROTOCOL.md "Modals and App Home"): its main button becomes the one that sends, whose value comes back as
/// <c>private_metadata</c>; the others stay. Pure.
/// </summary>
internal static class Modal
{
    public const string Callback = "supplierbot";
    /// <summary>Of title, submit and close.</summary>
    private const int LongestLabel = 24;
    private const string Actions = "actions";

    /// <param name="close">What leaves the window where the card has no button for it.</param>
    public static JsonObject Of(RenderedCard card, string close)
    {
        var rendered = JsonNode.Parse(card.Json.Span)!.AsObject();
        var blocks = rendered["blocks"] as JsonArray ?? [];
        rendered.Remove("blocks");
        var left = Take(blocks, button => Verb(button) == "cancel");
        var sends = Take(blocks, IsMain) ?? (HasInputs(blocks) ? Take(blocks, IsOwn) : null);
        while (Take(blocks, LeadsBack) is not null) { }
        if (blocks.Count == 0) blocks.Add(new JsonObject { ["type"] = "section", ["text"] = PlainText.Of(card.Summary) });
        return View(rendered, blocks, sends, Label(left) ?? close);
    }

    private static JsonObject View(JsonObject rendered, JsonArray blocks, JsonObject? sends, string close)
    {
        var modal = new JsonObject
        {
            ["type"] = "modal",
            ["callback_id"] = Callback,
            ["private_metadata"] = sends?["value"]?.DeepClone() ?? "",
            ["title"] = PlainText.Of(Texts.Clip(Said(rendered["title"]) ?? "SupplierBot", LongestLabel)),
            ["close"] = PlainText.Of(Texts.Clip(close, LongestLabel)),
            ["blocks"] = blocks,
        };
        // Slack refuses a window with an input and nothing that sends it.
        if (sends is not null || HasInputs(blocks)) modal["submit"] = PlainText.Of(Texts.Clip(Label(sends) ?? close, LongestLabel));
        return modal;
    }

    /// <summary>Takes the first such button out; a block that loses its last one goes, too.</summary>
    private static JsonObject? Take(JsonArray blocks, Func<JsonObject, bool> wanted)
    {
        foreach (var block in blocks.OfType<JsonObject>().Where(block => Said(block["type"]) == Actions).ToList())
        {
            if (block["elements"] is not JsonArray elements || elements.OfType<JsonObject>().FirstOrDefault(wanted) is not { } found) continue;
            elements.Remove(found);
            if (elements.Count == 0) blocks.Remove(block);
            return found;
        }
        return null;
    }

    private static bool IsMain(JsonObject button) => Said(button["style"]) == "primary";

    /// <summary>A form whose only way on is a dangerous one.</summary>
    private static bool IsOwn(JsonObject button) => Value(button) is { Verb: not (Verbs.Back or Verbs.Say) };

    /// <summary>From a form over a case its own window closes.</summary>
    private static bool LeadsBack(JsonObject button) => Value(button) is { Verb: Verbs.Back, OfDraft: false };

    private static bool HasInputs(JsonArray blocks) => blocks.OfType<JsonObject>().Any(block => Said(block["type"]) == "input");
    private static ButtonValue? Value(JsonObject button) => ButtonValue.Read(Said(button["value"]));
    private static string? Verb(JsonObject button) => Value(button)?.Verb;
    private static string? Label(JsonObject? button) => Said(button?["text"]?["text"]);
    private static string? Said(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
