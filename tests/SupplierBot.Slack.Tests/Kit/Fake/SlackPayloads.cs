using System.Globalization;
using System.Text.Json.Nodes;

namespace SupplierBot;

/// <summary>
/// The bodies of what Slack sends (src/SupplierBot.Slack/PROTOCOL.md "Interactions and commands"). Pure, but for ids and times.
/// </summary>
internal static class SlackPayloads
{
    private static int Last;

    public static string NewTime() => $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}.{Interlocked.Increment(ref Last):000000}";

    public static JsonObject Envelope(JsonObject @event, string? id = null) =>
        new()
        {
            ["token"] = "",
            ["team_id"] = FakeSlack.Team,
            ["context_team_id"] = FakeSlack.Team,
            ["context_enterprise_id"] = null,
            ["api_app_id"] = FakeSlack.App,
            ["event"] = @event.DeepClone(),
            ["type"] = "event_callback",
            ["event_id"] = id ?? $"Ev{Guid.NewGuid():N}"[..12].ToUpperInvariant(),
            ["event_time"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
            ["authorizations"] = new JsonArray(
                new JsonObject
                {
                    ["enterprise_id"] = null,
                    ["team_id"] = FakeSlack.Team,
                    ["user_id"] = FakeSlack.Bot,
                    ["is_bot"] = true,
                    ["is_enterprise_install"] = false,
                }
            ),
            ["is_ext_shared_channel"] = false,
        };

    /// <param name="pressed">One of the element's own, as it was shown, or with what was chosen.</param>
    public static JsonObject Action(JsonObject element, string block, JsonObject? pressed = null)
    {
        var action = new JsonObject
        {
            ["action_id"] = (string)element["action_id"]!,
            ["block_id"] = block,
            ["type"] = (string)element["type"]!,
            ["action_ts"] = NewTime(),
        };
        // A choice behind "…" comes as the option, of the menu it is in.
        if (element["menu"] is { } menu)
        {
            action["action_id"] = (string)menu!;
            action["selected_option"] = element["option"]!.DeepClone();
            return action;
        }
        foreach (var name in new[] { "text", "value", "style" })
            if (element[name] is { } shown)
                action[name] = shown.DeepClone();
        foreach (var (name, value) in pressed ?? [])
            action[name] = value?.DeepClone();
        return action;
    }

    public static JsonObject OnMessage(
        string channel,
        string channelName,
        JsonObject message,
        JsonObject values,
        string responseUrl,
        bool ephemeral = false
    ) =>
        new()
        {
            ["container"] = new JsonObject
            {
                ["type"] = "message",
                ["message_ts"] = (string)message["ts"]!,
                ["channel_id"] = channel,
                ["is_ephemeral"] = ephemeral,
                ["thread_ts"] = (string?)message["thread_ts"],
            },
            ["channel"] = new JsonObject { ["id"] = channel, ["name"] = channelName },
            ["message"] = message.DeepClone(),
            ["state"] = new JsonObject { ["values"] = values },
            ["response_url"] = responseUrl,
        };

    public static JsonObject OnView(JsonObject view, JsonObject values) =>
        new()
        {
            ["container"] = new JsonObject { ["type"] = "view", ["view_id"] = (string)view["id"]! },
            ["view"] = WithState(view, values),
        };

    public static JsonObject WithState(JsonObject view, JsonObject values)
    {
        var filled = view.DeepClone().AsObject();
        filled["state"] = new JsonObject { ["values"] = values };
        return filled;
    }

    /// <summary>What every payload of somebody's doing says.</summary>
    public static JsonObject By(string type, string user, string name, string? trigger, params JsonObject[] more)
    {
        var payload = new JsonObject
        {
            ["type"] = type,
            ["team"] = new JsonObject { ["id"] = FakeSlack.Team, ["domain"] = "acme" },
            ["user"] = new JsonObject
            {
                ["id"] = user,
                ["username"] = name,
                ["name"] = name,
                ["team_id"] = FakeSlack.Team,
            },
            ["api_app_id"] = FakeSlack.App,
            ["token"] = "",
            ["enterprise"] = null,
            ["is_enterprise_install"] = false,
        };
        if (trigger is not null)
            payload["trigger_id"] = trigger;
        foreach (var (member, value) in more.SelectMany(one => one))
            payload[member] = value?.DeepClone();
        return payload;
    }

    public static (string Name, string Value)[] Command(
        string user,
        string name,
        string channel,
        string channelName,
        string text,
        string trigger,
        string responseUrl,
        string command = "/supplier"
    ) =>
        [
            ("token", ""),
            ("team_id", FakeSlack.Team),
            ("team_domain", "acme"),
            ("channel_id", channel),
            ("channel_name", channelName),
            ("user_id", user),
            ("user_name", name),
            ("command", command),
            ("text", text),
            ("api_app_id", FakeSlack.App),
            ("is_enterprise_install", "false"),
            ("response_url", responseUrl),
            ("trigger_id", trigger),
        ];

    public static long Seconds => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    public static string Text(long seconds) => seconds.ToString(CultureInfo.InvariantCulture);
}
