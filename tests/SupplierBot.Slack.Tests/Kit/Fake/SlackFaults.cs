using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace SupplierBot;

/// <summary>What goes wrong with the next calls of a method, in order; then all is well again.</summary>
internal sealed class SlackFaults
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<HttpContext, Func<Task>, Task>>> staged = new();

    /// <summary>Slack says no.</summary>
    public void Refuse(string method, string error, string more = "") =>
        Answer(method, 200, $$"""{"ok":false,"error":"{{error}}"{{more}}}""");

    public void Limit(string method, string? retryAfter) =>
        Stage(
            method,
            (http, _) =>
            {
                if (retryAfter is not null)
                    http.Response.Headers.RetryAfter = retryAfter;
                return WriteAsync(http, 429, """{"ok":false,"error":"ratelimited"}""");
            }
        );

    public void Answer(string method, int status, string body = "") => Stage(method, (http, _) => WriteAsync(http, status, body));

    /// <summary>It is done, and nobody hears of it.</summary>
    public void LoseReply(string method) =>
        Stage(
            method,
            async (http, forward) =>
            {
                var (reply, unheard) = (http.Response.Body, new MemoryStream());
                http.Response.Body = unheard;
                await forward();
                http.Response.Body = reply;
                http.Abort();
            }
        );

    /// <summary>Nothing happens for as long as the caller waits.</summary>
    public void Hang(string method) =>
        Stage(method, (http, _) => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));

    public void Clear() => staged.Clear();

    public Func<HttpContext, Func<Task>, Task>? Next(string method) =>
        staged.TryGetValue(method, out var queue) && queue.TryDequeue(out var fault) ? fault : null;

    private void Stage(string method, Func<HttpContext, Func<Task>, Task> fault) => staged.GetOrAdd(method, _ => new()).Enqueue(fault);

    private static Task WriteAsync(HttpContext http, int status, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body);
    }
}
