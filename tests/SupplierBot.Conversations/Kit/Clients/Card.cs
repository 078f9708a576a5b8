using System.Text.Json.Nodes;

namespace SupplierBot.Conversations.Kit.Clients;

/// <summary>An Adaptive Card as a person sees it: texts, inputs, buttons.</summary>
internal sealed class Card(JsonObject json)
{
    private static readonly string[] TextProperties = ["text", "title", "value", "label", "placeholder"];

    public JsonObject Json => json;

    /// <summary>Everything there is to read, in the order of the card.</summary>
    public IReadOnlyList<string> Texts { get; } = [.. ReadTexts(json)];

    /// <summary>Of the card and of the cards it can unfold; also rows that can be tapped.</summary>
    public IReadOnlyList<CardButton> Buttons { get; } = [.. CardButton.Read(json, [])];

    public IReadOnlyList<CardInput> Inputs { get; } = [.. CardInput.Read(json, intoShowCards: true)];

    /// <summary>Of buttons that open a browser.</summary>
    public IReadOnlyList<string> Addresses { get; } = [.. ReadAddresses(json)];

    public bool Contains(string text) => Texts.Any(shown => shown.Contains(text, StringComparison.Ordinal));

    public bool Has(string titleOrVerb) => Buttons.Any(button => button.IsCalled(titleOrVerb));

    public CardButton Button(string titleOrVerb) =>
        Buttons.FirstOrDefault(button => button.IsCalled(titleOrVerb))
        ?? throw new InvalidOperationException(
            $"No button `{titleOrVerb}` on this card; there are: {string.Join(", ", Buttons.Select(button => $"{button.Title} ({button.Verb})"))}\n{json}"
        );

    public CardInput Input(string id) =>
        Inputs.FirstOrDefault(input => input.Id == id)
        ?? throw new InvalidOperationException(
            $"No input `{id}` on this card; there are: {string.Join(", ", Inputs.Select(input => input.Id))}\n{json}"
        );

    private static IEnumerable<string> ReadAddresses(JsonNode? node) =>
        node switch
        {
            JsonArray list => list.SelectMany(ReadAddresses),
            JsonObject element when (string?)element["type"] == "Action.OpenUrl" => [(string)element["url"]!],
            JsonObject element => element.SelectMany(pair => ReadAddresses(pair.Value)),
            _ => [],
        };

    private static IEnumerable<string> ReadTexts(JsonNode? node) =>
        node switch
        {
            JsonArray list => list.SelectMany(ReadTexts),
            JsonObject element => element.SelectMany(pair =>
                Readable(pair) is { } text ? [text]
                : pair.Key is "data" or "verb" ? []
                : ReadTexts(pair.Value)
            ),
            _ => [],
        };

    private static string? Readable(KeyValuePair<string, JsonNode?> pair) =>
        TextProperties.Contains(pair.Key) && pair.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
