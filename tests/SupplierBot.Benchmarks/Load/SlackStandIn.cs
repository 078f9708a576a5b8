using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SupplierBot.Benchmarks.Load;

/// <summary>A Web API that says yes at once and keeps nothing but the modals people wait for: the figures are the bot's.</summary>
internal sealed class SlackStandIn : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonObject>> awaited = new();
    private LoopbackServer server = null!;
    private int last;

    public Uri Api => new(server.Address, "api/");

    public static async Task<SlackStandIn> StartAsync()
    {
        var slack = new SlackStandIn();
        slack.server = await LoopbackServer.StartAsync(app => app.MapPost("/api/{method}", slack.AnswerAsync));
        return slack;
    }

    /// <summary>The modal that a trigger opens.</summary>
    public Task<JsonObject> OpenedBy(string trigger) =>
        awaited.GetOrAdd(trigger, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext http, string method)
    {
        var form = await http.Request.ReadFormAsync();
        var id = $"{Interlocked.Increment(ref last)}";
        var reply = new JsonObject
        {
            ["ok"] = true,
            ["ts"] = $"1.{id}",
            ["channel"] = new JsonObject { ["id"] = $"D{form["users"]}" },
        };
        if (method == "auth.test")
            (reply["team_id"], reply["user_id"]) = (FakeSlack.Team, FakeSlack.Bot);
        if (method == "users.info")
            reply["user"] = new JsonObject
            {
                ["id"] = (string?)form["user"],
                ["team_id"] = FakeSlack.Team,
                ["real_name"] = "Somebody",
            };
        if (method == "views.open")
        {
            var view = JsonNode.Parse(form["view"]!)!.AsObject();
            view["id"] = $"V{id}";
            reply["view"] = new JsonObject { ["id"] = $"V{id}" };
            awaited.GetOrAdd((string)form["trigger_id"]!, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult(view);
        }
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(reply.ToJsonString());
    }
}
