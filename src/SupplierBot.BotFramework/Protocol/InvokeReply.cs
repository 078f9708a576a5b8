using System.Buffers;
using System.Text.Json;

namespace SupplierBot.BotFramework.Protocol;

/// <summary>
/// The answer to an invoke for a sender that expects replies, in both of its readings: as it is (Microsoft's Playground), and as one of the
/// replies, an <c>invokeResponse</c> (the SDK's adapters and skills).
/// </summary>
internal sealed record InvokeReply(IInvokeBody Answer) : IInvokeBody
{
    public void WriteTo(IBufferWriter<byte> output)
    {
        var body = new ArrayBufferWriter<byte>();
        Answer.WriteTo(body);
        using var answer = body.WrittenCount > 0 ? JsonDocument.Parse(body.WrittenMemory) : null;
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartObject();
        foreach (var member in answer?.RootElement.EnumerateObject() ?? default)
            member.WriteTo(writer);
        writer.WriteStartArray("activities"u8);
        WriteReply(writer, answer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteReply(Utf8JsonWriter writer, JsonDocument? answer)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "invokeResponse"u8);
        writer.WriteStartObject("value"u8);
        writer.WriteNumber("status"u8, 200);
        if (answer is not null)
        {
            writer.WritePropertyName("body"u8);
            answer.WriteTo(writer);
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
