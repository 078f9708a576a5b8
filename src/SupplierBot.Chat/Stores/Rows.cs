using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SupplierBot.Chat.Ports;

namespace SupplierBot.Chat.Stores;

/// <summary>A stored shape as one row: its version and its JSON, split because a string property holds 32,768 characters at most.</summary>
public static class Rows
{
    private const int Piece = 30_000;
    private const string Shape = "Shape";

    /// <summary>The shapes this release writes. Rows without a version were written before there was one and are of the first.</summary>
    private const int Newest = 1;

    public static Row Of<T>(string key, T value, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.Serialize(value, type);
        var values = new Dictionary<string, object>(2 + json.Length / Piece) { [Shape] = Newest };
        foreach (var (name, piece) in PiecesOf(json))
            values[name] = piece;
        return new(key, values);
    }

    /// <exception cref="UnreadableRowException">The row is of a later release, or no row of this shape.</exception>
    public static T Read<T>(Row row, JsonTypeInfo<T> type)
    {
        if (row.Values.TryGetValue(Shape, out var version) && version is not Newest)
            throw new UnreadableRowException(
                row.Key,
                $"has shape {version}; this release knows {Newest}. Start the release that wrote it; nothing was changed."
            )
            {
                Later = true,
            };
        try
        {
            return Parse(row, type);
        }
        catch (Exception fault)
            when (fault is JsonException or KeyNotFoundException or InvalidCastException or InvalidOperationException or FormatException)
        {
            throw new UnreadableRowException(row.Key, $"holds no {typeof(T).Name} that can be read. Restore it from a backup.", fault);
        }
    }

    /// <exception cref="UnreadableRowException">There is no such value, or it is of another type.</exception>
    public static T Value<T>(Row row, string name) =>
        row.Values.GetValueOrDefault(name) is T value
            ? value
            : throw new UnreadableRowException(row.Key, $"has no {name} that can be read. Restore it from a backup.");

    /// <summary>
    /// The pieces as the bytes that the parser reads, in a rented buffer: a string of a large case, made for this alone, would be one of the
    /// large objects that make every collection a full one.
    /// </summary>
    private static T Parse<T>(Row row, JsonTypeInfo<T> type)
    {
        var most = 0;
        foreach (var piece in Pieces(row))
            most += Encoding.UTF8.GetMaxByteCount(piece.Length);
        var rented = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            var length = 0;
            // One encoder for all of them: a piece may end in the middle of a character.
            var encoder = Encoding.UTF8.GetEncoder();
            foreach (var piece in Pieces(row))
                length += encoder.GetBytes(piece, rented.AsSpan(length), flush: false);
            length += encoder.GetBytes([], rented.AsSpan(length), flush: true);
            var json = rented.AsMemory(0, length);
            if (json.Span.IndexOf("null"u8) >= 0)
                RequireElements(json);
            return JsonSerializer.Deserialize(json.Span, type) ?? throw new JsonException("It is null.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>No list of ours has an empty place, and anyone who reads one would stumble over it.</summary>
    private static void RequireElements(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        Require(document.RootElement);

        static void Require(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Object)
                foreach (var member in element.EnumerateObject())
                    Require(member.Value);
            if (element.ValueKind != JsonValueKind.Array)
                return;
            foreach (var place in element.EnumerateArray())
            {
                if (place.ValueKind == JsonValueKind.Null)
                    throw new JsonException("A list has an empty place.");
                Require(place);
            }
        }
    }

    /// <summary>The JSON of a row as it is, whatever it is of; null where it holds none.</summary>
    internal static string? Text(Row row) => row.Values.ContainsKey(Name(0)) ? string.Concat(Pieces(row)) : null;

    /// <summary>The same row with other JSON.</summary>
    internal static Row WithText(Row row, string json)
    {
        var values = row.Values.Where(pair => !IsPiece(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var (name, piece) in PiecesOf(json))
            values[name] = piece;
        return row with { Values = values };
    }

    private static bool IsPiece(string name) => name.Length > 1 && name[0] == 'J' && !name.AsSpan(1).ContainsAnyExceptInRange('0', '9');

    private static IEnumerable<(string Name, string Piece)> PiecesOf(string json)
    {
        for (var (at, number) = (0, 0); number == 0 || at < json.Length; at += Piece, number++)
            yield return (Name(number), json.Substring(at, Math.Min(Piece, json.Length - at)));
    }

    /// <summary>It says which version it is of.</summary>
    internal static bool HasShape(Row row) => row.Values.ContainsKey(Shape);

    internal static UnreadableRowException NotRead(Row row) => new(row.Key, "cannot be read. Restore it from a backup.");

    /// <exception cref="KeyNotFoundException">There is none.</exception>
    private static IEnumerable<string> Pieces(Row row)
    {
        yield return (string)row.Values[Name(0)];
        for (var number = 1; row.Values.TryGetValue(Name(number), out var piece); number++)
            yield return (string)piece;
    }

    private static string Name(int number) => "J" + number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A row that this release cannot read. The message names the row, what is wrong and what to do; never what is in it.</summary>
public sealed class UnreadableRowException : Exception
{
    internal UnreadableRowException(string key, string words, Exception? cause = null)
        : base($"Row {key} {words}", cause) => Key = key;

    public string Key { get; }

    /// <summary>Written by a later release, whose replicas can read it.</summary>
    public bool Later { get; internal init; }
}
