namespace SupplierBot.Slack.Api;

/// <summary>What Slack's error codes mean for the person who called (PROTOCOL.md "Web API"). Pure.</summary>
internal static class ApiErrors
{
    private static readonly Dictionary<string, ApiOutcome> Known = new(StringComparer.Ordinal);

    static ApiErrors()
    {
        Are(ApiOutcome.Throttled, "ratelimited", "rate_limited", "message_limit_exceeded");
        // Slack says of these that nothing was done, or that it will pass.
        Are(
            ApiOutcome.NotDone,
            "request_timeout",
            "service_unavailable",
            "team_added_to_org",
            "org_login_required",
            "external_channel_migrating",
            "update_failed"
        );
        // "Some aspect of the operation may have succeeded before the error was raised."
        Are(ApiOutcome.Unclear, "internal_error", "fatal_error");
        Are(ApiOutcome.Unchangeable, "edit_window_closed", "cant_update_message");
        Are(ApiOutcome.MessageGone, "message_not_found", "thread_not_found");
        Are(
            ApiOutcome.ConversationGone,
            "channel_not_found",
            "not_in_channel",
            "is_archived",
            "is_inactive",
            "channel_is_limited_access",
            "ekm_access_denied",
            "no_permission",
            "restricted_action",
            "restricted_action_read_only_channel",
            "restricted_action_thread_only_channel",
            "restricted_action_non_threadable_channel",
            "restricted_action_thread_locked",
            "user_disabled",
            "user_not_found",
            "users_not_found",
            "user_not_visible",
            "cannot_dm_bot",
            "invalid_user_combination"
        );
        Are(
            ApiOutcome.NotAccepted,
            "invalid_auth",
            "not_authed",
            "account_inactive",
            "token_revoked",
            "token_expired",
            "missing_scope",
            "not_allowed_token_type",
            "access_denied",
            "accesslimited",
            "team_access_not_granted",
            "enterprise_is_restricted",
            "two_factor_setup_required"
        );
    }

    /// <summary>A code nobody knows is a refusal: Slack answered, and it was no.</summary>
    public static ApiOutcome Of(string error) => Known.GetValueOrDefault(error, ApiOutcome.Refused);

    private static void Are(ApiOutcome outcome, params ReadOnlySpan<string> errors)
    {
        foreach (var error in errors)
            Known.Add(error, outcome);
    }
}
