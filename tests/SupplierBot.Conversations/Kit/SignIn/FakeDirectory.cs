using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using SupplierBot.Conversations.Kit.Clients;

namespace SupplierBot.Conversations.Kit.SignIn;

/// <summary>
/// Entra and the channel's issuer in one, on a loopback port with https: it gives the bot its token for the connector, the Playground a
/// token of the channel for the bot, and everybody the keys to check them.
/// </summary>
internal sealed class FakeDirectory : IAsyncDisposable
{
    public const string Host = "login.microsoftonline.com";
    public const string App = "aaaaaaaa-0000-0000-0000-0000000000aa";
    public const string Tenant = "bbbbbbbb-0000-0000-0000-0000000000bb";
    public const string Secret = "a secret of the test";

    private readonly FakeChannelIssuer channel;
    private readonly bool ownsChannel;
    private readonly string serviceUrl;
    private LoopbackServer server = null!;

    private FakeDirectory(int port, string serviceUrl, FakeChannelIssuer? channel) =>
        (Port, this.serviceUrl, this.channel, ownsChannel) = (port, serviceUrl, channel ?? new(), channel is null);

    public int Port { get; }
    public Uri Address => new($"https://localhost:{Port}/");

    /// <summary>Whom tokens were given: client and scope.</summary>
    public ConcurrentQueue<string> Given { get; } = new();

    /// <param name="channel">One key for several directories; its own where it is null.</param>
    public static async Task<FakeDirectory> StartAsync(CertificateAuthority authority, string serviceUrl, FakeChannelIssuer? channel = null)
    {
        var directory = new FakeDirectory(FreePort.Take(), serviceUrl, channel);
        directory.server = await LoopbackServer.StartAsync(
            directory.Map,
            builder =>
                builder
                    .WebHost.UseKestrelHttpsConfiguration()
                    .ConfigureKestrel(kestrel => kestrel.ListenLocalhost(directory.Port, listen => listen.UseHttps(authority.Server)))
        );
        return directory;
    }

    private void Map(WebApplication app)
    {
        app.MapPost("/{tenant}/oauth2/v2.0/token", GiveAsync);
        app.MapGet(
            "/{tenant}/v2.0/.well-known/openid-configuration",
            (string tenant) => Json(FakeChannelIssuer.Metadata($"https://{Host}/{tenant}/v2.0", $"https://{Host}/{tenant}/"))
        );
        app.MapGet("/{tenant}/discovery/v2.0/keys", () => Json(channel.Keys()));
        app.MapGet("/channel", () => Json(FakeChannelIssuer.Metadata(FakeChannelIssuer.Issuer, Address.AbsoluteUri + "channel/")));
        app.MapGet("/channel/discovery/v2.0/keys", () => Json(channel.Keys()));
    }

    /// <summary>What a client must be told to get its tokens here.</summary>
    public Dictionary<string, string> VariablesFor(string authorityFile) =>
        new()
        {
            ["AUTH_CLIENT_ID"] = App,
            ["AUTH_CLIENT_SECRET"] = Secret,
            ["AUTH_TENANT_ID"] = Tenant,
            ["NODE_EXTRA_CA_CERTS"] = authorityFile,
            ["NODE_OPTIONS"] = $"--require {Path.Combine(AppContext.BaseDirectory, "SignIn", "directory.cjs")}",
            ["DIRECTORY_PORT"] = $"{Port}",
        };

    /// <summary>A token of the channel, as the channel would give it.</summary>
    public string ChannelToken(string audience, string? forAddress = null) => channel.Token(audience, forAddress ?? serviceUrl);

    private async Task<IResult> GiveAsync(HttpRequest request, string tenant)
    {
        var form = await request.ReadFormAsync();
        var (client, scope) = ((string?)form["client_id"], (string?)form["scope"] ?? "");
        if (client != App || form["client_secret"] != Secret)
            return Results.Json(
                new JsonObject { ["error"] = "invalid_client", ["error_description"] = "AADSTS7000215: Invalid client secret provided." },
                statusCode: 401
            );
        Given.Enqueue(scope);
        var token = scope.Contains("api.botframework.com", StringComparison.Ordinal)
            ? channel.Sign($"https://{Host}/{tenant}/v2.0", "https://api.botframework.com", ("appid", App))
            : ChannelToken(App);
        return Json(
            new()
            {
                ["token_type"] = "Bearer",
                ["expires_in"] = 3599,
                ["ext_expires_in"] = 3599,
                ["access_token"] = token,
            }
        );
    }

    private static IResult Json(JsonObject body) => Results.Text(body.ToJsonString(), "application/json");

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        if (ownsChannel)
            channel.Dispose();
    }
}
