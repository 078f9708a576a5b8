using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Chat.Audit;

/// <summary>Every register entry is what the case behind it makes of it, and every case has its entry.</summary>
internal sealed class EntryAudit(ITable table, string partition, ImportAudit imports)
{
    private const int Tries = 4;

    private readonly MergeAudit merges = new(table, partition);
    private readonly Dictionary<string, List<string>> casesOf = new(StringComparer.Ordinal);

    /// <summary>Hash of the entry that follows from its one case: most entries need no second look at a case.</summary>
    private readonly Dictionary<string, byte[]> plain = new(StringComparer.Ordinal);

    public long Count { get; private set; }

    public void Expect(Case head)
    {
        if (!casesOf.TryGetValue(head.EntryId, out var cases))
            casesOf[head.EntryId] = cases = new(1);
        cases.Add(head.Id);
        if (cases.Count == 1 && head is { ReviewOrigin: null, Offboarding: null })
            plain[head.EntryId] = HashOf(EntryVerifier.TextOf(head));
        else
            plain.Remove(head.EntryId);
    }

    /// <summary>After the cases: the entry of every case that was read is there by then.</summary>
    public async Task CheckAsync(NumberAudit numbers, IndexAudit indexes, Action<string> tell, CancellationToken cancellation)
    {
        await foreach (var row in table.PrefixAsync(partition, Keys.EntryPrefix, cancellation))
        {
            Count++;
            var id = row.Key[Keys.EntryPrefix.Length..];
            numbers.SawEntry(id);
            foreach (var words in await OfEntryAsync(id, row, cancellation))
                tell($"{id}: {words}");
            if (Read(row, id) is ({ } entry, null))
            {
                indexes.Expect(entry);
                merges.Saw(entry);
            }
            casesOf.Remove(id);
        }
        await merges.CheckAsync(tell, cancellation);
        foreach (var (id, cases) in casesOf.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            tell($"{id}: is not on the register; {string.Join(", ", cases)} has it");
    }

    /// <summary>Entry and cases are read one after the other: what was committed in between is read again.</summary>
    private async Task<IReadOnlyList<string>> OfEntryAsync(string id, Row row, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            var found = await LookAsync(id, row, cancellation);
            if (found.Count == 0 || tries == Tries || await table.GetAsync(partition, row.Key, cancellation) is not { } again)
                return found;
            row = again;
        }
    }

    private async Task<IReadOnlyList<string>> LookAsync(string id, Row row, CancellationToken cancellation)
    {
        var (entry, fault) = Read(row, id);
        if (fault is not null)
            return [fault];
        if (imports.Fault(id, entry!.Imported) is { } imported)
            return [imported];
        if (await imports.SinceFaultAsync(entry, cancellation) is { } since)
            return [since];
        if (plain.Remove(id, out var text) && text.AsSpan().SequenceEqual(HashOf(EntryVerifier.Text(entry))))
            return [];
        var heads = new List<Case>();
        // A case that was sent meanwhile may stand behind the entry by now.
        foreach (
            var caseId in (casesOf.GetValueOrDefault(id) ?? [])
                .Append(entry.CaseId)
                .Append(entry.Review?.CaseId)
                .OfType<string>()
                .Distinct()
        )
        {
            if (await HeadAsync(caseId, cancellation) is { } head && head.EntryId == id)
                heads.Add(head);
        }
        var behind = heads.Where(EntryVerifier.StandsBehind).MaxBy(NumberOf);
        if (behind is null && entry.Imported is { } line)
            return EntryVerifier.Contradictions(entry, line);
        if (behind is null)
            return [$"no case stands behind it; it names {entry.CaseId}"];
        var review = heads.Where(head => head is { IsOpen: true, ReviewOrigin: { } origin } && origin.Of == behind.Id).MaxBy(NumberOf);
        return EntryVerifier.Contradictions(entry, behind, review?.Id);
    }

    private static (RegisterEntry? Entry, string? Fault) Read(Row row, string id)
    {
        try
        {
            var entry = Rows.Read(row, StoredJson.Default.RegisterEntry);
            return entry.Id == id ? (entry, null) : (entry, $"row {row.Key} holds the entry {entry.Id}");
        }
        catch (UnreadableRowException fault)
        {
            return (null, fault.Message);
        }
    }

    /// <summary>One that cannot be read was told with its case.</summary>
    private async Task<Case?> HeadAsync(string caseId, CancellationToken cancellation)
    {
        try
        {
            return await table.GetAsync(partition, Keys.Case(caseId), cancellation) is { } row
                ? Rows.Read(row, StoredJson.Default.Case)
                : null;
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>Later years and longer numbers come later.</summary>
    private static (string Year, long Number) NumberOf(Case head) =>
        (
            head.Id.Length > 8 ? head.Id[4..8] : "",
            long.TryParse(head.Id.AsSpan(head.Id.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : 0
        );
}
