using System.Runtime.CompilerServices;
using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Stores;

/// <summary>
/// Walks the whole register by number, a page of it in memory at a time. Lines that are written meanwhile may or may not be seen.
/// </summary>
public sealed class RegisterReader(ITable table, CaseStore cases, PolicyStore policies, ChatSettings settings, DamagedRows? damaged = null)
{
    private const int PageSize = 50;

    /// <summary>A line alone is small, and a storage account answers with as many at most.</summary>
    private const int LinesPage = 1000;

    /// <summary>A yearly review of a century, and the end of a circle that somebody made by hand.</summary>
    private const int MostEarlier = 100;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <summary>
    /// The page by name that holds the row <paramref name="from"/>, and how many lines there are that the filter holds for.
    /// </summary>
    public async Task<RegisterPage> PageAsync(RegisterFilter filter, int from, DateOnly today, CancellationToken cancellation)
    {
        filter = filter.Under(policies.Current);
        var counts = new RegisterCounts();
        var lines = new List<(string Name, string Id)>();
        await foreach (var entry in EntriesAsync(filter, today, cancellation))
        {
            // Another line answers for it, and is counted.
            if (entry.MergedInto is not null && filter.Part is null)
                continue;
            counts.Add(entry, today);
            lines.Add((entry.Supplier, entry.Id));
        }
        from = CaseLists.FirstOf(from, lines.Count);
        var page = lines
            .OrderBy(line => line.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(line => line.Id, StringComparer.Ordinal)
            .Skip(from)
            .Take(CaseLists.PageLength);
        var rows = await Task.WhenAll(page.Select(line => damaged.OrNothingAsync(cases.EntryAsync(line.Id, cancellation))));
        return new([.. rows.OfType<RegisterEntry>()], from, counts);
    }

    /// <summary>
    /// Lines behind this number, in the order of their keys: as many as were asked for, or as few as the filter holds for among so many
    /// that are read for one answer.
    /// </summary>
    /// <param name="filter">Of lines alone.</param>
    /// <returns>The number to go on behind; null where there are no more.</returns>
    public async Task<(IReadOnlyList<RegisterEntry> Lines, string? Next)> AfterAsync(
        RegisterFilter filter,
        string after,
        int take,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        filter = filter.Under(policies.Current);
        var from = after.Length == 0 ? Keys.EntryPrefix : Keys.Following(Keys.Entry(after));
        var most = filter.IsNone ? take + 1 : LinesPage;
        var rows = await table.ReadAsync(partition, from, Keys.After(Keys.EntryPrefix), most, cancellation);
        var found = new List<RegisterEntry>();
        foreach (var row in rows)
        {
            if (found.Count == take)
                return (found, found[^1].Id);
            found.AddRange(
                damaged
                    .Readable([row], one => Rows.Read(one, StoredJson.Default.RegisterEntry))
                    .Where(line => filter.Holds(line, "", today))
            );
        }
        return (found, rows.Count == most ? rows[^1].Key[Keys.EntryPrefix.Length..] : null);
    }

    /// <summary>Each line with what is behind it.</summary>
    public async IAsyncEnumerable<SupplierRecord> RecordsAsync(
        RegisterFilter filter,
        DateOnly today,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        filter = filter.Under(policies.Current);
        // One page is read while the one before is parsed, and the one before that is worked on.
        await foreach (var page in RecordPagesAsync(filter, today, cancellation).AheadAsync(cancellation))
        {
            foreach (var record in page)
                yield return record;
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<SupplierRecord>> RecordPagesAsync(
        RegisterFilter filter,
        DateOnly today,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var page in HeadPagesAsync(filter, today, cancellation).AheadAsync(cancellation))
        {
            var records = await RecordsAsync(page, cancellation);
            yield return [.. records.Where(record => !filter.NeedsCase || filter.Holds(record.Entry, record.Behind, today))];
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<(RegisterEntry Entry, Row? Head)>> HeadPagesAsync(
        RegisterFilter filter,
        DateOnly today,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var page in table.PagesAsync(partition, Keys.EntryPrefix, Keys.After(Keys.EntryPrefix), PageSize, cancellation))
        {
            var entries = damaged
                .Readable(page, row => Rows.Read(row, StoredJson.Default.RegisterEntry))
                .Where(entry => filter.NeedsCase || filter.Holds(entry, "", today));
            yield return await HeadsAsync([.. entries], cancellation);
        }
    }

    /// <summary>Every line whose owner the condition holds for, by number.</summary>
    public async Task<IReadOnlyList<RegisterEntry>> OfAsync(Predicate<Person> owner, CancellationToken cancellation)
    {
        var owned = new List<RegisterEntry>();
        await foreach (var entry in EntriesAsync(RegisterFilter.None, default, cancellation))
        {
            if (owner(entry.Owner))
                owned.Add(entry);
        }
        return owned;
    }

    public async Task<SupplierRecord> RecordAsync(RegisterEntry entry, CancellationToken cancellation) =>
        (await RecordsAsync(await HeadsAsync([entry], cancellation), cancellation))[0];

    private async Task<IReadOnlyList<(RegisterEntry Entry, Row? Head)>> HeadsAsync(
        IReadOnlyList<RegisterEntry> entries,
        CancellationToken cancellation
    )
    {
        var heads = await table.KeysAsync(partition, [.. entries.Select(entry => Keys.Case(entry.CaseId))], cancellation);
        return [.. entries.Select(entry => (entry, heads.GetValueOrDefault(Keys.Case(entry.CaseId))))];
    }

    private Task<SupplierRecord[]> RecordsAsync(IReadOnlyList<(RegisterEntry Entry, Row? Head)> page, CancellationToken cancellation) =>
        Task.WhenAll(page.Select(line => RecordAsync(line.Entry, line.Head, cancellation)));

    private async Task<SupplierRecord> RecordAsync(RegisterEntry entry, Row? head, CancellationToken cancellation)
    {
        var current = head is null ? null : damaged.Readable([head], row => Rows.Read(row, StoredJson.Default.Case)).SingleOrDefault();
        var policy = current is null ? null : await damaged.OrNothingAsync(PolicyOfAsync(current, cancellation));
        return new(entry, current, policy) { Earlier = await EarlierAsync(current, cancellation) };
    }

    /// <summary>Read for those alone that were reviewed.</summary>
    private async Task<IReadOnlyList<Case>> EarlierAsync(Case? current, CancellationToken cancellation)
    {
        var earlier = new List<Case>();
        var id = current?.FollowsCase;
        while (
            id is not null
            && earlier.Count < MostEarlier
            && await damaged.OrNothingAsync(cases.FindAsync(id, cancellation)) is { Value: var before }
        )
        {
            earlier.Add(before);
            id = before.FollowsCase;
        }
        earlier.Reverse();
        return earlier;
    }

    private async IAsyncEnumerable<RegisterEntry> EntriesAsync(
        RegisterFilter filter,
        DateOnly today,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        if (filter.NeedsCase)
        {
            await foreach (var record in RecordsAsync(filter, today, cancellation))
                yield return record.Entry;
            yield break;
        }
        await foreach (var page in table.PagesAsync(partition, Keys.EntryPrefix, Keys.After(Keys.EntryPrefix), LinesPage, cancellation))
        {
            foreach (var entry in damaged.Readable(page, row => Rows.Read(row, StoredJson.Default.RegisterEntry)))
            {
                if (filter.Holds(entry, "", today))
                    yield return entry;
            }
        }
    }

    private async Task<Policy?> PolicyOfAsync(Case current, CancellationToken cancellation) =>
        await policies.OfAsync(current.PolicyHash, cancellation);
}
