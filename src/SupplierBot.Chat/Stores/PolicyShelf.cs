using System.Globalization;

namespace SupplierBot.Chat;

/// <summary>Every policy text a case was ever assessed under, by its SHA-256: old cases replay for ever.</summary>
public sealed class PolicyShelf(ITable table, ChatSettings settings, Policy current)
{
    private readonly string partition = Keys.Policies(settings.OrganisationId);
    /// <summary>Each is some megabytes as it is worked with; a year of changes is no more than these.</summary>
    private const int MostRead = 12;
    private readonly BoundedCache<string, Policy> read = new(MostRead, StringComparer.Ordinal);

    public Policy Current => current;

    public async Task<Policy> OfAsync(string hash, CancellationToken cancellation)
    {
        if (hash == current.Hash) return current;
        if (read.TryGet(hash, out var policy)) return policy;
        var row = await table.GetAsync(partition, TextKey(hash), cancellation)
            ?? throw new InvalidDataException($"The policy {hash} that a case was assessed under is not on the shelf.");
        return PolicyReader.Read(Join(row)) is PolicyReading.Accepted accepted
            ? read.Set(hash, accepted.Policy)
            : throw new InvalidDataException($"The stored policy {hash} does not read any more.");
    }

    /// <summary>Puts the current text on the shelf; the same version with another text is refused, or old decisions would explain themselves wrongly.</summary>
    /// <returns>Null, or what is wrong and what to do.</returns>
    public async Task<string?> PlaceAsync(string text, CancellationToken cancellation)
    {
        var versionKey = "v-" + Keys.Part(current.Version);
        var stored = await table.GetAsync(partition, versionKey, cancellation);
        if (stored is not null)
        {
            return (string)stored.Values["Hash"] == current.Hash
                ? null
                : $"Policy version {current.Version} was used before with another text. Give the changed policy a new `version`.";
        }
        RowChange[] batch =
        [
            new RowChange.Add(new(versionKey, new Dictionary<string, object> { ["Hash"] = current.Hash })),
            new RowChange.Put(new(TextKey(current.Hash), Split(text))),
        ];
        return await table.CommitAsync(partition, batch, cancellation) is CommitResult.Committed
            ? null
            : await PlaceAsync(text, cancellation);
    }

    private static string TextKey(string hash) => "t-" + hash;

    private static Dictionary<string, object> Split(string text) => text
        .Chunk(30_000)
        .Select((piece, number) => (Name: Name(number), Piece: (object)new string(piece)))
        .ToDictionary(pair => pair.Name, pair => pair.Piece);

    private static string Join(Row row) => string.Concat(Enumerable.Range(0, row.Values.Count).Select(number => (string)row.Values[Name(number)]));

    private static string Name(int number) => "T" + number.ToString(CultureInfo.InvariantCulture);
}
