using System.Diagnostics;
using System.Text.Json.Nodes;
using SupplierBot.Slack.Tests.Kit;

namespace SupplierBot.Slack.Tests.Api;

/// <summary>The same calls by Slack's own JavaScript client (tests/clients/slack/official-call.mjs): what arrives is the same.</summary>
public sealed class SlackApiOfficialClientTests(Workspace workspace) : IClassFixture<Workspace>, IAsyncLifetime
{
    private const string Hostile = "a+b & c=d%20 \u202Eéß漢😀 ~!*'()\r\n\t\"\\ <!channel>";

    private static readonly JsonArray Blocks =
    [
        new JsonObject
        {
            ["type"] = "section",
            ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = Hostile },
        },
    ];

    public static readonly TheoryData<string, string> Calls = new()
    {
        {
            "chat.postMessage",
            new JsonObject
            {
                ["channel"] = "C1",
                ["text"] = Hostile,
                ["blocks"] = Blocks.DeepClone(),
                ["unfurl_links"] = false,
                ["unfurl_media"] = false,
            }.ToJsonString()
        },
        {
            "chat.update",
            new JsonObject
            {
                ["channel"] = "C1",
                ["ts"] = "1700000000.000001",
                ["text"] = "",
                ["blocks"] = Blocks.DeepClone(),
                ["parse"] = "none",
            }.ToJsonString()
        },
        { "conversations.open", new JsonObject { ["users"] = "U1" }.ToJsonString() },
        {
            "views.open",
            new JsonObject
            {
                ["trigger_id"] = "1.2.abc",
                ["view"] = new JsonObject
                {
                    ["type"] = "modal",
                    ["title"] = new JsonObject { ["type"] = "plain_text", ["text"] = "Request" },
                    ["blocks"] = Blocks.DeepClone(),
                },
            }.ToJsonString()
        },
        { "auth.test", "{}" },
    };

    private Process node = null!;

    public async ValueTask InitializeAsync() =>
        (node, _) = await SlackNode.StartAsync("official-call.mjs", workspace.Slack.Api.ToString(), FakeSlack.BotToken);

    public async ValueTask DisposeAsync() => await SlackNode.EndAsync(node);

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Our_call_is_the_official_one(string method, string arguments)
    {
        await using var bot = workspace.NewBot();
        workspace.Slack.Faults.Refuse(method, "invalid_arguments");
        workspace.Slack.Faults.Refuse(method, "invalid_arguments");
        var given = JsonNode.Parse(arguments)!.AsObject();
        await bot.Api.CallAsync(
            method,
            given.ToDictionary(
                one => one.Key,
                one => one.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : one.Value!.ToJsonString()
            ),
            default
        );
        await node.StandardInput.WriteLineAsync(new JsonArray(method, given).ToJsonString());
        await node.StandardInput.FlushAsync();
        await workspace.Slack.CalledAsync(2);
        var (ours, official) = (workspace.Slack.Calls.First(), workspace.Slack.Calls.Last());
        Assert.Equal((official.Method, official.Authorization, official.ContentType), (ours.Method, ours.Authorization, ours.ContentType));
        Assert.Equal(official.Form.Keys.Order(), ours.Form.Keys.Order());
        Assert.All(official.Form, one => Assert.Equal(Plain(one.Value), Plain(ours.Form[one.Key])));
    }

    /// <summary>JSON may be written in more than one way.</summary>
    private static string Plain(string value) =>
        value.StartsWith('[') || value.StartsWith('{') ? JsonNode.Parse(value)!.ToJsonString() : value;
}
