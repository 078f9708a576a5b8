using System.Net;
using System.Net.Http.Headers;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging;
using SupplierBot.BotFramework.Hosting;

namespace SupplierBot.BotFramework.Authentication;

/// <summary>
/// Our own token on every call of the connector: kept, refreshed before it ends, one refresh at a time. A 401 fetches a new one and repeats
/// the call once: a call that was refused was not executed (PROTOCOL.md "Connector tokens"). The address was checked before it got here.
/// </summary>
/// <param name="signIn">A credential with an empty cache, so that a token somebody revoked does not come back.</param>
public sealed class ConnectorTokens(Func<TokenCredential> signIn, string scope, TimeProvider time, ILogger<ConnectorTokens> log)
    : IDisposable
{
    /// <summary>Before the end, where the directory names no time of its own.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly SemaphoreSlim turn = new(1);
    private TokenCredential credential = signIn();

    /// <summary>Read without the turn, so one reference: an <see cref="AccessToken"/> itself could be read half old, half new.</summary>
    private volatile CachedToken? kept;

    /// <exception cref="HttpRequestException">No token is to be had: the call never left.</exception>
    public async ValueTask<string> GetAsync(CancellationToken cancellation)
    {
        if (kept is { } fresh && time.GetUtcNow() < fresh.RefreshAt)
            return fresh.Token;
        await turn.WaitAsync(cancellation);
        try
        {
            if (kept is { } meanwhile && time.GetUtcNow() < meanwhile.RefreshAt)
                return meanwhile.Token;
            return await FetchAsync(cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The connector did not take this one. Who comes second finds the new one.</summary>
    public async ValueTask ForgetAsync(string refused, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            if (kept?.Token == refused)
                (kept, credential) = (null, signIn());
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<string> FetchAsync(CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            var token = await credential.GetTokenAsync(new TokenRequestContext([scope]), either.Token);
            kept = new(token.Token, token.RefreshOn ?? token.ExpiresOn - Early, token.ExpiresOn);
            return token.Token;
        }
        catch (Exception fault)
            when (fault is AuthenticationFailedException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // One that still works is better than none.
            if (kept is { } old && time.GetUtcNow() < old.ExpiresOn)
                return old.Token;
            log.NoToken(SignInTexts.Of(fault));
            throw new HttpRequestException(HttpRequestError.UserAuthenticationError, "There is no token for the connector.", fault);
        }
    }

    private sealed record CachedToken(string Token, DateTimeOffset RefreshAt, DateTimeOffset ExpiresOn);
}

/// <summary>Adds the token; see <see cref="ConnectorTokens"/>.</summary>
internal sealed class TokenHandler(ConnectorTokens tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken);
        var response = await SendAsync(request, token, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
            return response;
        await tokens.ForgetAsync(token, cancellationToken);
        var next = await tokens.GetAsync(cancellationToken);
        response.Dispose();
        return await SendAsync(request, next, cancellationToken);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string token, CancellationToken cancellation)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return base.SendAsync(request, cancellation);
    }
}
