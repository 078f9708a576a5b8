using System.Text.Json;

namespace SupplierBot.Chat.Templates;

/// <summary>A compiled piece of a template. Closed: only the classes below.</summary>
internal abstract class TemplateNode
{
    private TemplateNode() { }

    /// <summary>Writes itself under the name, or nothing at all where this data leaves it out.</summary>
    /// <param name="name">Null for the whole card and for an item of an array.</param>
    public abstract void Write(Utf8JsonWriter writer, JsonEncodedText? name, in BindingScope scope);

    /// <summary>Writes itself into the array around it: not at all, once, or once for each row.</summary>
    public virtual void WriteItems(Utf8JsonWriter writer, in BindingScope scope) => Write(writer, null, scope);

    /// <summary>Writes what has no hole in it and so needs no data.</summary>
    public void WriteConstant(Utf8JsonWriter writer) => Write(writer, null, default);

    private static void Begin(Utf8JsonWriter writer, JsonEncodedText? name)
    {
        if (name is { } property) writer.WritePropertyName(property);
    }

    /// <summary>JSON without holes, encoded when the template was compiled.</summary>
    public sealed class Constant(byte[] utf8) : TemplateNode
    {
        public override void Write(Utf8JsonWriter writer, JsonEncodedText? name, in BindingScope scope)
        {
            Begin(writer, name);
            writer.WriteRawValue(utf8, skipInputValidation: true);
        }
    }

    /// <summary>A string that is one hole.</summary>
    /// <param name="list">A list of plain values may stand there.</param>
    public sealed class Hole(DataPath path, Func<string, string>? escape, string place, bool list = false) : TemplateNode
    {
        public override void Write(Utf8JsonWriter writer, JsonEncodedText? name, in BindingScope scope)
        {
            var value = path.Resolve(scope);
            if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return;
            if (value.ValueKind == JsonValueKind.Object || (value.ValueKind == JsonValueKind.Array && !list)) throw new TemplateException(place, $"`{path}` is not a single value.");
            Begin(writer, name);
            if (escape is not null && value.ValueKind == JsonValueKind.String) writer.WriteStringValue(escape(value.GetString()!));
            else value.WriteTo(writer);
        }
    }

    /// <summary>A string with holes in it: texts and paths by turns, starting with a text.</summary>
    public sealed class Mixed(string[] texts, DataPath[] paths, Func<string, string>? escape, string place) : TemplateNode
    {
        public override void Write(Utf8JsonWriter writer, JsonEncodedText? name, in BindingScope scope)
        {
            var filled = new string[texts.Length + paths.Length];
            for (var i = 0; i < paths.Length; i++)
            {
                filled[2 * i] = texts[i];
                filled[2 * i + 1] = Text(paths[i], scope);
            }
            filled[^1] = texts[^1];
            Begin(writer, name);
            writer.WriteStringValue(string.Concat(filled));
        }

        private string Text(DataPath path, in BindingScope scope)
        {
            var value = path.Resolve(scope);
            return value.ValueKind switch
            {
                JsonValueKind.Undefined or JsonValueKind.Null => "",
                JsonValueKind.String => escape is null ? value.GetString()! : escape(value.GetString()!),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                JsonValueKind.Number => value.GetRawText(),
                JsonValueKind.Array or JsonValueKind.Object or _ => throw new TemplateException(place, $"`{path}` is not a single value."),
            };
        }
    }

    public sealed class List(TemplateNode[] items) : TemplateNode
    {
        public override void Write(Utf8JsonWriter writer, JsonEncodedText? name, in BindingScope scope)
        {
            Begin(writer, name);
            writer.WriteStartArray();
            foreach (var item in items) item.WriteItems(writer, scope);
            writer.WriteEndArray();
        }
    }

    public sealed class Element((JsonEncodedText Name, TemplateNode Value)[] members) : TemplateNode
    {
        public override void Write(Utf8JsonWriter writer, JsonEncodedText? name, in BindingScope scope)
        {
            Begin(writer, name);
            writer.WriteStartObject();
            foreach (var (member, value) in members) value.Write(writer, member, scope);
            writer.WriteEndObject();
        }
    }

    /// <summary>An element with <c>$when</c>.</summary>
    public sealed class Conditional(DataPath when, TemplateNode element) : TemplateNode
    {
        public override void Write(Utf8JsonWriter writer, JsonEncodedText? name, in BindingScope scope)
        {
            if (when.Resolve(scope).ValueKind == JsonValueKind.True) element.Write(writer, name, scope);
        }
    }

    /// <summary>An element with <c>$data</c>; its <c>$when</c> is inside and sees the new data, as in the public language.</summary>
    public sealed class Scoped(DataPath data, TemplateNode element, string place) : TemplateNode
    {
        public override void Write(Utf8JsonWriter writer, JsonEncodedText? name, in BindingScope scope)
        {
            var value = data.Resolve(scope);
            if (value.ValueKind == JsonValueKind.Array) throw new TemplateException(place, $"the list `{data}` repeats an element outside an array.");
            WriteOne(writer, name, scope, value);
        }

        public override void WriteItems(Utf8JsonWriter writer, in BindingScope scope)
        {
            var value = data.Resolve(scope);
            if (value.ValueKind != JsonValueKind.Array)
            {
                WriteOne(writer, null, scope, value);
                return;
            }
            var index = 0;
            foreach (var row in value.EnumerateArray()) element.WriteItems(writer, scope.AtRow(row, index++));
        }

        private void WriteOne(Utf8JsonWriter writer, JsonEncodedText? name, in BindingScope scope, JsonElement value)
        {
            if (value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null)) element.Write(writer, name, scope.Within(value));
        }
    }
}
