using System.Text.Json.Nodes;

namespace SupplierBot.Slack.Responses;

/// <summary>A text that Slack draws as it is: no emoji comes of its codes.</summary>
internal static class PlainText
{
    public static JsonObject Of(string text) => new() { ["type"] = "plain_text", ["text"] = text, ["emoji"] = false };
}
