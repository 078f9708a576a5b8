using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SupplierBot.BotFramework.Tests.Kit;

/// <summary>The channel's issuer on a loopback port: its metadata, its keys, and whatever a test wants instead.</summary>
internal sealed class FakeIssuer : IAsyncDisposable
{
    private LoopbackServer server = null!;

    public List<JsonObject> Keys { get; } = [];
    public int Asked { get; private set; }

    /// <summary>Instead of the metadata.</summary>
    public Func<HttpContext, Task>? Trouble { get; set; }
    public Uri Metadata => new(server.Address, "metadata");

    public static async Task<FakeIssuer> StartAsync()
    {
        var issuer = new FakeIssuer();
        issuer.server = await LoopbackServer.StartAsync(app =>
        {
            app.MapGet("/metadata", issuer.AnswerAsync);
            app.MapGet(
                "/keys",
                () => new JsonObject { ["keys"] = new JsonArray([.. issuer.Keys.Select(key => key.DeepClone())]) }.ToJsonString()
            );
        });
        return issuer;
    }

    /// <summary>Names a key as the channel does.</summary>
    public void Publish(RSA key, string id, params string[] endorsements)
    {
        var parts = key.ExportParameters(includePrivateParameters: false);
        Keys.Add(
            new()
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = id,
                ["n"] = TestToken.Base64Url(parts.Modulus!),
                ["e"] = TestToken.Base64Url(parts.Exponent!),
                ["endorsements"] = new JsonArray([.. endorsements.Select(channel => JsonValue.Create(channel))]),
            }
        );
    }

    private Task AnswerAsync(HttpContext http)
    {
        Asked++;
        return Trouble?.Invoke(http)
            ?? http.Response.WriteAsync(
                $$"""{ "issuer": "{{TestToken.Issuer}}", "jwks_uri": "{{new Uri(Metadata, "keys")}}", "id_token_signing_alg_values_supported": ["RS256"] }"""
            );
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
