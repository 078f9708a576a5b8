using System.Text.Json.Nodes;

namespace SupplierBot.Conversations.Kit.Clients;

/// <summary>An action of a card, with the inputs that go along when it is pressed.</summary>
/// <param name="Type"><c>Action.Execute</c>, <c>Action.Submit</c>, <c>Action.OpenUrl</c>.</param>
internal sealed record CardButton(string Type, string Title, string Verb, JsonObject Action, IReadOnlyList<CardInput> Inputs)
{
    /// <summary>By its title, what it does, or what it does it to: a row of a list is called by the case it opens.</summary>
    public bool IsCalled(string titleOrVerb) =>
        Title == titleOrVerb
        || Verb == titleOrVerb
        || (string?)Action["data"]?["target"] is { } target && (target == titleOrVerb || $"{Verb}:{target}" == titleOrVerb);

    /// <summary>What the client puts into <c>data</c>: the button's own data and the inputs, changed as given.</summary>
    /// <exception cref="InvalidOperationException">The client would not send this: an unknown input, an unknown choice, too long, or a
    /// required input left empty.</exception>
    public JsonObject Data(IReadOnlyDictionary<string, string> filled)
    {
        var data = Action["data"]?.DeepClone() as JsonObject ?? [];
        if ((string?)Action["associatedInputs"] == "none")
            return data;
        var unknown = filled.Keys.Except(Inputs.Select(input => input.Id)).ToList();
        if (unknown.Count > 0)
            throw new InvalidOperationException(
                $"Button `{Title}` sends no input {string.Join(", ", unknown)}; it sends: {string.Join(", ", Inputs.Select(input => input.Id))}"
            );
        foreach (var input in Inputs)
        {
            if (input.Sent(Filled(input, filled)) is { } value)
                data[input.Id] = value;
        }
        return data;
    }

    /// <summary>A question with many choices has two inputs: each gets those of its own.</summary>
    private string? Filled(CardInput input, IReadOnlyDictionary<string, string> filled)
    {
        const string More = "__more";
        var question = input.Id.EndsWith(More, StringComparison.Ordinal) ? input.Id[..^More.Length] : input.Id;
        if (filled.GetValueOrDefault(question) is not { } all || !Inputs.Any(other => other.Id == question + More))
            return filled.GetValueOrDefault(input.Id);
        var others = Inputs.Where(other => other.Id != input.Id && (other.Id == question || other.Id == question + More));
        return string.Join(',', all.Split(',').Except(others.SelectMany(other => other.Choices)));
    }

    /// <param name="outer">Inputs of the cards around this one: an unfolded card sends them too, its neighbours it does not.</param>
    public static IEnumerable<CardButton> Read(JsonNode? node, IReadOnlyList<CardInput> outer)
    {
        if (node is JsonObject card && (string?)card["type"] == "AdaptiveCard")
        {
            IReadOnlyList<CardInput> inputs = [.. outer, .. CardInput.Read(card, intoShowCards: false)];
            return card.SelectMany(pair => Inside(pair.Value, inputs));
        }
        return Inside(node, outer);
    }

    private static IEnumerable<CardButton> Inside(JsonNode? node, IReadOnlyList<CardInput> inputs) =>
        node switch
        {
            JsonArray list => list.SelectMany(item => Inside(item, inputs)),
            JsonObject action when (string?)action["type"] == "Action.ShowCard" => Read(action["card"], inputs),
            JsonObject action when IsAction(action) =>
            [
                new(
                    (string)action["type"]!,
                    (string?)action["title"] ?? "",
                    (string?)action["verb"] ?? (string?)action["data"]?["verb"] ?? "",
                    action,
                    inputs
                ),
            ],
            JsonObject element => element.SelectMany(pair => pair.Key is "data" or "refresh" ? [] : Inside(pair.Value, inputs)),
            _ => [],
        };

    private static bool IsAction(JsonObject element) =>
        element["type"] is JsonValue type && type.TryGetValue<string>(out var name) && name.StartsWith("Action.", StringComparison.Ordinal);
}
