using System.Globalization;
using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Stores;

/// <summary>Reads cases, the register and their lists. Writing is <see cref="CaseCommit"/>: always one transaction.</summary>
public sealed class CaseStore(ITable table, ChatSettings settings, DamagedRows? damaged = null)
{
    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    public async Task<Versioned<Case>?> FindAsync(string caseId, CancellationToken cancellation) =>
        await table.GetAsync(partition, Keys.Case(caseId), cancellation) is { } row
            ? new(Rows.Read(row, StoredJson.Default.Case), row.ETag!)
            : null;

    public async Task<RegisterEntry?> EntryAsync(string entryId, CancellationToken cancellation) =>
        (await VersionedEntryAsync(entryId, cancellation))?.Value;

    public async Task<Versioned<RegisterEntry>?> VersionedEntryAsync(string entryId, CancellationToken cancellation) =>
        await table.GetAsync(partition, Keys.Entry(entryId), cancellation) is { } row
            ? new(Rows.Read(row, StoredJson.Default.RegisterEntry), row.ETag!)
            : null;

    /// <summary>The case an operation was done on; null where it was not done.</summary>
    public async Task<string?> DoneOnAsync(string operation, CancellationToken cancellation) =>
        await table.GetAsync(partition, Keys.Operation(operation), cancellation) is { } marker ? Rows.Value<string>(marker, "Case") : null;

    /// <summary>Open cases, the one due first at the top.</summary>
    public Task<IReadOnlyList<CaseLine>> OpenAsync(int take, CancellationToken cancellation) =>
        LinesAsync(Keys.OpenPrefix, take, cancellation);

    /// <summary>A person's cases, newest first.</summary>
    public Task<IReadOnlyList<CaseLine>> OfAsync(PersonId person, int take, CancellationToken cancellation) =>
        LinesAsync(Keys.MinePrefix(person), take, cancellation);

    /// <summary>Cases with incidents, that with the newest one first.</summary>
    public async Task<IReadOnlyList<Case>> WithIncidentsAsync(int take, CancellationToken cancellation)
    {
        var found = new List<Case>();
        foreach (var row in await PrefixAsync(Keys.IncidentPrefix, take, cancellation))
        {
            if (await damaged.OrNothingAsync(FindAsync(IndexRows.CaseOf(row), cancellation)) is { Value: var current })
                found.Add(current);
        }
        return found;
    }

    /// <summary>How many wait that are due before this case; more than <see cref="Context.MostInQueue"/> are not counted.</summary>
    public async Task<int> QueueBeforeAsync(Case current, CancellationToken cancellation) =>
        (await table.ReadAsync(partition, Keys.OpenPrefix, Keys.Due(current.DueAt, ""), Context.MostInQueue + 1, cancellation)).Count;

    public async Task<Counter> CounterAsync(string key, CancellationToken cancellation) =>
        await table.GetAsync(partition, key, cancellation) is { } row
            ? new(key, Rows.Value<long>(row, "Last") + 1, row.ETag)
            : new(key, 1, null);

    /// <summary>The events of a case in order, with the exact bytes that were hashed.</summary>
    public async Task<IReadOnlyList<ChainedEvent>> EventsAsync(string caseId, CancellationToken cancellation)
    {
        var rows = await PrefixAsync(Keys.EventsOf(caseId), 1000, cancellation);
        return [.. rows.Select(ReadEvent)];
    }

    public static string CaseId(int year, long number) => string.Create(CultureInfo.InvariantCulture, $"REQ-{year:D4}-{number:D4}");

    public static string EntryId(long number) => string.Create(CultureInfo.InvariantCulture, $"SUP-{number:D4}");

    /// <exception cref="UnreadableRowException"/>
    internal static ChainedEvent ReadEvent(Row row) =>
        new(
            Rows.Value<int>(row, "Sequence"),
            Rows.Read(row, StoredJson.Default.AuditEvent),
            Rows.Value<byte[]>(row, "Canonical"),
            Rows.Value<string>(row, "PreviousHash"),
            Rows.Value<string>(row, "Hash")
        );

    private async Task<IReadOnlyList<CaseLine>> LinesAsync(string prefix, int take, CancellationToken cancellation)
    {
        var rows = await PrefixAsync(prefix, take, cancellation);
        return damaged.Readable(rows, row => Rows.Read(row, StoredJson.Default.CaseLine));
    }

    private Task<IReadOnlyList<Row>> PrefixAsync(string prefix, int take, CancellationToken cancellation) =>
        table.ReadAsync(partition, prefix, Keys.After(prefix), take, cancellation);
}

/// <param name="Next">The number given out next.</param>
/// <param name="ETag">The version to write it under; null where nobody counted yet.</param>
public sealed record Counter(string Key, long Next, string? ETag);
