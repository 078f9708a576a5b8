using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SupplierBot.Onboarding.Risk;

namespace SupplierBot.Chat.Stores;

/// <summary>What stands in thousands of cases word for word, because it comes from the policy.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(RequiredClause))]
[JsonSerializable(typeof(RequiredEvidence))]
internal sealed partial class SharedValues : JsonSerializerContext;

internal sealed class ClauseConverter() : SharedConverter<RequiredClause>(SharedValues.Default.RequiredClause);

internal sealed class EvidenceConverter() : SharedConverter<RequiredEvidence>(SharedValues.Default.RequiredEvidence);

/// <summary>
/// Reads equal JSON to one and the same record. The contract clauses are half of a case: a register that is read whole would make the same
/// thirty of them hundreds of thousands of times.
/// </summary>
/// <typeparam name="T">Never changed once read.</typeparam>
internal abstract class SharedConverter<T>(JsonTypeInfo<T> plain) : JsonConverter<T>
    where T : class
{
    /// <summary>Some MB at most; a policy has some hundred, with every parameter and reason.</summary>
    private const int Most = 2_000;

    private readonly ConcurrentDictionary<byte[], T> known = new(JsonTokens.Comparer);

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var tokens = new JsonTokens();
        var end = reader;
        tokens.Read(ref end);
        if (known.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(tokens.Written, out var value))
        {
            reader = end;
            return value;
        }
        value = JsonSerializer.Deserialize(ref reader, plain);
        if (known.Count >= Most)
            known.Clear();
        if (value is not null)
            known[tokens.Written.ToArray()] = value;
        return value;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, plain);
}

/// <summary>The tokens of one JSON value as bytes: equal for two values exactly where their tokens are.</summary>
internal sealed class JsonTokens : IDisposable
{
    public static readonly IEqualityComparer<byte[]> Comparer = new SameBytes();

    private const int Head = 1 + sizeof(int);
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(4 * 1024);
    private int length;

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    /// <summary>Ends on the last token of the value that the reader stands on.</summary>
    public void Read(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        do Add(reader.TokenType, reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
        while (!Ends(reader, depth) && reader.Read());
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    private static bool Ends(in Utf8JsonReader reader, int depth) =>
        reader.CurrentDepth == depth && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray);

    private void Add(JsonTokenType type, ReadOnlySpan<byte> value)
    {
        if (buffer.Length - length < Head + value.Length)
            Grow(Head + value.Length);
        var space = buffer.AsSpan(length);
        space[0] = (byte)type;
        BinaryPrimitives.WriteInt32LittleEndian(space[1..], value.Length);
        value.CopyTo(space[Head..]);
        length += Head + value.Length;
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * buffer.Length, length + more));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }

    private sealed class SameBytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
