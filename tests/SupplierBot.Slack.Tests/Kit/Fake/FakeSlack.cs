using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace SupplierBot;

/// <summary>
/// A workspace on a loopback port: the emulator keeps its messages, people and modals (tests/clients/slack/emulator.mjs), and what the
/// emulator has not is added on the way there: user groups, traits of people, response addresses, tokens that end, limits and lost replies
/// (tests/clients/README.md "Slack").
/// </summary>
internal sealed class FakeSlack : IAsyncDisposable
{
    public const string Team = "T000000001",
        App = "A0SUPPLIER",
        Bot = "U0SUPPLIERBOT",
        BotId = "B0SUPPLIER";
    public const string BotToken = "xoxb-local-test",
        SigningSecret = "local-signing-secret";

    private readonly Process emulator;
    private readonly HttpClient behind;
    private readonly Dictionary<string, string> people = [];
    private readonly Dictionary<string, string> channels = [];
    private readonly ConcurrentDictionary<string, string> triggers = new();
    private readonly ConcurrentDictionary<string, string> owners = new();
    private LoopbackServer server = null!;
    private int responses;

    private FakeSlack(Process emulator, int port) =>
        (this.emulator, behind) = (emulator, new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}/api/") });

    /// <param name="Form">Decoded arguments.</param>
    /// <param name="Raw">The body as it came.</param>
    public sealed record Call(
        string Method,
        IReadOnlyDictionary<string, string> Form,
        string Raw,
        string? Authorization,
        string? ContentType
    );

    /// <param name="Message">As it looked then.</param>
    public sealed record Post(string Channel, string Ts, JsonObject Message);

    /// <param name="By">Who had pressed or typed what it answers.</param>
    public sealed record Response(string Id, string By, JsonNode Body);

    /// <summary>Where the bot finds the Web API.</summary>
    public Uri Api => new(server.Address, "api/");
    public SlackFaults Faults { get; } = new();

    /// <summary>What the bot called, in order.</summary>
    public ConcurrentQueue<Call> Calls { get; } = new();
    public IEnumerable<string> CallNames => Calls.Select(call => call.Method);

    /// <summary>Laid over what the emulator says about a user, by id.</summary>
    public ConcurrentDictionary<string, JsonObject> Traits { get; } = new();
    public ConcurrentDictionary<string, string[]> Groups { get; } = new();

    /// <summary>What every message to a channel gets, by its id.</summary>
    public ConcurrentDictionary<string, string> Closed { get; } = new();
    public bool PlanHasGroups { get; set; } = true;

    /// <summary>What every call with the bot token gets, such as <c>token_revoked</c>; null while it is good.</summary>
    public string? TokenError { get; set; }

    /// <summary>Windows and home pages as they were shown last, by id.</summary>
    public ConcurrentDictionary<string, JsonObject> Views { get; } = new();
    public ConcurrentQueue<Response> Responses { get; } = new();

    /// <summary>
    /// Every message the bot posted or changed, in order: for who looks often, because the emulator limits who asks it often.
    /// </summary>
    public ConcurrentQueue<Post> Posts { get; } = new();

    public string User(string name) => people[name];

    public string NameOf(string user) => people.Single(person => person.Value == user).Key;

    public string Channel(string name) => channels[name];

    /// <param name="name">Who presses or types.</param>
    public string NewResponseUrl(string name) => new Uri(Api, $"../response/{name}/{Interlocked.Increment(ref responses)}").ToString();

    public static async Task<FakeSlack> StartAsync()
    {
        var (process, port) = await SlackNode.StartAsync("emulator.mjs", "workspace.yaml");
        var slack = new FakeSlack(process, port);
        slack.server = await LoopbackServer.StartAsync(app =>
        {
            app.MapPost("/api/{method}", slack.AnswerAsync);
            app.MapPost("/response/{by}/{id}", slack.RespondAsync);
        });
        await slack.MeetAsync();
        return slack;
    }

    /// <summary>What somebody does in the workspace themselves, with their own token.</summary>
    /// <exception cref="InvalidOperationException">The workspace says no.</exception>
    public async Task<JsonObject> AsAsync(string name, string method, params (string Name, string Value)[] form) =>
        await SendAsync($"xoxp-{name}", method, form);

    /// <summary>
    /// A trigger as a press of this person makes one: good for three seconds and one modal (src/SupplierBot.Slack/PROTOCOL.md
    /// "Interactions and commands").
    /// </summary>
    /// <param name="view">The modal it was pressed in.</param>
    public async Task<string> TriggerAsync(string user, string? view = null)
    {
        var trigger = (string)
            (
                await SendAsync(
                    BotToken,
                    "views.generateTriggerId",
                    view is null ? [("user_id", user)] : [("user_id", user), ("view_id", view)]
                )
            )["trigger_id"]!;
        triggers[trigger] = user;
        return trigger;
    }

