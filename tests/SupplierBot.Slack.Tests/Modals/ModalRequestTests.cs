using System.Text.Json.Nodes;
using SupplierBot.Slack.Tests.Kit;
using static SupplierBot.Slack.Tests.Kit.Company;

namespace SupplierBot.Slack.Tests.Modals;

/// <summary>Requests as people on Slack make them: the whole product, an emulated workspace.</summary>
public sealed class ModalRequestTests(Company company) : IClassFixture<Company>
{
    private SlackDriver Driver => company.Driver;
    private FakeSlack Slack => company.Slack;

    [Fact]
    public async Task What_is_missing_is_said_beside_the_field_and_the_second_try_counts()
    {
        await Driver.CommandAsync("rita", "new");
        var modal = await Slack.SeesAsync("rita", view => Has(view, ";answer;"));
        for (var wrong = 0; wrong < 2; wrong++)
        {
            var answer = await Driver.SubmitAsync("rita", modal, new Dictionary<string, string> { ["website"] = $"no address {wrong}" });
            Assert.Equal((200, "errors"), (answer.Status, (string?)answer.Json!["response_action"]));
            Assert.Contains("name", answer.Json["errors"]!.AsObject().Select(error => error.Key));
        }
        var right = await Driver.SubmitAsync(
            "rita",
            modal,
            new Dictionary<string, string>
            {
                ["name"] = "Acme Pages",
                ["purpose"] = "Writing pages for our site",
                ["website"] = "acme.example",
            }
        );
        Assert.Equal((200, "update"), (right.Status, (string?)right.Json!["response_action"]));
        Assert.False(Has(right.Json, "refusal"), right.Body);
        Assert.DoesNotContain("block_id\":\"name\"", right.Body, StringComparison.Ordinal);
        await GiveUpAsync("rita");
    }

    [Fact]
    public async Task After_closing_the_modal_people_go_on_where_they_were()
    {
        await Driver.CommandAsync("priya", "new Acme Later");
        var first = await Slack.SeesAsync("priya", view => Has(view, ";answer;"));
        await Driver.SubmitAsync(
            "priya",
            first,
            ModalIntake.For(first, new Dictionary<string, string>(ModalIntake.Answers) { ["name"] = "Acme Later" })
        );
        Assert.Equal(200, (await Driver.CloseAsync("priya", Slack.Views[(string)first["id"]!])).Status);

        await Driver.ShortcutAsync("priya", "supplier_new");
        var asked = await Slack.SeesAsync("priya", view => Has(view, ";continue_draft;") && Has(view, "Acme Later"));
        var at = await GoOnAsync("priya", asked, "continue_draft:");
        Assert.DoesNotContain("block_id\":\"name\"", at.ToJsonString(), StringComparison.Ordinal);
        await GiveUpAsync("priya");
    }

    [Fact]
    public async Task A_message_that_names_a_supplier_begins_the_request()
    {
        var said = await Slack.AsAsync(
            "sam",
            "chat.postMessage",
            ("channel", Slack.Channel("procurement")),
            ("text", "Could we have <Acme Desk> & friends?")
        );
        await Driver.MessageShortcutAsync("sam", "supplier_request", Slack.Channel("procurement"), said["message"]!.AsObject());
        var modal = await Slack.SeesAsync("sam", view => Has(view, ";request;"));
        Assert.Contains(
            "Acme Desk",
            TypedState.Of(modal["blocks"]!.AsArray(), new Dictionary<string, string>())["purpose"]!.ToJsonString(),
            StringComparison.Ordinal
        );
        var nameless = await Driver.SubmitAsync("sam", modal);
        Assert.Equal("errors", (string?)nameless.Json!["response_action"]);
        var named = await Driver.SubmitAsync("sam", modal, new Dictionary<string, string> { ["name"] = "Acme Desk" });
        Assert.Equal("update", (string?)named.Json!["response_action"]);
        Assert.Contains(";answer;", (string?)named.Json["view"]!["private_metadata"], StringComparison.Ordinal);
        await GiveUpAsync("sam");
    }

    [Fact]
    public async Task A_message_about_a_change_is_answered_where_it_names_nobody_on_the_register()
    {
        var said = await Slack.AsAsync(
            "sam",
            "chat.postMessage",
            ("channel", Slack.Channel("procurement")),
            ("text", "The weather changed.")
        );
        await Driver.MessageShortcutAsync("sam", "supplier_change", Slack.Channel("procurement"), said["message"]!.AsObject());
        await Slack.SeesAsync("sam", view => Has(view, "I don't see a supplier from the register"));
    }

