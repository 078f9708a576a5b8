using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.WebUtilities;
using SupplierBot.Chat.Ports;

namespace SupplierBot.Slack.Protocol;

/// <summary>From the bytes of a body to what it says. Total: what is none of it is null, and nothing is thrown.</summary>
internal static class PayloadReading
{
    /// <summary>
    /// Bytes of a body: a modal of 250 kB with what was typed into it, escaped for a form (PROTOCOL.md "Modals and App Home").
    /// </summary>
    public const int MostBytes = 1024 * 1024;
    private const int LongestId = 255;

    public static EventEnvelope? Event(ReadOnlyMemory<byte> body) =>
        Read(body.Span, SlackJsonContext.Default.EventEnvelope) is { Type.Length: > 0 } envelope
        && Short(envelope.TeamId, envelope.ApiAppId, envelope.EventId)
            ? envelope
            : null;

    public static Interaction? Interaction(ReadOnlyMemory<byte> body) =>
        Form(body) is { } form
        && form.GetValueOrDefault("payload") is { Length: > 0 } payload
        && Read(Encoding.UTF8.GetBytes(payload), SlackJsonContext.Default.Interaction) is { Type.Length: > 0 } read
        && Short([.. Ids(read)])
            ? read
            : null;

    public static SlashCommand? Command(ReadOnlyMemory<byte> body) =>
        Form(body) is { } form
        && form.GetValueOrDefault("team_id") is { Length: > 0 } team
        && form.GetValueOrDefault("user_id") is { Length: > 0 } user
        && Short(team, user, form.GetValueOrDefault("trigger_id"), form.GetValueOrDefault("api_app_id"))
            ? new(
                team,
                user,
                form.GetValueOrDefault("user_name"),
                form.GetValueOrDefault("api_app_id"),
                form.GetValueOrDefault("text") ?? "",
                form.GetValueOrDefault("trigger_id"),
                form.GetValueOrDefault("response_url")
            )
            : null;

    /// <summary>Slack asks now and then whether a command's address is alive.</summary>
    public static bool IsCheck(ReadOnlyMemory<byte> body) =>
        Form(body) is { } form && form.GetValueOrDefault("ssl_check") == "1" && !form.ContainsKey("command");

    private static string?[] Ids(Interaction read) =>
        [
            read.User?.Id,
            read.User?.TeamId,
            read.Team?.Id,
            read.ApiAppId,
            read.TriggerId,
            read.Container?.ChannelId,
            read.Container?.MessageTs,
            read.Container?.ThreadTs,
            read.Channel?.Id,
            read.View?.Id,
            read.View?.Hash,
        ];

    /// <summary>A field twice would be two bodies in one.</summary>
    private static Dictionary<string, string>? Form(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
            return null;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in new QueryStringEnumerable(Encoding.UTF8.GetString(body.Span)))
        {
            if (!fields.TryAdd(pair.DecodeName().ToString(), pair.DecodeValue().ToString()))
                return null;
        }
        return fields;
    }

    private static T? Read<T>(ReadOnlySpan<byte> body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return Utf8.IsValid(body) && JsonText.EveryStringIsText(body, SlackJsonContext.Depth)
                ? JsonSerializer.Deserialize(body, type)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Short(params ReadOnlySpan<string?> ids)
    {
        foreach (var id in ids)
        {
            if (id?.Length > LongestId)
                return false;
        }
        return true;
    }
}
