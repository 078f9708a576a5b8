using System.Buffers.Binary;
using System.Text;

namespace SupplierBot.Storage.Tables.Sqlite;

/// <summary>Fills a buffer that its owner made long enough.</summary>
internal ref struct BodyWriter(Span<byte> buffer)
{
    private readonly Span<byte> buffer = buffer;
    private int used;

    internal readonly ReadOnlySpan<byte> Written => buffer[..used];

    internal void Byte(byte value) => buffer[used++] = value;

    internal void Length(int length)
    {
        for (; length >= 0x80; length >>= 7)
            Byte((byte)(length | 0x80));
        Byte((byte)length);
    }

    internal void Number(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(buffer[used..], value);
        used += sizeof(long);
    }

    internal void Guid(Guid value)
    {
        value.TryWriteBytes(buffer[used..]);
        used += 16;
    }

    internal void Bytes(ReadOnlySpan<byte> value)
    {
        Length(value.Length);
        value.CopyTo(buffer[used..]);
        used += value.Length;
    }

    /// <summary>Half a surrogate pair becomes U+FFFD, as it does on its way to Azure.</summary>
    internal void Text(string value)
    {
        Length(Encoding.UTF8.GetByteCount(value));
        used += Encoding.UTF8.GetBytes(value, buffer[used..]);
    }
}
