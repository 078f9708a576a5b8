using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SupplierBot.BotFramework.Protocol;
using SupplierBot.Chat.Ports;

namespace SupplierBot.BotFramework.Connector;

/// <summary>
/// The connector's REST interface. Answers of the platform are values; only the caller's own cancellation is thrown. A post leaves at most
/// once a call; what is idempotent is repeated by the client's policy (<see cref="ConnectorRetries"/>).
/// </summary>
/// <param name="timeout">For one call with its repetitions.</param>
public sealed class ConnectorClient(IHttpClientFactory clients, ServiceUrls allowed, TimeSpan timeout, TimeProvider time)
{
    public const string HttpName = "connector";

    public async Task<DeliveryOutcome> SendAsync(
        string serviceUrl,
        string conversation,
        OutgoingActivity activity,
        CancellationToken cancellation
    ) =>
        ConnectorOutcome.OfPost(
            await CallAsync(HttpMethod.Post, serviceUrl, ConnectorRoutes.Activities, conversation, activity, cancellation),
            said => said.Id
        );

    public async Task<DeliveryOutcome> ReplyAsync(
        string serviceUrl,
        string conversation,
        string replyTo,
        OutgoingActivity activity,
        CancellationToken cancellation
    ) =>
        ConnectorOutcome.OfPost(
            await CallAsync(
                HttpMethod.Post,
                serviceUrl,
                (url, id) => ConnectorRoutes.Activity(url, id, replyTo),
                conversation,
                activity with
                {
                    ReplyToId = replyTo,
                },
                cancellation
            ),
            said => said.Id
        );

    public async Task<DeliveryOutcome> UpdateAsync(
        string serviceUrl,
        string conversation,
        string messageId,
        OutgoingActivity activity,
        CancellationToken cancellation
    ) =>
        ConnectorOutcome.OfPut(
            await CallAsync(
                HttpMethod.Put,
                serviceUrl,
                (url, id) => ConnectorRoutes.Activity(url, id, messageId),
                conversation,
                activity,
                cancellation
            ),
            messageId
        );

    public async Task<DeliveryOutcome> DeleteAsync(
        string serviceUrl,
        string conversation,
        string messageId,
        CancellationToken cancellation
    ) =>
        ConnectorOutcome.OfPut(
            await AskAsync(
                HttpMethod.Delete,
                serviceUrl,
                url => ConnectorRoutes.Activity(url, conversation, messageId),
                null,
                cancellation
            ),
            messageId
        );

    /// <summary>
    /// A new thread of a channel, begun by <see cref="ConversationParameters.Activity"/>: the id is that of its first message.
    /// </summary>
    public async Task<DeliveryOutcome> StartThreadAsync(string serviceUrl, ConversationParameters thread, CancellationToken cancellation) =>
        ConnectorOutcome.OfPost(await CreateAsync(serviceUrl, thread, cancellation), started => started.ActivityId);

    /// <summary>
    /// The chat with one person: the id is the conversation's. Idempotent on the platform, and made without a message, because the answer
    /// to one with a message does not name it (PROTOCOL.md "New conversations").
    /// </summary>
    public async Task<DeliveryOutcome> OpenDirectAsync(
        string serviceUrl,
        string botId,
        string userId,
        string tenantId,
        CancellationToken cancellation
    ) =>
        ConnectorOutcome.OfPost(
            await CreateAsync(
                serviceUrl,
                new()
                {
                    IsGroup = false,
                    Bot = new(botId),
                    Members = [new(userId)],
                    TenantId = tenantId,
                    ChannelData = new(Tenant: new(tenantId)),
                },
                cancellation
            ),
            opened => opened.Id
        );

    /// <param name="pageSize">50–500 (PROTOCOL.md "Connector calls").</param>
    internal async Task<ConnectorReply> MembersAsync(
        string serviceUrl,
        string conversation,
        int pageSize,
        string? continuation,
        CancellationToken cancellation
    ) =>
        await AskAsync(
            HttpMethod.Get,
            serviceUrl,
            url => ConnectorRoutes.PagedMembers(url, conversation, pageSize, continuation),
            null,
            cancellation
        );

    internal Task<ConnectorReply> MemberAsync(string serviceUrl, string conversation, string member, CancellationToken cancellation) =>
        AskAsync(HttpMethod.Get, serviceUrl, url => ConnectorRoutes.Member(url, conversation, member), null, cancellation);

    private Task<ConnectorReply> CreateAsync(string serviceUrl, ConversationParameters parameters, CancellationToken cancellation) =>
        AskAsync(
            HttpMethod.Post,
            serviceUrl,
            ConnectorRoutes.Conversations,
            Content(parameters, ActivityJsonContext.Default.ConversationParameters),
            cancellation
        );

    private Task<ConnectorReply> CallAsync(
        HttpMethod method,
        string serviceUrl,
        Func<string, string, Uri> route,
        string conversation,
        OutgoingActivity activity,
        CancellationToken cancellation
    ) =>
        AskAsync(
            method,
            serviceUrl,
            url => route(url, conversation),
            Content(activity with { Conversation = new(conversation) }, ActivityJsonContext.Default.OutgoingActivity),
            cancellation
        );

    private static ByteArrayContent Content<T>(T body, JsonTypeInfo<T> type) =>
        new(JsonSerializer.SerializeToUtf8Bytes(body, type)) { Headers = { ContentType = new("application/json", "utf-8") } };

    private async Task<ConnectorReply> AskAsync(
        HttpMethod method,
        string serviceUrl,
        Func<string, Uri> route,
        HttpContent? content,
        CancellationToken cancellation
    )
    {
        if (!allowed.Allows(serviceUrl))
            return new ConnectorReply.Forbidden();
        using var request = new HttpRequestMessage(method, route(serviceUrl)) { Content = content };
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            using var client = clients.CreateClient(HttpName);
            using var response = await client.SendAsync(request, either.Token);
            return new ConnectorReply.Answered(
                response.StatusCode,
                await response.Content.ReadAsByteArrayAsync(either.Token),
                RetryAfter(response)
            );
        }
        catch (HttpRequestException failed)
        {
            return Failure(failed);
        }
        // A connection that breaks between being made and being used is a bare SocketException of HttpClient: nothing was sent on it.
        catch (SocketException broken)
        {
            return new ConnectorReply.NeverLeft(broken.SocketErrorCode.ToString());
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new ConnectorReply.Lost("no answer in time");
        }
    }

    private static ConnectorReply Failure(HttpRequestException failed) =>
        failed.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError
            or HttpRequestError.UserAuthenticationError => new ConnectorReply.NeverLeft(failed.HttpRequestError.ToString()),
            var error => new ConnectorReply.Lost(error.ToString()),
        };

    private TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter is not { } header ? null : header.Delta ?? header.Date - time.GetUtcNow();
}
