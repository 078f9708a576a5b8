using System.Buffers;
using System.Text.Json;
using SupplierBot.Chat.Turns;

namespace SupplierBot.BotFramework.Protocol;

/// <summary>The body that answers <c>composeExtension/query</c>: results to choose from, or words in their place.</summary>
internal abstract record ComposeResponse : IInvokeBody
{
    private ComposeResponse() { }

    public sealed record Message(string Text) : ComposeResponse
    {
        protected override void Fill(Utf8JsonWriter writer)
        {
            writer.WriteString("type"u8, "message"u8);
            writer.WriteString("text"u8, Text);
        }
    }

    public sealed record Result(IReadOnlyList<ComposeCard> Found) : ComposeResponse
    {
        private const string Thumbnail = "application/vnd.microsoft.card.thumbnail";

        protected override void Fill(Utf8JsonWriter writer)
        {
            writer.WriteString("type"u8, "result"u8);
            writer.WriteString("attachmentLayout"u8, "list"u8);
            writer.WriteStartArray("attachments"u8);
            foreach (var found in Found)
                WriteAttachment(writer, found);
            writer.WriteEndArray();
        }

        private static void WriteAttachment(Utf8JsonWriter writer, ComposeCard found)
        {
            writer.WriteStartObject();
            writer.WriteString("contentType"u8, Attachment.AdaptiveCard);
            writer.WritePropertyName("content"u8);
            writer.WriteRawValue(found.Card.Content.Span, skipInputValidation: true);
            writer.WriteStartObject("preview"u8);
            writer.WriteString("contentType"u8, Thumbnail);
            writer.WriteStartObject("content"u8);
            writer.WriteString("title"u8, Shown(found.Title));
            writer.WriteString("text"u8, Shown(found.Text));
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        /// <summary>Some clients read HTML in a preview and some show it: quotation marks of the same look are neither.</summary>
        private static string Shown(string text) => text.Replace('<', '‹').Replace('>', '›');
    }

    public void WriteTo(IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartObject();
        writer.WriteStartObject("composeExtension"u8);
        Fill(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    protected abstract void Fill(Utf8JsonWriter writer);
}

/// <param name="Title">In the list of results, as is <paramref name="Text"/>; plain.</param>
/// <param name="Card">What is inserted when the result is chosen.</param>
internal sealed record ComposeCard(string Title, string Text, RenderedCard Card);
