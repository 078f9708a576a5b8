using System.Text.Json.Nodes;

namespace SupplierBot;

/// <summary>
/// People at work in the workspace, towards a bot: everything Slack would send for what they do, signed and with real triggers, and what
/// Slack does with the answer. The same driver drives our bot and the official app (tests/clients/slack/reference-app.mjs).
/// </summary>
/// <param name="bot">Its base address.</param>
internal sealed class SlackDriver(FakeSlack slack, HttpClient bot)
{
    public const string Events = "/slack/events",
        Interactions = "/slack/interactions",
        Commands = "/slack/commands",
        Options = "/slack/options";

    public FakeSlack Slack => slack;

    public async Task<SlackAnswer> SendAsync(SlackRequest request)
    {
        using var message = request.Signed();
        using var response = await bot.SendAsync(message);
        return new((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());
    }

    /// <param name="id">Of the delivery; the same again is a redelivery, which <paramref name="retry"/> counts.</param>
    public Task<SlackAnswer> EventAsync(JsonObject @event, string? id = null, int retry = 0) =>
        SendAsync(
            SlackRequest.Json(Events, SlackPayloads.Envelope(@event, id)) with
            {
                Headers =
                    retry == 0
                        ? new Dictionary<string, string?>()
                        : new Dictionary<string, string?>
                        {
                            ["X-Slack-Retry-Num"] = SlackPayloads.Text(retry),
                            ["X-Slack-Retry-Reason"] = "http_timeout",
                        },
            }
        );

    /// <summary>Types something into the direct messages with the bot.</summary>
    public async Task<SlackAnswer> SayAsync(string name, string text)
    {
        var direct = await slack.DirectAsync(name);
        var said = await slack.AsAsync(name, "chat.postMessage", ("channel", direct), ("text", text));
        return await EventAsync(
            new()
            {
                ["type"] = "message",
                ["channel"] = direct,
                ["channel_type"] = "im",
                ["user"] = slack.User(name),
                ["text"] = text,
                ["ts"] = (string)said["ts"]!,
                ["event_ts"] = (string)said["ts"]!,
                ["team"] = FakeSlack.Team,
            }
        );
    }

    /// <summary>Opens the app's home tab.</summary>
    public Task<SlackAnswer> OpenHomeAsync(string name) =>
        EventAsync(
            new()
            {
                ["type"] = "app_home_opened",
                ["user"] = slack.User(name),
                ["channel"] = "D0",
                ["tab"] = "home",
                ["event_ts"] = SlackPayloads.NewTime(),
            }
        );

    /// <param name="channel">Its name; null for the direct messages with the bot.</param>
    public async Task<SlackAnswer> CommandAsync(string name, string text, string? channel = null)
    {
        var user = slack.User(name);
        var (id, called) = channel is null ? (await slack.DirectAsync(name), "directmessage") : (slack.Channel(channel), channel);
        return await SendAsync(
            SlackRequest.Form(
                Commands,
                SlackPayloads.Command(user, name, id, called, text, await slack.TriggerAsync(user), slack.NewResponseUrl(name))
            )
        );
    }

    public async Task<SlackAnswer> ShortcutAsync(string name, string callback) =>
        await InteractAsync(
            SlackPayloads.By(
                "shortcut",
                slack.User(name),
                name,
                await slack.TriggerAsync(slack.User(name)),
                new JsonObject { ["callback_id"] = callback, ["action_ts"] = SlackPayloads.NewTime() }
            )
        );

    /// <param name="message">Anybody's.</param>
    public async Task<SlackAnswer> MessageShortcutAsync(string name, string callback, string channel, JsonObject message) =>
        await InteractAsync(
            SlackPayloads.By(
                "message_action",
                slack.User(name),
                name,
                await slack.TriggerAsync(slack.User(name)),
                new JsonObject
                {
                    ["callback_id"] = callback,
                    ["action_ts"] = SlackPayloads.NewTime(),
                    ["channel"] = new JsonObject { ["id"] = channel, ["name"] = "somewhere" },
                    ["message_ts"] = (string)message["ts"]!,
                    ["message"] = message.DeepClone(),
                    ["response_url"] = slack.NewResponseUrl(name),
                }
            )
        );

    /// <summary>Presses a button of a message, or chooses in it.</summary>
    /// <param name="action">The start of its action id.</param>
    /// <param name="typed">By block id, as <see cref="TypedState.Of"/> has it.</param>
    public async Task<SlackAnswer> PressAsync(
        string name,
        string channel,
        JsonObject message,
        string action,
        IReadOnlyDictionary<string, string>? typed = null,
        bool ephemeral = false
    )
    {
        var blocks = message["blocks"]!.AsArray();
        var pressed = Find(blocks, action);
        var where = SlackPayloads.OnMessage(
            channel,
            channel.StartsWith('D') ? "directmessage" : "somewhere",
            message,
            TypedState.Of(blocks, typed ?? None),
            slack.NewResponseUrl(name),
            ephemeral
        );
        return await InteractAsync(
            SlackPayloads.By("block_actions", slack.User(name), name, await slack.TriggerAsync(slack.User(name)), where, Actions(pressed))
        );
    }

    /// <summary>Presses a button of a modal or of a home page.</summary>
    public async Task<SlackAnswer> PressInViewAsync(
        string name,
        JsonObject view,
        string action,
        IReadOnlyDictionary<string, string>? typed = null
    )
    {
        var blocks = view["blocks"]!.AsArray();
        var pressed = Find(blocks, action);
        var trigger = await slack.TriggerAsync(slack.User(name), (string)view["id"]!);
        return await InteractAsync(
            SlackPayloads.By(
                "block_actions",
                slack.User(name),
                name,
                trigger,
                SlackPayloads.OnView(view, TypedState.Of(blocks, typed ?? None)),
                Actions(pressed)
            )
        );
    }

    /// <summary>Presses the modal's own button; an answer that changes the modal is carried out, as Slack does.</summary>
    public async Task<SlackAnswer> SubmitAsync(string name, JsonObject view, IReadOnlyDictionary<string, string>? typed = null)
    {
        var trigger = await slack.TriggerAsync(slack.User(name), (string)view["id"]!);
        var filled = SlackPayloads.WithState(view, TypedState.Of(view["blocks"]!.AsArray(), typed ?? None));
        var answer = await InteractAsync(
            SlackPayloads.By(
                "view_submission",
                slack.User(name),
                name,
                trigger,
                new JsonObject { ["view"] = filled, ["response_urls"] = new JsonArray() }
            )
        );
        if (answer is { Status: 200, Json: JsonObject said })
            await CarryOutAsync(name, view, said);
        return answer;
    }

    public Task<SlackAnswer> CloseAsync(string name, JsonObject view) =>
        InteractAsync(
            SlackPayloads.By(
                "view_closed",
                slack.User(name),
                name,
                null,
                new JsonObject { ["view"] = view.DeepClone(), ["is_cleared"] = false }
            )
        );

    /// <summary>Types into a list whose entries the bot looks up.</summary>
    public Task<SlackAnswer> SuggestAsync(string name, JsonObject view, string block, string action, string typed) =>
        SendAsync(
            SlackRequest.Payload(
                Options,
                SlackPayloads.By(
                    "block_suggestion",
                    slack.User(name),
                    name,
                    null,
                    new JsonObject
                    {
                        ["action_id"] = action,
                        ["block_id"] = block,
                        ["value"] = typed,
                    },
                    SlackPayloads.OnView(view, [])
                )
            )
        );

    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    private Task<SlackAnswer> InteractAsync(JsonObject payload) => SendAsync(SlackRequest.Payload(Interactions, payload));

    private async Task CarryOutAsync(string name, JsonObject view, JsonObject said)
    {
        var id = (string)view["id"]!;
        switch ((string?)said["response_action"])
        {
            case "update":
                await slack.ShowAsync("views.update", ("view_id", id), ("view", said["view"]!.ToJsonString()));
                break;
            case "push":
                await slack.ShowAsync(
                    "views.push",
                    ("trigger_id", await slack.TriggerAsync(slack.User(name), id)),
                    ("view", said["view"]!.ToJsonString())
                );
                break;
        }
    }

    private static JsonObject Actions((JsonObject Block, JsonObject Element) pressed) =>
        new() { ["actions"] = new JsonArray(SlackPayloads.Action(pressed.Element, (string)pressed.Block["block_id"]!)) };

    private static (JsonObject Block, JsonObject Element) Find(JsonArray blocks, string action) =>
        (
            from block in blocks.Select(block => block!.AsObject())
            from element in TypedState.Elements(block)
            where ((string?)element["action_id"])?.StartsWith(action, StringComparison.Ordinal) == true
            select (block, element)
        ).FirstOrDefault()
            is { block: not null } found
            ? found
            : throw new InvalidOperationException($"No button begins with '{action}': {blocks.ToJsonString()}");
}
