using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Chat.Templates;

/// <summary>
/// Template JSON to <see cref="TemplateNode"/>. What this subset and the public templating engine would read differently is refused here
/// (nested arrays, literal <c>$when</c>, back-quotes and backslashes beside holes), so that both always agree.
/// </summary>
internal sealed class TemplateCompiler(TemplateRules rules, IReadOnlyDictionary<string, string>? words)
{
    /// <summary>The one property of a card whose whole value is a list of ids.</summary>
    private const string ListProperty = "userIds";
    private const string WordsPath = "$root.words.";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly ArrayBufferWriter<byte> scratch = new(1024);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    /// <returns>The card, and the names that its paths begin with.</returns>
    public static (TemplateNode Root, IReadOnlySet<string> Names) Compile(
        string json,
        TemplateRules rules,
        IReadOnlyDictionary<string, string>? words
    )
    {
        using var document = Read(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw new TemplateException("$", "a template is a JSON object.");
        var compiler = new TemplateCompiler(rules, words);
        return (compiler.Object(document.RootElement, null, "$", folds: false), compiler.names);
    }

    private static JsonDocument Read(string json)
    {
        try
        {
            return JsonDocument.Parse(json, Strict);
        }
        catch (JsonException fault)
        {
            throw new TemplateException("$", JsonFault.Words(fault));
        }
    }

    private TemplateNode Node(JsonElement node, TextPlace place, string at) =>
        node.ValueKind switch
        {
            JsonValueKind.Object => Object(node, null, at),
            JsonValueKind.Array => Array(node, place, at),
            JsonValueKind.String => Text(node.GetString()!, place, at),
            _ => Literal(node.WriteTo),
        };

    private TemplateNode Array(JsonElement list, TextPlace place, string at)
    {
        var items = Items(list, place, at);
        var node = new TemplateNode.List([.. items], rules.LeavesOutEmptyLists);
        return items.TrueForAll(item => item is TemplateNode.Constant) && (items.Count > 0 || !rules.LeavesOutEmptyLists)
            ? Literal(node.WriteConstant)
            : node;
    }

    private List<TemplateNode> Items(JsonElement list, TextPlace place, string at)
    {
        var items = new List<TemplateNode>();
        foreach (var item in list.EnumerateArray())
        {
            var here = $"{at}[{items.Count}]";
            items.Add(
                item.ValueKind switch
                {
                    JsonValueKind.Object => Object(item, place.Property, here),
                    JsonValueKind.Array => throw new TemplateException(here, "an array directly inside an array."),
                    _ => Node(item, place, here),
                }
            );
        }
        return items;
    }

    /// <param name="listName">The property whose array it is in; null where it is in none.</param>
    /// <param name="folds">Becomes a constant where no hole is in it.</param>
    private TemplateNode Object(JsonElement element, string? listName, string at, bool folds = true)
    {
        var type = TypeOf(element, at);
        var node = rules.Group?.Type == type ? Group(element, listName, at) : Element(element, type, listName ?? "", at, folds);
        if (element.TryGetProperty("$when", out var when))
            node = new TemplateNode.Conditional(Path(when, $"{at}.$when"), node);
        if (element.TryGetProperty("$data", out var data))
            node = new TemplateNode.Scoped(Path(data, $"{at}.$data"), node, $"{at}.$data");
        return node;
    }

    private TemplateNode Element(JsonElement element, string type, string listName, string at, bool folds)
    {
        var members = new List<(JsonEncodedText Name, TemplateNode Value)>();
        foreach (var member in element.EnumerateObject())
        {
            if (member.Name is "$when" or "$data")
                continue;
            members.Add((Name(member.Name, at), Node(member.Value, new(type, listName, member.Name), $"{at}.{member.Name}")));
        }
        if (rules.Flags.GetValueOrDefault(type) is { } flag && !element.TryGetProperty(flag.Name, out _))
        {
            members.Add((Name(flag.Name, at), Literal(writer => writer.WriteBooleanValue(flag.Value))));
        }
        var node = new TemplateNode.Element([.. members]);
        return folds && members.TrueForAll(member => member.Value is TemplateNode.Constant) ? Literal(node.WriteConstant) : node;
    }

    private TemplateNode.Group Group(JsonElement element, string? listName, string at)
    {
        var items = rules.Group!.Items;
        if (listName is null)
            throw new TemplateException(at, "a group stands in an array.");
        if (!element.TryGetProperty(items, out var list) || list.ValueKind != JsonValueKind.Array)
        {
            throw new TemplateException(at, $"a group has a list `{items}`.");
        }
        return new([.. Items(list, new("", "", listName), $"{at}.{items}")]);
    }

    private static JsonEncodedText Name(string key, string at) =>
        key.StartsWith('$') && key != "$schema" || key.Contains("${", StringComparison.Ordinal)
            ? throw new TemplateException($"{at}.{key}", "no such directive.")
            : JsonEncodedText.Encode(key, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    private static string TypeOf(JsonElement element, string at)
    {
        if (!element.TryGetProperty("type", out var type))
            return "";
        return
            type.ValueKind == JsonValueKind.String && type.GetString() is { } written && !written.Contains("${", StringComparison.Ordinal)
            ? written
            : throw new TemplateException($"{at}.type", "the type of an element is written out: it decides what is escaped.");
    }

    private DataPath Path(JsonElement value, string at)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        return text.StartsWith("${", StringComparison.Ordinal) && text.EndsWith('}') && PathOf(text[2..^1]) is { } path
            ? path
            : throw new TemplateException(at, "only one `${path}` can stand here.");
    }

    private DataPath? PathOf(string text)
    {
        var path = DataPath.TryParse(text);
        if (path?.First is { } name)
            names.Add(name);
        return path;
    }

    private TemplateNode Text(string text, TextPlace place, string at)
    {
        if (!text.Contains("${", StringComparison.Ordinal))
            return Literal(text);
        if (text.AsSpan().ContainsAny('`', '\\'))
            throw new TemplateException(at, "a back-quote or backslash beside a hole.");
        var escape = rules.Escape(place);
        var (texts, paths) = Split(text, escape, at);
        if (paths.Length == 0)
            return Literal(texts[0]);
        return paths.Length == 1 && texts.TrueForAll(part => part.Length == 0)
            ? new TemplateNode.Hole(paths[0], escape, at, place.Property == ListProperty)
            : new TemplateNode.Mixed([.. texts], paths, escape, at);
    }

    private (List<string> Texts, DataPath[] Paths) Split(string text, Func<string, string>? escape, string at)
    {
        var texts = new List<string> { "" };
        var paths = new List<DataPath>();
        var from = 0;
        for (int open; (open = text.IndexOf("${", from, StringComparison.Ordinal)) >= 0; )
        {
            var close = text.IndexOf('}', open);
            var path = close < 0 ? text[open..] : text[(open + 2)..close];
            texts[^1] += text[from..open];
            from = close + 1;
            if (Word(path, escape, at) is { } word)
            {
                texts[^1] += word;
                continue;
            }
            paths.Add(PathOf(path) ?? throw new TemplateException(at, $"`{path}` is not a path."));
            texts.Add("");
        }
        texts[^1] += text[from..];
        return (texts, [.. paths]);
    }

    /// <summary>The wording does not change while the process runs, so its words are filled in once.</summary>
    private string? Word(string path, Func<string, string>? escape, string at)
    {
        if (words is null || !path.StartsWith(WordsPath, StringComparison.Ordinal))
            return null;
        var word = words.TryGetValue(path[WordsPath.Length..], out var found)
            ? found
            : throw new TemplateException(at, $"the wording has no sentence for `{path}`.");
        return escape is null ? word : escape(word);
    }

    private TemplateNode.Constant Literal(string text) => Literal(writer => writer.WriteStringValue(text), text);

    private TemplateNode.Constant Literal(Action<Utf8JsonWriter> write, string? text = null)
    {
        scratch.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(scratch, Template.Compact))
            write(writer);
        return new(scratch.WrittenSpan.ToArray(), text);
    }
}
