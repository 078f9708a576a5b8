using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupplierBot.Chat.Templates;

/// <summary>
/// A card in the public Adaptive Card templating language, restricted to <c>${path}</c>, <c>$data</c> and <c>$when</c>
/// (https://learn.microsoft.com/adaptive-cards/templating/language), so that it opens in the card designer as it is.
/// Compiled once, bound often; immutable and thread-safe.
/// <list type="bullet">
/// <item>A hole names a string, number or boolean. One that is the whole string keeps its JSON type.</item>
/// <item>A path that leads nowhere, or to null, leaves its property or array item out; inside a longer text it writes nothing.</item>
/// <item><c>$data</c> with a list repeats an array item; with nothing or null it leaves the element out.</item>
/// <item><c>$when</c> keeps the element only for <c>true</c>.</item>
/// </list>
/// </summary>
public sealed class Template
{
    /// <summary>How cards and their data are written: compact, and letters of every script as they are.</summary>
    public static JsonWriterOptions Compact { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Binding is synchronous, so a thread's buffer is free again when it returns.</summary>
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? Buffer;

    private readonly TemplateNode root;
    private readonly IReadOnlySet<string> names;

    private Template(TemplateNode root, IReadOnlySet<string> names) => (this.root, this.names) = (root, names);

    /// <param name="rules">What the channel asks of its templates; null for the public language and nothing else.</param>
    /// <param name="words">What <c>${$root.words.name}</c> stands for, the same for every card; null where it is in the data.</param>
    /// <exception cref="TemplateException">The text is not JSON, or uses what the subset does not have; names the place.</exception>
    public static Template Parse(string json, TemplateRules? rules = null, IReadOnlyDictionary<string, string>? words = null)
    {
        var (root, names) = TemplateCompiler.Compile(json, rules ?? TemplateRules.None, words);
        return new(root, names);
    }

    /// <summary>Whether a path begins with this name: data of another name is asked for nowhere.</summary>
    public bool Reads(string name) => names.Contains(name);

    /// <summary>A property of the card by itself; null where the template has none of this name.</summary>
    public Template? Part(string name) => root is TemplateNode.Element element && element.Find(name) is { } part ? new(part, names) : null;

    /// <summary>What a part that is a string says; null for everything else.</summary>
    public string? Text(JsonElement data) => root.Text(new(data, data, null));

    /// <exception cref="TemplateException">A hole leads to a list or an object, or a list meets a <c>$data</c> that is not inside an
    /// array.</exception>
    public void Write(Utf8JsonWriter writer, JsonElement data)
    {
        var before = writer.BytesCommitted + writer.BytesPending;
        root.Write(writer, null, new(data, data, null));
        if (writer.BytesCommitted + writer.BytesPending == before)
            writer.WriteNullValue();
    }

    /// <summary>The card as compact UTF-8.</summary>
    public byte[] Render(JsonElement data)
    {
        Buffer ??= new(16 * 1024);
        Buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(Buffer, Compact))
            Write(writer, data);
        return Buffer.WrittenSpan.ToArray();
    }

    public JsonNode? Bind(JsonNode data)
    {
        using var document = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(data));
        return JsonNode.Parse(Render(document.RootElement));
    }
}

/// <summary>A template that cannot be used: <paramref name="place"/> is a JSON path, <c>$.body[2].text</c>.</summary>
public sealed class TemplateException(string place, string reason) : Exception($"{place}: {reason}")
{
    public string Place { get; } = place;
}
