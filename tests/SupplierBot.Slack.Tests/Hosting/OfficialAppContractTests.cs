using System.Diagnostics;
using System.Text.Json.Nodes;
using SupplierBot.Slack.Tests.Kit;

namespace SupplierBot.Slack.Tests.Hosting;

/// <summary>
/// The driver against the official framework (tests/clients/slack/reference-app.mjs): where an app of it works, what the driver sends is
/// what Slack sends.
/// </summary>
public sealed class OfficialAppContractTests(Workspace workspace, OfficialAppContractTests.Running app)
    : SlackAppContractTests(workspace),
        IClassFixture<Workspace>,
        IClassFixture<OfficialAppContractTests.Running>,
        IAsyncLifetime
{
    private readonly Workspace workspace = workspace;

    internal override SlackDriver Driver => app.Driver!;

    public async ValueTask InitializeAsync() => await app.StartAsync(workspace.Slack);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_message_shortcut_brings_the_message_along()
    {
        var said = await Slack.AsAsync("sam", "chat.postMessage", ("channel", Slack.Channel("procurement")), ("text", "Scale AI"));
        Assert.Equal(
            200,
            (await Driver.MessageShortcutAsync("rita", "supplier_this", Slack.Channel("procurement"), said["message"]!.AsObject())).Status
        );
        var view = await Slack.SeesAsync(
            "rita",
            view => HasInput(view, "service") && view.ToJsonString().Contains("Scale AI", StringComparison.Ordinal)
        );
        Assert.Equal(
            "Scale AI",
            (string?)TypedState.Of(view["blocks"]!.AsArray(), new Dictionary<string, string>())["service"]!["service"]!["value"]
        );
    }

    [Fact]
    public async Task A_window_goes_on_with_what_was_typed_and_another_comes_on_top()
    {
        await Driver.CommandAsync("guest", "new");
        var first = await Slack.SeesAsync("guest", view => HasInput(view, "service"));
        Assert.Equal(200, (await Driver.PressInViewAsync("guest", first, "more:")).Status);
        var top = await Slack.SeesAsync("guest", view => HasInput(view, "more"));
        Assert.Equal((string?)first["id"], (string?)top["previous_view_id"]);
        Assert.Equal(200, (await Driver.CloseAsync("guest", top)).Status);

        var answer = await Driver.SubmitAsync("guest", first, new Dictionary<string, string> { ["service"] = "Acme" });
        Assert.Equal("update", (string?)answer.Json!["response_action"]);
        var next = Slack.Views[(string)first["id"]!];
        Assert.Equal("What for", (string?)next["title"]!["text"]);
        var last = await Driver.SubmitAsync("guest", next, new Dictionary<string, string> { ["purpose"] = "Labels" });
        Assert.Equal((200, ""), (last.Status, last.Body));
    }

    [Fact]
    public async Task A_press_in_a_message_brings_what_was_typed_there_and_an_address_to_answer_to()
    {
        Assert.Equal(200, (await Driver.SayAsync("sam", "hello")).Status);
        var direct = await Slack.DirectAsync("sam");
        var asked = await MessageAsync("sam", direct);
        Assert.Equal(
            200,
            (await Driver.PressAsync("sam", direct, asked, "review:", new Dictionary<string, string> { ["note"] = "typed" })).Status
        );
        var view = await Slack.SeesAsync("sam", view => HasInput(view, "comment"));
        Assert.Equal("typed", (string?)view["blocks"]![0]!["element"]!["initial_value"]);
        for (var look = 0; look < 15_000 && Slack.Responses.IsEmpty; look++)
            await Task.Delay(20);
        Assert.Equal("ephemeral", (string?)Assert.Single(Slack.Responses).Body["response_type"]);
    }

    [Fact]
    public async Task A_list_that_is_looked_up_is_answered_at_once()
    {
        var view = new JsonObject
        {
            ["id"] = "V1",
            ["type"] = "modal",
            ["blocks"] = new JsonArray(),
            ["private_metadata"] = "",
            ["callback_id"] = "supplierbot",
        };
        var answer = await Driver.SuggestAsync("rita", view, "owner", "owner", "Acme");
        Assert.Equal((200, "Acme GmbH"), (answer.Status, (string?)answer.Json!["options"]![0]!["text"]!["text"]));
    }

    // Where ours answers otherwise, on purpose: a time that is yet to come is as wrong as one long past, and nothing is answered unsigned.
    [Fact]
    public async Task It_takes_a_time_that_is_yet_to_come_which_ours_does_not() =>
        Assert.Equal(
            200,
            (
                await Driver.SendAsync(
                    SlackRequest.Json(
                        SlackDriver.Events,
                        SlackPayloads.Envelope(
                            new JsonObject
                            {
                                ["type"] = "app_home_opened",
                                ["user"] = Slack.User("guest"),
                                ["channel"] = "D0",
                                ["tab"] = "messages",
                            }
                        )
                    ) with
                    {
                        SentAt = 400,
                    }
                )
            ).Status
        );

    [Fact]
    public async Task It_answers_an_unsigned_certificate_check_which_ours_does_not() =>
        Assert.Equal(
            200,
            (
                await Driver.SendAsync(
                    SlackRequest.Form(SlackDriver.Commands, ("ssl_check", "1"), ("token", "")) with
                    {
                        Headers = new Dictionary<string, string?> { ["X-Slack-Signature"] = null, ["X-Slack-Request-Timestamp"] = null },
                    }
                )
            ).Status
        );

    private async Task<JsonObject> MessageAsync(string name, string channel)
    {
        for (var look = 0; look < 15_000; look++)
        {
            if (
                (await Slack.MessagesAsync(name, channel)).LastOrDefault(message =>
                    (string?)message["user"] == FakeSlack.Bot && message["blocks"] is not null
                ) is
                { } message
            )
                return message;
            await Task.Delay(20);
        }
        throw new TimeoutException("The app said nothing.");
    }

    /// <summary>One process for all tests of the class.</summary>
    public sealed class Running : IAsyncLifetime
    {
        private Process? node;
        private HttpClient? client;

        internal SlackDriver? Driver { get; private set; }

        public ValueTask InitializeAsync() => ValueTask.CompletedTask;

        internal async Task StartAsync(FakeSlack slack)
        {
            if (Driver is not null)
                return;
            (node, var port) = await SlackNode.StartAsync(
                "reference-app.mjs",
                slack.Api.ToString(),
                FakeSlack.BotToken,
                FakeSlack.SigningSecret
            );
            // It asks who it is once it listens: no call of a test's.
            for (var look = 0; look < 15_000 && !slack.CallNames.Contains("auth.test"); look++)
                await Task.Delay(20);
            client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(5) };
            Driver = new(slack, client);
        }

        public async ValueTask DisposeAsync()
        {
            client?.Dispose();
            if (node is not null)
                await SlackNode.EndAsync(node);
        }
    }
}
