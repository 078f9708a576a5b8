using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SupplierBot;

/// <summary>One request as Slack would send it, before it is signed; a test may spoil any part of it.</summary>
/// <param name="Headers">Laid over the signed ones; a null value leaves a header out.</param>
internal sealed record SlackRequest(string Path, string ContentType, byte[] Body)
{
    public string Secret { get; init; } = FakeSlack.SigningSecret;

    /// <summary>Seconds from now.</summary>
    public int SentAt { get; init; }
    public IReadOnlyDictionary<string, string?> Headers { get; init; } = new Dictionary<string, string?>();

    /// <summary>What is sent in place of what was signed.</summary>
    public byte[]? Sent { get; init; }

    public static SlackRequest Json(string path, JsonNode body) =>
        new(path, "application/json", Encoding.UTF8.GetBytes(body.ToJsonString()));

    public static SlackRequest Form(string path, params (string Name, string Value)[] fields) =>
        new(
            path,
            "application/x-www-form-urlencoded",
            Encoding.UTF8.GetBytes(
                string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"))
            )
        );

    public static SlackRequest Payload(string path, JsonNode payload) => Form(path, ("payload", payload.ToJsonString()));

    public HttpRequestMessage Signed()
    {
        var time = DateTimeOffset.UtcNow.AddSeconds(SentAt).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), (byte[])[.. Encoding.ASCII.GetBytes($"v0:{time}:"), .. Body]);
        var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new ByteArrayContent(Sent ?? Body) };
        var headers = new Dictionary<string, string?>
        {
            ["Content-Type"] = ContentType,
            ["X-Slack-Request-Timestamp"] = time,
            ["X-Slack-Signature"] = "v0=" + Convert.ToHexStringLower(signature),
        };
        foreach (var (name, value) in Headers)
            headers[name] = value;
        foreach (var (name, value) in headers)
        {
            if (value is null)
                continue;
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content.Headers.TryAddWithoutValidation(name, value);
        }
        return request;
    }
}

/// <summary>What the bot answered in the response itself.</summary>
internal sealed record SlackAnswer(int Status, string? ContentType, string Body)
{
    public JsonNode? Json => Body.Length == 0 ? null : JsonNode.Parse(Body);
}
