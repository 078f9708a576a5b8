using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using SupplierBot.BotFramework.Hosting;

namespace SupplierBot.BotFramework.Authentication;

/// <summary>
/// The channel's keys: fetched once and kept. Asked for again after a day, and for a key nobody knows; what was fetched last is served on
/// while and when a fetch fails. A look for an unknown key that does not find it makes the next one wait, 5 s at first and twice as long
/// each time, at most five minutes: anyone who makes keys up costs the issuer a few looks, and never keeps a real new key out for longer
/// than that. Thread-safe.
/// </summary>
public sealed class SigningKeys(Uri metadata, IDocumentRetriever documents, TimeProvider time, ILogger<SigningKeys> log)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    /// <summary>Keys that old are looked at once more for an unknown one, however many looks were in vain before.</summary>
    private static readonly TimeSpan Old = TimeSpan.FromHours(1);

    private readonly Lock authenticator = new();
    private Task<KeyRing?>? fetching;
    private KeyRing? ring;
    private DateTimeOffset fetched = DateTimeOffset.MinValue;
    private DateTimeOffset tried = DateTimeOffset.MinValue;
    private DateTimeOffset looked = DateTimeOffset.MinValue;
    private TimeSpan rest = TimeSpan.Zero;

    /// <summary>The keys; null where none were ever fetched.</summary>
    public ValueTask<KeyRing?> GetAsync(CancellationToken cancellation)
    {
        var (known, running) = Look();
        return known is null && running is not null ? new(running.WaitAsync(cancellation)) : new(known);
    }

    /// <summary>
    /// For a token signed by a key that is not among them: the channel may have changed its keys. Only one the channel could have made is
    /// worth it.
    /// </summary>
    public async ValueTask<KeyRing?> FindAsync(string keyId, CancellationToken cancellation)
    {
        var running = LookAgain();
        var found = running is null ? ring : await running.WaitAsync(cancellation) ?? ring;
        if (found is not null && found.Has(keyId))
            Found();
        return found;
    }

    /// <summary>Those who come while a fetch runs wait for it. The look counts as one in vain until it found its key.</summary>
    private Task<KeyRing?>? LookAgain()
    {
        lock (authenticator)
        {
            var now = time.GetUtcNow();
            if (fetching is { IsCompleted: false } running)
                return running;
            if (now - looked < rest && (now - fetched < Old || now - tried < AfterFailure))
                return null;
            rest =
                rest == TimeSpan.Zero || now - looked >= Old
                    ? ShortestRest
                    : TimeSpan.FromTicks(Math.Min(2 * rest.Ticks, LongestRest.Ticks));
            looked = now;
            return Begin(now);
        }
    }

    private void Found()
    {
        lock (authenticator)
            rest = TimeSpan.Zero;
    }

    private (KeyRing? Known, Task<KeyRing?>? Running) Look()
    {
        lock (authenticator)
        {
            var now = time.GetUtcNow();
            var due = now - fetched >= Fresh && now - tried >= AfterFailure;
            return (ring, due ? Begin(now) : fetching);
        }
    }

    /// <summary>One fetch at a time, no matter who asked; it does not end with the request that began it.</summary>
    private Task<KeyRing?> Begin(DateTimeOffset now)
    {
        if (fetching is { IsCompleted: false } running)
            return running;
        tried = now;
        return fetching = Task.Run(FetchAsync);
    }

    private async Task<KeyRing?> FetchAsync()
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            // The wait ends also where a retriever does not.
            var read = KeyRing.Of(
                await OpenIdConnectConfigurationRetriever
                    .GetAsync(metadata.AbsoluteUri, documents, patience.Token)
                    .WaitAsync(patience.Token)
            );
            if (read.Count == 0)
                throw new InvalidDataException("There is no RSA key with endorsements among its keys.");
            lock (authenticator)
                (ring, fetched) = (read, time.GetUtcNow());
            log.KeysFetched(read.Count, metadata.Host);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            log.KeysNotFetched(metadata, ring is not null, fault.GetBaseException().Message);
        }
        return ring;
    }
}

/// <summary>Keys that may sign, and which channels each may speak for.</summary>
public sealed class KeyRing
{
    private const string Endorsements = "endorsements";

    private readonly Dictionary<string, HashSet<string>> endorsements;

    private KeyRing(List<SecurityKey> keys, Dictionary<string, HashSet<string>> endorsements) =>
        (Keys, this.endorsements) = (keys, endorsements);

    public IReadOnlyList<SecurityKey> Keys { get; }
    public int Count => Keys.Count;

    public bool Has(string keyId) => endorsements.ContainsKey(keyId);

    public bool Endorses(string? keyId, string channelId) =>
        keyId is not null && endorsements.TryGetValue(keyId, out var channels) && channels.Contains(channelId);

    /// <summary>
    /// RSA keys with an id alone: another kind cannot have made an RS256 signature, and one without id cannot be told from another.
    /// </summary>
    internal static KeyRing Of(OpenIdConnectConfiguration configuration)
    {
        var usable = (configuration.JsonWebKeySet?.Keys ?? [])
            .Where(key => key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Kid.Length: > 0 })
            .DistinctBy(key => key.Kid, StringComparer.Ordinal)
            .ToList();
        return new([.. usable], usable.ToDictionary(key => key.Kid, key => Channels(key), StringComparer.Ordinal));
    }

    private static HashSet<string> Channels(JsonWebKey key) =>
        key.AdditionalData.TryGetValue(Endorsements, out var listed) && listed is System.Collections.IEnumerable values and not string
            ? values.Cast<object>().Select(value => value.ToString()).OfType<string>().ToHashSet(StringComparer.Ordinal)
        : listed is System.Text.Json.JsonElement { ValueKind: System.Text.Json.JsonValueKind.Array } array
            ? array.EnumerateArray().Select(value => value.ToString()).ToHashSet(StringComparer.Ordinal)
        : [];
}
