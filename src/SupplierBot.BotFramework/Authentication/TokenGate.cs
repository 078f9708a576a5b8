using Microsoft.AspNetCore.Http;

namespace SupplierBot.BotFramework;

/// <summary>The gate of a bot that is registered: a valid token of the channel, for this activity's channel and service address.</summary>
public sealed class TokenGate(ChannelTokens tokens) : IRequestGate
{
    public async ValueTask<GateResult> KnockAsync(HttpContext http, CancellationToken cancellation)
    {
        var check = await tokens.CheckAsync(http.Request.Headers.Authorization, cancellation);
        http.Features.Set(check as TokenCheck.Good);
        return check switch
        {
            TokenCheck.Good => GateResult.Open,
            TokenCheck.Refused refused => new GateResult.Refused(StatusCodes.Status401Unauthorized, refused.Reason),
            // Not 401: an honest platform may send it again, and nothing was looked at.
            TokenCheck.NoKeys => new GateResult.Refused(StatusCodes.Status503ServiceUnavailable, "the channel's keys could not be fetched yet"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public GateResult Believe(HttpContext http, Activity activity) => http.Features.Get<TokenCheck.Good>() switch
    {
        null => new GateResult.Refused(StatusCodes.Status401Unauthorized, "nobody was let in"),
        { } good when !good.Endorses(activity.ChannelId) => new GateResult.Refused(StatusCodes.Status401Unauthorized, "the signing key does not endorse this channel", activity.ChannelId),
        { } good when !string.Equals(good.ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase) => new GateResult.Refused(StatusCodes.Status401Unauthorized, "the token is for another serviceUrl"),
        _ => GateResult.Open,
    };
}
