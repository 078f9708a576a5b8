using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace SupplierBot;

/// <summary>A web server on 127.0.0.1 while a test runs: its routes are the caller's, and it keeps what the caller has it record.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private LoopbackServer(WebApplication app) => this.app = app;

    /// <summary>With a slash at its end.</summary>
    public Uri Address => new(app.Urls.First());
    public IServiceProvider Services => app.Services;

    /// <summary>What <see cref="RecordAsync"/> was called for, in order.</summary>
    public ConcurrentQueue<LoopbackRequest> Requests { get; } = new();

    /// <param name="setup">Services, logging, or endpoints of its own: those take the place of <paramref name="port"/>.</param>
    /// <param name="port">For a server that must come back where it was; else the system chooses one.</param>
    public static async Task<LoopbackServer> StartAsync(
        Action<WebApplication> routes,
        Action<WebApplicationBuilder>? setup = null,
        int port = 0
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        setup?.Invoke(builder);
        var app = builder.Build();
        routes(app);
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
        return new(app);
    }

    /// <summary>An address at which nobody listens.</summary>
    public static Uri Nobody()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }

    /// <summary>Reads the request to its end and keeps it.</summary>
    public async Task<LoopbackRequest> RecordAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var request = new LoopbackRequest(
            http.Request.Method,
            http.Features.Get<IHttpRequestFeature>()!.RawTarget,
            body.ToArray(),
            http.Request.Headers.Authorization,
            http.Request.ContentType
        );
        Requests.Enqueue(request);
        return request;
    }

    /// <summary>At once: anyone who is still waiting for an answer gets none.</summary>
    public ValueTask DisposeAsync() => app.DisposeAsync();
}

/// <param name="Target">Path and query as they came over the wire, still escaped.</param>
internal sealed record LoopbackRequest(string Method, string Target, byte[] Bytes, string? Authorization, string? ContentType)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>Null where there was none.</summary>
    public JsonNode? Body => Bytes.Length == 0 ? null : JsonNode.Parse(Bytes);
}
