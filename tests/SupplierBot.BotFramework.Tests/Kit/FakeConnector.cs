using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SupplierBot.BotFramework.Tests.Kit;

/// <summary>A connector on a loopback port that answers as the test says, and remembers what arrived.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> answers = new();

    private FakeConnector(WebApplication app) => this.app = app;

    /// <param name="Target">The path as it came over the wire, still escaped.</param>
    public sealed record Call(string Method, string Target, JsonNode? Body, string? Authorization);

    public ConcurrentQueue<Call> Calls { get; } = new();
    /// <summary>Asked for by id, apart from the calls; whoever is not here is not found.</summary>
    public ConcurrentDictionary<string, string> Members { get; } = new();
    public ConcurrentQueue<string> AskedFor { get; } = new();
    public string Url { get; private set; } = "";

    public static async Task<FakeConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new FakeConnector(builder.Build());
        connector.app.Run(connector.AnswerAsync);
        await connector.app.StartAsync();
        connector.Url = connector.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/base/";
        return connector;
    }

    /// <summary>What the next call gets; without one it is 200 and an id.</summary>
    public FakeConnector Then(int status, string body = "{}", string? retryAfter = null) => Then(http =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null) http.Response.Headers.RetryAfter = retryAfter;
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
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        Calls.Enqueue(new(
            http.Request.Method,
            http.Features.Get<IHttpRequestFeature>()!.RawTarget,
            body.Length == 0 ? null : JsonNode.Parse(body),
            http.Request.Headers.Authorization));
        if (answers.TryDequeue(out var answer)) await answer(http);
        else await http.Response.WriteAsync("""{ "id": "1700000000042" }""");
    }

    private Task MemberAsync(HttpContext http, string member)
    {
        AskedFor.Enqueue(member);
        http.Response.StatusCode = Members.ContainsKey(member) ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        return http.Response.WriteAsync(Members.GetValueOrDefault(member, "{}"));
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
