using System.Buffers;
using System.Text.Json;

namespace SupplierBot.BotFramework;

/// <summary>The answer to an invoke as one of the replies, for a sender that expects those: an <c>invokeResponse</c>, as the SDK's adapters put it.</summary>
internal sealed record InvokeReply(IInvokeBody Answer) : IInvokeBody
{
    public void WriteTo(IBufferWriter<byte> output)
    {
        var body = new ArrayBufferWriter<byte>();
        Answer.WriteTo(body);
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartObject();
        writer.WriteStartArray("activities"u8);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "invokeResponse"u8);
        WriteValue(writer, body.WrittenSpan);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, ReadOnlySpan<byte> body)
    {
        writer.WriteStartObject("value"u8);
        writer.WriteNumber("status"u8, 200);
        if (body.Length > 0)
        {
            writer.WritePropertyName("body"u8);
            writer.WriteRawValue(body, skipInputValidation: true);
        }
        writer.WriteEndObject();
    }
}
