using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SupplierBot.BotFramework.Tests.Kit;

/// <summary>A connector on a loopback port that answers as the test says, and remembers what arrived.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly ConcurrentQueue<Func<HttpContext, Task>> answers = new();
    private LoopbackServer server = null!;

    public ConcurrentQueue<LoopbackRequest> Calls => server.Requests;

    /// <summary>Asked for by id, apart from the calls; a person who is not here is not found.</summary>
    public ConcurrentDictionary<string, string> Members { get; } = new();
    public ConcurrentQueue<string> AskedFor { get; } = new();
    public string Url => $"{server.Address}base/";

    public static async Task<FakeConnector> StartAsync()
    {
        var connector = new FakeConnector();
        connector.server = await LoopbackServer.StartAsync(app => app.Run(connector.AnswerAsync));
        return connector;
    }

    /// <summary>What the next call gets; without one it is 200 and an id.</summary>
    public FakeConnector Then(int status, string body = "{}", string? retryAfter = null) =>
        Then(http =>
        {
            http.Response.StatusCode = status;
            if (retryAfter is not null)
                http.Response.Headers.RetryAfter = retryAfter;
            return http.Response.WriteAsync(body);
        });

    public FakeConnector Then(Func<HttpContext, Task> answer)
    {
        answers.Enqueue(answer);
        return this;
    }

    private async Task AnswerAsync(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) && http.Request.Path.Value!.Split("/members/") is [_, var member])
        {
            await MemberAsync(http, member);
            return;
        }
        await server.RecordAsync(http);
        if (answers.TryDequeue(out var answer))
            await answer(http);
        else
            await http.Response.WriteAsync("""{ "id": "1700000000042" }""");
    }

    private Task MemberAsync(HttpContext http, string member)
    {
        AskedFor.Enqueue(member);
        http.Response.StatusCode = Members.ContainsKey(member) ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        return http.Response.WriteAsync(Members.GetValueOrDefault(member, "{}"));
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
