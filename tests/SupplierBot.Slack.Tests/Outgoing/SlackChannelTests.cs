using System.Text.Json.Nodes;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Turns;
using SupplierBot.Slack.Tests.Kit;

namespace SupplierBot.Slack.Tests.Outgoing;

/// <summary>What becomes of messages, against the emulator.</summary>
public sealed class SlackChannelTests(Workspace workspace) : IClassFixture<Workspace>
{
    private FakeSlack Slack => workspace.Slack;

    private ConversationReference Reviews => workspace.In("vendor-security");

    private static string Id(DeliveryOutcome delivery) => Assert.IsType<DeliveryOutcome.Delivered>(delivery).MessageId!;

    private async Task<IReadOnlyList<JsonObject>> ShownAsync(string? thread = null) =>
        await Slack.MessagesAsync("rita", Slack.Channel("vendor-security"), thread);

    [Fact]
    public async Task A_card_is_posted_with_its_words_and_replaced_by_its_time_stamp()
    {
        await using var bot = workspace.NewBot();
        var id = Id(await bot.Channel.SendAsync(Reviews, Workspace.Card("Please decide"), default));
        var posted = Assert.Single(Slack.Calls).Form;
        Assert.Equal(["blocks", "channel", "text", "unfurl_links", "unfurl_media"], posted.Keys.Order());
        Assert.Equal(("Please decide", "false", "false"), (posted["text"], posted["unfurl_links"], posted["unfurl_media"]));

        Assert.Equal(id, Id(await bot.Channel.UpdateAsync(Reviews, id, Workspace.Card("Approved by Sam"), default)));
        Assert.Equal("none", Slack.Calls.Last().Form["parse"]);
        var shown = Assert.Single(await ShownAsync(), message => (string?)message["ts"] == id);
        Assert.Equal("Approved by Sam", (string?)shown["text"]);
        Assert.Equal("*Approved by Sam*", (string?)shown["blocks"]![0]!["text"]!["text"]);
    }

    [Fact]
    public async Task Plain_words_call_nobody_and_are_no_mark_up()
    {
        await using var bot = workspace.NewBot();
        await bot.Channel.SayAsync(Reviews, "<!channel> *R&D* failed", default);
        var form = Assert.Single(Slack.Calls).Form;
        Assert.Equal(("&lt;!channel&gt; \u2060*\u2060R&amp;D\u2060*\u2060 failed", "false"), (form["text"], form["mrkdwn"]));
    }

    [Fact]
    public async Task Somebody_known_by_their_id_alone_gets_a_direct_message_which_is_opened_once()
    {
        await using var bot = workspace.NewBot();
        var id = Id(await bot.Channel.SendAsync(workspace.Personal("sam"), Workspace.Card("For you"), default));
        await bot.Channel.UpdateAsync(workspace.Personal("sam"), id, Workspace.Card("For you, again"), default);
        var direct = await Slack.DirectAsync("sam");
        Assert.Contains(
            await Slack.MessagesAsync("sam", direct),
            message => (string?)message["ts"] == id && (string?)message["text"] == "For you, again"
        );
        Assert.Equal(["users.info", "conversations.open", "chat.postMessage", "chat.update"], Slack.CallNames);
        Assert.All(
            Slack.Calls.Where(call => call.Method.StartsWith("chat.", StringComparison.Ordinal)),
            call => Assert.Equal(direct, call.Form["channel"])
        );
    }

    [Fact]
    public async Task Who_left_is_no_place_for_a_message_though_Slack_would_take_it()
    {
        await using var bot = workspace.NewBot();
        Slack.Traits[Slack.User("priya")] = new() { ["deleted"] = true };
        Assert.Equal(
            new DeliveryOutcome.ConversationGone("user_disabled"),
            await bot.Channel.SendAsync(workspace.Personal("priya"), Workspace.Card("For you"), default)
        );
        Assert.DoesNotContain("chat.postMessage", Slack.CallNames);
        await using var later = workspace.NewBot();
        Slack.Faults.Refuse("conversations.open", "user_disabled");
        Assert.Equal(
            new DeliveryOutcome.ConversationGone("user_disabled"),
            await later.Channel.SendAsync(workspace.Personal("priya"), Workspace.Card("For you"), default)
        );
    }

