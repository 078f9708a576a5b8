using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SupplierBot.BotFramework;

/// <summary>Checks tokens of the Azure Bot channel (facts/bot-framework.md §2.1). Tokens of skills and of the Emulator have other issuers and are refused.</summary>
public sealed class ChannelTokens
{
    private const string Scheme = "Bearer ";
    private const string ServiceUrlClaim = "serviceurl";
    /// <summary>Characters; Azure's are below 2,000, and a server takes headers of 32 KB.</summary>
    private const int LongestToken = 8_192;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };
    private readonly string issuer;
    private readonly string appId;
    private readonly SigningKeys keys;
    private readonly TimeProvider time;

    /// <param name="appId">Of this bot: the audience of every token.</param>
    public ChannelTokens(string issuer, string appId, SigningKeys keys, TimeProvider time) => (this.issuer, this.appId, this.keys, this.time) = (issuer, appId, keys, time);

    /// <param name="headers">Every value of <c>Authorization</c>.</param>
    public async ValueTask<TokenCheck> CheckAsync(IReadOnlyList<string?> headers, CancellationToken cancellation)
    {
        if (headers is not [{ } header]) return new TokenCheck.Refused(headers.Count == 0 ? "no Authorization header" : "several Authorization headers");
        if (!header.StartsWith(Scheme, StringComparison.Ordinal)) return new TokenCheck.Refused("the Authorization header is not a bearer token");
        return Read(header[Scheme.Length..]) is { } token ? await CheckAsync(token, cancellation) : new TokenCheck.Refused("the bearer token is not a JSON web token");
    }

    private async ValueTask<TokenCheck> CheckAsync(JsonWebToken token, CancellationToken cancellation)
    {
        // What anybody can see to be wrong costs no signature and asks nobody for keys.
        if (token.Alg != SecurityAlgorithms.RsaSha256) return new TokenCheck.Refused("the token is not signed with RS256");
        if (token.Issuer != issuer) return new TokenCheck.Refused("the token is of another issuer");
        if (string.IsNullOrEmpty(token.Kid)) return new TokenCheck.Refused("the token names no key");
        var ring = await keys.GetAsync(cancellation);
        if (ring is not null && !ring.Has(token.Kid)) ring = await keys.GetAgainAsync(cancellation);
        return ring switch
        {
            null => new TokenCheck.NoKeys(),
            _ when !ring.Has(token.Kid) => new TokenCheck.Refused("the token is signed by a key the channel does not name"),
            _ => Judge(await handler.ValidateTokenAsync(token, Rules(ring)), ring),
        };
    }

    private static TokenCheck Judge(TokenValidationResult result, KeyRing ring)
    {
        if (!result.IsValid || result.SecurityToken is not JsonWebToken token) return new TokenCheck.Refused($"the token is not valid ({result.Exception?.GetType().Name})");
        return token.TryGetPayloadValue<string>(ServiceUrlClaim, out var serviceUrl) && !string.IsNullOrEmpty(serviceUrl)
            // The key that made the signature, not the one the header names.
            ? new TokenCheck.Good(serviceUrl, channel => ring.Endorses(token.SigningKey?.KeyId, channel))
            : new TokenCheck.Refused("the token has no serviceurl claim");
    }

    private TokenValidationParameters Rules(KeyRing ring) => new()
    {
        ValidIssuer = issuer,
        ValidAudience = appId,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        IssuerSigningKeys = ring.Keys,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        RequireAudience = true,
        IgnoreTrailingSlashWhenValidatingAudience = false,
        LifetimeValidator = (from, until, _, _) => until is { } end && time.GetUtcNow() < end + Skew && (from is null || from <= time.GetUtcNow() + Skew),
    };

    private JsonWebToken? Read(string text)
    {
        if (text.Length is 0 or > LongestToken || text.Any(letter => letter is <= ' ' or > '~') || !handler.CanReadToken(text)) return null;
        try
        {
            return handler.ReadJsonWebToken(text) is { IsSigned: true, IsEncrypted: false } token ? token : null;
        }
        catch (Exception fault) when (fault is ArgumentException or SecurityTokenException or FormatException or System.Text.Json.JsonException)
        {
            return null;
        }
    }
}

public abstract record TokenCheck
{
    private TokenCheck() { }

    /// <param name="ServiceUrl">What the token is for: the activity must name the same.</param>
    /// <param name="Endorses">Whether the signing key may speak for a channel.</param>
    public sealed record Good(string ServiceUrl, Func<string, bool> Endorses) : TokenCheck;
    /// <param name="Reason">For the log; holds nothing of the token.</param>
    public sealed record Refused(string Reason) : TokenCheck;
    /// <summary>The channel's keys could not be fetched: nobody can be told from anybody.</summary>
    public sealed record NoKeys : TokenCheck;
}
