using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SupplierBot.Chat.Tests.Kit.Cards;

/// <summary>
/// The limits that a card for Slack must keep (src/SupplierBot.Slack/PROTOCOL.md "Limits"), whatever is in it; counted as it is sent. One
/// line a fault, with its place.
/// </summary>
public static partial class SlackCardLint
{
    private static readonly Dictionary<string, (int Texts, string[] Members)> BaseSet = new()
    {
        ["header"] = (150, ["type", "text"]),
        ["section"] = (3000, ["type", "text", "fields", "expand", "block_id", "accessory"]),
        ["context"] = (3000, ["type", "elements"]),
        ["divider"] = (0, ["type"]),
        ["actions"] = (0, ["type", "block_id", "elements"]),
        ["input"] = (2000, ["type", "block_id", "optional", "label", "hint", "element", "dispatch_action"]),
    };

    public static IReadOnlyList<string> OfMessage(JsonObject message)
    {
        var faults = new List<string>(Blocks(message, 50));
        if (Length(message["text"]) is 0 or > 4000)
            faults.Add($"$.text: {Length(message["text"])} characters");
        if (Read(message["blocks"]) is > 10_000 and var many)
            faults.Add($"$.blocks: {many} characters together");
        return faults;
    }

    public static IReadOnlyList<string> OfModal(JsonObject modal)
    {
        var faults = new List<string>(Blocks(modal, 100));
        foreach (
            var name in new[] { "title", "close", "submit" }.Where(name => name != "submit" || modal.ContainsKey(name) || HasInput(modal))
        )
        {
            faults.AddRange(Text(modal[name], "plain_text", 24).Select(fault => $"$.{name}: {fault}"));
        }
        if (((string?)modal["private_metadata"])?.Length is null or > 3000)
            faults.Add("$.private_metadata");
        if (Encoding.UTF8.GetByteCount(modal.ToJsonString()) is > 250_000 and var many)
            faults.Add($"$: {many} bytes");
        return faults;
    }

    private static bool HasInput(JsonObject modal) => modal["blocks"]!.AsArray().Any(block => (string?)block!["type"] == "input");

    /// <summary>All that is read: every text and every value that is filled in.</summary>
    private static int Read(JsonNode? node) =>
        node switch
        {
            JsonArray items => items.Sum(Read),
            JsonObject members => members.Sum(member =>
                member.Key is "text" or "initial_value" && member.Value is JsonValue ? Length(member.Value) : Read(member.Value)
            ),
            _ => 0,
        };

    private static List<string> Blocks(JsonObject tree, int most)
    {
        var blocks = tree["blocks"]!.AsArray();
        var faults = new List<string>();
        if (blocks.Count == 0 || blocks.Count > most)
            faults.Add($"$.blocks: {blocks.Count}");
        if (tree.ToJsonString().Replace("${plain}", "", StringComparison.Ordinal).Contains("${", StringComparison.Ordinal))
            faults.Add("$: a hole is left");
        foreach (
            var twice in blocks
                .Select(block => (string?)block!["block_id"])
                .OfType<string>()
                .GroupBy(id => id)
                .Where(ids => ids.Count() > 1)
        )
            faults.Add($"$: the block_id `{twice.Key}` twice");
        for (var i = 0; i < blocks.Count; i++)
            faults.AddRange(Block(blocks[i]!.AsObject()).Select(fault => $"$.blocks[{i}] {blocks[i]!["type"]}: {fault}"));
        return faults;
    }

    private static IEnumerable<string> Block(JsonObject block)
    {
        if (!BaseSet.TryGetValue((string)block["type"]!, out var rule))
            return ["no block of the base set"];
        var unknown = block.Select(member => member.Key).Except(rule.Members).Select(member => $"`{member}` is not of it");
        return unknown.Concat(
            (string)block["type"]! switch
            {
                "header" => Text(block["text"], "plain_text", 150),
                "section" => (
                    block["text"] is { } text ? Text(text, "mrkdwn", 3000)
                    : block["fields"] is null ? ["neither text nor fields"]
                    : []
                ).Concat(Fields(block["fields"]?.AsArray())).Concat(block["accessory"] is JsonObject beside ? Button(beside) : []),
                "context" => block["elements"]!.AsArray().Count is 0 or > 10
                    ? ["elements"]
                    : block["elements"]!.AsArray().SelectMany(element => Text(element, "mrkdwn", 3000)),
                "actions" => Actions(block["elements"]?.AsArray()),
                "input" => Text(block["label"], "plain_text", 2000)
                    .Concat(block["hint"] is { } hint ? Text(hint, "plain_text", 2000) : [])
                    .Concat(Input(block, block["element"]!.AsObject())),
                _ => [],
            }
        );
    }

    private static IEnumerable<string> Fields(JsonArray? fields) =>
        fields is null ? []
        : fields.Count is 0 or > 10 ? [$"{fields.Count} fields"]
        : fields.SelectMany(field => Text(field, "mrkdwn", 2000));

