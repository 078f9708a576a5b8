using SupplierBot.BotFramework;
using SupplierBot.Chat;

namespace SupplierBot.Web;

/// <summary>Local mode's check of every request: headers before the body is read, the sender's address before anything is done with it.</summary>
internal sealed class LocalDoor(LocalConnectors connectors, RefusedRequests refusals) : IRequestGate
{
    /// <summary>Everything but health goes through it.</summary>
    public Task PassAsync(HttpContext http, RequestDelegate next)
    {
        var verdict = http.Request.Path.StartsWithSegments("/health") ? LocalVerdict.Open : LocalGate.Check(http.Request);
        return verdict == LocalVerdict.Open ? next(http) : RefuseAsync(http, verdict);
    }

    /// <summary>Everything went through <see cref="PassAsync"/>.</summary>
    public ValueTask<GateResult> KnockAsync(HttpContext http, CancellationToken cancellation) => new(GateResult.Open);

    /// <summary>The bot's own gate; tells the Playgrounds which conversations have reached the bot, once it has answered.</summary>
    public GateResult Believe(HttpContext http, Activity activity)
    {
        var verdict = LocalGate.CheckServiceUrl(activity.ServiceUrl, connectors.Allowed);
        if (verdict != LocalVerdict.Open) return new GateResult.Refused(LocalGate.StatusOf(verdict), verdict.ToString());
        if (activity.Type == ActivityTypes.InstallationUpdate) http.Response.OnCompleted(() => Arrived(activity));
        return GateResult.Open;
    }

    private Task Arrived(Activity activity)
    {
        connectors.Arrived(activity.Conversation.Id);
        return Task.CompletedTask;
    }

    private Task RefuseAsync(HttpContext http, LocalVerdict verdict)
    {
        refusals.Count("local mode", LocalGate.StatusOf(verdict), verdict.ToString());
        http.Response.StatusCode = LocalGate.StatusOf(verdict);
        return http.Response.WriteAsync($"Local mode: {verdict}");
    }
}
