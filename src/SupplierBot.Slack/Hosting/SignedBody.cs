using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using SupplierBot.Slack.Protocol;
using SupplierBot.Slack.Signing;

namespace SupplierBot.Slack.Hosting;

/// <summary>
/// The bytes Slack signed, or the status that refuses them. Nothing has read them before (PROTOCOL.md "Signed requests").
/// </summary>
internal abstract record SignedBody
{
    private SignedBody() { }

    public sealed record Whole(ReadOnlyMemory<byte> Bytes) : SignedBody;

    /// <param name="Reason">For the log alone.</param>
    public sealed record Refused(int Status, string Reason) : SignedBody;

    private static readonly Refused TooLong = new(StatusCodes.Status413PayloadTooLarge, "too long");

    /// <param name="type">The only content type this path has.</param>
    public static async Task<SignedBody> ReadAsync(HttpRequest request, string type, SlackOptions options, DateTimeOffset now)
    {
        if (request.ContentLength > PayloadReading.MostBytes)
            return TooLong;
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = PayloadReading.MostBytes + 1;
        try
        {
            return await BytesAsync(request) is { } bytes ? Judge(request, type, bytes, options, now) : TooLong;
        }
        catch (BadHttpRequestException bad)
        {
            return new Refused(bad.StatusCode, "not well-formed HTTP");
        }
        catch (IOException)
        {
            return new Refused(StatusCodes.Status400BadRequest, "ended early");
        }
    }

    /// <summary>The signature first: who forges a request learns nothing about what a body should be.</summary>
    private static SignedBody Judge(HttpRequest request, string type, byte[] bytes, SlackOptions options, DateTimeOffset now) =>
        RequestSignature.Check(
            Only(request, "X-Slack-Request-Timestamp"),
            Only(request, "X-Slack-Signature"),
            bytes,
            options.SigningSecrets,
            now
        ) switch
        {
            SignatureCheck.Valid when !Is(request, type) => new Refused(StatusCodes.Status415UnsupportedMediaType, "content type"),
            SignatureCheck.Valid => new Whole(bytes),
            var check => new Refused(StatusCodes.Status401Unauthorized, $"signature: {check}"),
        };

    /// <summary>Twice is as good as never.</summary>
    private static string? Only(HttpRequest request, string header) => request.Headers[header] is [var only] ? only : null;

    private static bool Is(HttpRequest request, string type) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var sent)
        && sent.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)
        && (!sent.Charset.HasValue || sent.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.Count == 0;

    /// <summary>Null where there are too many.</summary>
    private static async Task<byte[]?> BytesAsync(HttpRequest request)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync();
            if (read.Buffer.Length > PayloadReading.MostBytes)
                return null;
            if (read.IsCompleted)
                return Finish(request.BodyReader, read.Buffer);
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static byte[] Finish(PipeReader reader, ReadOnlySequence<byte> body)
    {
        var bytes = body.ToArray();
        reader.AdvanceTo(body.End);
        return bytes;
    }
}