    private static IEnumerable<string> Actions(JsonArray? elements)
    {
        if (elements is null || elements.Count is 0 or > 25)
            yield return "elements";
        var all = (elements ?? []).Select(element => element!.AsObject()).ToList();
        var buttons = all.Where(element => (string?)element["type"] != "overflow").ToList();
        foreach (var fault in all.Except(buttons).SelectMany(Overflow))
            yield return fault;
        if (buttons.Count(button => (string?)button["style"] == "primary") > 1)
            yield return "two main buttons";
        foreach (var twice in buttons.GroupBy(button => (string)button["action_id"]!).Where(ids => ids.Count() > 1))
            yield return $"the action_id `{twice.Key}` twice";
        foreach (var fault in buttons.SelectMany(Button))
            yield return fault;
    }

    private static IEnumerable<string> Button(JsonObject button)
    {
        foreach (var fault in Text(button["text"], "plain_text", 75))
            yield return fault;
        if (Length(button["action_id"]) is 0 or > 255 || Length(button["value"]) > 2000)
            yield return "action_id or value";
        // A button that opens a browser says nothing to the bot.
        if (button["url"] is { } url ? Length(url) is 0 or > 3000 : ((string?)button["value"] ?? "").Count(letter => letter == ';') < 6)
            yield return "neither an address nor a value of seven parts";
        if (button["style"] is { } style && (string)style! is not ("primary" or "danger"))
            yield return $"style {style}";
    }

    private static IEnumerable<string> Overflow(JsonObject menu)
    {
        if (Length(menu["action_id"]) is 0 or > 255 || ((string)menu["action_id"]!).Count(letter => letter == ';') != 4)
            yield return "an overflow without the five parts of its stamp";
        if (menu["options"]?.AsArray() is not { Count: > 0 and <= 5 } options)
        {
            yield return "an overflow of none or too many";
            yield break;
        }
        foreach (var option in options.Select(option => option!.AsObject()))
        {
            foreach (var fault in Text(option["text"], "plain_text", 75))
                yield return fault;
            if (Length(option["value"]) is 0 or > 75 || !((string)option["value"]!).Contains(';', StringComparison.Ordinal))
                yield return $"option value {option["value"]}";
        }
    }

    private static IEnumerable<string> Input(JsonObject block, JsonObject element)
    {
        var kind = (string)element["type"]!;
        if ((string?)block["block_id"] != (string?)element["action_id"])
            yield return "block_id and action_id differ";
        if (Length(block["block_id"]) is 0 or > 255)
            yield return "no block_id";
        if (
            element["placeholder"] is { } placeholder
            && (kind is "radio_buttons" or "checkboxes" || Length(placeholder["text"]) is 0 or > 150)
        )
            yield return "placeholder";
        if (kind == "plain_text_input")
        {
            if (element["max_length"] is { } most && (int)most is < 1 or > 3000)
                yield return "max_length";
            if (Length(element["initial_value"]) > 3000)
                yield return "initial_value";
        }
        else if (element["multiline"] is not null || element["max_length"] is not null || element["initial_value"] is not null)
            yield return $"a text's member on {kind}";
        if (kind is "plain_text_input" or "datepicker" or "users_select" != element["options"] is null)
            yield return "options";
        foreach (var fault in Options(kind, element))
            yield return fault;
    }

    private static IEnumerable<string> Options(string kind, JsonObject element)
    {
        if (element["options"] is not JsonArray options)
            yield break;
        if (options.Count > (kind is "radio_buttons" or "checkboxes" ? 10 : 100))
            yield return $"{options.Count} options";
        foreach (var option in options.Select(option => option!.AsObject()))
        {
            foreach (
                var fault in Text(option["text"], "plain_text", 75)
                    .Concat(option["description"] is { } more ? Text(more, "plain_text", 75) : [])
            )
                yield return fault;
            if (Length(option["value"]) is 0 or > 75 || ((string)option["value"]!).Contains(',', StringComparison.Ordinal))
                yield return $"option value {option["value"]}";
        }
        foreach (var picked in (element["initial_options"]?.AsArray() ?? []).Append(element["initial_option"]).OfType<JsonNode>())
        {
            if (!options.Any(option => JsonNode.DeepEquals(option, picked)))
                yield return "what is picked is no option";
        }
    }

    private static IEnumerable<string> Text(JsonNode? text, string type, int most)
    {
        if ((string?)text?["type"] != type)
            yield return $"text of type {text?["type"]}";
        if ((bool?)text?[type == "mrkdwn" ? "verbatim" : "emoji"] != (type == "mrkdwn"))
            yield return "not drawn as it was typed";
        if (Length(text?["text"]) is var length && (length == 0 || length > most))
            yield return $"{length} characters of {most}";
        if (type == "mrkdwn" && text?["text"]?.GetValue<string>() is { } said && OurLink().Replace(said, "").AsSpan().ContainsAny('<', '>'))
            yield return "mark-up that calls or links";
    }

    /// <summary>An address that names itself; <c>&lt;!channel&gt;</c> and <c>&lt;@U1&gt;</c> call people.</summary>
    [GeneratedRegex(@"<https?://[^<>|\s]+\|[^<>|]*>")]
    private static partial Regex OurLink();

    private static int Length(JsonNode? text) => text is JsonValue value && value.TryGetValue<string>(out var said) ? said.Length : 0;
}
