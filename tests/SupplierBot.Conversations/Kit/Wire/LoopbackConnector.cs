using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SupplierBot.Conversations.Kit.Clients;

namespace SupplierBot.Conversations.Kit.Wire;

/// <summary>A connector of our own on a loopback port: keeps what people would see, and answers as badly as a test wants.</summary>
internal sealed class LoopbackConnector : IAsyncDisposable
{
    private static readonly ConnectorAnswer Takes = new ConnectorAnswer.Takes();
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, Posted>> conversations = new(StringComparer.Ordinal);
    private LoopbackServer? server;
    private int calls;
    private long lastId;

    private LoopbackConnector(int port) => ServiceUrl = new($"http://127.0.0.1:{port}/");

    /// <summary>What activities name as <c>serviceUrl</c>, and what the bot must allow.</summary>
    public Uri ServiceUrl { get; }

    /// <summary>How each call is answered; every call is taken where it is not set.</summary>
    public Func<ConnectorCall, ConnectorAnswer> Answers { get; set; } = _ => Takes;

    /// <summary>Takes the place of keeping, under load: conversation and activity.</summary>
    public Action<string, byte[]>? InsteadOfKeeping { get; set; }
    public int Calls => calls;

    public static async Task<LoopbackConnector> StartAsync()
    {
        var connector = new LoopbackConnector(FreePort.Take());
        await connector.StartAgainAsync();
        return connector;
    }

    /// <summary>The settings a bot needs to speak to it.</summary>
    public Dictionary<string, string> Settings => new() { ["Local:AllowedServiceUrls:0"] = ServiceUrl.ToString() };

    /// <summary>What is in a conversation now, oldest first.</summary>
    public IReadOnlyList<Posted> In(string conversation) =>
        conversations.TryGetValue(conversation, out var messages) ? [.. messages.Values.OrderBy(posted => posted.Order)] : [];

    /// <summary>The first messages of a channel's threads, oldest first.</summary>
    public IReadOnlyList<Posted> Threads(string channel) =>
        [
            .. conversations
                .Where(pair => pair.Key.StartsWith(channel + ";messageid=", StringComparison.Ordinal))
                .SelectMany(pair => pair.Value.Values)
                .OrderBy(posted => posted.Order),
        ];

    /// <summary>Down: nobody listens at the port until <see cref="StartAgainAsync"/>.</summary>
    public async Task StopAsync()
    {
        if (server is null)
            return;
        await server.DisposeAsync();
        server = null;
    }

    public async Task StartAgainAsync() => server = await LoopbackServer.StartAsync(Map, port: ServiceUrl.Port);

    public async ValueTask DisposeAsync() => await StopAsync();

    private void Map(WebApplication app)
    {
        app.MapPost(
            "/v3/conversations/{conversation}/activities",
            (HttpContext http, string conversation) => TakeAsync(http, conversation, null)
        );
        app.MapPost(
            "/v3/conversations/{conversation}/activities/{replyTo}",
            (HttpContext http, string conversation) => TakeAsync(http, conversation, null)
        );
        app.MapPut(
            "/v3/conversations/{conversation}/activities/{message}",
            (HttpContext http, string conversation, string message) => TakeAsync(http, conversation, message)
        );
        app.MapPost("/v3/conversations", StartThreadAsync);
    }

    private async Task TakeAsync(HttpContext http, string conversation, string? message)
    {
        var activity = InsteadOfKeeping is null ? (await JsonNode.ParseAsync(http.Request.Body))!.AsObject() : null;
        if ((string?)activity?["type"] == "typing")
        {
            http.Response.StatusCode = StatusCodes.Status202Accepted; // No message: nobody counts it, and nothing is kept.
            return;
        }
        var answer = Answers(new(Interlocked.Increment(ref calls), http.Request.Method, conversation, message));
        if (answer is ConnectorAnswer.Refuses refusal)
        {
            await RefuseAsync(http, refusal);
            return;
        }
        var id = message ?? Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture);
        if (!await KeepAsync(http, conversation, id, activity, isNew: message is null))
            return;
        await RespondAsync(http, answer, $"{{\"id\":\"{id}\"}}");
    }

    private static async Task RespondAsync(HttpContext http, ConnectorAnswer answer, string ids)
    {
        if (answer is ConnectorAnswer.TakesAndBreaks)
        {
            http.Abort();
            return;
        }
        if (answer is ConnectorAnswer.TakesSlowly slowly)
            await Task.Delay(slowly.After, http.RequestAborted);
        if (answer is ConnectorAnswer.TakesWhen when)
            await when.Released.WaitAsync(http.RequestAborted);
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(ids);
    }

    /// <summary>
    /// A thread of a channel is a conversation of its own; its root message has the id of the thread
    /// (src/SupplierBot.BotFramework/PROTOCOL.md "Activities").
    /// </summary>
    private async Task StartThreadAsync(HttpContext http)
    {
        var parameters = (await JsonNode.ParseAsync(http.Request.Body))!;
        var channel = (string)parameters["channelData"]!["channel"]!["id"]!;
        var answer = Answers(new(Interlocked.Increment(ref calls), http.Request.Method, channel, null));
        if (answer is ConnectorAnswer.Refuses refusal)
        {
            await RefuseAsync(http, refusal);
            return;
        }
        var id = Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture);
        Keep($"{channel};messageid={id}", new(id, long.Parse(id, CultureInfo.InvariantCulture), parameters["activity"]!.AsObject(), 1));
        await RespondAsync(http, answer, $"{{\"id\":\"{channel};messageid={id}\",\"activityId\":\"{id}\"}}");
    }

    private static async Task RefuseAsync(HttpContext http, ConnectorAnswer.Refuses refusal)
    {
        http.Response.StatusCode = refusal.Status;
        if (refusal.RetryAfterSeconds is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await http.Response.WriteAsync("{}");
    }

    private async Task<bool> KeepAsync(HttpContext http, string conversation, string id, JsonObject? activity, bool isNew)
    {
        if (activity is null)
        {
            var body = new MemoryStream((int)(http.Request.ContentLength ?? 0));
            await http.Request.Body.CopyToAsync(body);
            InsteadOfKeeping!(conversation, body.ToArray());
            return true;
        }
        var before = conversations.TryGetValue(conversation, out var messages) ? messages.GetValueOrDefault(id) : null;
        if (!isNew && before is null)
        {
            await RefuseAsync(http, new(StatusCodes.Status404NotFound));
            return false;
        }
        Keep(conversation, new(id, before?.Order ?? long.Parse(id, CultureInfo.InvariantCulture), activity, (before?.Version ?? 0) + 1));
        return true;
    }

    private void Keep(string conversation, Posted posted) =>
        conversations.GetOrAdd(conversation, _ => new(StringComparer.Ordinal))[posted.Id] = posted;
}

/// <param name="Order">Of posting; an update keeps it.</param>
/// <param name="Version">1 when posted, one more for each update.</param>
internal sealed record Posted(string Id, long Order, JsonObject Activity, int Version)
{
    private readonly Lazy<Card?> read = new(() => Activity["attachments"]?[0]?["content"] is JsonObject card ? new Card(card) : null);

    /// <summary>Null for plain text.</summary>
    public Card? Card => read.Value;
    public string Text => (string?)Activity["text"] ?? "";

    public bool Contains(string text) => Text.Contains(text, StringComparison.Ordinal) || (Card?.Contains(text) ?? false);
}
