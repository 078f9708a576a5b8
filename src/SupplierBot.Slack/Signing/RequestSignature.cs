using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SupplierBot.Slack.Signing;

public enum SignatureCheck
{
    Valid,

    /// <summary>A header is missing, or not of the form <c>v0=</c> and 64 lower-case hex digits, or not a time in seconds.</summary>
    Malformed,

    /// <summary>More than five minutes from now, on either side: perhaps a replay.</summary>
    Stale,

    /// <summary>Made with none of our secrets, or for another body or time.</summary>
    Wrong,
}

/// <summary>
/// Whether Slack sent a request: its signature over the bytes as they came, before anything has read them (PROTOCOL.md "Signed requests").
/// </summary>
public static class RequestSignature
{
    private const string Version = "v0=";
    private const int Seconds = 300;

    /// <param name="timestamp">Header <c>X-Slack-Request-Timestamp</c>.</param>
    /// <param name="signature">Header <c>X-Slack-Signature</c>.</param>
    /// <param name="secrets">Several while one is being replaced. None: nothing is valid.</param>
    public static SignatureCheck Check(
        string? timestamp,
        string? signature,
        ReadOnlySpan<byte> body,
        IReadOnlyList<string> secrets,
        DateTimeOffset now
    )
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sent))
            return SignatureCheck.Malformed;
        if (signature is null || !WellFormed(signature))
            return SignatureCheck.Malformed;
        if (Math.Abs(now.ToUnixTimeSeconds() - sent) > Seconds)
            return SignatureCheck.Stale;
        return MadeWithAny(
            secrets,
            Encoding.ASCII.GetBytes($"v0:{timestamp}:"),
            body,
            Convert.FromHexString(signature.AsSpan(Version.Length))
        );
    }

    private static bool WellFormed(string signature) =>
        signature.Length == Version.Length + 2 * HMACSHA256.HashSizeInBytes
        && signature.StartsWith(Version, StringComparison.Ordinal)
        && signature.Skip(Version.Length).All(char.IsAsciiHexDigitLower);

    /// <summary>Every secret is tried, whether or not one fitted: the time taken says nothing.</summary>
    private static SignatureCheck MadeWithAny(
        IReadOnlyList<string> secrets,
        ReadOnlySpan<byte> head,
        ReadOnlySpan<byte> body,
        ReadOnlySpan<byte> given
    )
    {
        var fits = false;
        foreach (var secret in secrets.Where(secret => secret.Length > 0))
            fits |= CryptographicOperations.FixedTimeEquals(Sign(secret, head, body), given);
        return fits ? SignatureCheck.Valid : SignatureCheck.Wrong;
    }

    private static byte[] Sign(string secret, ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(head);
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
