using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupplierBot.Chat;

/// <summary>What Slack takes of a rendered card (facts/slack.md §1.5). Pure.</summary>
internal static class SlackLimits
{
    /// <summary>Of a message; a window takes twice as many.</summary>
    public const int MostBlocks = 50;
    /// <summary>Of all blocks together: beyond about 13,200 Slack answers <c>msg_blocks_too_long</c>.</summary>
    public const int MostCharacters = 10_000;

    /// <summary>Groups of blocks, which only the templates know, lie flat; lists with nothing in them, which Slack refuses, are gone.</summary>
    public static byte[] Tidied(ReadOnlySpan<byte> json)
    {
        var card = JsonNode.Parse(json)!;
        card["blocks"] = new JsonArray([.. Flat(card["blocks"]!.AsArray()).Select(block => block.DeepClone())]);
        Tidy(card);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Template.Compact)) card.WriteTo(writer);
        return buffer.WrittenSpan.ToArray();
    }

    public static bool Fits(ReadOnlySpan<byte> json) =>
        JsonNode.Parse(json)!["blocks"] is not JsonArray blocks || (blocks.Count <= MostBlocks && Characters(blocks) <= MostCharacters);

    /// <summary>Everything that is read: texts of every kind, and what is filled in.</summary>
    public static int Characters(JsonNode? node) => node switch
    {
        JsonArray items => items.Sum(Characters),
        JsonObject members => members.Sum(member => member is { Key: "text" or "initial_value", Value: JsonValue text } ? text.GetValue<string>().Length : Characters(member.Value)),
        _ => 0,
    };

    private static IEnumerable<JsonNode> Flat(JsonArray blocks) =>
        blocks.OfType<JsonObject>().SelectMany(block => (string?)block["type"] == "group" ? Flat(block["blocks"]!.AsArray()) : [block]);

    private static void Tidy(JsonNode node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items.OfType<JsonNode>()) Tidy(item);
            return;
        }
        if (node is not JsonObject members) return;
        foreach (var (name, value) in members.ToList())
        {
            if (value is JsonArray { Count: 0 }) members.Remove(name);
            else if (value is not null) Tidy(value);
        }
    }
}
