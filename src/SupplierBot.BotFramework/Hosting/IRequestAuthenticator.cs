using Microsoft.AspNetCore.Http;
using SupplierBot.BotFramework.Protocol;

namespace SupplierBot.BotFramework.Hosting;

/// <summary>
/// Decides whether a request is really from the channel. The endpoint cannot be mapped without one: the token check where there are
/// credentials, the door of local mode where there are none.
/// </summary>
public interface IRequestAuthenticator
{
    /// <summary>
    /// By the headers alone, before any of the body is read: who forges a request learns nothing about what a body should be.
    /// </summary>
    ValueTask<AuthenticationResult> AuthenticateAsync(HttpContext http, CancellationToken cancellation);

    /// <summary>
    /// Whether what the body says is what was let in. After <see cref="AuthenticateAsync"/>, before anything is done with the activity.
    /// </summary>
    AuthenticationResult AuthorizeActivity(HttpContext http, Activity activity);
}

public abstract record AuthenticationResult
{
    private AuthenticationResult() { }

    public static readonly AuthenticationResult Open = new Admitted();

    public sealed record Admitted : AuthenticationResult;

    /// <param name="Status">401 or 403; 503 where nobody can be let in at the moment.</param>
    /// <param name="Reason">For the log alone: the sender learns the status.</param>
    /// <param name="Named">What stood outside a list, from a sender that was let in; null elsewhere.</param>
    public sealed record Refused(int Status, string Reason, string? Named = null) : AuthenticationResult;
}
