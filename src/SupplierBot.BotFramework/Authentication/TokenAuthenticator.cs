using Microsoft.AspNetCore.Http;
using SupplierBot.BotFramework.Hosting;
using SupplierBot.BotFramework.Protocol;

namespace SupplierBot.BotFramework.Authentication;

/// <summary>The gate of a bot that is registered: a valid token of the channel, for this activity's channel and service address.</summary>
public sealed class TokenAuthenticator(ChannelTokens tokens) : IRequestAuthenticator
{
    public async ValueTask<AuthenticationResult> AuthenticateAsync(HttpContext http, CancellationToken cancellation)
    {
        var check = await tokens.CheckAsync(http.Request.Headers.Authorization, cancellation);
        http.Features.Set(check as ChannelTokenResult.Good);
        return check switch
        {
            ChannelTokenResult.Good => AuthenticationResult.Open,
            ChannelTokenResult.Refused refused => new AuthenticationResult.Refused(StatusCodes.Status401Unauthorized, refused.Reason),
            // Not 401: an honest platform may send it again, and nothing was looked at.
            ChannelTokenResult.NoKeys => new AuthenticationResult.Refused(
                StatusCodes.Status503ServiceUnavailable,
                "the channel's keys could not be fetched yet"
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public AuthenticationResult AuthorizeActivity(HttpContext http, Activity activity) =>
        http.Features.Get<ChannelTokenResult.Good>() switch
        {
            null => new AuthenticationResult.Refused(StatusCodes.Status401Unauthorized, "nobody was let in"),
            { } good when !good.Endorses(activity.ChannelId) => new AuthenticationResult.Refused(
                StatusCodes.Status401Unauthorized,
                "the signing key does not endorse this channel",
                activity.ChannelId
            ),
            { } good when !string.Equals(good.ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase) =>
                new AuthenticationResult.Refused(StatusCodes.Status401Unauthorized, "the token is for another serviceUrl"),
            _ => AuthenticationResult.Open,
        };
}
