using System.Runtime.CompilerServices;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Exports;

/// <summary>What files are written from, read as it is written: one page of rows is in memory at a time.</summary>
public sealed class ExportSource(
    ITable table,
    ChatSettings settings,
    CaseStore cases,
    RegisterReader register,
    PolicyStore policies,
    IFileStore? files = null
)
{
    /// <summary>A case is some 20 KB.</summary>
    private const int PageSize = 50;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    public ChatSettings Settings => settings;

    public Policy Policy => policies.Current;

    /// <summary>Who holds which role now, as configured and as changed in chat; members of a platform's groups are not asked for.</summary>
    public async Task<RoleHolders> RolesAsync(DateOnly today, CancellationToken cancellation)
    {
        var assignments = (await RoleAssignmentStore.ReadAsync(table, settings, cancellation))?.Value ?? RoleAssignments.Empty;
        return RoleDirectory.Of(settings.Roles with { Known = policies.InForce.Roles }, settings.Places, assignments, today).Roles;
    }

    public Task<IReadOnlyList<Policy>> PoliciesAsync(CancellationToken cancellation) => policies.AllAsync(cancellation);

    /// <summary>The text of every policy that was ever in force.</summary>
    public Task<IReadOnlyList<(string Version, string Hash, string Text)>> PolicyTextsAsync(CancellationToken cancellation) =>
        policies.TextsAsync(cancellation);

    /// <param name="onlyOf">Lines this person owns or asked for; null for all.</param>
    /// <param name="roles">Which accounts are one person's.</param>
    public async IAsyncEnumerable<SupplierRecord> RecordsAsync(
        RegisterFilter filter,
        PersonId? onlyOf,
        RoleHolders roles,
        DateOnly today,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var record in register.RecordsAsync(filter, today, cancellation))
        {
            if (onlyOf is not { } person || IsOf(record, person, roles))
                yield return record;
        }
    }

    /// <summary>One line, by a case of its supplier, which need not be the newest; null where there is none.</summary>
    public async Task<SupplierRecord?> RecordAsync(string caseId, CancellationToken cancellation)
    {
        if (await cases.FindAsync(caseId, cancellation) is not { Value: var current })
            return null;
        var policy = await policies.OfAsync(current.PolicyHash, cancellation);
        return await cases.EntryAsync(current.EntryId, cancellation) is { } entry ? new(entry, current, policy) : null;
    }

    /// <summary>One line by its number; null where there is none.</summary>
    public async Task<SupplierRecord?> LineAsync(string entryId, CancellationToken cancellation) =>
        await cases.EntryAsync(entryId, cancellation) is { } entry ? await register.RecordAsync(entry, cancellation) : null;

    /// <summary>Every case there is, by number; one that can't be read is left out.</summary>
    public async IAsyncEnumerable<Case> CasesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var page in CasePagesAsync(cancellation).AheadAsync(cancellation))
        {
            foreach (var current in page)
                yield return current;
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<Case>> CasePagesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var rows = table.PagesAsync(partition, Keys.CasePrefix, Keys.After(Keys.CasePrefix), PageSize, cancellation);
        await foreach (var page in rows.AheadAsync(cancellation))
            yield return [.. page.Select(Read).OfType<Case>()];
    }

    /// <summary>The events of a case, with the bytes that were hashed.</summary>
    public Task<IReadOnlyList<ChainedEvent>> EventsAsync(string caseId, CancellationToken cancellation) =>
        cases.EventsAsync(caseId, cancellation);

    public Task<IReadOnlyList<ChainedEvent>> RoleEventsAsync(CancellationToken cancellation) =>
        ChainAsync(Keys.RolesEventPrefix, cancellation);

    public Task<IReadOnlyList<ChainedEvent>> ExportEventsAsync(CancellationToken cancellation) =>
        ChainAsync(Keys.ExportEventPrefix, cancellation);

    public Task<IReadOnlyList<ChainedEvent>> PolicyEventsAsync(CancellationToken cancellation) =>
        ChainAsync(Keys.PolicyEventPrefix, cancellation);

    /// <summary>A document that somebody gave; null where it is not there.</summary>
    public Task<Stream?> OpenFileAsync(string key, CancellationToken cancellation) =>
        files is null ? Task.FromResult<Stream?>(null) : files.OpenAsync(key, cancellation);

    private async Task<IReadOnlyList<ChainedEvent>> ChainAsync(string prefix, CancellationToken cancellation)
    {
        var events = new List<ChainedEvent>();
        await foreach (var row in table.PrefixAsync(partition, prefix, cancellation))
            events.Add(CaseStore.ReadEvent(row));
        return events;
    }

    private static bool IsOf(SupplierRecord record, PersonId person, RoleHolders roles) =>
        roles.Same(record.Entry.Owner.Id, person) || (record.Case is { } current && roles.Same(current.Requester.Id, person));

    private static Case? Read(Row row)
    {
        try
        {
            return Rows.Read(row, StoredJson.Default.Case);
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }
}