    /// <summary>
    /// The modal (<c>modal</c>) or page (<c>home</c>) somebody sees, once it is as it should be: a bot may acknowledge first and show
    /// afterwards.
    /// </summary>
    /// <exception cref="TimeoutException">It is not, after two minutes, however slow the machine is.</exception>
    public async Task<JsonObject> SeesAsync(string name, Func<JsonObject, bool> asItShould, string type = "modal")
    {
        for (var look = 0; look < 6_000; look++)
        {
            if (Of(name, type).LastOrDefault() is { } newest && asItShould(newest))
                return newest;
            await Task.Delay(20);
        }
        throw new TimeoutException(
            $"{name} does not see it, but {Of(name, type).LastOrDefault()?.ToJsonString() ?? "nothing"}. Calls: {string.Join(", ", CallNames)}"
        );
    }

    /// <summary>Until there are that many calls.</summary>
    /// <exception cref="TimeoutException">There are not, after five minutes, however slow the machine is.</exception>
    public async Task CalledAsync(int calls)
    {
        for (var look = 0; look < 15_000; look++)
        {
            if (Calls.Count >= calls)
                return;
            await Task.Delay(20);
        }
        throw new TimeoutException($"There were not {calls} calls: {string.Join(", ", CallNames)}");
    }

    /// <summary>The modals somebody was ever shown, each as it looked last; the newest last.</summary>
    public IReadOnlyList<JsonObject> ModalsOf(string name) => [.. Of(name, "modal")];

    /// <summary>
    /// The workspace's answer to what the bot answered a press with: shows a view in place of the pressed one, or on top.
    /// </summary>
    public async Task ShowAsync(string method, params (string Name, string Value)[] form) =>
        Shown((await SendAsync(BotToken, method, form))["view"]!.AsObject(), form.ToDictionary(one => one.Name, one => one.Value));

    /// <summary>The direct messages between the bot and somebody.</summary>
    public async Task<string> DirectAsync(string name) =>
        (string)(await AsAsync(name, "conversations.open", ("users", Bot)))["channel"]!["id"]!;

    /// <summary>Oldest first, replies in threads apart (<paramref name="thread"/>).</summary>
    public async Task<IReadOnlyList<JsonObject>> MessagesAsync(string name, string channel, string? thread = null)
    {
        var reply = await AsAsync(
            name,
            thread is null ? "conversations.history" : "conversations.replies",
            thread is null ? [("channel", channel), ("limit", "200")] : [("channel", channel), ("ts", thread)]
        );
        return
        [
            .. reply["messages"]!
                .AsArray()
                .Select(message => message!.AsObject())
                .OrderBy(message => (string)message["ts"]!, StringComparer.Ordinal),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await SlackNode.EndAsync(emulator);
        behind.Dispose();
    }

    private IEnumerable<JsonObject> Of(string name, string type) =>
        Views
            .Values.Where(view => (string?)view["type"] == type && owners.GetValueOrDefault((string)view["id"]!) == User(name))
            .OrderBy(view => (string?)view["hash"], StringComparer.Ordinal);

    private async Task MeetAsync()
    {
        foreach (var user in (await SendAsync("xoxp-rita", "users.list"))["members"]!.AsArray())
            people[(string)user!["name"]!] = (string)user["id"]!;
        var list = await SendAsync("xoxp-rita", "conversations.list", ("types", "public_channel,private_channel"), ("limit", "200"));
        foreach (var channel in list["channels"]!.AsArray())
            channels[(string)channel!["name"]!] = (string)channel["id"]!;
        foreach (var name in new[] { "vendor-security", "vendor-ciso" })
            await AsAsync("rita", "conversations.invite", ("channel", Channel(name)), ("users", Bot));
    }

    private async Task<JsonObject> SendAsync(string token, string method, params (string Name, string Value)[] form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, method)
        {
            Content = new FormUrlEncodedContent(form.Select(one => KeyValuePair.Create(one.Name, one.Value))),
        };
        request.Headers.Authorization = new("Bearer", token);
        using var response = await behind.SendAsync(request);
        var reply = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
        return (bool)reply["ok"]! ? reply : throw new InvalidOperationException($"{method}: {reply["error"]}");
    }

