using System.Text.Json.Nodes;
using SupplierBot.Slack.Tests.Kit;
using static SupplierBot.Slack.Tests.Kit.Company;

namespace SupplierBot.Slack.Tests.Responses;

/// <summary>The command, mentions, and the app's home: what people look up without asking for anything.</summary>
public sealed class LookupTests(Company company) : IClassFixture<Company>
{
    private SlackDriver Driver => company.Driver;
    private FakeSlack Slack => company.Slack;

    [Theory]
    [
        InlineData("help", "can I use"),
        InlineData("", "can I use"),
        InlineData("can I use Nobody Ltd?", "Nobody Ltd"),
        InlineData("find Nobody", "Nobody"),
        InlineData("mine", ""),
        InlineData("what is this", "can I use")
    ]
    public async Task A_command_is_answered_at_once_for_who_typed_it(string text, string said)
    {
        var answer = await Driver.CommandAsync("guest", text, "procurement");
        Assert.Equal((200, "application/json", "ephemeral"), (answer.Status, answer.ContentType, (string?)answer.Json!["response_type"]));
        Assert.True(Has(answer.Body, said), answer.Body);
        Assert.NotEmpty(answer.Json["blocks"]!.AsArray());
        Assert.NotEmpty((string?)answer.Json["text"] ?? "");
    }

    [Fact]
    public async Task What_is_opened_from_an_answer_only_one_sees_is_seen_by_one()
    {
        await ModalIntake.SendAsync(company, "rita", new Dictionary<string, string>(ModalIntake.Answers) { ["name"] = "Acme Own" });
        var list = (await Driver.CommandAsync("rita", "mine", "procurement")).Json!.AsObject();
        var shown = new JsonObject { ["ts"] = SlackPayloads.NewTime(), ["blocks"] = list["blocks"]!.DeepClone() };
        await Driver.PressAsync("rita", Slack.Channel("procurement"), shown, "open:", ephemeral: true);
        for (var look = 0; look < 15_000 && Slack.Responses.IsEmpty; look++)
            await Task.Delay(20);
        var replaced = Assert.Single(Slack.Responses).Body;
        Assert.True((bool?)replaced["replace_original"] == true && Has(replaced, "Acme Own"), replaced.ToJsonString());
        Assert.DoesNotContain(await Slack.MessagesAsync("rita", Slack.Channel("procurement")), message => Has(message, "Acme Own"));
    }

    [Fact]
    public async Task A_list_from_before_with_nothing_chosen_asks_for_a_choice()
    {
        await ModalIntake.SendAsync(company, "priya", new Dictionary<string, string>(ModalIntake.Answers) { ["name"] = "Acme Unpicked" });
        var direct = await Slack.DirectAsync("priya");
        await Driver.SayAsync("priya", "mine");
        var list = await company.ReadsAsync("priya", direct, message => Has(message, ";open;") && Has(message, "Acme Unpicked"));
        var before = new JsonObject
        {
            ["ts"] = list["ts"]!.DeepClone(),
            ["blocks"] = JsonNode.Parse(
                """
                [
                  {
                    "type": "input", "block_id": "pick", "label": {"type": "plain_text", "text": "Choose one"},
                    "element": {
                      "type": "static_select", "action_id": "pick",
                      "options": [{"text": {"type": "plain_text", "text": "Acme"}, "value": "REQ-2026-0001"}]
                    }
                  },
                  {
                    "type": "actions", "block_id": "actions",
                    "elements": [
                      {"type": "button", "action_id": "open:", "value": ";;;;;open;", "text": {"type": "plain_text", "text": "Open"}}
                    ]
                  }
                ]
                """
            ),
        };
        await Driver.PressAsync("priya", direct, before, "open:");
        await company.HearsAsync("priya", "Choose one from the list first");
        var left = await Slack.MessagesAsync("priya", direct);
        Assert.Single(left, message => Has(message, ";open;") && Has(message, "Acme Unpicked"));
    }

    [Fact]
    public async Task In_a_channel_what_mentions_the_bot_is_answered_there()
    {
        await Driver.EventAsync(
            new()
            {
                ["type"] = "app_mention",
                ["channel"] = company.Reviews,
                ["user"] = Slack.User("sam"),
                ["text"] = $"<@{FakeSlack.Bot}> can I use Someone &amp; Co",
                ["ts"] = SlackPayloads.NewTime(),
            }
        );
        await company.ReadsAsync("sam", company.Reviews, message => Has(message, "Someone &amp; Co") || Has(message, "Someone & Co"));
    }

