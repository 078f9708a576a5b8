using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace SupplierBot.BotFramework;

/// <summary>
/// The channel's keys: fetched once and kept. Asked for again after a day, and for a key nobody knows at most once an hour
/// (facts/bot-framework.md §2.1.7); what was fetched last is served on when a fetch fails. Thread-safe.
/// </summary>
public sealed class SigningKeys(Uri metadata, IDocumentRetriever documents, TimeProvider time, ILogger<SigningKeys> log)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);
    private static readonly TimeSpan BetweenForced = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private Task<KeyRing?>? fetching;
    private KeyRing? ring;
    private DateTimeOffset fetched = DateTimeOffset.MinValue;
    private DateTimeOffset tried = DateTimeOffset.MinValue;
    private DateTimeOffset forced = DateTimeOffset.MinValue;

    /// <summary>The keys; null where none were ever fetched.</summary>
    public ValueTask<KeyRing?> GetAsync(CancellationToken cancellation)
    {
        var (known, running) = Look();
        return known is null && running is not null ? new(running.WaitAsync(cancellation)) : new(known);
    }

    /// <summary>For a token signed by a key that is not among them: the channel may have changed its keys.</summary>
    public async ValueTask<KeyRing?> GetAgainAsync(CancellationToken cancellation)
    {
        Task<KeyRing?>? running = null;
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (now - forced >= BetweenForced) (forced, running) = (now, Begin(now));
            else running = fetching;
        }
        return running is null ? ring : await running.WaitAsync(cancellation) ?? ring;
    }

    private (KeyRing? Known, Task<KeyRing?>? Running) Look()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var due = now - fetched >= Fresh && now - tried >= AfterFailure;
            return (ring, due ? Begin(now) : fetching);
        }
    }

    /// <summary>One fetch at a time, whoever asked; it does not end with the request that began it.</summary>
    private Task<KeyRing?> Begin(DateTimeOffset now)
    {
        if (fetching is { IsCompleted: false } running) return running;
        tried = now;
        return fetching = Task.Run(FetchAsync);
    }

    private async Task<KeyRing?> FetchAsync()
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            var read = KeyRing.Of(await OpenIdConnectConfigurationRetriever.GetAsync(metadata.AbsoluteUri, documents, patience.Token));
            if (read.Count == 0) throw new InvalidDataException("There is no RSA key with endorsements among its keys.");
            lock (gate) (ring, fetched) = (read, time.GetUtcNow());
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

    private KeyRing(List<SecurityKey> keys, Dictionary<string, HashSet<string>> endorsements) => (Keys, this.endorsements) = (keys, endorsements);

    public IReadOnlyList<SecurityKey> Keys { get; }
    public int Count => Keys.Count;

    public bool Has(string keyId) => endorsements.ContainsKey(keyId);
    public bool Endorses(string? keyId, string channelId) => keyId is not null && endorsements.TryGetValue(keyId, out var channels) && channels.Contains(channelId);

    /// <summary>RSA keys with an id alone: another kind cannot have made an RS256 signature, and one without id cannot be told from another.</summary>
    internal static KeyRing Of(OpenIdConnectConfiguration configuration)
    {
        var usable = (configuration.JsonWebKeySet?.Keys ?? []).Where(key => key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Kid.Length: > 0 }).DistinctBy(key => key.Kid, StringComparer.Ordinal).ToList();
        return new([.. usable], usable.ToDictionary(key => key.Kid, key => Channels(key), StringComparer.Ordinal));
    }

    private static HashSet<string> Channels(JsonWebKey key) =>
        key.AdditionalData.TryGetValue(Endorsements, out var listed) && listed is System.Collections.IEnumerable values and not string
            ? values.Cast<object>().Select(value => value.ToString()).OfType<string>().ToHashSet(StringComparer.Ordinal)
            : listed is System.Text.Json.JsonElement { ValueKind: System.Text.Json.JsonValueKind.Array } array
                ? array.EnumerateArray().Select(value => value.ToString()).ToHashSet(StringComparer.Ordinal)
                : [];
}
