using System.Buffers.Binary;
using System.Text;

namespace SupplierBot.Storage.Tables.Sqlite;

/// <summary>Reads what <see cref="BodyWriter"/> wrote; bytes that end too early are <see cref="InvalidDataException"/>.</summary>
internal ref struct BodyReader(ReadOnlySpan<byte> body)
{
    private ReadOnlySpan<byte> rest = body;

    internal byte Byte() => Take(1)[0];

    internal int Length()
    {
        var length = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var part = Byte();
            length |= (part & 0x7F) << shift;
            if (part < 0x80)
                return length;
        }
        throw new InvalidDataException("a length does not end");
    }

    internal long Number() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    internal Guid Guid() => new(Take(16));

    internal byte[] Bytes() => Take(Length()).ToArray();

    internal string Text() => Encoding.UTF8.GetString(Take(Length()));

    private ReadOnlySpan<byte> Take(int count)
    {
        if ((uint)count > (uint)rest.Length)
            throw new InvalidDataException("it ends too early");
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
