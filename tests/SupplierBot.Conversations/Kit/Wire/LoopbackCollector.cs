using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SupplierBot.Conversations.Kit.Clients;

namespace SupplierBot.Conversations.Kit.Wire;

/// <summary>Takes OTLP over HTTP and keeps the bytes: names and values of strings can be read in them without any schema.</summary>
internal sealed class LoopbackCollector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, string Text)> received = new();
    private readonly WebApplication app;

    private LoopbackCollector()
    {
        Address = $"http://127.0.0.1:{FreePort.Take()}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address);
        app = builder.Build();
        app.MapPost("/{**path}", TakeAsync);
    }

    public string Address { get; }

    public static async Task<LoopbackCollector> StartAsync()
    {
        var collector = new LoopbackCollector();
        await collector.app.StartAsync();
        return collector;
    }

    /// <summary>Everything that came to the path so far.</summary>
    public string At(string path) => string.Concat(received.Where(one => one.Path == path).Select(one => one.Text));

    /// <summary>False where it did not come within a minute.</summary>
    public async Task<bool> HearsAsync(string path, string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (!At(path).Contains(text, StringComparison.Ordinal))
        {
            if (patience.IsCancellationRequested) return false;
            await Task.Delay(50);
        }
        return true;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        received.Enqueue((http.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
        http.Response.ContentType = "application/x-protobuf";
    }
}
