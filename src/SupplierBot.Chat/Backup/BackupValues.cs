using System.Globalization;
using System.Text.Json;
using SupplierBot.Chat.Ports;

namespace SupplierBot.Chat.Backup;

/// <summary>
/// Rows as JSON. Text and yes or no are JSON's own; of the others the type stands beside the value: <c>{"long":12}</c>,
/// <c>{"time":"2026-11-17T09:00:00.0000000+00:00"}</c>.
/// </summary>
internal static class BackupValues
{
    public static void Write(Utf8JsonWriter json, Row row)
    {
        json.WriteString("key", row.Key);
        json.WriteStartObject("values");
        // Storages give them in orders of their own.
        foreach (var (name, value) in row.Values.OrderBy(value => value.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            Write(json, value);
        }
        json.WriteEndObject();
    }

    /// <exception cref="FormatException">What is wrong with it.</exception>
    public static Row Read(JsonElement row) =>
        new(
            BackupJson.Text(row, "key"),
            BackupJson
                .Member(row, "values", JsonValueKind.Object)
                .EnumerateObject()
                .ToDictionary(value => value.Name, value => Value(value.Value))
        );

    private static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                return;
            case bool yes:
                json.WriteBooleanValue(yes);
                return;
        }
        json.WriteStartObject();
        switch (value)
        {
            case int number:
                json.WriteNumber("int", number);
                break;
            case long number:
                json.WriteNumber("long", number);
                break;
            case double number:
                json.WriteNumber("double", number);
                break;
            case DateTimeOffset time:
                json.WriteString("time", time.ToString("O", CultureInfo.InvariantCulture));
                break;
            case Guid id:
                json.WriteString("guid", id);
                break;
            case byte[] bytes:
                json.WriteBase64String("bytes", bytes);
                break;
            default:
                throw new ArgumentException($"A {value.GetType().Name} cannot be exported.", nameof(value));
        }
        json.WriteEndObject();
    }

    private static object Value(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Object when value.EnumerateObject().ToList() is [var typed] => Typed(typed),
            _ => throw new FormatException("a value has no type"),
        };

    private static object Typed(JsonProperty typed) =>
        typed.Name switch
        {
            "int" => typed.Value.GetInt32(),
            "long" => typed.Value.GetInt64(),
            "double" => typed.Value.GetDouble(),
            "time" => DateTimeOffset.ParseExact(typed.Value.GetString()!, "O", CultureInfo.InvariantCulture),
            "guid" => typed.Value.GetGuid(),
            "bytes" => typed.Value.GetBytesFromBase64(),
            var other => throw new FormatException($"there is no type `{other}`"),
        };
}
