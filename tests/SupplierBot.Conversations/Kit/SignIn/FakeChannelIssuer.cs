using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SupplierBot.Conversations.Kit.SignIn;

/// <summary>The channel's key: signs tokens as the channel does, and says what the channel publishes to check them.</summary>
internal sealed class FakeChannelIssuer : IDisposable
{
    public const string Issuer = "https://channel.test";
    private readonly RSA key = RSA.Create(2048);

    /// <summary>A token of the channel for one service address.</summary>
    public string Token(string audience, string serviceUrl) => Sign(Issuer, audience, ("serviceurl", serviceUrl));

    public string Sign(string issuer, string audience, (string Name, string Value) claim)
    {
        var now = DateTimeOffset.UtcNow;
        var claims = new JsonObject
        {
            ["iss"] = issuer,
            ["aud"] = audience,
            ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(12).ToUnixTimeSeconds(),
            [claim.Name] = claim.Value,
        };
        var text = $"{Part(new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = "key-1" })}.{Part(claims)}";
        return $"{text}.{Base64Url(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public JsonObject Keys()
    {
        var parts = key.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["keys"] = new JsonArray(
                new JsonObject
                {
                    ["kty"] = "RSA",
                    ["use"] = "sig",
                    ["alg"] = "RS256",
                    ["kid"] = "key-1",
                    ["n"] = Base64Url(parts.Modulus!),
                    ["e"] = Base64Url(parts.Exponent!),
                    ["endorsements"] = new JsonArray("msteams"),
                }
            ),
        };
    }

    /// <param name="at">The address below which the keys are, with its slash.</param>
    public static JsonObject Metadata(string issuer, string at) =>
        new()
        {
            ["issuer"] = issuer,
            ["token_endpoint"] = at + "oauth2/v2.0/token",
            ["authorization_endpoint"] = at + "oauth2/v2.0/authorize",
            ["end_session_endpoint"] = at + "oauth2/v2.0/logout",
            ["jwks_uri"] = at + "discovery/v2.0/keys",
        };

    private static string Part(JsonObject json) => Base64Url(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    public void Dispose() => key.Dispose();
}
