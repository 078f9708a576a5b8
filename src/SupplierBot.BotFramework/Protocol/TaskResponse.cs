using System.Buffers;
using System.Text.Json;

namespace SupplierBot.BotFramework.Protocol;

/// <summary>The body that answers an invoke; it travels with HTTP 200.</summary>
internal interface IInvokeBody
{
    void WriteTo(IBufferWriter<byte> output);
}

/// <summary>
/// The body that answers <c>task/fetch</c> and <c>task/submit</c>, and an action of the message extension: a dialog, words in its place, or
/// nothing, which closes it.
/// </summary>
internal abstract record TaskResponse : IInvokeBody
{
    private TaskResponse() { }

    /// <summary>No body at all closes the dialog (PROTOCOL.md "Invokes").</summary>
    public sealed record Close : TaskResponse
    {
        public override void WriteTo(IBufferWriter<byte> output) { }
    }

    public sealed record Message(string Text) : TaskResponse
    {
        public override void WriteTo(IBufferWriter<byte> output) =>
            Write(output, "message"u8, writer => writer.WriteString("value"u8, Text));
    }

    /// <param name="Title">Above the card, plain text.</param>
    /// <param name="Card">UTF-8 JSON.</param>
    public sealed record Continue(string Title, ReadOnlyMemory<byte> Card) : TaskResponse
    {
        public override void WriteTo(IBufferWriter<byte> output) =>
            Write(
                output,
                "continue"u8,
                writer =>
                {
                    writer.WriteStartObject("value"u8);
                    writer.WriteString("title"u8, Title);
                    writer.WriteString("height"u8, "medium"u8);
                    writer.WriteString("width"u8, "medium"u8);
                    writer.WriteStartObject("card"u8);
                    writer.WriteString("contentType"u8, Attachment.AdaptiveCard);
                    writer.WritePropertyName("content"u8);
                    writer.WriteRawValue(Card.Span, skipInputValidation: true);
                    writer.WriteEndObject();
                    writer.WriteEndObject();
                }
            );
    }

    public abstract void WriteTo(IBufferWriter<byte> output);

    private static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> type, Action<Utf8JsonWriter> value)
    {
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartObject();
        writer.WriteStartObject("task"u8);
        writer.WriteString("type"u8, type);
        value(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
