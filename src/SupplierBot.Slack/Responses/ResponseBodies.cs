using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupplierBot.Chat.Templates;
using SupplierBot.Chat.Turns;

namespace SupplierBot.Slack.Responses;

/// <summary>
/// Bodies of HTTP answers, and of what is posted to a <c>response_url</c> (PROTOCOL.md "Interactions and commands"). Pure.
/// </summary>
internal static class ResponseBodies
{
    /// <param name="modal">The whole view.</param>
    public static byte[] Rewritten(RenderedCard modal) =>
        Written(body =>
        {
            body.WriteString("response_action", "update");
            body.WritePropertyName("view");
            body.WriteRawValue(modal.Content.Span, skipInputValidation: true);
        });

    public static JsonObject Wrong(IReadOnlyDictionary<string, string> words) =>
        new()
        {
            ["response_action"] = "errors",
            ["errors"] = new JsonObject(words.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        };

    public static JsonObject Closed() => new() { ["response_action"] = "clear" };

    public static JsonObject NoOptions() => new() { ["options"] = new JsonArray() };

    public static JsonObject Challenge(string challenge) => new() { ["challenge"] = challenge };

    /// <param name="card">A message.</param>
    /// <param name="replaces">The ephemeral message that was pressed.</param>
    public static byte[] Ephemeral(RenderedCard card, bool replaces = false) =>
        Written(body =>
        {
            if (replaces)
                body.WriteBoolean("replace_original", true);
            else
                body.WriteString("response_type", "ephemeral");
            body.WriteString("text", card.Summary);
            if (card.Content.IsEmpty)
                return;
            body.WritePropertyName("blocks");
            body.WriteRawValue(card.Content.Span, skipInputValidation: true);
        });

    private static byte[] Written(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var body = new Utf8JsonWriter(buffer, Template.Compact))
        {
            body.WriteStartObject();
            members(body);
            body.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }
}
