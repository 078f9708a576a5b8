using Microsoft.AspNetCore.Http;

namespace SupplierBot.BotFramework;

/// <summary>
/// Decides whether a request is really from the channel, before anything is done with it. The endpoint cannot be mapped without one:
/// the token check where there are credentials, the gate of local mode where there are none.
/// </summary>
/// <param name="activity">Read from the body, not yet believed.</param>
public delegate ValueTask<GateResult> RequestGate(HttpContext http, Activity activity, CancellationToken cancellation);

public abstract record GateResult
{
    private GateResult() { }

    public static readonly GateResult Open = new Admitted();

    public sealed record Admitted : GateResult;
    /// <param name="Status">401 or 403.</param>
    /// <param name="Reason">For the log alone: the sender learns the status.</param>
    public sealed record Refused(int Status, string Reason) : GateResult;
}
