using System.Globalization;
using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Chat.Stores;

/// <summary>Every policy text a case was ever assessed under, by its SHA-256: old cases replay for ever.</summary>
public sealed class PolicyStore(ITable table, ChatSettings settings, Policy current)
{
    private readonly string partition = Keys.Policies(settings.OrganisationId);

    /// <summary>Each is some megabytes as it is worked with; a year of changes is no more than these.</summary>
    private const int MostRead = 12;

    /// <summary>Fewer characters of a hash may be a version.</summary>
    private const int ShortestHash = 8;
    private readonly BoundedCache<string, Policy> read = new(MostRead, StringComparer.Ordinal);

    public Policy Current => current;

    public async Task<Policy> OfAsync(string hash, CancellationToken cancellation)
    {
        if (hash == current.Hash)
            return current;
        if (read.TryGet(hash, out var policy))
            return policy;
        var row =
            await table.GetAsync(partition, Keys.PolicyText(hash), cancellation)
            ?? throw new UnreadableRowException(
                Keys.PolicyText(hash),
                "is missing: it holds the policy that a case was assessed under. Restore it from a backup."
            );
        // A text that was changed would judge by other rules under the same name.
        return ReadText(row) is { } kept && kept.Hash == hash
            ? read.Set(hash, kept)
            : throw new UnreadableRowException(row.Key, "does not hold the policy whose hash it has. Restore it from a backup.");
    }

    /// <summary>
    /// Stores the current text; the same version with another text is refused, or old decisions would explain themselves wrongly.
    /// </summary>
    /// <returns>Null, or what is wrong and what to do.</returns>
    public async Task<string?> PlaceAsync(string text, CancellationToken cancellation)
    {
        var versionKey = VersionKey(current);
        var stored = await table.GetAsync(partition, versionKey, cancellation);
        if (stored is not null)
        {
            return Rows.Value<string>(stored, "Hash") == current.Hash
                ? null
                : $"Policy version {current.Version} was used before with another text. Give the changed policy a new `version`.";
        }
        RowChange[] batch =
        [
            new RowChange.Add(new(versionKey, new Dictionary<string, object> { ["Hash"] = current.Hash })),
            new RowChange.Put(new(Keys.PolicyText(current.Hash), Split(text))),
        ];
        return await table.CommitAsync(partition, batch, cancellation) is CommitResult.Committed
            ? null
            : await PlaceAsync(text, cancellation);
    }

    /// <summary>The one that was in force before the current one; null where none is kept.</summary>
    public async Task<Policy?> BeforeAsync(CancellationToken cancellation) =>
        (await AllAsync(cancellation)).TakeWhile(policy => policy.Hash != current.Hash).LastOrDefault();

    /// <summary>By its version, or by its hash or the beginning of it; null where none is kept.</summary>
    public async Task<Policy?> FindAsync(string versionOrHash, CancellationToken cancellation) =>
        await table.GetAsync(partition, Keys.PolicyVersion(versionOrHash), cancellation) is { } row
            ? await OfAsync(Rows.Value<string>(row, "Hash"), cancellation)
            : (await AllAsync(cancellation)).FirstOrDefault(policy =>
                versionOrHash.Length >= ShortestHash && policy.Hash.StartsWith(versionOrHash, StringComparison.OrdinalIgnoreCase)
            );

    /// <summary>Every version there was, the newest last.</summary>
    public async Task<IReadOnlyList<Policy>> AllAsync(CancellationToken cancellation)
    {
        var all = new List<Policy>();
        await foreach (var row in table.PrefixAsync(partition, Keys.PolicyVersionPrefix, cancellation))
            all.Add(await OfAsync(Rows.Value<string>(row, "Hash"), cancellation));
        return [.. all.OrderBy(policy => policy.ApprovedOn).ThenBy(policy => policy.Version, StringComparer.Ordinal)];
    }

    /// <summary>Every text there was, exactly as its hash was made of it, by version.</summary>
    public async Task<IReadOnlyList<(string Version, string Hash, string Text)>> TextsAsync(CancellationToken cancellation)
    {
        var all = new List<(string, string, string)>();
        foreach (var policy in await AllAsync(cancellation))
        {
            if (await table.GetAsync(partition, Keys.PolicyText(policy.Hash), cancellation) is { } row && Join(row) is { } text)
                all.Add((policy.Version, policy.Hash, text));
        }
        return all;
    }

    internal static string VersionKey(Policy policy) => Keys.PolicyVersion(policy.Version);

    /// <summary>Null where it is no policy.</summary>
    internal static Policy? ReadText(Row row) =>
        Join(row) is { } text && PolicyReader.ReadAccepted(text) is PolicyReading.Accepted accepted ? accepted.Policy : null;

    private static Dictionary<string, object> Split(string text) =>
        text.Chunk(30_000)
            .Select((piece, number) => (Name: Name(number), Piece: (object)new string(piece)))
            .ToDictionary(pair => pair.Name, pair => pair.Piece);

    private static string? Join(Row row)
    {
        var pieces = Enumerable.Range(0, row.Values.Count).Select(number => row.Values.GetValueOrDefault(Name(number)) as string).ToList();
        return pieces.Contains(null) ? null : string.Concat(pieces);
    }

    private static string Name(int number) => "T" + number.ToString(CultureInfo.InvariantCulture);
}
