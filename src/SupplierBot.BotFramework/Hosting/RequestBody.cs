using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using SupplierBot.BotFramework.Protocol;

namespace SupplierBot.BotFramework.Hosting;

/// <summary>What a request carries, or the status that refuses it.</summary>
internal abstract record RequestBody
{
    private RequestBody() { }

    public sealed record Whole(ActivityReading Reading) : RequestBody;

    public sealed record Refused(int Status, string Reason) : RequestBody;

    public static async Task<RequestBody> ReadAsync(HttpRequest request)
    {
        if (!IsJson(request))
            return new Refused(StatusCodes.Status415UnsupportedMediaType, "Send application/json in UTF-8, not compressed.");
        if (request.ContentLength > ActivityReading.MostBytes)
            return TooLong;
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = ActivityReading.MostBytes + 1;
        try
        {
            return await ReadAllAsync(request);
        }
        catch (BadHttpRequestException bad)
        {
            return bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? TooLong
                : new Refused(bad.StatusCode, "The request is not well-formed HTTP.");
        }
        catch (IOException)
        {
            return new Refused(StatusCodes.Status400BadRequest, "The request ended early.");
        }
    }

    private static readonly Refused TooLong = new(
        StatusCodes.Status413PayloadTooLarge,
        $"The body is longer than {ActivityReading.MostBytes} bytes."
    );

    private static async Task<RequestBody> ReadAllAsync(HttpRequest request)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync();
            if (read.Buffer.Length > ActivityReading.MostBytes)
                return TooLong;
            if (read.IsCompleted)
                return Finish(request.BodyReader, read.Buffer);
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static Whole Finish(PipeReader reader, ReadOnlySequence<byte> body)
    {
        var reading = ActivityReading.Read(body.IsSingleSegment ? body.FirstSpan : body.ToArray());
        reader.AdvanceTo(body.End);
        return new(reading);
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.Count == 0;
}
