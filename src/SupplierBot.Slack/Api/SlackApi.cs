using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace SupplierBot.Slack.Api;

/// <summary>
/// The Web API of one workspace: form-encoded with the bot token, as the official client calls every method (PROTOCOL.md "Web API").
/// Answers of the platform are values; only the caller's own cancellation is thrown. A post leaves at most once a call; what is idempotent
/// is repeated by the client's policy (<see cref="ApiRetries"/>). Thread-safe.
/// </summary>
public sealed class SlackApi(IHttpClientFactory clients, SlackApiOptions options, TimeProvider time, ILogger<SlackApi> log)
{
    public const string HttpName = "slack";

    private readonly ApiRateLimiter rests = new(time);

    /// <param name="method"><c>chat.postMessage</c></param>
    /// <param name="form">Arguments; one that is no text is its JSON.</param>
    /// <returns>Throttled without a call while the method rests.</returns>
    public async Task<ApiReply> CallAsync(string method, IReadOnlyDictionary<string, string> form, CancellationToken cancellation)
    {
        if (rests.LeftOf(method) is { Ticks: > 0 } left)
            return ApiReply.Rest(left);
        var reply = await AskAsync(method, form, cancellation);
        if (reply.RetryAfter is { } wait)
            rests.Note(method, wait);
        if (!reply.Ok)
            Say(method, reply);
        return reply;
    }

    private async Task<ApiReply> AskAsync(string method, IReadOnlyDictionary<string, string> form, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Address, method))
        {
            Content = new FormUrlEncodedContent(form),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.BotToken);
        using var limit = new CancellationTokenSource(options.CallTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            using var client = clients.CreateClient(HttpName);
            using var response = await client.SendAsync(request, either.Token);
            return ApiAnswers.Of(response.StatusCode, await response.Content.ReadAsByteArrayAsync(either.Token), RetryAfter(response));
        }
        catch (HttpRequestException failed)
        {
            return Failure(failed);
        }
        // A connection that breaks between being made and being used is a bare SocketException of HttpClient: nothing was sent on it.
        catch (SocketException broken)
        {
            return new() { Outcome = ApiOutcome.NotDone, Error = broken.SocketErrorCode.ToString() };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new() { Outcome = ApiOutcome.Unclear, Error = "no answer in time" };
        }
    }

    private static ApiReply Failure(HttpRequestException failed) =>
        failed.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError => new() { Outcome = ApiOutcome.NotDone, Error = failed.HttpRequestError.ToString() },
            var error => new() { Outcome = ApiOutcome.Unclear, Error = error.ToString() },
        };

    private TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter is not { } header ? null : header.Delta ?? header.Date - time.GetUtcNow();

    private void Say(string method, ApiReply reply)
    {
        if (reply.Outcome == ApiOutcome.NotAccepted)
            log.NotKnownToSlack(method, reply.Error!, reply.Text("needed") ?? "");
        else if (reply.RetryAfter is { } wait)
            log.MethodRests(method, wait);
        else
            log.CallFailed(method, reply.Outcome, reply.Error!, MessagesOf(reply));
    }

    private const int LongestWords = 500;

    /// <summary>Which part of a message was wrong, and how: Slack's own words, no text of ours.</summary>
    private static string MessagesOf(ApiReply reply)
    {
        if (reply.Find("response_metadata", "messages") is not { ValueKind: JsonValueKind.Array } messages)
            return "";
        var words = string.Join(
            " ",
            messages.EnumerateArray().Where(message => message.ValueKind == JsonValueKind.String).Select(message => message.GetString())
        );
        return new([.. words.Where(character => !char.IsControl(character)).Take(LongestWords)]);
    }
}
