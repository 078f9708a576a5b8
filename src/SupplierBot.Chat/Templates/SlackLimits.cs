using System.Buffers;
using System.Text.Json;

namespace SupplierBot.Chat.Templates;

/// <summary>What Slack takes of a rendered card (src/SupplierBot.Slack/PROTOCOL.md "Limits"). Pure.</summary>
internal static class SlackLimits
{
    /// <summary>Of a message; a window takes twice as many.</summary>
    public const int MostBlocks = 50;
    /// <summary>Of all blocks together: beyond about 13,200 Slack answers <c>msg_blocks_too_long</c>.</summary>
    public const int MostCharacters = 10_000;

    /// <summary>
    /// Groups of blocks, which only the templates know, lie flat; lists with nothing in them, which Slack refuses, are gone. Every text says that it
    /// is drawn as it is: no emoji comes of a code in a plain one, no link or mention of the words of another.
    /// </summary>
    public static byte[] Tidied(ReadOnlyMemory<byte> json)
    {
        using var card = JsonDocument.Parse(json);
        var buffer = new ArrayBufferWriter<byte>(json.Length);
        using (var writer = new Utf8JsonWriter(buffer, Template.Compact)) Write(writer, card.RootElement);
        return buffer.WrittenSpan.ToArray();
    }

    public static bool Fits(ReadOnlyMemory<byte> json)
    {
        using var card = JsonDocument.Parse(json);
        // No text is longer than its bytes.
        return !card.RootElement.TryGetProperty("blocks", out var blocks) || (blocks.GetArrayLength() <= MostBlocks && (json.Length <= MostCharacters || Characters(blocks) <= MostCharacters));
    }

    /// <summary>Everything that is read: texts of every kind, and what is filled in.</summary>
    public static int Characters(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => node.EnumerateArray().Sum(Characters),
        JsonValueKind.Object => node.EnumerateObject().Sum(member => IsRead(member) ? member.Value.GetString()!.Length : Characters(member.Value)),
        _ => 0,
    };

    private static bool IsRead(JsonProperty member) => member.Value.ValueKind == JsonValueKind.String && (member.NameEquals("text") || member.NameEquals("initial_value"));

    private static void Write(Utf8JsonWriter writer, JsonElement node)
    {
        switch (node.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in node.EnumerateObject()) Write(writer, member);
                WriteAsTyped(writer, node);
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                WriteItems(writer, node);
                writer.WriteEndArray();
                break;
            default:
                node.WriteTo(writer);
                break;
        }
    }

    private static void WriteAsTyped(Utf8JsonWriter writer, JsonElement node)
    {
        if (!node.TryGetProperty("type", out var type)) return;
        if (type.ValueEquals("plain_text")) writer.WriteBoolean("emoji", false);
        else if (type.ValueEquals("mrkdwn")) writer.WriteBoolean("verbatim", true);
    }

    private static void Write(Utf8JsonWriter writer, JsonProperty member)
    {
        switch (member.Value.ValueKind)
        {
            case JsonValueKind.Array when !HasItems(member.Value):
                break;
            case JsonValueKind.Array or JsonValueKind.Object:
                writer.WritePropertyName(member.Name);
                Write(writer, member.Value);
                break;
            default:
                member.WriteTo(writer);
                break;
        }
    }

    private static void WriteItems(Utf8JsonWriter writer, JsonElement items)
    {
        foreach (var item in items.EnumerateArray())
        {
            if (InGroup(item) is { } blocks) WriteItems(writer, blocks);
            else Write(writer, item);
        }
    }

    private static bool HasItems(JsonElement items) => items.EnumerateArray().Any(item => InGroup(item) is not { } blocks || HasItems(blocks));

    private static JsonElement? InGroup(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("type", out var type) && type.ValueEquals("group") ? item.GetProperty("blocks") : null;
}
