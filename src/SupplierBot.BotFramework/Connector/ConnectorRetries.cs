using System.Net;
using Polly;

namespace SupplierBot.BotFramework.Connector;

/// <summary>
/// What is idempotent is tried again at once, so that a hiccup of the platform does not cost a round of the outbox. A post never is: an
/// unclear one may have been delivered. Neither is 429: waiting out a limit is the dispatcher's, which paces everybody.
/// </summary>
internal static class ConnectorRetries
{
    private const int Most = 2;

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

    public static IAsyncPolicy<HttpResponseMessage> For(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get || request.Method == HttpMethod.Put || request.Method == HttpMethod.Delete ? Again : Once;

    private static TimeSpan Pause(int attempt) => TimeSpan.FromMilliseconds((100 << attempt) + Random.Shared.Next(100));
}
