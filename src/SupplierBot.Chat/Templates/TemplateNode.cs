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

    /// <summary>Whether anything would be written.</summary>
    public virtual bool Writes(in BindingScope scope) => true;

    /// <summary>What a string says once it is filled; null for everything else.</summary>
    public virtual string? Text(in BindingScope scope) => null;

    /// <summary>Writes what has no hole in it and so needs no data.</summary>
    public void WriteConstant(Utf8JsonWriter writer) => Write(writer, null, default);

    private static void Begin(Utf8JsonWriter writer, JsonEncodedText? name)
    {
        if (name is { } property)
            writer.WritePropertyName(property);
    }

    private static bool IsNothing(JsonElement value) => value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>JSON without holes, encoded when the template was compiled.</summary>
    /// <param name="text">What it says, where it is a string.</param>
    public sealed class Constant(byte[] utf8, string? text) : TemplateNode
    {
        public override void Write(Utf8JsonWriter writer, JsonEncodedText? name, in BindingScope scope)
        {
            Begin(writer, name);
            writer.WriteRawValue(utf8, skipInputValidation: true);
        }

        public override string? Text(in BindingScope scope) => text;
    }

    /// <summary>A string that is one hole.</summary>
    /// <param name="list">A list of plain values may stand there.</param>
    public sealed class Hole(DataPath path, Func<string, string>? escape, string place, bool list = false) : TemplateNode
    {
        public override void Write(Utf8JsonWriter writer, JsonEncodedText? name, in BindingScope scope)
        {
            var value = path.Resolve(scope);
            if (IsNothing(value))
                return;
            if (value.ValueKind == JsonValueKind.Object || (value.ValueKind == JsonValueKind.Array && !list))
            {
                throw new TemplateException(place, $"`{path}` is not a single value.");
            }
            Begin(writer, name);
            if (escape is not null && value.ValueKind == JsonValueKind.String)
                writer.WriteStringValue(escape(value.GetString()!));
            else
                value.WriteTo(writer);
        }

        public override bool Writes(in BindingScope scope) => !IsNothing(path.Resolve(scope));

        public override string? Text(in BindingScope scope) => TextOf(path, escape, place, scope);
    }

    /// <summary>A string with holes in it: texts and paths by turns, starting with a text.</summary>
    public sealed class Mixed(string[] texts, DataPath[] paths, Func<string, string>? escape, string place) : TemplateNode
    {
        public override void Write(Utf8JsonWriter writer, JsonEncodedText? name, in BindingScope scope)
        {
            var filled = Text(scope);
            Begin(writer, name);
            writer.WriteStringValue(filled);
        }

        public override string? Text(in BindingScope scope)
        {
            var filled = new string[texts.Length + paths.Length];
            for (var i = 0; i < paths.Length; i++)
            {
                filled[2 * i] = texts[i];
                filled[2 * i + 1] = TextOf(paths[i], escape, place, scope);
            }
            filled[^1] = texts[^1];
            return string.Concat(filled);
        }
    }

    private static string TextOf(DataPath path, Func<string, string>? escape, string place, in BindingScope scope)
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

    /// <param name="onlyWithItems">Left out where nothing is in it.</param>
    public sealed class List(TemplateNode[] items, bool onlyWithItems = false) : TemplateNode
    {
        public override void Write(Utf8JsonWriter writer, JsonEncodedText? name, in BindingScope scope)
        {
            if (!Writes(scope))
                return;
            Begin(writer, name);
            writer.WriteStartArray();
            foreach (var item in items)
                item.WriteItems(writer, scope);
            writer.WriteEndArray();
        }

        public override bool Writes(in BindingScope scope) => !onlyWithItems || AnyWrites(items, scope);
    }

    /// <summary>Items without anything around them.</summary>
    public sealed class Group(TemplateNode[] items) : TemplateNode
    {
        public override void Write(Utf8JsonWriter writer, JsonEncodedText? name, in BindingScope scope) => WriteItems(writer, scope);

        public override void WriteItems(Utf8JsonWriter writer, in BindingScope scope)
        {
            foreach (var item in items)
                item.WriteItems(writer, scope);
        }

        public override bool Writes(in BindingScope scope) => AnyWrites(items, scope);
    }

    private static bool AnyWrites(TemplateNode[] items, in BindingScope scope)
    {
        foreach (var item in items)
        {
            if (item.Writes(scope))
                return true;
        }
        return false;
    }

    public sealed class Element((JsonEncodedText Name, TemplateNode Value)[] members) : TemplateNode
    {
        public override void Write(Utf8JsonWriter writer, JsonEncodedText? name, in BindingScope scope)
        {
            Begin(writer, name);
            writer.WriteStartObject();
            foreach (var (member, value) in members)
                value.Write(writer, member, scope);
            writer.WriteEndObject();
        }

        public TemplateNode? Find(string name) => Array.Find(members, member => member.Name.Value == name).Value;
    }

    /// <summary>An element with <c>$when</c>.</summary>
    public sealed class Conditional(DataPath when, TemplateNode element) : TemplateNode
    {
        public override void Write(Utf8JsonWriter writer, JsonEncodedText? name, in BindingScope scope)
        {
            if (IsMet(scope))
                element.Write(writer, name, scope);
        }

        public override void WriteItems(Utf8JsonWriter writer, in BindingScope scope)
        {
            if (IsMet(scope))
                element.WriteItems(writer, scope);
        }

        public override bool Writes(in BindingScope scope) => IsMet(scope) && element.Writes(scope);

        private bool IsMet(in BindingScope scope) => when.Resolve(scope).ValueKind == JsonValueKind.True;
    }

    /// <summary>An element with <c>$data</c>; its <c>$when</c> is inside and sees the new data, as in the public language.</summary>
    public sealed class Scoped(DataPath data, TemplateNode element, string place) : TemplateNode
    {
        public override void Write(Utf8JsonWriter writer, JsonEncodedText? name, in BindingScope scope)
        {
            var value = data.Resolve(scope);
            if (value.ValueKind == JsonValueKind.Array)
                throw new TemplateException(place, $"the list `{data}` repeats an element outside an array.");
            if (!IsNothing(value))
                element.Write(writer, name, scope.Within(value));
        }

        public override void WriteItems(Utf8JsonWriter writer, in BindingScope scope)
        {
            var value = data.Resolve(scope);
            if (value.ValueKind != JsonValueKind.Array)
            {
                if (!IsNothing(value))
                    element.WriteItems(writer, scope.Within(value));
                return;
            }
            var index = 0;
            foreach (var row in value.EnumerateArray())
                element.WriteItems(writer, scope.AtRow(row, index++));
        }

        public override bool Writes(in BindingScope scope)
        {
            var value = data.Resolve(scope);
            if (value.ValueKind != JsonValueKind.Array)
                return !IsNothing(value) && element.Writes(scope.Within(value));
            var index = 0;
            foreach (var row in value.EnumerateArray())
            {
                if (element.Writes(scope.AtRow(row, index++)))
                    return true;
            }
            return false;
        }
    }
}
