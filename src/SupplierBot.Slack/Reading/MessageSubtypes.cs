namespace SupplierBot.Slack.Reading;

/// <summary>
/// Which messages are somebody's words, by Slack's subtype: the one list. Everything else Slack tells in the form of a message is a notice
/// about one, and taking it for words would answer nobody, or the bot itself. A subtype on neither list is left alone and named in the log.
/// </summary>
internal static class MessageSubtypes
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "file_share", // words beside a file
        "me_message", // /me …: the words without the person's name
        "thread_broadcast", // a reply in a thread that is shown in the conversation, too
    };

    private static readonly HashSet<string> Notices = new(StringComparer.Ordinal)
    {
        // Of bots and apps, this one included: answering them answers oneself.
        "bot_message",
        "bot_add",
        "bot_remove",
        "bot_enable",
        "bot_disable",
        "assistant_app_thread",
        // About a message that was read when it came: a change of it would be a second request.
        "message_changed",
        "message_deleted",
        "message_replied",
        "reply_broadcast",
        "tombstone",
        // What somebody did in a channel, told in a sentence of Slack's.
        "channel_archive",
        "channel_join",
        "channel_leave",
        "channel_name",
        "channel_posting_permissions",
        "channel_purpose",
        "channel_topic",
        "channel_unarchive",
        "channel_convert_to_private",
        "channel_convert_to_public",
        "channel_canvas_updated",
        "group_archive",
        "group_join",
        "group_leave",
        "group_name",
        "group_purpose",
        "group_topic",
        "group_unarchive",
        "pinned_item",
        "unpinned_item",
        "reminder_add",
        "huddle_thread",
        "sh_room_created",
        "file_mention",
        "file_comment",
        "file_created",
        "document_mention",
        "bookmark_added",
        // A text the organisation's own key does not open.
        "ekm_access_denied",
    };

    public static bool AreWords(string? subtype) => subtype is null || Words.Contains(subtype);

    public static bool IsKnown(string subtype) => Words.Contains(subtype) || Notices.Contains(subtype);
}
