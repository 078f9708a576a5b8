using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SupplierBot.Chat;

/// <summary>A stored shape as one row: its JSON, split because a string property holds 32,768 characters at most.</summary>
public static class Rows
{
    private const int Piece = 30_000;

    public static Row Of<T>(string key, T value, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.Serialize(value, type);
        var values = new Dictionary<string, object>(1 + json.Length / Piece);
        for (var (at, number) = (0, 0); number == 0 || at < json.Length; at += Piece, number++)
        {
            values[Name(number)] = json.Substring(at, Math.Min(Piece, json.Length - at));
        }
        return new(key, values);
    }

    public static T Read<T>(Row row, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(Json(row), type) ?? throw new InvalidDataException($"Row {row.Key} holds no {typeof(T).Name}.");

    private static string Json(Row row)
    {
        if (!row.Values.ContainsKey(Name(1))) return (string)row.Values[Name(0)];
        var json = new StringBuilder();
        for (var number = 0; row.Values.TryGetValue(Name(number), out var piece); number++) json.Append((string)piece);
        return json.ToString();
    }

    private static string Name(int number) => "J" + number.ToString(CultureInfo.InvariantCulture);
}