    [Theory]
    [InlineData("edit_window_closed"), InlineData("cant_update_message")]
    public async Task What_may_not_be_changed_any_more_is_answered_in_its_thread_for_everybody_to_see(string error)
    {
        await using var bot = workspace.NewBot();
        var id = Id(await bot.Channel.SendAsync(Reviews, Workspace.Card("Please decide"), default));
        Slack.Faults.Refuse("chat.update", error);
        Assert.Equal(id, Id(await bot.Channel.UpdateAsync(Reviews, id, Workspace.Card("Approved by Sam"), default)));
        var reply = Assert.Single(await ShownAsync(id), message => (string?)message["ts"] != id);
        Assert.Equal("Approved by Sam", (string?)reply["text"]);
        Assert.Equal((id, "true"), (Slack.Calls.Last().Form["thread_ts"], Slack.Calls.Last().Form["reply_broadcast"]));

        // What changes later is changed in the reply.
        Assert.Equal(id, Id(await bot.Channel.UpdateAsync(Reviews, id, Workspace.Card("Revoked by Carla"), default)));
        Assert.Equal("Revoked by Carla", (string?)Assert.Single(await ShownAsync(id), message => (string?)message["ts"] != id)["text"]);

        // And said again where somebody deleted that.
        Slack.Faults.Refuse("chat.update", "message_not_found");
        await bot.Channel.UpdateAsync(Reviews, id, Workspace.Card("Approved by Priya"), default);
        Assert.Equal("Approved by Priya", (string?)(await ShownAsync(id))[^1]["text"]);
    }

    [Fact]
    public async Task A_message_somebody_deleted_is_gone()
    {
        await using var bot = workspace.NewBot();
        Assert.IsType<DeliveryOutcome.MessageGone>(
            await bot.Channel.UpdateAsync(Reviews, "1700000000.000001", Workspace.Card("Approved by Sam"), default)
        );
        Assert.DoesNotContain("chat.postMessage", Slack.CallNames);
    }

    [Fact]
    public async Task A_thread_somebody_deleted_is_left_for_its_channel()
    {
        await using var bot = workspace.NewBot();
        Slack.Faults.Refuse("chat.postMessage", "thread_not_found");
        Assert.IsType<DeliveryOutcome.Delivered>(
            await bot.Channel.SendAsync(Reviews with { ThreadId = "1700000000.000001" }, Workspace.Card("Here"), default)
        );
        Assert.Equal([true, false], Slack.Calls.Select(call => call.Form.ContainsKey("thread_ts")));
    }

    [Fact]
    public async Task A_channel_that_was_archived_is_gone()
    {
        await using var bot = workspace.NewBot();
        await Slack.AsAsync("rita", "conversations.archive", ("channel", Slack.Channel("procurement")));
        Assert.Equal(
            new DeliveryOutcome.ConversationGone("is_archived"),
            await bot.Channel.SendAsync(workspace.In("procurement"), Workspace.Card("Here"), default)
        );
        Slack.Faults.Refuse("chat.update", "is_inactive");
        Assert.Equal(
            new DeliveryOutcome.ConversationGone("is_inactive"),
            await bot.Channel.UpdateAsync(workspace.In("procurement"), "1.2", Workspace.Card("Here"), default)
        );
        await Slack.AsAsync("rita", "conversations.unarchive", ("channel", Slack.Channel("procurement")));
    }

