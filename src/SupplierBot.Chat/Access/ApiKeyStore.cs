using System.Security.Cryptography;
using System.Text;
using SupplierBot.Chat.Exports;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Access;

/// <summary>The keys of other programs. Making and ending one is on the log of what leaves the bot.</summary>
public sealed class ApiKeyStore(ITable table, ExportLogStore log, ChatSettings settings, TimeProvider time)
{
    /// <summary>How every key begins, so that scanners for leaked secrets know one.</summary>
    public const string Prefix = "sbk_";

    /// <summary>How long a key works where nobody says otherwise, and at most.</summary>
    public const int UsualDays = 365;
    public const int MostDays = 730;

    /// <summary>Characters of a name at most.</summary>
    public const int LongestName = 60;

    private const int IdLength = 10;
    private const int SecretLength = 43;
    private static readonly TimeSpan UsedEvery = TimeSpan.FromHours(1);
    private static readonly string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <returns>The key as it is kept, and the whole of it, which nobody is shown again.</returns>
    public async Task<(ApiKey Key, string Secret)> MakeAsync(
        string name,
        IReadOnlyList<string> scopes,
        Person owner,
        PersonId by,
        int days,
        CancellationToken cancellation
    )
    {
        var (id, secret) = (RandomNumberGenerator.GetString(Letters, IdLength), RandomNumberGenerator.GetString(Letters, SecretLength));
        var now = time.GetUtcNow();
        var key = new ApiKey(id, name, scopes, owner, by, now, now.AddDays(days), HashOf(secret));
        RowChange row = new RowChange.Add(Rows.Of(Keys.ApiKey(id), key, StoredJson.Default.ApiKey));
        await log.AppendAsync(before => before.With(ApiKeyEvents.Made(key)), cancellation, [row]);
        return (key, $"{Prefix}{id}_{secret}");
    }

    /// <summary>Every key there ever was, the newest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> AllAsync(CancellationToken cancellation)
    {
        var keys = new List<ApiKey>();
        await foreach (var row in table.PrefixAsync(partition, Keys.ApiKeyPrefix, cancellation))
            keys.Add(Rows.Read(row, StoredJson.Default.ApiKey));
        return [.. keys.OrderByDescending(key => key.MadeAt)];
    }

    /// <summary>Nobody gets anything with it any more. Null where there is none; one that was ended stays as it is.</summary>
    public async Task<ApiKey?> EndAsync(string id, PersonId by, CancellationToken cancellation)
    {
        var key = (await FindAsync(id, cancellation))?.Value;
        if (key is null or { EndedAt: not null })
            return key;
        var ended = key with { EndedAt = time.GetUtcNow() };
        RowChange row = new RowChange.Put(Rows.Of(Keys.ApiKey(id), ended, StoredJson.Default.ApiKey));
        await log.AppendAsync(before => before.With(ApiKeyEvents.Ended(ended, by)), cancellation, [row]);
        return ended;
    }

    /// <summary>The key that this is, where it works now; null for anything else. Every look takes as long.</summary>
    public async Task<ApiKey?> KnownAsync(string presented, CancellationToken cancellation)
    {
        if (Parts(presented) is not var (id, secret))
            return null;
        var read = await FindAsync(id, cancellation);
        var kept = Encoding.ASCII.GetBytes(read?.Value.Hash ?? HashOf(""));
        if (!CryptographicOperations.FixedTimeEquals(kept, Encoding.ASCII.GetBytes(HashOf(secret))) || read is null)
            return null;
        var now = time.GetUtcNow();
        if (!read.Value.WorksAt(now))
            return null;
        await NoteUseAsync(read, now, cancellation);
        return read.Value;
    }

    private async Task NoteUseAsync(Versioned<ApiKey> read, DateTimeOffset now, CancellationToken cancellation)
    {
        if (read.Value.UsedAt is { } used && now - used < UsedEvery)
            return;
        var row = Rows.Of(Keys.ApiKey(read.Value.Id), read.Value with { UsedAt = now }, StoredJson.Default.ApiKey);
        try
        {
            // Another call that notes the same at the same time says it as well.
            await table.CommitAsync(partition, [new RowChange.Replace(row, read.ETag)], cancellation);
        }
        catch (OutcomeUnknownException)
        {
            // Noted or not: nothing depends on it.
        }
    }

    private async Task<Versioned<ApiKey>?> FindAsync(string id, CancellationToken cancellation) =>
        await table.GetAsync(partition, Keys.ApiKey(id), cancellation) is { } row
            ? new(Rows.Read(row, StoredJson.Default.ApiKey), row.ETag!)
            : null;

    private static (string Id, string Secret)? Parts(string presented) =>
        presented.Length == Prefix.Length + IdLength + 1 + SecretLength
        && presented.StartsWith(Prefix, StringComparison.Ordinal)
        && presented[Prefix.Length + IdLength] == '_'
        && !presented.AsSpan(Prefix.Length, IdLength).ContainsAnyExcept(Letters)
        && !presented.AsSpan(Prefix.Length + IdLength + 1).ContainsAnyExcept(Letters)
            ? (presented.Substring(Prefix.Length, IdLength), presented[(Prefix.Length + IdLength + 1)..])
            : null;

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
