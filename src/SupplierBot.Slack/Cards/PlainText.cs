using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupplierBot.Slack.Cards;

/// <summary>A text that Slack draws as it is: no emoji comes of its codes.</summary>
internal static class PlainText
{
    public static JsonObject Of(string text) =>
        new()
        {
            ["type"] = "plain_text",
            ["text"] = text,
            ["emoji"] = false,
        };

    public static void WritePlainText(this Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("type", "plain_text");
        writer.WriteString("text", text);
        writer.WriteBoolean("emoji", false);
        writer.WriteEndObject();
    }
}
