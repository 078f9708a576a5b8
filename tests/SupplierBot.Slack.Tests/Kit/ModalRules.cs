using System.Text.Json.Nodes;

namespace SupplierBot.Slack.Tests.Kit;

/// <summary>
/// What Slack takes of a modal or a home, which the emulator does not look at (src/SupplierBot.Slack/PROTOCOL.md "Modals and App Home").
/// </summary>
internal static class ModalRules
{
    private static readonly string[] OfModals = ["type", "callback_id", "private_metadata", "title", "close", "submit", "blocks"];
    private static readonly string[] OfHomes = ["type", "blocks"];

    /// <param name="view">As the bot sent it.</param>
    public static IEnumerable<string> Broken(JsonObject view)
    {
        var blocks = view["blocks"]!.AsArray().Select(block => block!.AsObject()).ToList();
        var modal = (string?)view["type"] == "modal";
        foreach (var name in view.Select(member => member.Key).Except(modal ? OfModals : OfHomes))
            yield return $"has {name}";
        foreach (var name in new[] { "title", "close", "submit" })
        {
            if (
                view[name] is { } label
                && ((string?)label["type"] != "plain_text" || ((string?)label["text"])?.Length is not (> 0 and <= 24))
            )
                yield return $"{name}: {label.ToJsonString()}";
        }
        if (modal && view["title"] is null)
            yield return "no title";
        if (modal && view["submit"] is null && blocks.Any(block => (string?)block["type"] == "input"))
            yield return "inputs that nothing sends";
        if (((string?)view["private_metadata"])?.Length > 3000)
            yield return "too much metadata";
        if (blocks.Count is 0 or > 100)
            yield return $"{blocks.Count} blocks";
        if (view.ToJsonString().Length > 250_000)
            yield return "too large";
        foreach (
            var twice in blocks
                .Select(block => (string?)block["block_id"])
                .OfType<string>()
                .GroupBy(id => id)
                .Where(group => group.Count() > 1)
        )
            yield return $"block_id {twice.Key} twice";
        foreach (var block in blocks.Where(block => block["elements"] is JsonArray { Count: 0 } or JsonArray { Count: > 25 }))
            yield return $"{block["elements"]!.AsArray().Count} elements";
        foreach (var text in Texts(view).Where(text => text.Length is 0 or > 3000))
            yield return $"a text of {text.Length}";
        foreach (var text in Drawn(view).Where(text => (bool?)text["emoji"] != false && (bool?)text["verbatim"] != true))
            yield return $"not drawn as it was typed: {text.ToJsonString()}";
    }

    private static IEnumerable<string> Texts(JsonNode? node) => Drawn(node).Select(text => (string?)text["text"] ?? "");

    private static IEnumerable<JsonObject> Drawn(JsonNode? node) =>
        node switch
        {
            JsonObject text when (string?)text["type"] is "mrkdwn" or "plain_text" => [text],
            JsonObject members => members.SelectMany(member => Drawn(member.Value)),
            JsonArray items => items.SelectMany(Drawn),
            _ => [],
        };
}
