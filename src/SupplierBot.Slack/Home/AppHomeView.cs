using System.Text.Json.Nodes;
using SupplierBot.Chat.Turns;
using SupplierBot.Slack.Reading;
using SupplierBot.Slack.Responses;

namespace SupplierBot.Slack.Home;

/// <summary>
/// The app's home: the way in, the search, what waits for this person and what they asked for (PROTOCOL.md "Modals and App Home"). Pure.
/// </summary>
internal static class AppHomeView
{
    /// <summary>Of a window (PROTOCOL.md "Limits").</summary>
    private const int MostBlocks = 100;

    /// <param name="lists">By name, each as its card shows it.</param>
    public static JsonObject Of(string request, string search, IReadOnlyList<(string Section, RenderedCard Card)> lists)
    {
        var blocks = new JsonArray(Button(request), Input(search));
        foreach (var (section, card) in lists)
        {
            var rendered = Rendered(section, card);
            if (blocks.Count + 1 + rendered.Count > MostBlocks) break;
            blocks.Add(new JsonObject { ["type"] = "divider" });
            foreach (var block in rendered) blocks.Add(block);
        }
        return new() { ["type"] = "home", ["blocks"] = blocks };
    }

    private static List<JsonNode> Rendered(string section, RenderedCard card)
    {
        if (JsonNode.Parse(card.Json.Span)!["blocks"] is not JsonArray array) return [];
        var blocks = array.OfType<JsonObject>().Select(block => block.DeepClone()).ToList();
        foreach (var block in blocks)
        {
            if (block["block_id"] is JsonValue id) block["block_id"] = HomeSections.Named(section, id.GetValue<string>());
        }
        return blocks;
    }

    private static JsonObject Button(string label) => new()
    {
        ["type"] = "actions",
        ["block_id"] = "actions",
        ["elements"] = new JsonArray(new JsonObject
        {
            ["type"] = "button", ["action_id"] = "say:new", ["style"] = "primary", ["text"] = PlainText.Of(label), ["value"] = ";;;;;say;new",
        }),
    };

    private static JsonObject Input(string label) => new()
    {
        ["type"] = "input",
        ["block_id"] = InteractionReader.Search,
        ["dispatch_action"] = true,
        ["label"] = PlainText.Of(label),
        ["element"] = new JsonObject
        {
            ["type"] = "plain_text_input", ["action_id"] = InteractionReader.Search, ["max_length"] = 200,
            ["dispatch_action_config"] = new JsonObject { ["trigger_actions_on"] = new JsonArray("on_enter_pressed") },
        },
    };
}