    [Fact]
    public async Task A_channel_the_bot_was_removed_from_is_gone()
    {
        await using var bot = workspace.NewBot();
        await Slack.AsAsync("rita", "conversations.kick", ("channel", Slack.Channel("vendor-security")), ("user", FakeSlack.Bot));
        var sent = await bot.Channel.SendAsync(Reviews, Workspace.Card("Here"), default);
        await Slack.AsAsync("rita", "conversations.invite", ("channel", Slack.Channel("vendor-security")), ("users", FakeSlack.Bot));
        Assert.Equal(new DeliveryOutcome.ConversationGone("not_in_channel"), sent);
        Assert.Equal(
            new DeliveryOutcome.ConversationGone("channel_not_found"),
            await bot.Channel.SendAsync(Reviews with { ConversationId = "C0NOWHERE" }, Workspace.Card("Here"), default)
        );
    }

    [Theory]
    [InlineData("token_revoked"), InlineData("account_inactive"), InlineData("invalid_auth")]
    public async Task A_token_that_ended_is_for_the_operator_and_loses_no_place(string error)
    {
        await using var bot = workspace.NewBot();
        Slack.TokenError = error;
        Assert.Equal(new DeliveryOutcome.Refused(error), await bot.Channel.SendAsync(Reviews, Workspace.Card("Here"), default));
        Assert.Equal(new DeliveryOutcome.Refused(error), await bot.Channel.UpdateAsync(Reviews, "1.2", Workspace.Card("Here"), default));
        Assert.Equal(2, bot.Log.Lines.Count(line => line.StartsWith("Error: Slack does not accept us", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_limit_is_waited_out_by_the_dispatcher()
    {
        await using var bot = workspace.NewBot();
        Slack.Faults.Limit("chat.postMessage", "7");
        Slack.Faults.Limit("chat.update", "9");
        Slack.Faults.Limit("conversations.open", "11");
        Assert.Equal(
            new DeliveryOutcome.Throttled(TimeSpan.FromSeconds(7)),
            await bot.Channel.SendAsync(Reviews, Workspace.Card("Here"), default)
        );
        Assert.Equal(
            new DeliveryOutcome.Throttled(TimeSpan.FromSeconds(9)),
            await bot.Channel.UpdateAsync(Reviews, "1.2", Workspace.Card("Here"), default)
        );
        Assert.Equal(
            new DeliveryOutcome.Throttled(TimeSpan.FromSeconds(11)),
            await bot.Channel.SendAsync(workspace.Personal("sam"), Workspace.Card("Here"), default)
        );
    }

    [Fact]
    public async Task What_got_no_clear_answer_is_unknown_for_a_post_and_not_sent_for_an_update()
    {
        await using var bot = workspace.NewBot();
        Slack.Faults.LoseReply("chat.postMessage");
        Assert.IsType<DeliveryOutcome.Unknown>(await bot.Channel.SendAsync(Reviews, Workspace.Card("Here"), default));
        Slack.Faults.Refuse("chat.postMessage", "internal_error");
        Assert.Equal(new DeliveryOutcome.Unknown("internal_error"), await bot.Channel.SendAsync(Reviews, Workspace.Card("Here"), default));
        Slack.Faults.Refuse("chat.update", "fatal_error");
        Assert.Equal(
            new DeliveryOutcome.NotSent("fatal_error"),
            await bot.Channel.UpdateAsync(Reviews, "1.2", Workspace.Card("Here"), default)
        );
        Slack.Faults.Refuse("conversations.open", "internal_error");
        Assert.Equal(
            new DeliveryOutcome.NotSent("internal_error"),
            await bot.Channel.SendAsync(workspace.Personal("carla"), Workspace.Card("Here"), default)
        );
        Slack.Faults.Refuse("chat.postMessage", "msg_blocks_too_long");
        Assert.Equal(
            new DeliveryOutcome.Refused("msg_blocks_too_long"),
            await bot.Channel.SendAsync(Reviews, Workspace.Card("Here"), default)
        );
    }
}
