using System.Text.Json.Nodes;

namespace SupplierBot;

/// <summary>
/// What Slack sends as <c>state.values</c>: what each input of the blocks holds, typed or as it was shown
/// (src/SupplierBot.Slack/PROTOCOL.md "Input values"). Pure.
/// </summary>
internal static class TypedState
{
    /// <param name="typed">By block id: a text, the value of an option, or several of them divided by a comma.</param>
    public static JsonObject Of(JsonArray blocks, IReadOnlyDictionary<string, string> typed)
    {
        var values = new JsonObject();
        foreach (var block in blocks.Select(block => block!.AsObject()))
        {
            if ((string?)block["block_id"] is not { } id)
                continue; // only words have none
            foreach (var element in Elements(block))
            {
                if (Held(element, Typed(element, id, typed, blocks)) is not { } held)
                    continue;
                var ofBlock = values[id] ??= new JsonObject();
                ofBlock[(string)element["action_id"]!] = held;
            }
        }
        return values;
    }

    /// <summary>Inputs and buttons; what is behind "…" is a button for each of its options.</summary>
    public static IEnumerable<JsonObject> Elements(JsonObject block) =>
        new[] { block["element"], block["accessory"] }.Concat(block["elements"]?.AsArray() ?? []).OfType<JsonObject>().SelectMany(Behind);

    private static IEnumerable<JsonObject> Behind(JsonObject element) =>
        (string?)element["type"] != "overflow"
            ? [element]
            : element["options"]!
                .AsArray()
                .Select(option => new JsonObject
                {
                    ["type"] = "overflow",
                    ["action_id"] = ((string)option!["value"]!).Replace(';', ':'),
                    ["menu"] = (string)element["action_id"]!,
                    ["text"] = option["text"]!.DeepClone(),
                    ["value"] = $"{element["action_id"]};{option["value"]}",
                    ["option"] = option.DeepClone(),
                });

    /// <summary>A question with many choices has two inputs: each gets those of its own.</summary>
    private static string? Typed(JsonObject element, string id, IReadOnlyDictionary<string, string> typed, JsonArray blocks)
    {
        const string More = "__more";
        var question = id.EndsWith(More, StringComparison.Ordinal) ? id[..^More.Length] : id;
        return typed.GetValueOrDefault(question) is { } all && blocks.Any(block => (string?)block!["block_id"] == question + More)
            ? string.Join(',', all.Split(',').Intersect(Options(element).Select(option => (string)option["value"]!)))
            : typed.GetValueOrDefault(id);
    }

    /// <summary>Null for what holds nothing, such as a button.</summary>
    private static JsonObject? Held(JsonObject element, string? typed) =>
        (string?)element["type"] switch
        {
            "plain_text_input" or "number_input" or "email_text_input" or "url_text_input" => new()
            {
                ["type"] = Type(element),
                ["value"] = Text(typed ?? (string?)element["initial_value"]),
            },
            "static_select" or "radio_buttons" => new()
            {
                ["type"] = Type(element),
                ["selected_option"] = typed is null ? element["initial_option"]?.DeepClone() : Option(element, typed),
            },
            "checkboxes" or "multi_static_select" => new()
            {
                ["type"] = Type(element),
                ["selected_options"] = typed is null
                    ? element["initial_options"]?.DeepClone() ?? new JsonArray()
                    : new JsonArray([.. typed.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(value => Option(element, value))]),
            },
            "datepicker" => new() { ["type"] = Type(element), ["selected_date"] = typed ?? (string?)element["initial_date"] },
            "users_select" => new() { ["type"] = Type(element), ["selected_user"] = typed ?? (string?)element["initial_user"] },
            _ => null,
        };

    private static string Type(JsonObject element) => (string)element["type"]!;

    /// <summary>An input that was emptied is null.</summary>
    private static JsonNode? Text(string? typed) => typed is null or "" ? null : typed;

    private static JsonNode? Option(JsonObject element, string value) =>
        value.Length == 0 ? null : Options(element).Single(option => (string?)option["value"] == value).DeepClone();

    private static IEnumerable<JsonObject> Options(JsonObject element) =>
        (element["options"]?.AsArray() ?? [])
            .Concat((element["option_groups"]?.AsArray() ?? []).SelectMany(group => group!["options"]!.AsArray()))
            .OfType<JsonObject>();
}
