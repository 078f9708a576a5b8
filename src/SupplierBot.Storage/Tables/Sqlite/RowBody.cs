using System.Buffers;

namespace SupplierBot.Storage.Tables.Sqlite;

/// <summary>
/// The values of a row as stored: format (1 byte, now 1), count, then for each value its name, one letter for the type, and the value.
/// Counts and lengths are 7-bit encoded, text is UTF-8, numbers little-endian, dates UTC ticks. Binary, because a row is written and read
/// on every press of a button; what is stored never changes its meaning: another layout gets another format number.
/// </summary>
internal static class RowBody
{
    internal const byte Format = 1;

    /// <summary>The one value of a row whose body is none.</summary>
    internal const string Damaged = "Damaged";

    internal static byte[] Encode(IReadOnlyDictionary<string, object> values)
    {
        var most = 6 + values.Sum(value => 11 + 3 * value.Key.Length + MostBytes(value.Value));
        var rented = ArrayPool<byte>.Shared.Rent(most);
        var body = new BodyWriter(rented);
        body.Byte(Format);
        body.Length(values.Count);
        foreach (var (name, value) in values)
            Write(ref body, name, value);
        var bytes = body.Written.ToArray();
        ArrayPool<byte>.Shared.Return(rented);
        return bytes;
    }

    /// <exception cref="InvalidDataException">Not a body, or one of a format this release does not know.</exception>
    internal static Dictionary<string, object> Decode(ReadOnlySpan<byte> bytes)
    {
        var body = new BodyReader(bytes);
        if (body.Byte() is var format and not Format)
            throw new InvalidDataException($"format {format} is not known");
        var count = body.Length();
        var values = new Dictionary<string, object>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
            values.Add(body.Text(), Read(ref body));
        return values;
    }

    private static int MostBytes(object value) =>
        value switch
        {
            string text => 5 + 3 * text.Length,
            byte[] bytes => 5 + bytes.Length,
            _ => 16,
        };

    private static void Write(ref BodyWriter body, string name, object value)
    {
        body.Text(name);
        switch (value)
        {
            case string text:
                body.Byte((byte)'s');
                body.Text(text);
                break;
            case int number:
                body.Byte((byte)'i');
                body.Number(number);
                break;
            case long number:
                body.Byte((byte)'l');
                body.Number(number);
                break;
            case bool yes:
                body.Byte(yes ? (byte)'t' : (byte)'f');
                break;
            case double number:
                body.Byte((byte)'d');
                body.Number(BitConverter.DoubleToInt64Bits(number));
                break;
            case DateTimeOffset time:
                body.Byte((byte)'u');
                body.Number(time.UtcTicks);
                break;
            case Guid id:
                body.Byte((byte)'g');
                body.Guid(id);
                break;
            case byte[] bytes:
                body.Byte((byte)'b');
                body.Bytes(bytes);
                break;
            default:
                throw new ArgumentException($"A {value.GetType().Name} cannot be kept.", nameof(value));
        }
    }

    private static object Read(ref BodyReader body) =>
        body.Byte() switch
        {
            (byte)'s' => body.Text(),
            (byte)'i' => (int)body.Number(),
            (byte)'l' => body.Number(),
            (byte)'t' => true,
            (byte)'f' => false,
            (byte)'d' => BitConverter.Int64BitsToDouble(body.Number()),
            (byte)'u' => new DateTimeOffset(body.Number(), TimeSpan.Zero),
            (byte)'g' => body.Guid(),
            (byte)'b' => body.Bytes(),
            var type => throw new InvalidDataException($"type {type} is not known"),
        };
}