    private async Task AnswerAsync(HttpContext http, string method)
    {
        var request = await server.RecordAsync(http);
        var form = QueryHelpers.ParseQuery(request.Text).ToDictionary(one => one.Key, one => one.Value.ToString());
        var call = new Call(method, form, request.Text, request.Authorization, request.ContentType);
        Calls.Enqueue(call);
        if (Faults.Next(method) is { } fault)
            await fault(http, () => ForwardAsync(http, call));
        else
            await ForwardAsync(http, call);
    }

    private async Task ForwardAsync(HttpContext http, Call call)
    {
        var reply = Own(call) ?? await BehindAsync(call);
        if (call.Method.StartsWith("views.", StringComparison.Ordinal) && reply["view"] is JsonObject view)
            Shown(view, call.Form);
        if (call.Method is "chat.postMessage" or "chat.update" && (bool?)reply["ok"] == true)
            Posted(call, (string)reply["channel"]!, (string)reply["ts"]!);
        if (call.Method == "users.info" && reply["user"] is JsonObject user)
            Describe(user);
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(reply.ToJsonString());
    }

    private async Task<JsonObject> BehindAsync(Call call)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, call.Method) { Content = new StringContent(call.Raw) };
        request.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(call.ContentType!);
        request.Headers.TryAddWithoutValidation("Authorization", call.Authorization);
        using var response = await behind.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }

    /// <summary>What the emulator does not do, or not as Slack does.</summary>
    private JsonObject? Own(Call call) =>
        call switch
        {
            { Authorization: not $"Bearer {BotToken}" } => No("invalid_auth"),
            _ when TokenError is { } error => No(error),
            { Method: "chat.postMessage" or "chat.update" }
                when Closed.TryGetValue(call.Form.GetValueOrDefault("channel", ""), out var closed) => No(closed),
            { Method: "conversations.open" } when call.Form.TryGetValue("users", out var user) && Is(user, "deleted") => No(
                "user_disabled"
            ),
            { Method: "usergroups.users.list" } when !PlanHasGroups => No("plan_upgrade_required"),
            { Method: "usergroups.users.list" } => Groups.TryGetValue(call.Form.GetValueOrDefault("usergroup", ""), out var members)
                ? new() { ["ok"] = true, ["users"] = new JsonArray([.. members.Select(member => (JsonNode)member)]) }
                : No("no_such_subteam"),
            _ => null,
        };

    private void Posted(Call call, string channel, string ts)
    {
        var message = new JsonObject
        {
            ["ts"] = ts,
            ["user"] = Bot,
            ["text"] = call.Form.GetValueOrDefault("text"),
            ["thread_ts"] = call.Form.GetValueOrDefault("thread_ts"),
        };
        if (call.Form.TryGetValue("blocks", out var blocks))
            message["blocks"] = JsonNode.Parse(blocks);
        Posts.Enqueue(new(channel, ts, message));
    }

    private void Shown(JsonObject view, IReadOnlyDictionary<string, string> form)
    {
        var id = (string)view["id"]!;
        // Two answers can come in the other order than they were given.
        Views.AddOrUpdate(
            id,
            view.DeepClone().AsObject(),
            (_, known) => string.CompareOrdinal((string?)known["hash"], (string?)view["hash"]) > 0 ? known : view.DeepClone().AsObject()
        );
        if (
            form.TryGetValue("user_id", out var user)
            || (form.TryGetValue("trigger_id", out var trigger) && triggers.TryGetValue(trigger, out user))
        )
            owners[id] = user;
    }

    private void Describe(JsonObject user)
    {
        foreach (
            var (name, value) in new JsonObject
            {
                ["is_restricted"] = false,
                ["is_ultra_restricted"] = false,
                ["is_email_confirmed"] = true,
                ["tz"] = "Europe/Berlin",
            }.ToList()
        )
            user[name] = value!.DeepClone();
        if (Traits.TryGetValue((string)user["id"]!, out var traits))
            foreach (var (name, value) in traits)
                user[name] = value?.DeepClone();
    }

    private bool Is(string user, string trait) => Traits.TryGetValue(user, out var traits) && (bool?)traits[trait] == true;

    private static JsonObject No(string error) => new() { ["ok"] = false, ["error"] = error };

    /// <summary>At most five posts each, no token asked for (src/SupplierBot.Slack/PROTOCOL.md "Interactions and commands").</summary>
    private async Task RespondAsync(HttpContext http, string by, string id)
    {
        var body = await JsonNode.ParseAsync(http.Request.Body);
        if (Responses.Count(response => response.Id == id) >= 5)
            http.Response.StatusCode = 404;
        else
            Responses.Enqueue(new(id, by, body!));
        await http.Response.WriteAsync(http.Response.StatusCode == 200 ? "ok" : "used_url");
    }
}