    [Fact]
    public async Task Nobody_answers_the_questions_of_another()
    {
        await Driver.CommandAsync("carla", "new Acme Own");
        var modal = await Slack.SeesAsync("carla", view => Has(view, ";answer;"));
        var before = company.Product.Rows();
        var answer = await Driver.SubmitAsync("guest", modal, ModalIntake.For(modal, ModalIntake.Answers));
        Assert.Equal(200, answer.Status);
        Assert.DoesNotContain(company.Product.Rows().Except(before), row => row.Contains(".d.", StringComparison.Ordinal));
        await GiveUpAsync("carla");
    }

    /// <summary>The same pages in messages, for who would rather not have modals.</summary>
    [Fact]
    public async Task A_request_can_be_made_in_messages()
    {
        await Driver.SayAsync("guest", "new Acme Words");
        var direct = await Slack.DirectAsync("guest");
        var answers = new Dictionary<string, string>(ModalIntake.Answers) { ["name"] = "Acme Words" };
        var shown = await company.ReadsAsync("guest", direct, message => Has(message, "answer:"));
        for (var page = 0; page < 12 && !Has(shown, "submit:"); page++)
        {
            var before = shown.ToJsonString();
            Assert.Equal(
                (200, ""),
                await Driver.PressAsync("guest", direct, shown, "answer:", ModalIntake.For(shown, answers)) is var pressed
                    ? (pressed.Status, pressed.Body)
                    : default
            );
            shown = await company.ReadsAsync(
                "guest",
                direct,
                message => (string?)message["ts"] == (string?)shown["ts"] && message.ToJsonString() != before
            );
        }
        await Driver.PressAsync("guest", direct, shown, "submit:");
        await company.ReadsAsync("guest", direct, message => (string?)message["ts"] == (string?)shown["ts"] && Has(message, ";receipt;"));
        await company.ReadsAsync("sam", company.Reviews, message => Has(message, "Acme Words"));
    }

    [Fact]
    public async Task An_event_that_comes_again_is_answered_once()
    {
        var direct = await Slack.DirectAsync("carla");
        var before = (await Slack.MessagesAsync("carla", direct)).Count;
        var said = new JsonObject
        {
            ["type"] = "message",
            ["channel"] = direct,
            ["channel_type"] = "im",
            ["user"] = Slack.User("carla"),
            ["text"] = "help",
            ["ts"] = SlackPayloads.NewTime(),
        };
        for (var retry = 0; retry <= 3; retry++)
            Assert.Equal(200, (await Driver.EventAsync(said, "Ev0TWICE", retry)).Status);
        Assert.Equal(before + 1, (await Slack.MessagesAsync("carla", direct)).Count);
    }

    [Fact]
    public async Task A_first_delivery_that_only_says_to_be_a_repetition_is_answered()
    {
        var direct = await Slack.DirectAsync("carla");
        await Driver.EventAsync(
            new()
            {
                ["type"] = "message",
                ["channel"] = direct,
                ["channel_type"] = "im",
                ["user"] = Slack.User("carla"),
                ["text"] = "can I use Nobody Ltd",
                ["ts"] = SlackPayloads.NewTime(),
            },
            "Ev0LATE",
            retry: 2
        );
        await company.ReadsAsync("carla", direct, message => Has(message, "Nobody Ltd"));
    }

    /// <summary>A button is pressed where it is one, sent where it is the modal's own.</summary>
    private async Task<JsonObject> GoOnAsync(string name, JsonObject modal, string action)
    {
        var verb = $";{action.TrimEnd(':')};";
        if (((string?)modal["private_metadata"])?.Contains(verb, StringComparison.Ordinal) == true)
        {
            await Driver.SubmitAsync(name, modal);
            return Slack.Views[(string)modal["id"]!];
        }
        await Driver.PressInViewAsync(name, modal, action);
        return await Slack.SeesAsync(name, view => Has(view, ";answer;"));
    }

    private async Task GiveUpAsync(string name)
    {
        await Driver.SayAsync(name, "cancel");
        var direct = await Slack.DirectAsync(name);
        await Driver.PressAsync(name, direct, await company.ReadsAsync(name, direct, message => Has(message, "discard:")), "discard:");
    }
}
