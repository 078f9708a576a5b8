using System.Text;
using System.Text.Json.Nodes;
using SupplierBot.Slack.Tests.Kit;

namespace SupplierBot.Slack.Tests.Hosting;

/// <summary>
/// What any bot must answer to what Slack sends. Run against the official app, it shows that the driver is Slack enough; against ours, that
/// ours is.
/// </summary>
public abstract class SlackAppContractTests(Workspace workspace)
{
    internal FakeSlack Slack => workspace.Slack;
    internal abstract SlackDriver Driver { get; }

    [Fact]
    public async Task The_address_is_confirmed_by_its_challenge()
    {
        var answer = await Driver.SendAsync(
            SlackRequest.Json(
                SlackDriver.Events,
                new JsonObject
                {
                    ["type"] = "url_verification",
                    ["token"] = "",
                    ["challenge"] = "3eZbrw1aB",
                }
            )
        );
        Assert.Equal((200, "3eZbrw1aB"), (answer.Status, (string?)answer.Json!["challenge"]));
    }

    [Theory]
    [InlineData(0, 200), InlineData(-295, 200), InlineData(-310, 401)]
    public async Task A_signed_event_is_taken_while_it_is_fresh(int sentAt, int status) =>
        Assert.Equal(status, (await Driver.SendAsync(Event() with { SentAt = sentAt })).Status);

    public static MatrixTheoryData<string, string> Forgeries =>
        new(
            ["event", "command", "shortcut"],
            [
                "wrong secret",
                "other body",
                "no signature",
                "no time",
                "other version",
                "upper case",
                "empty signature",
                "time of another",
                "short signature",
            ]
        );

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_request_is_refused_and_nothing_is_done(string what, string how)
    {
        // Of nobody else and by a trigger of its own: an app may still be at work on what another test sent.
        var (nobody, trigger) = ("U0FORGED", "1.2.forged");
        var good = what switch
        {
            "event" => SlackRequest.Json(SlackDriver.Events, SlackPayloads.Envelope(HomeOpened(nobody))),
            "command" => SlackRequest.Form(
                SlackDriver.Commands,
                SlackPayloads.Command(nobody, "forged", "C1", "x", "new", trigger, "http://127.0.0.1/")
            ),
            _ => SlackRequest.Payload(
                SlackDriver.Interactions,
                SlackPayloads.By("shortcut", nobody, "forged", trigger, new JsonObject { ["callback_id"] = "supplier_new" })
            ),
        };
        Assert.Equal(401, (await Driver.SendAsync(Forged(good, how))).Status);
        Assert.DoesNotContain(
            Slack.Calls,
            call => call.Raw.Contains(nobody, StringComparison.Ordinal) || call.Raw.Contains(trigger, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_delivery_that_is_repeated_is_acknowledged_again()
    {
        Assert.Equal(200, (await Driver.EventAsync(HomeOpened(), "Ev0REPEATED")).Status);
        for (var retry = 1; retry <= 3; retry++)
            Assert.Equal(200, (await Driver.EventAsync(HomeOpened(), "Ev0REPEATED", retry)).Status);
    }

    [Fact]
    public async Task The_command_opens_a_window()
    {
        var answer = await Driver.CommandAsync("rita", "new");
        Assert.Equal((200, ""), (answer.Status, answer.Body));
        Assert.Equal("modal", (string?)(await RequestAsync("rita"))["type"]);
    }

    [Fact]
    public async Task The_command_is_heard_in_a_channel_too()
    {
        Assert.Equal(200, (await Driver.CommandAsync("carla", "new", "procurement")).Status);
        await RequestAsync("carla");
    }

    [Fact]
    public async Task The_global_shortcut_opens_the_same_window()
    {
        Assert.Equal((200, ""), await Driver.ShortcutAsync("sam", "supplier_new") is var answer ? (answer.Status, answer.Body) : default);
        await RequestAsync("sam");
    }

    [Fact]
    public async Task A_window_that_is_not_complete_says_what_is_missing_at_the_input_itself()
    {
        await Driver.ShortcutAsync("priya", "supplier_new");
        var view = await RequestAsync("priya");
        var answer = await Driver.SubmitAsync("priya", view);
        Assert.Equal((200, "errors"), (answer.Status, (string?)answer.Json!["response_action"]));
        var inputs = view["blocks"]!
            .AsArray()
            .Where(block => (string?)block!["type"] == "input")
            .Select(block => (string)block!["block_id"]!);
        Assert.All(answer.Json["errors"]!.AsObject(), error => Assert.Contains(error.Key, inputs));
        Assert.NotEmpty(answer.Json["errors"]!.AsObject());
    }

    [Fact]
    public async Task The_home_tab_is_filled_when_it_is_opened()
    {
        Assert.Equal(200, (await Driver.OpenHomeAsync("carla")).Status);
        await Slack.SeesAsync("carla", view => view["blocks"]!.AsArray().Count > 0, "home");
    }

    protected static bool HasInput(JsonObject view, string id) =>
        view["blocks"]!.AsArray().Any(block => (string?)block!["type"] == "input" && (string?)block["block_id"] == id);

    private Task<JsonObject> RequestAsync(string name) => Slack.SeesAsync(name, view => HasInput(view, "service"));

    private JsonObject HomeOpened(string? user = null) =>
        new()
        {
            ["type"] = "app_home_opened",
            ["user"] = user ?? Slack.User("guest"),
            ["channel"] = "D0",
            ["tab"] = "messages",
            ["event_ts"] = SlackPayloads.NewTime(),
        };

    private SlackRequest Event() => SlackRequest.Json(SlackDriver.Events, SlackPayloads.Envelope(HomeOpened()));

    private static SlackRequest Forged(SlackRequest good, string how) =>
        how switch
        {
            "wrong secret" => good with { Secret = "another" },
            "other body" => good with { Sent = [.. good.Body, .. " "u8] },
            "no signature" => With(good, "X-Slack-Signature", null),
            "no time" => With(good, "X-Slack-Request-Timestamp", null),
            "other version" => With(good, "X-Slack-Signature", Signature(good).Replace("v0=", "v1=", StringComparison.Ordinal)),
            "upper case" => With(good, "X-Slack-Signature", "v0=" + Signature(good)[3..].ToUpperInvariant()),
            "empty signature" => With(good, "X-Slack-Signature", ""),
            "time of another" => With(good, "X-Slack-Request-Timestamp", SlackPayloads.Text(SlackPayloads.Seconds - 7)),
            "short signature" => With(good, "X-Slack-Signature", Signature(good)[..^1]),
            _ => throw new ArgumentException(how),
        };

    private static SlackRequest With(SlackRequest good, string header, string? value) =>
        good with
        {
            Headers = new Dictionary<string, string?> { [header] = value },
        };

    private static string Signature(SlackRequest good)
    {
        using var signed = good.Signed();
        return Assert.Single(signed.Headers.GetValues("X-Slack-Signature"));
    }
}
