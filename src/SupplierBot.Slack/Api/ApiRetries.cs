using System.Net;
using Polly;

namespace SupplierBot.Slack.Api;

/// <summary>
/// What is idempotent is tried again at once, so that a hiccup of the platform does not cost a round of the outbox. A post never is: an
/// unclear one may have been delivered; nor is a modal, whose trigger counts once. Neither is 429: waiting out a limit is the caller's.
/// </summary>
internal static class ApiRetries
{
    private const int Most = 2;

    private static readonly HashSet<string> Idempotent = new(StringComparer.Ordinal)
    {
        "auth.test",
        "chat.update",
        "conversations.open",
        "users.info",
        "users.lookupByEmail",
        "usergroups.users.list",
        "views.publish",
    };

    private static readonly IAsyncPolicy<HttpResponseMessage> Once = Policy.NoOpAsync<HttpResponseMessage>();
    private static readonly IAsyncPolicy<HttpResponseMessage> Again = Policy<HttpResponseMessage>
        .Handle<HttpRequestException>()
        .OrResult(response =>
            response.StatusCode
                is HttpStatusCode.RequestTimeout
                    or HttpStatusCode.BadGateway
                    or HttpStatusCode.ServiceUnavailable
                    or HttpStatusCode.GatewayTimeout
        )
        .WaitAndRetryAsync(Most, Pause);

    public static bool IsIdempotent(string method) => Idempotent.Contains(method);

    public static IAsyncPolicy<HttpResponseMessage> For(HttpRequestMessage request) =>
        IsIdempotent(request.RequestUri!.Segments[^1]) ? Again : Once;

    private static TimeSpan Pause(int attempt) => TimeSpan.FromMilliseconds((100 << attempt) + Random.Shared.Next(100));
}
