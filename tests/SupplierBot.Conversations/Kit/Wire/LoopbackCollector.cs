using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SupplierBot.Conversations.Kit.Wire;

/// <summary>Takes OTLP over HTTP and keeps the bytes: names and values of strings can be read in them without any schema.</summary>
internal sealed class LoopbackCollector : IAsyncDisposable
{
    private LoopbackServer server = null!;

    public string Address => server.Address.ToString();

    public static async Task<LoopbackCollector> StartAsync()
    {
        var collector = new LoopbackCollector();
        collector.server = await LoopbackServer.StartAsync(app => app.MapPost("/{**path}", collector.TakeAsync));
        return collector;
    }

    /// <summary>Everything that came to the path so far.</summary>
    public string At(string path) =>
        string.Concat(server.Requests.Where(one => one.Target == path).Select(one => Encoding.Latin1.GetString(one.Bytes)));

    /// <summary>False where it did not come within a minute.</summary>
    public async Task<bool> HearsAsync(string path, string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (!At(path).Contains(text, StringComparison.Ordinal))
        {
            if (patience.IsCancellationRequested)
                return false;
            await Task.Delay(50);
        }
        return true;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        await server.RecordAsync(http);
        http.Response.ContentType = "application/x-protobuf";
    }
}
