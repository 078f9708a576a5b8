using System.Net;
using System.Text.Json;

namespace SupplierBot.Slack.Api;

/// <summary>From what came over the wire to a reply: success is HTTP 200 and <c>ok:true</c>, both (PROTOCOL.md "Web API"). Pure.</summary>
internal static class ApiAnswers
{
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public static ApiReply Of(HttpStatusCode status, ReadOnlyMemory<byte> body, TimeSpan? retryAfter)
    {
        var json = Read(body);
        var said =
            json is { } answer && answer.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.String
                ? error.GetString()
                : null;
        var outcome = OutcomeOf(status, json, said);
        return outcome switch
        {
            ApiOutcome.Throttled => ApiReply.Rest(Wait(retryAfter), json ?? default),
            ApiOutcome.Done => new() { Outcome = outcome, Body = json!.Value },
            _ => new()
            {
                Outcome = outcome,
                Error = said ?? $"{(int)status}",
                Body = json ?? default,
            },
        };
    }

    private static ApiOutcome OutcomeOf(HttpStatusCode status, JsonElement? json, string? said) =>
        status switch
        {
            HttpStatusCode.TooManyRequests => ApiOutcome.Throttled,
            HttpStatusCode.OK when json is { } answer && answer.TryGetProperty("ok", out var ok) && ok.ValueKind == JsonValueKind.True =>
                ApiOutcome.Done,
            // A gateway's page with status 200 says nothing about what became of the call.
            HttpStatusCode.OK when said is null => ApiOutcome.Unclear,
            HttpStatusCode.RequestTimeout => ApiOutcome.Unclear,
            _ when (int)status >= 500 && status != HttpStatusCode.NotImplemented => ApiErrors.Of(said ?? "") is ApiOutcome.NotDone
                ? ApiOutcome.NotDone
                : ApiOutcome.Unclear,
            _ => ApiErrors.Of(said ?? ""),
        };

    private static TimeSpan Wait(TimeSpan? asked) =>
        asked is not { } wait ? UsualWait
        : wait < TimeSpan.Zero ? TimeSpan.Zero
        : wait > LongestWait ? LongestWait
        : wait;

    private static JsonElement? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var read = JsonDocument.Parse(body);
            return read.RootElement.ValueKind == JsonValueKind.Object ? read.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
