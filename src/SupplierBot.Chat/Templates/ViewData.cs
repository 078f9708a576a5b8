using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Templates;

/// <summary>
/// What a channel's templates see of a view beside its own members: written first, and in place of the view's member where a name is the
/// same.
/// </summary>
public interface IViewShape
{
    /// <summary>Names the channel writes itself, whatever the view says under them.</summary>
    bool Replaces(string name);

    void Write(Utf8JsonWriter data, View view);
}

/// <summary>A view as the data of its template: one serialization and one parse a card, of what the template asks for.</summary>
public static class ViewData
{
    private static readonly ConcurrentDictionary<Type, Member[]> Members = new();

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? Buffer;

    /// <summary>Valid until the thread's next card.</summary>
    public static JsonDocument Of(View view, Template template, IViewShape shape) =>
        JsonDocument.Parse(Written(view, template.Reads, shape));

    /// <summary>Everything a template could ask for, for the card designer.</summary>
    /// <param name="words">Those of <c>$root.words</c>.</param>
    public static JsonObject Sample(View view, IViewShape shape, IReadOnlyDictionary<string, string> words)
    {
        var data = JsonNode.Parse(Written(view, _ => true, shape).Span)!.AsObject();
        data["words"] = new JsonObject(words.Select(word => KeyValuePair.Create(word.Key, (JsonNode?)word.Value)));
        return data;
    }

    private static ReadOnlyMemory<byte> Written(View view, Func<string, bool> reads, IViewShape shape)
    {
        Buffer ??= new(16 * 1024);
        Buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(Buffer, Template.Compact);
        writer.WriteStartObject();
        shape.Write(writer, view);
        foreach (var member in Members.GetOrAdd(view.GetType(), MembersOf))
        {
            if (reads(member.Name) && !shape.Replaces(member.Name))
                member.Write(writer, view);
        }
        writer.WriteEndObject();
        writer.Flush();
        return Buffer.WrittenMemory;
    }

    private static Member[] MembersOf(Type view) =>
        [
            .. ViewJsonContext
                .Default.GetTypeInfo(view)!
                .Properties.Select(property => new Member(
                    property.Name,
                    JsonEncodedText.Encode(property.Name),
                    property.Get!,
                    ViewJsonContext.Default.GetTypeInfo(property.PropertyType)!
                )),
        ];

    private sealed record Member(string Name, JsonEncodedText Encoded, Func<object, object?> Get, JsonTypeInfo Type)
    {
        public void Write(Utf8JsonWriter writer, View view)
        {
            switch (Get(view))
            {
                case string text:
                    writer.WriteString(Encoded, text);
                    break;
                case bool flag:
                    writer.WriteBoolean(Encoded, flag);
                    break;
                case var value:
                    writer.WritePropertyName(Encoded);
                    JsonSerializer.Serialize(writer, value, Type);
                    break;
            }
        }
    }
}
