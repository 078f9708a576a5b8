using System.Text.Json.Nodes;

namespace SupplierBot.Conversations.Kit.Clients;

/// <summary>An input of a card, and what the client sends for it.</summary>
internal sealed record CardInput(string Id, string Type, JsonObject Element)
{
    public string? Value => (string?)Element["value"];
    public bool Required => (bool?)Element["isRequired"] ?? false;
    public bool Several => (bool?)Element["isMultiSelect"] ?? false;
    public IReadOnlyList<string> Choices => [.. Element["choices"]?.AsArray().Select(choice => (string)choice!["value"]!) ?? []];

    /// <summary>
    /// As Microsoft's renderer does: an empty text goes along, an untouched choice or date does not, a toggle is "true" or "false".
    /// </summary>
    public string? Sent(string? filled)
    {
        var value = filled ?? Value;
        var sent = Type switch
        {
            "Input.Text" => value ?? "",
            "Input.Toggle" => value ?? (string?)Element["valueOff"] ?? "false",
            _ => string.IsNullOrEmpty(value) ? null : value,
        };
        Refuse(sent);
        return sent;
    }

    public static IEnumerable<CardInput> Read(JsonNode? node, bool intoShowCards) =>
        node switch
        {
            JsonArray list => list.SelectMany(item => Read(item, intoShowCards)),
            JsonObject action when !intoShowCards && (string?)(action["type"] as JsonValue) == "Action.ShowCard" => [],
            JsonObject element when (element["type"] as JsonValue)?.ToString().StartsWith("Input.", StringComparison.Ordinal) == true =>
            [
                new((string)element["id"]!, (string)element["type"]!, element),
            ],
            JsonObject element => element.SelectMany(pair => pair.Key == "data" ? [] : Read(pair.Value, intoShowCards)),
            _ => [],
        };

    private void Refuse(string? sent)
    {
        if (Required && string.IsNullOrEmpty(sent))
            throw new InvalidOperationException($"The client would not send: `{Id}` is required.");
        if (Type == "Input.ChoiceSet" && sent is not null && (Several ? sent.Split(',') : [sent]).Except(Choices).Any())
        {
            throw new InvalidOperationException($"`{Id}` has no choice `{sent}`; there are: {string.Join(", ", Choices)}");
        }
        if ((int?)Element["maxLength"] is { } most && sent?.Length > most)
            throw new InvalidOperationException($"The client would not take {sent.Length} characters in `{Id}`, at most {most}.");
    }
}
