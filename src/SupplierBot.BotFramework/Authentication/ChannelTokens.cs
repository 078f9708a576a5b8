using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SupplierBot.BotFramework.Authentication;

/// <summary>
/// Checks tokens of the Azure Bot channel: what anybody can see by <see cref="RawToken"/>, the signature by Microsoft's library. Tokens of
/// skills and of the Emulator have other issuers and are refused.
/// </summary>
public sealed class ChannelTokens
{
    private const string Scheme = "Bearer ";
    private const string ServiceUrlClaim = "serviceurl";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = RawToken.Longest };
    private readonly string issuer;
    private readonly string[] audiences;
    private readonly SigningKeys keys;
    private readonly TimeProvider time;

    /// <param name="appId">Of this bot. Newer registrations get the same id as an address: Microsoft's own libraries (teams.ts, teams.py,
    /// teams.net) take all three.</param>
    public ChannelTokens(string issuer, string appId, SigningKeys keys, TimeProvider time) =>
        (this.issuer, audiences, this.keys, this.time) = (issuer, [appId, $"api://{appId}", $"api://botid-{appId}"], keys, time);

    /// <param name="headers">Every value of <c>Authorization</c>.</param>
    public async ValueTask<ChannelTokenResult> CheckAsync(IReadOnlyList<string?> headers, CancellationToken cancellation)
    {
        if (headers is not [{ } header])
            return new ChannelTokenResult.Refused(headers.Count == 0 ? "no Authorization header" : "several Authorization headers");
        if (!header.StartsWith(Scheme, StringComparison.Ordinal))
            return new ChannelTokenResult.Refused("the Authorization header is not a bearer token");
        var text = header[Scheme.Length..];
        var (token, refusal) = RawToken.Read(text);
        return token is null ? new ChannelTokenResult.Refused(refusal) : await CheckAsync(text, token, cancellation);
    }

    private async ValueTask<ChannelTokenResult> CheckAsync(string text, RawToken token, CancellationToken cancellation)
    {
        // What anybody can see to be wrong costs no signature and asks nobody for keys.
        if (token.Issuer != issuer)
            return new ChannelTokenResult.Refused(IssuerRefusal(token.Issuer));
        if (!audiences.Contains(token.Audience, StringComparer.Ordinal))
            return new ChannelTokenResult.Refused("the token is for another audience");
        if (!token.IsCurrent(time.GetUtcNow(), Skew))
            return new ChannelTokenResult.Refused("the token has expired or is not valid yet");
        var ring = await keys.GetAsync(cancellation);
        if (ring is not null && !ring.Has(token.KeyId) && token.IsPlausible(time.GetUtcNow(), Skew))
            ring = await keys.FindAsync(token.KeyId, cancellation);
        return ring switch
        {
            null => new ChannelTokenResult.NoKeys(),
            _ when !ring.Has(token.KeyId) => new ChannelTokenResult.Refused("the token is signed by a key the channel does not name"),
            _ => Judge(await handler.ValidateTokenAsync(text, Rules(ring)), ring),
        };
    }

    /// <summary>
    /// The bot was set up for one cloud and is called from another: worth a word of its own, because it names no stranger's text.
    /// </summary>
    private static string IssuerRefusal(string issuer) =>
        BotCloud.NameOf(issuer) is { } cloud
            ? $"the token is of the channel in the cloud {cloud}: Teams:Cloud says another"
            : "the token is of another issuer";

    private static ChannelTokenResult Judge(TokenValidationResult result, KeyRing ring)
    {
        if (!result.IsValid || result.SecurityToken is not JsonWebToken token)
            return new ChannelTokenResult.Refused($"the token is not valid ({result.Exception?.GetType().Name})");
        return token.TryGetPayloadValue<string>(ServiceUrlClaim, out var serviceUrl) && !string.IsNullOrEmpty(serviceUrl)
            // The key that made the signature, not the one the header names.
            ? new ChannelTokenResult.Good(serviceUrl, channel => ring.Endorses(token.SigningKey?.KeyId, channel))
            : new ChannelTokenResult.Refused("the token has no serviceurl claim");
    }

    private TokenValidationParameters Rules(KeyRing ring) =>
        new()
        {
            ValidIssuer = issuer,
            ValidAudiences = audiences,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            IssuerSigningKeys = ring.Keys,
            TryAllIssuerSigningKeys = false,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            RequireAudience = true,
            IgnoreTrailingSlashWhenValidatingAudience = false,
            // Times of a token are UTC; as DateTimeOffset, one of no kind would count as the machine's own time.
            LifetimeValidator = (from, until, _, _) =>
                until is { } end
                && time.GetUtcNow().UtcDateTime < end + Skew
                && (from is null || from <= time.GetUtcNow().UtcDateTime + Skew),
        };
}

public abstract record ChannelTokenResult
{
    private ChannelTokenResult() { }

    /// <param name="ServiceUrl">What the token is for: the activity must name the same.</param>
    /// <param name="Endorses">Whether the signing key may speak for a channel.</param>
    public sealed record Good(string ServiceUrl, Func<string, bool> Endorses) : ChannelTokenResult;

    /// <param name="Reason">For the log; holds nothing of the token.</param>
    public sealed record Refused(string Reason) : ChannelTokenResult;

    /// <summary>The channel's keys could not be fetched: nobody can be told from anybody.</summary>
    public sealed record NoKeys : ChannelTokenResult;
}