    [Fact]
    public async Task The_home_shows_what_waits_and_what_was_asked_for_and_searches()
    {
        await ModalIntake.SendAsync(company, "carla", new Dictionary<string, string>(ModalIntake.Answers) { ["name"] = "Acme Home" });
        Assert.Equal(200, (await Driver.OpenHomeAsync("carla")).Status);
        var own = await Slack.SeesAsync("carla", view => Has(view, "Acme Home"), "home");
        Assert.Contains(";;0;;;open;REQ-", own.ToJsonString(), StringComparison.Ordinal);

        await Driver.OpenHomeAsync("sam");
        var waiting = await Slack.SeesAsync("sam", view => Has(view, ";;0;;;review;") && Has(view, "Acme Home"), "home");
        var row = waiting["blocks"]!.AsArray().First(block => block!["accessory"] is not null && Has(block, "Acme Home"))!;
        await Driver.PressInViewAsync("sam", waiting, (string)row["accessory"]!["action_id"]!);
        await Slack.SeesAsync("sam", view => Has(view, ";approve;") && Has(view, "Acme Home"));
    }

    [Fact]
    public async Task A_request_begins_at_the_home()
    {
        await Driver.OpenHomeAsync("priya");
        var home = await Slack.SeesAsync("priya", view => Has(view, "say:new"), "home");
        await Driver.PressInViewAsync("priya", home, "say:new");
        await Slack.SeesAsync("priya", view => Has(view, ";answer;"));
    }

    [Fact]
    public async Task What_is_typed_into_the_search_of_the_home_is_looked_for()
    {
        await Driver.OpenHomeAsync("guest");
        var home = await Slack.SeesAsync("guest", view => Has(view, "\"find\""), "home");
        var trigger = await Slack.TriggerAsync(Slack.User("guest"), (string)home["id"]!);
        var action = new JsonObject
        {
            ["type"] = "plain_text_input",
            ["action_id"] = "find",
            ["block_id"] = "find",
            ["value"] = "Nobody Ltd",
            ["action_ts"] = SlackPayloads.NewTime(),
        };
        var sent = SlackPayloads.By(
            "block_actions",
            Slack.User("guest"),
            "guest",
            trigger,
            SlackPayloads.OnView(home, []),
            new JsonObject { ["actions"] = new JsonArray(action) }
        );
        Assert.Equal(200, (await Driver.SendAsync(SlackRequest.Payload(SlackDriver.Interactions, sent))).Status);
        await Slack.SeesAsync("guest", view => Has(view, "Nobody Ltd"));
    }

    [Fact]
    public async Task Who_opens_the_app_for_the_first_time_is_greeted_once()
    {
        for (var opened = 0; opened < 3; opened++)
            await Driver.OpenHomeAsync("priya");
        await Driver.EventAsync(
            new()
            {
                ["type"] = "app_home_opened",
                ["user"] = Slack.User("priya"),
                ["channel"] = "D0",
                ["tab"] = "messages",
                ["event_ts"] = SlackPayloads.NewTime(),
            }
        );
        var direct = await Slack.DirectAsync("priya");
        Assert.Single(await Slack.MessagesAsync("priya", direct), message => Has(message, "Hello"));
    }

    [Fact]
    public async Task A_list_that_asks_for_its_entries_gets_none()
    {
        var answer = await Driver.SuggestAsync(
            "rita",
            new()
            {
                ["id"] = "V1",
                ["type"] = "modal",
                ["blocks"] = new JsonArray(),
            },
            "pick",
            "pick",
            "Ac"
        );
        Assert.Equal((200, """{"options":[]}"""), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task An_app_that_is_removed_is_reported_in_the_log()
    {
        await Driver.EventAsync(new() { ["type"] = "app_uninstalled" });
        await Driver.EventAsync(new() { ["type"] = "tokens_revoked", ["tokens"] = new JsonObject() });
        Assert.Equal(2, company.Product.Log.Lines.Count(line => line.StartsWith("Error: The app was removed", StringComparison.Ordinal)));
    }
}
