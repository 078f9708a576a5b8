using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SupplierBot.BotFramework.Protocol;

/// <summary>
/// The body that answers <c>adaptiveCard/action</c>; it travels with HTTP 200 whatever its own status says (PROTOCOL.md "Card actions").
/// Only the shapes Teams is known to accept can be made.
/// </summary>
public sealed record InvokeResponse : IInvokeBody
{
    private InvokeResponse(int statusCode, string type, ReadOnlyMemory<byte> value) =>
        (StatusCode, Type, Value) = (statusCode, type, value);

    public const string CardType = Attachment.AdaptiveCard;
    public const string MessageType = "application/vnd.microsoft.activity.message";
    public const string ErrorType = "application/vnd.microsoft.error";

    public int StatusCode { get; }
    public string Type { get; }

    /// <summary>UTF-8 JSON.</summary>
    public ReadOnlyMemory<byte> Value { get; }

    /// <summary>Replaces the card for the person who pressed.</summary>
    public static InvokeResponse Card(ReadOnlyMemory<byte> json) => new(200, CardType, json);

    /// <param name="text">Never empty: an empty one shows an error and makes Teams ask again.</param>
    public static InvokeResponse Message(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return new(
            200,
            MessageType,
            JsonSerializer.SerializeToUtf8Bytes(
                text,
                JsonMetadataServices.CreateValueInfo<string>(ActivityJsonContext.Default.Options, JsonMetadataServices.StringConverter)
            )
        );
    }

    /// <param name="statusCode">400 for what the client sent, 500 for our fault.</param>
    public static InvokeResponse Error(int statusCode, string code, string message) =>
        new(
            statusCode,
            ErrorType,
            JsonSerializer.SerializeToUtf8Bytes(new ErrorBody(code, message), ActivityJsonContext.Default.ErrorBody)
        );

    public void WriteTo(IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartObject();
        writer.WriteNumber("statusCode"u8, StatusCode);
        writer.WriteString("type"u8, Type);
        writer.WritePropertyName("value"u8);
        writer.WriteRawValue(Value.Span, skipInputValidation: true);
        writer.WriteEndObject();
    }
}
