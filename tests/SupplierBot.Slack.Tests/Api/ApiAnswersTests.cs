using System.Net;
using System.Text;
using SupplierBot.Slack.Api;

namespace SupplierBot.Slack.Tests.Api;

/// <summary>What an answer means for the person who called (src/SupplierBot.Slack/PROTOCOL.md "Web API").</summary>
public sealed class ApiAnswersTests
{
    [Theory]
    [
        InlineData("ratelimited", ApiOutcome.Throttled),
        InlineData("rate_limited", ApiOutcome.Throttled),
        InlineData("message_limit_exceeded", ApiOutcome.Throttled)
    ]
    [
        InlineData("request_timeout", ApiOutcome.NotDone),
        InlineData("service_unavailable", ApiOutcome.NotDone),
        InlineData("team_added_to_org", ApiOutcome.NotDone)
    ]
    [
        InlineData("org_login_required", ApiOutcome.NotDone),
        InlineData("external_channel_migrating", ApiOutcome.NotDone),
        InlineData("update_failed", ApiOutcome.NotDone)
    ]
    [InlineData("internal_error", ApiOutcome.Unclear), InlineData("fatal_error", ApiOutcome.Unclear)]
    [InlineData("edit_window_closed", ApiOutcome.Unchangeable), InlineData("cant_update_message", ApiOutcome.Unchangeable)]
    [InlineData("message_not_found", ApiOutcome.MessageGone), InlineData("thread_not_found", ApiOutcome.MessageGone)]
    [
        InlineData("channel_not_found", ApiOutcome.ConversationGone),
        InlineData("not_in_channel", ApiOutcome.ConversationGone),
        InlineData("is_archived", ApiOutcome.ConversationGone)
    ]
    [
        InlineData("is_inactive", ApiOutcome.ConversationGone),
        InlineData("restricted_action", ApiOutcome.ConversationGone),
        InlineData("restricted_action_read_only_channel", ApiOutcome.ConversationGone)
    ]
    [
        InlineData("user_disabled", ApiOutcome.ConversationGone),
        InlineData("user_not_found", ApiOutcome.ConversationGone),
        InlineData("cannot_dm_bot", ApiOutcome.ConversationGone)
    ]
    [
        InlineData("invalid_auth", ApiOutcome.NotAccepted),
        InlineData("not_authed", ApiOutcome.NotAccepted),
        InlineData("account_inactive", ApiOutcome.NotAccepted)
    ]
    [
        InlineData("token_revoked", ApiOutcome.NotAccepted),
        InlineData("token_expired", ApiOutcome.NotAccepted),
        InlineData("missing_scope", ApiOutcome.NotAccepted)
    ]
    [
        InlineData("invalid_blocks", ApiOutcome.Refused),
        InlineData("msg_blocks_too_long", ApiOutcome.Refused),
        InlineData("msg_too_long", ApiOutcome.Refused),
        InlineData("no_text", ApiOutcome.Refused)
    ]
    [
        InlineData("messages_tab_disabled", ApiOutcome.Refused),
        InlineData("expired_trigger_id", ApiOutcome.Refused),
        InlineData("something_new", ApiOutcome.Refused)
    ]
    public void An_error_says_what_may_be_done_next(string error, ApiOutcome expected)
    {
        var reply = Of(200, $$"""{"ok":false,"error":"{{error}}"}""");
        Assert.Equal(expected, reply.Outcome);
        Assert.False(reply.Ok);
        if (expected != ApiOutcome.Throttled)
            Assert.Equal(error, reply.Error);
    }

    [Theory]
    [InlineData(200, """{"ok":true}""", ApiOutcome.Done)]
    // Success is both: a page of a proxy says nothing.
    [
        InlineData(200, """{"ok":"true"}""", ApiOutcome.Unclear),
        InlineData(200, "{}", ApiOutcome.Unclear),
        InlineData(200, "ok", ApiOutcome.Unclear),
        InlineData(200, "[true]", ApiOutcome.Unclear),
        InlineData(200, "", ApiOutcome.Unclear)
    ]
    [
        InlineData(201, """{"ok":true}""", ApiOutcome.Refused),
        InlineData(404, "", ApiOutcome.Refused),
        InlineData(501, "", ApiOutcome.Refused)
    ]
    [InlineData(403, """{"ok":false,"error":"invalid_auth"}""", ApiOutcome.NotAccepted)]
    [
        InlineData(500, "", ApiOutcome.Unclear),
        InlineData(408, "", ApiOutcome.Unclear),
        InlineData(503, """{"ok":false,"error":"channel_not_found"}""", ApiOutcome.Unclear)
    ]
    [InlineData(503, """{"ok":false,"error":"service_unavailable"}""", ApiOutcome.NotDone)]
    [InlineData(429, "", ApiOutcome.Throttled), InlineData(429, """{"ok":true}""", ApiOutcome.Throttled)]
    public void The_status_and_the_body_count_together(int status, string body, ApiOutcome expected) =>
        Assert.Equal(expected, Of(status, body).Outcome);

    private static ApiReply Of(int status, string body) => ApiAnswers.Of((HttpStatusCode)status, Encoding.UTF8.GetBytes(body), null);
}
