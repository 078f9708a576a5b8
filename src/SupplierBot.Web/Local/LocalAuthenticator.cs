using SupplierBot.BotFramework.Hosting;
using SupplierBot.BotFramework.Protocol;
using SupplierBot.Chat.Telemetry;

namespace SupplierBot.Web.Local;

/// <summary>
/// Local mode's check of every request: headers before the body is read, the sender's address before anything is done with it.
/// </summary>
internal sealed class LocalAuthenticator(LocalConnectors connectors, RefusedRequests refusals) : IRequestAuthenticator
{
    /// <summary>Everything but health goes through it.</summary>
    public Task PassAsync(HttpContext http, RequestDelegate next)
    {
        var verdict = http.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
            ? LocalRequestResult.Open
            : LocalRequestRules.Check(http.Request);
        return verdict == LocalRequestResult.Open ? next(http) : RefuseAsync(http, verdict);
    }

    /// <summary>Everything went through <see cref="PassAsync"/>.</summary>
    public ValueTask<AuthenticationResult> AuthenticateAsync(HttpContext http, CancellationToken cancellation) =>
        new(AuthenticationResult.Open);

    /// <summary>The bot's own gate.</summary>
    public AuthenticationResult AuthorizeActivity(HttpContext http, Activity activity)
    {
        var verdict = LocalRequestRules.CheckServiceUrl(activity.ServiceUrl, connectors.Allowed);
        return verdict == LocalRequestResult.Open
            ? AuthenticationResult.Open
            : new AuthenticationResult.Refused(LocalRequestRules.StatusOf(verdict), verdict.ToString());
    }

    private Task RefuseAsync(HttpContext http, LocalRequestResult verdict)
    {
        refusals.Count("local mode", LocalRequestRules.StatusOf(verdict), verdict.ToString());
        http.Response.StatusCode = LocalRequestRules.StatusOf(verdict);
        return http.Response.WriteAsync($"Local mode: {verdict}");
    }
}
