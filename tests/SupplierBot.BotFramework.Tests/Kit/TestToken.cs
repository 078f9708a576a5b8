using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SupplierBot.BotFramework.Tests.Kit;

/// <summary>A token of the channel, put together by hand, so that every part of it can be wrong.</summary>
internal sealed record TestToken
{
    public const string Issuer = "https://issuer.test";
    public const string AppId = "bbbbbbbb-0000-0000-0000-000000000001";
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public JsonObject Header { get; init; } =
        new()
        {
            ["alg"] = "RS256",
            ["typ"] = "JWT",
            ["kid"] = "key-1",
        };
    public JsonObject Claims { get; init; } = new();
    public Func<byte[], byte[]> Sign { get; init; } = _ => [];

    public static TestToken For(RSA key, string serviceUrl) =>
        new()
        {
            Claims = new()
            {
                ["iss"] = Issuer,
                ["aud"] = AppId,
                ["nbf"] = Seconds(-60),
                ["exp"] = Seconds(3600),
                ["serviceurl"] = serviceUrl,
            },
            Sign = Rs(key, HashAlgorithmName.SHA256),
        };

    public static long Seconds(double fromNow) => Now.AddSeconds(fromNow).ToUnixTimeSeconds();

    public static Func<byte[], byte[]> Rs(RSA key, HashAlgorithmName hash, RSASignaturePadding? padding = null) =>
        text => key.SignData(text, hash, padding ?? RSASignaturePadding.Pkcs1);

    public TestToken With(string claim, JsonNode? value) => this with { Claims = Changed(Claims, claim, value) };

    public TestToken Headed(string member, JsonNode? value) => this with { Header = Changed(Header, member, value) };

    public override string ToString()
    {
        var text = $"{Base64Url(Encoding.UTF8.GetBytes(Header.ToJsonString()))}.{Base64Url(Encoding.UTF8.GetBytes(Claims.ToJsonString()))}";
        return $"{text}.{Base64Url(Sign(Encoding.ASCII.GetBytes(text)))}";
    }

    public static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private static JsonObject Changed(JsonObject of, string name, JsonNode? value)
    {
        var copy = of.DeepClone().AsObject();
        copy.Remove(name);
        if (value is not null)
            copy[name] = value;
        return copy;
    }
}
