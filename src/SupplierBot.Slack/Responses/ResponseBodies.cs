using System.Text.Json.Nodes;
using SupplierBot.Chat.Turns;

namespace SupplierBot.Slack.Responses;

/// <summary>
/// Bodies of HTTP answers, and of what is posted to a <c>response_url</c> (PROTOCOL.md "Interactions and commands"). Pure.
/// </summary>
internal static class ResponseBodies
{
    public static JsonObject Rewritten(JsonObject modal) => new() { ["response_action"] = "update", ["view"] = modal };

    public static JsonObject Pushed(JsonObject modal) => new() { ["response_action"] = "push", ["view"] = modal };

    public static JsonObject Wrong(IReadOnlyDictionary<string, string> words) => new()
    {
        ["response_action"] = "errors",
        ["errors"] = new JsonObject(words.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
    };

    public static JsonObject Closed() => new() { ["response_action"] = "clear" };

    public static JsonObject NoOptions() => new() { ["options"] = new JsonArray() };

    public static JsonObject Challenge(string challenge) => new() { ["challenge"] = challenge };

    /// <param name="replaces">The whispered message that was pressed.</param>
    public static JsonObject Ephemeral(RenderedCard card, bool replaces = false)
    {
        var body = JsonNode.Parse(card.Json.Span)!.AsObject();
        body.Remove("title");
        if (replaces) body["replace_original"] = true;
        else body["response_type"] = "ephemeral";
        return body;
    }
}
