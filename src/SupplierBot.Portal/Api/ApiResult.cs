using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace SupplierBot.Portal.Api;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ApiSuppliers))]
[JsonSerializable(typeof(ApiContractPoints))]
[JsonSerializable(typeof(ApiDocuments))]
[JsonSerializable(typeof(ApiAnswer))]
[JsonSerializable(typeof(ApiCase))]
[JsonSerializable(typeof(ApiCondition))]
[JsonSerializable(typeof(ApiConditionDone))]
internal sealed partial class ApiJson : JsonSerializerContext;

/// <summary>
/// An answer with the hash of its bytes as its entity tag: who has it already gets 304. Private: a shared cache keeps nothing of it.
/// </summary>
internal sealed class ApiResult<T>(T value, JsonTypeInfo<T> type) : IResult
{
    private const int TagBytes = 16;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, type);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, TagBytes))}\"";
        var response = httpContext.Response;
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        if (HttpMethods.IsGet(httpContext.Request.Method) && Has(httpContext.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    private static bool Has(HttpRequest request, string tag) =>
        request
            .Headers.IfNoneMatch.SelectMany(header => (header ?? "").Split(','))
            .Select(one => one.Trim())
            .Any(one => one == "*" || one == tag || one == $"W/{tag}");
}
