using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Audit;

/// <summary>
/// The one text of a record for hashing and comparing: members by name, and only those that say something. A member that comes later and
/// says nothing of what was kept before changes no text, so that what was sealed once can be checked for ever.
/// </summary>
internal static class SealedText
{
    private static readonly JsonSerializerOptions Plain = Options(_ => false);

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Plain);

    /// <param name="isLeftOut">Which members, by their names as they are kept, are not in the text.</param>
    public static JsonSerializerOptions Options(Predicate<(Type Type, string Member)> isLeftOut) =>
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Converters = { new JsonStringEnumConverter(), new PersonIdText(), new AnswersText(), new SortedText() },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { type => Arrange(type, isLeftOut) } },
        };

    /// <summary>Names of the members in which the two differ, in order.</summary>
    public static IReadOnlyList<string> Differences<T>(T one, T other)
    {
        using var first = JsonDocument.Parse(Of(one));
        using var second = JsonDocument.Parse(Of(other));
        var names = first
            .RootElement.EnumerateObject()
            .Concat(second.RootElement.EnumerateObject())
            .Select(member => member.Name)
            .Distinct()
            .Order(StringComparer.Ordinal);
        return [.. names.Where(name => Raw(first, name) != Raw(second, name))];
    }

    private static string Raw(JsonDocument document, string name) =>
        document.RootElement.TryGetProperty(name, out var member) ? member.GetRawText() : "";

    private static void Arrange(JsonTypeInfo type, Predicate<(Type Type, string Member)> isLeftOut)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        var kept = type
            .Properties.Where(member => member.Set is not null && !isLeftOut((type.Type, member.Name)))
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .ToList();
        type.Properties.Clear();
        foreach (var member in kept)
        {
            var nothing = member.PropertyType.IsValueType ? Activator.CreateInstance(member.PropertyType) : null;
            member.ShouldSerialize = (_, value) => SaysSomething(value, nothing);
            type.Properties.Add(member);
        }
    }

    private static bool SaysSomething(object? value, object? nothing) =>
        value switch
        {
            null or "" => false,
            string => true,
            Answers answers => answers.Ids.Any(),
            System.Collections.IEnumerable several => several.GetEnumerator().MoveNext(),
            _ => !value.Equals(nothing),
        };

    private sealed class PersonIdText : JsonConverter<PersonId>
    {
        public override PersonId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, PersonId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }

    private sealed class AnswersText : JsonConverter<Answers>
    {
        public override Answers Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Answers value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var id in value.Ids)
            {
                writer.WriteStartArray(id);
                foreach (var picked in value.Picked(id))
                    writer.WriteStringValue(picked);
                writer.WriteEndArray();
            }
            writer.WriteEndObject();
        }
    }

    private sealed class SortedText : JsonConverter<IReadOnlyDictionary<string, string>>
    {
        public override IReadOnlyDictionary<string, string> Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (name, text) in value.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                writer.WriteString(name, text);
            writer.WriteEndObject();
        }
    }
}
