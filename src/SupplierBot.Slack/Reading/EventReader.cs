using System.Text.Json;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Slack.Hosting;
using SupplierBot.Slack.Identity;
using SupplierBot.Slack.Protocol;

namespace SupplierBot.Slack.Reading;

/// <summary>From an event to a turn. Pure and total.</summary>
internal static class EventReader
{
    /// <summary>Null for what is none of our business: acknowledged and forgotten.</summary>
    public static Turn? Read(EventEnvelope envelope, SlackOptions options, DateOnly today) =>
        envelope is { Type: EventEnvelope.Callback, TeamId: { Length: > 0 } team, Event: { } said } && said.Text("type") is { } type
            ? type switch
            {
                "message" => Message(envelope, said, team, options, today),
                "app_mention" => Mention(envelope, said, team, options, today),
                "app_home_opened" => Opened(envelope, said, team, options),
                "member_joined_channel" => Joined(envelope, said, team, options),
                "channel_left" or "group_left" or "channel_archive" or "group_archive" or "channel_deleted" or "group_deleted" => Changed(
                    envelope,
                    said,
                    team,
                    new Request.Removed(),
                    options
                ),
                "channel_unarchive" or "group_unarchive" => Changed(envelope, said, team, new Request.Installed(), options),
                _ => null,
            }
            : null;

    /// <summary>
    /// What nobody here knows, by its name: an event, or the subtype of a message; null for what is read, or knowingly not.
    /// </summary>
    public static string? Unknown(EventEnvelope envelope) =>
        envelope.Event?.Text("type") switch
        {
            "message" or "app_mention" => envelope.Event?.Text("subtype") is { } subtype && !MessageSubtypes.IsKnown(subtype)
                ? $"message.{subtype}"
                : null,
            null
            or "app_home_opened"
            or "member_joined_channel"
            or "app_uninstalled"
            or "tokens_revoked"
            or "user_change"
            or "subteam_members_changed"
            or "subteam_updated"
            or "channel_left"
            or "group_left"
            or "channel_archive"
            or "group_archive"
            or "channel_deleted"
            or "group_deleted"
            or "channel_unarchive"
            or "group_unarchive" => null,
            var type => type,
        };

    /// <summary>Of the direct message alone; in channels only what mentions the bot is for it.</summary>
    private static Turn? Message(EventEnvelope envelope, JsonElement said, string team, SlackOptions options, DateOnly today) =>
        said.Text("channel_type") == "im" && Writer(said) is { } user
            ? new(
                IdOf(envelope, said),
                RequestSenders.Own(user, team, envelope.ApiAppId),
                Actor(said, user, team, options),
                SharedFiles.Read(said) as Request ?? MessageWords.Read(said.Text("text"), envelope.BotUser, today),
                null,
                AnswersInPlace: false
            )
            : null;

    private static Turn? Mention(EventEnvelope envelope, JsonElement said, string team, SlackOptions options, DateOnly today) =>
        said.Text("channel") is { Length: > 0 } channel && !RequestSenders.IsDirect(channel) && Writer(said) is { } user
            ? new(
                IdOf(envelope, said),
                RequestSenders.Channel(channel, team, envelope.ApiAppId, said.Text("thread_ts")),
                Actor(said, user, team, options),
                MessageWords.Read(said.Text("text"), envelope.BotUser, today),
                null,
                AnswersInPlace: false
            )
            : null;

    /// <summary>The person sees the bot for the first time, or again; they are greeted once.</summary>
    private static Turn? Opened(EventEnvelope envelope, JsonElement said, string team, SlackOptions options) =>
        said.Text("user") is { Length: > 0 } user
            ? new(
                IdOf(envelope, said),
                RequestSenders.Own(user, team, envelope.ApiAppId),
                Actor(said, user, team, options),
                new Request.Installed(),
                null,
                AnswersInPlace: false
            )
            : null;

    private static Turn? Joined(EventEnvelope envelope, JsonElement said, string team, SlackOptions options) =>
        said.Text("user") is { } user && user == envelope.BotUser && said.Text("channel") is { Length: > 0 } channel
            ? new(
                IdOf(envelope, said),
                RequestSenders.Channel(channel, team, envelope.ApiAppId),
                Actor(said, said.Text("inviter") ?? user, team, options),
                new Request.Installed(),
                null,
                AnswersInPlace: false
            )
            : null;

    private static Turn? Changed(EventEnvelope envelope, JsonElement said, string team, Request request, SlackOptions options) =>
        said.Text("channel") is { Length: > 0 } channel && !RequestSenders.IsDirect(channel)
            ? new(
                IdOf(envelope, said),
                RequestSenders.Channel(channel, team, envelope.ApiAppId),
                Actor(said, said.Text("user") ?? said.Text("actor_id") ?? envelope.BotUser ?? "", team, options),
                request,
                null,
                AnswersInPlace: false
            )
            : null;

    /// <summary>Edits, joins, bots and our own words are not for us: see <see cref="MessageSubtypes"/>.</summary>
    private static string? Writer(JsonElement said) =>
        said.Text("bot_id") is null
        && said.Member("bot_profile") is null
        && MessageSubtypes.AreWords(said.Text("subtype"))
        && said.Text("user") is { Length: > 0 } user
        && user != SlackPerson.Slackbot
            ? user
            : null;

    private static Actor Actor(JsonElement said, string user, string team, SlackOptions options) =>
        RequestSenders.ActorOf(user, null, team, options, said.Text("user_team"), said.Text("source_team"));

    /// <summary>The same event has the same id however often it comes.</summary>
    private static string IdOf(EventEnvelope envelope, JsonElement said) =>
        envelope.EventId is { Length: > 0 } id
            ? RequestIds.Of(id)
            : RequestIds.Of(said.Text("channel"), RequestIds.Only(said.Text("ts"), said.Text("event_ts")), said.Text("user"));
}
