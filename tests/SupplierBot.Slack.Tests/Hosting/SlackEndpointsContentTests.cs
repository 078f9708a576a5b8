using System.Text.Json.Nodes;
using SupplierBot.Slack.Tests.Kit;

namespace SupplierBot.Slack.Tests.Hosting;

/// <summary>Words that would do something in Slack, deliveries that come again, and addresses that are not Slack's.</summary>
public sealed class SlackEndpointsContentTests(AttackedCompany company) : IClassFixture<AttackedCompany>
{
    public static readonly TheoryData<string> Injections =
    [
        "<!channel>",
        "<!here|all of you>",
        "<!everyone>",
        "<@U0SUPPLIERBOT>",
        "<#C01|general>",
        "<https://evil.example|Acme Ltd>",
        "<mailto:ciso@acme.example|ask here>",
        "&lt;!channel&gt;",
        "&<>",
        "*Approved* by ~nobody~ `now`",
        "<!date^1392734382^{date}|x>",
        "<!subteam^S1|security>",
    ];

    /// <summary>What calls people or leads somewhere has angle brackets, and nobody's words have any left.</summary>
    [Theory]
    [MemberData(nameof(Injections))]
    public async Task What_people_type_is_never_mark_up(string words)
    {
        var answer = await company.ChangesNothingAsync(() => company.Driver.CommandAsync("sam", $"can I use {words}"));
        Assert.Equal(200, answer.Status);
        Assert.All(
            Marked(answer.Json!),
            text => Assert.False(text.Contains('<', StringComparison.Ordinal) || text.Contains('>', StringComparison.Ordinal), text)
        );
    }

    public static readonly TheoryData<string> Subtypes =
    [
        "bot_message",
        "message_changed",
        "message_deleted",
        "channel_join",
        "pinned_item",
        "reminder_add",
        "of_tomorrow",
    ];

    [Theory]
    [MemberData(nameof(Subtypes))]
    public async Task What_is_no_word_of_a_person_is_not_heard(string subtype)
    {
        var direct = await company.Slack.DirectAsync("sam");
        var before = (await company.Slack.MessagesAsync("sam", direct)).Count;
        var answer = await company.ChangesNothingAsync(() =>
            company.Driver.EventAsync(
                new()
                {
                    ["type"] = "message",
                    ["subtype"] = subtype,
                    ["channel"] = direct,
                    ["channel_type"] = "im",
                    ["user"] = company.Slack.User("sam"),
                    ["text"] = "new Acme Echo",
                    ["ts"] = SlackPayloads.NewTime(),
                }
            )
        );
        Assert.Equal(200, answer.Status);
        Assert.Equal(before, (await company.Slack.MessagesAsync("sam", direct)).Count);
    }

    [Fact]
    public async Task A_bot_that_talks_to_the_bot_gets_no_answer()
    {
        var direct = await company.Slack.DirectAsync("sam");
        var before = (await company.Slack.MessagesAsync("sam", direct)).Count;
        await company.ChangesNothingAsync(() =>
            company.Driver.EventAsync(
                new()
                {
                    ["type"] = "message",
                    ["bot_id"] = "B0OTHER",
                    ["channel"] = direct,
                    ["channel_type"] = "im",
                    ["user"] = company.Slack.User("sam"),
                    ["text"] = "new Acme Echo",
                    ["ts"] = SlackPayloads.NewTime(),
                }
            )
        );
        Assert.Equal(before, (await company.Slack.MessagesAsync("sam", direct)).Count);
    }

    [Fact]
    public async Task A_request_that_is_sent_again_within_its_five_minutes_does_nothing_twice()
    {
        var modal = company.Page;
        var payload = SlackPayloads.By(
            "view_submission",
            company.Slack.User("carla"),
            "carla",
            await company.Slack.TriggerAsync(company.Slack.User("carla")),
            new JsonObject
            {
                ["view"] = SlackPayloads.WithState(
                    modal,
                    TypedState.Of(
                        modal["blocks"]!.AsArray(),
                        ModalIntake.For(modal, new Dictionary<string, string>(ModalIntake.Answers) { ["name"] = "Acme Draft" })
                    )
                ),
            }
        );
        var request = SlackRequest.Payload(SlackDriver.Interactions, payload);
        Assert.Equal("update", (string?)(await company.Driver.SendAsync(request)).Json!["response_action"]);
        for (var replay = 0; replay < 3; replay++)
            Assert.Equal(200, (await company.ChangesNothingAsync(() => company.Driver.SendAsync(request))).Status);
    }

    /// <summary>An address is called only where it is Slack's, no matter who signed the request that names it.</summary>
    [Theory]
    [
        InlineData("http://127.0.0.1:9/latest/meta-data"),
        InlineData("https://hooks.slack.com.evil.example/x"),
        InlineData("https://hooks.slack.com@evil.example/x"),
        InlineData("https://hooks.slack.com:444/x"),
        InlineData("file:///etc/passwd"),
        InlineData("x")
    ]
    public async Task What_is_said_goes_to_no_address_of_others(string url)
    {
        var message = company.Review.DeepClone().AsObject();
        var button = message["blocks"]!.AsArray()[^1]!["elements"]![0]!.AsObject();
        (button["action_id"], button["value"]) = ("forged", ";;;;;say;mine");
        var direct = await company.Slack.DirectAsync("guest");
        var before = (await company.Slack.MessagesAsync("guest", direct)).Count;
        var payload = SlackPayloads.By(
            "block_actions",
            company.Slack.User("guest"),
            "guest",
            null,
            SlackPayloads.OnMessage(company.Reviews, "x", message, [], url, ephemeral: true),
            new JsonObject { ["actions"] = new JsonArray(SlackPayloads.Action(button, "actions")) }
        );
        var answer = await company.ChangesNothingAsync(() =>
            company.Driver.SendAsync(SlackRequest.Payload(SlackDriver.Interactions, payload))
        );
        Assert.Equal((200, ""), (answer.Status, answer.Body));
        for (var look = 0; look < 15_000 && (await company.Slack.MessagesAsync("guest", direct)).Count == before; look++)
            await Task.Delay(20);
        Assert.Equal(before + 1, (await company.Slack.MessagesAsync("guest", direct)).Count);
    }

    private static IEnumerable<string> Marked(JsonNode node) =>
        node switch
        {
            JsonObject text when (string?)text["type"] == "mrkdwn" => [(string)text["text"]!],
            JsonObject members => members.Where(member => member.Value is not null).SelectMany(member => Marked(member.Value!)),
            JsonArray items => items.Where(item => item is not null).SelectMany(item => Marked(item!)),
            _ => [],
        };
}
