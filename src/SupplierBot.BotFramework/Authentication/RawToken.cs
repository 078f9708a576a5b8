using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.IdentityModel.Tokens;

namespace SupplierBot.BotFramework.Authentication;

/// <summary>
/// A token as it was sent, read strictly and before any library sees it: what two readers could read differently (a member twice, something
/// behind the end, padding, white space) and what asks for rules nobody here knows (<c>crit</c>) is refused. Says nothing about the
/// signature.
/// </summary>
internal sealed record RawToken(string KeyId, string Issuer, string Audience, DateTimeOffset? Begins, DateTimeOffset Ends)
{
    /// <summary>Characters; Azure's are below 2,000, and a server takes headers of 32 KB.</summary>
    public const int Longest = 8_192;

    /// <summary>Longer than any token of the channel lasts; they last an hour.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(1);

    /// <summary>Seconds; beyond it there is no date.</summary>
    private const double LastSecond = 253_402_300_799;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>
    /// What a signed token of the channel never has: rules that must be understood (RFC 7515 §4.1.11, RFC 7797), encryption, compression, a
    /// token in the token.
    /// </summary>
    private static readonly string[] NotUnderstood = ["crit", "b64", "enc", "zip", "cty"];

    /// <returns>The token, or why it is none; the reason repeats nothing of it.</returns>
    public static (RawToken? Token, string Refusal) Read(string text)
    {
        if (text.Length is 0 or > Longest || text.Split('.') is not [var head, var body, { Length: > 0 } signature])
            return (null, "the bearer token is not a JSON web token");
        if (Bytes(signature) is null)
            return (null, "the token's signature is not base64url");
        using var header = Members(head);
        using var claims = Members(body);
        if (header is null || claims is null)
            return (null, "the token's header or claims are not JSON with every member once");
        return HeaderRefusal(header.RootElement) is { } refusal
            ? (null, refusal)
            : Claims(Text(header.RootElement, "kid")!, claims.RootElement);
    }

    public bool IsCurrent(DateTimeOffset now, TimeSpan skew) => now < Ends + skew && (Begins is null || Begins <= now + skew);

    /// <summary>Whether the channel could have made it, were the signature good.</summary>
    public bool IsPlausible(DateTimeOffset now, TimeSpan skew) => IsCurrent(now, skew) && Ends <= now + LongestLife + skew;

    private static string? HeaderRefusal(JsonElement header)
    {
        if (Array.Find(NotUnderstood, name => header.TryGetProperty(name, out _)) is { } name)
            return $"the token's header has {name}";
        if (header.TryGetProperty("typ", out _) && !string.Equals(Text(header, "typ"), "JWT", StringComparison.OrdinalIgnoreCase))
            return "the token is of another type";
        if (Text(header, "alg") != SecurityAlgorithms.RsaSha256)
            return "the token is not signed with RS256";
        return string.IsNullOrWhiteSpace(Text(header, "kid")) ? "the token names no key" : null;
    }

    private static (RawToken? Token, string Refusal) Claims(string keyId, JsonElement claims)
    {
        if (Text(claims, "iss") is not { Length: > 0 } issuer)
            return (null, "the token names no issuer");
        if (Text(claims, "aud") is not { Length: > 0 } audience)
            return (null, "the token is not for one audience");
        if (Time(claims, "exp") is not { } ends)
            return (null, "the token has no end");
        if (claims.TryGetProperty("nbf", out _) && Time(claims, "nbf") is null)
            return (null, "the token's begin is no time");
        return (new(keyId, issuer, audience, Time(claims, "nbf"), ends), "");
    }

    private static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static DateTimeOffset? Time(JsonElement of, string name) =>
        of.TryGetProperty(name, out var member)
        && member.ValueKind == JsonValueKind.Number
        && member.TryGetDouble(out var seconds)
        && seconds is >= 0 and <= LastSecond
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;

    private static JsonDocument? Members(string part)
    {
        if (Bytes(part) is not { } json || !Utf8.IsValid(json))
            return null;
        try
        {
            var read = JsonDocument.Parse(json, Strict);
            if (read.RootElement.ValueKind == JsonValueKind.Object)
                return read;
            read.Dispose();
        }
        catch (JsonException) { }
        return null;
    }

    /// <summary>Null for what is not the one way to write some bytes: no padding, no white space, no bits left over at the end.</summary>
    private static byte[]? Bytes(string part)
    {
        if (part.AsSpan().ContainsAnyExcept(Letters))
            return null;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(part.Length)];
        // The Try… of this class throws for bits that are left over.
        return
            Base64Url.DecodeFromChars(part, bytes, out _, out var written) == OperationStatus.Done
            && Base64Url.EncodeToString(bytes.AsSpan(0, written)) == part
            ? bytes[..written]
            : null;
    }

    private static readonly SearchValues<char> Letters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    );
}
