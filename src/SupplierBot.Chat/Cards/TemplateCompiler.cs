using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupplierBot.Chat;

/// <summary>
/// Template JSON to <see cref="TemplateNode"/>. What this subset and the public templating engine would read differently is refused here
/// (nested arrays, literal <c>$when</c>, back-quotes and backslashes beside holes), so that both always agree.
/// </summary>
internal sealed class TemplateCompiler(EscapeRule escapes)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TemplateNode Compile(string json, EscapeRule escapes)
    {
        JsonNode? tree;
        try
        {
            tree = JsonNode.Parse(json, documentOptions: Strict);
        }
        catch (JsonException fault)
        {
            throw new TemplateException("$", $"not JSON: {fault.Message}");
        }
        return tree is JsonObject card
            ? new TemplateCompiler(escapes).Object(card, "", "$")
            : throw new TemplateException("$", "a template is a JSON object.");
    }

    private TemplateNode Node(JsonNode? node, TextPlace place, string at) => node switch
    {
        JsonObject child => Object(child, "", at),
        JsonArray list => Array(list, place, at),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Text(value.GetValue<string>(), place, at),
        _ => Literal(node),
    };

    private TemplateNode Array(JsonArray list, TextPlace place, string at)
    {
        var items = list.Select((item, i) => item switch
        {
            JsonObject child => Object(child, place.Property, $"{at}[{i}]"),
            JsonArray => throw new TemplateException($"{at}[{i}]", "an array directly inside an array."),
            _ => Node(item, place, $"{at}[{i}]"),
        }).ToArray();
        return items.All(item => item is TemplateNode.Constant) ? Literal(list) : new TemplateNode.List(items);
    }

    private TemplateNode Object(JsonObject element, string listName, string at)
    {
        var type = TypeOf(element, at);
        var members = element
            .Where(member => member.Key is not ("$when" or "$data"))
            .Select(member => (Name: Name(member.Key, at), Value: Node(member.Value, new(type, listName, member.Key), $"{at}.{member.Key}")))
            .ToArray();
        TemplateNode node = members.All(member => member.Value is TemplateNode.Constant)
            ? Literal(Without(element))
            : new TemplateNode.Element(members);
        if (element.ContainsKey("$when")) node = new TemplateNode.Conditional(Path(element["$when"], $"{at}.$when"), node);
        if (element.ContainsKey("$data")) node = new TemplateNode.Scoped(Path(element["$data"], $"{at}.$data"), node, $"{at}.$data");
        return node;
    }

    private static JsonEncodedText Name(string key, string at) => key.StartsWith('$') && key != "$schema" || key.Contains("${", StringComparison.Ordinal)
        ? throw new TemplateException($"{at}.{key}", "no such directive.")
        : JsonEncodedText.Encode(key, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    private static string TypeOf(JsonObject element, string at) => element["type"] switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String && !value.GetValue<string>().Contains("${", StringComparison.Ordinal) => value.GetValue<string>(),
        null => "",
        _ => throw new TemplateException($"{at}.type", "the type of an element is written out: it decides what is escaped."),
    };

    private static JsonObject Without(JsonObject element) =>
        new(element.Where(member => member.Key is not ("$when" or "$data")).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

    private static DataPath Path(JsonNode? value, string at)
    {
        var text = value is JsonValue written && written.GetValueKind() == JsonValueKind.String ? written.GetValue<string>() : "";
        return text.StartsWith("${", StringComparison.Ordinal) && text.EndsWith('}') && DataPath.TryParse(text[2..^1]) is { } path
            ? path
            : throw new TemplateException(at, "only one `${path}` can stand here.");
    }

    private TemplateNode Text(string text, TextPlace place, string at)
    {
        if (!text.Contains("${", StringComparison.Ordinal)) return Literal(JsonValue.Create(text));
        if (text.AsSpan().ContainsAny('`', '\\')) throw new TemplateException(at, "a back-quote or backslash beside a hole.");
        var (texts, paths) = Split(text, at);
        var escape = escapes(place);
        return paths.Length == 1 && texts.All(part => part.Length == 0)
            ? new TemplateNode.Hole(paths[0], escape, at)
            : new TemplateNode.Mixed(texts, paths, escape, at);
    }

    private static (string[] Texts, DataPath[] Paths) Split(string text, string at)
    {
        var texts = new List<string>();
        var paths = new List<DataPath>();
        var from = 0;
        for (int open; (open = text.IndexOf("${", from, StringComparison.Ordinal)) >= 0;)
        {
            var close = text.IndexOf('}', open);
            var path = close < 0 ? text[open..] : text[(open + 2)..close];
            texts.Add(text[from..open]);
            paths.Add(DataPath.TryParse(path) ?? throw new TemplateException(at, $"`{path}` is not a path."));
            from = close + 1;
        }
        texts.Add(text[from..]);
        return ([.. texts], [.. paths]);
    }

    private static TemplateNode.Constant Literal(JsonNode? node) => new(node is null ? "null"u8.ToArray() : Encoding.UTF8.GetBytes(node.ToJsonString(Relaxed)));
}
