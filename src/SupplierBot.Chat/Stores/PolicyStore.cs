using System.Globalization;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Publishing;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Publishing;
using SupplierBot.Onboarding.Risk;

namespace SupplierBot.Chat.Stores;

/// <summary>Every policy text a case was ever assessed under, by its SHA-256: old cases replay for ever.</summary>
public sealed class PolicyStore(ITable table, ChatSettings settings, PolicyInForce inForce)
{
    private readonly string partition = Keys.Policies(settings.OrganisationId);

    /// <summary>Each is some megabytes as it is worked with; a year of changes is no more than these.</summary>
    private const int MostRead = 12;

    /// <summary>Fewer characters of a hash may be a version.</summary>
    private const int ShortestHash = 8;
    private readonly BoundedCache<string, Policy> read = new(MostRead, StringComparer.Ordinal);

    /// <summary>Read once by whoever decides: another one can come into force at any moment.</summary>
    public Policy Current => inForce.Current;

    public PolicyInForce InForce => inForce;

    public async Task<Policy> OfAsync(string hash, CancellationToken cancellation)
    {
        if (inForce.Current is var current && hash == current.Hash)
            return current;
        if (read.TryGet(hash, out var policy))
            return policy;
        var row =
            await TextRowAsync(hash, cancellation)
            ?? throw new UnreadableRowException(
                Keys.PolicyText(hash),
                "is missing: it holds the policy that a case was assessed under, or that somebody proposed. Restore it from a backup."
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
    public Task<string?> PlaceAsync(string text, CancellationToken cancellation) => PlaceAsync(inForce.Current, Split(text), cancellation);

    private async Task<string?> PlaceAsync(Policy policy, IReadOnlyDictionary<string, object> text, CancellationToken cancellation)
    {
        if (await HashOfVersionAsync(policy.Version, cancellation) is { } hash)
            return hash == policy.Hash
                ? null
                : $"Policy version {policy.Version} was used before with another text. Give the changed policy a new `version`.";
        RowChange[] batch =
        [
            new RowChange.Add(new(VersionKey(policy), new Dictionary<string, object> { ["Hash"] = policy.Hash })),
            new RowChange.Put(new(Keys.PolicyText(policy.Hash), text)),
        ];
        return await table.CommitAsync(partition, batch, cancellation) is CommitResult.Committed
            ? null
            : await PlaceAsync(policy, text, cancellation);
    }

    /// <summary>
    /// Brings into force here what somebody accepted anywhere. Its version is taken from then on: the row that says so follows the log, and
    /// whoever comes first writes it.
    /// </summary>
    /// <param name="writes">False where nothing can be written: a moment after somebody accepted it the row may not be there yet.</param>
    /// <returns>False where it was in force here before, or none was ever published.</returns>
    public async Task<bool> FollowAsync(PolicyLog? log, CancellationToken cancellation, bool writes = true)
    {
        if (log?.InForce is not { } published || inForce.Published == published || inForce.Published?.Since > published.Since)
            return false;
        var policy = await OfAsync(published.Hash, cancellation);
        var text = writes ? await TextRowAsync(published.Hash, cancellation) : null;
        if (text is not null && await PlaceAsync(policy, text.Values, cancellation) is { } refusal)
            throw new IOException($"{published.Proposal} can't come into force. {refusal}");
        // Compiled before the first turn needs it.
        _ = Assessor.TierOf(policy, Answers.Empty);
        inForce.Put(policy, published);
        return true;
    }

    /// <summary>Of the policy that was in force under this version; null if none was.</summary>
    public async Task<string?> HashOfVersionAsync(string version, CancellationToken cancellation) =>
        await table.GetAsync(partition, Keys.PolicyVersion(version), cancellation) is { } row ? Rows.Value<string>(row, "Hash") : null;

    /// <summary>The text of a policy that is proposed, by which it is found again; it takes no version yet.</summary>
    public Task KeepTextAsync(Policy policy, string text, CancellationToken cancellation) =>
        table.PlaceAsync(partition, new Row(Keys.ProposedText(policy.Hash), Split(text)), cancellation);

    /// <summary>The one that was in force before the current one; null where none is kept.</summary>
    public async Task<Policy?> BeforeAsync(CancellationToken cancellation) =>
        inForce.Published is { } published
            ? await OfAsync(published.BeforeHash, cancellation)
            : (await AllAsync(cancellation)).TakeWhile(policy => policy.Hash != inForce.Current.Hash).LastOrDefault();

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

    private async Task<Row?> TextRowAsync(string hash, CancellationToken cancellation) =>
        await table.GetAsync(partition, Keys.PolicyText(hash), cancellation)
        ?? await table.GetAsync(partition, Keys.ProposedText(hash), cancellation);

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
