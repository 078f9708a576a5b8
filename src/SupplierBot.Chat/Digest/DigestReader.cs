using System.Runtime.CompilerServices;
using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Digest;

/// <summary>
/// Reads for a digest about what it shows, however large the register is. Seven parts: the kinds of rows, and the time.
/// </summary>
public sealed class DigestReader(
    ITable table,
    CaseStore cases,
    CaseQueue queue,
    DependencyIndex dependencies,
    ChatSettings settings,
    TimeProvider time,
    DamagedRows? damaged = null
)
{
    private const int MostRows = 11;

    /// <summary>As many critical services on one provider are news of the week, and as many rows are looked through for them.</summary>
    private const int MostCritical = 3;
    private const int MostDependencies = 500;

    /// <summary>No id of anybody: nothing is left out.</summary>
    private static readonly PersonId Nobody = new("");

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    private const int PageSize = 500;

    /// <summary>Open cases that are looked through at most.</summary>
    private const int MostOpen = 5_000;

    /// <summary>For a place.</summary>
    public Task<DigestContents> ReadAsync(DateTimeOffset since, CancellationToken cancellation) =>
        ReadAsync(since, Nobody, null, cancellation);

    /// <param name="reader">Whose own requests are left out.</param>
    /// <param name="theirs">What waits for the person who reads it; null where they read everything.</param>
    public async Task<DigestContents> ReadAsync(
        DateTimeOffset since,
        PersonId reader,
        Func<CaseLine, bool>? theirs,
        CancellationToken cancellation
    )
    {
        var now = time.GetUtcNow();
        var unread = DamagedRows.Counting();
        var open = await OpenAsync(now, reader, theirs, cancellation);
        var asked = open.Where(line => line.Status == CaseStatus.InfoRequested).ToList();
        var until = settings.Calendar.Today(now).AddDays(DigestContents.DaysAhead);
        var contents = new DigestContents(
            open,
            asked,
            await ConditionsAsync(until, cancellation),
            await DecidedAsync(since, now, cancellation),
            since
        )
        {
            Reviews = await EntriesAsync(EntryDueKind.Review, until, cancellation),
            Reports = await EntriesAsync(EntryDueKind.Report, until, cancellation),
            NotReady = await NotReadyAsync(now, cancellation),
            Agreements = await queue.AgreementsAsync(reader, DigestContents.MostCounted + 1, cancellation),
            Fingerprint = await DailyFingerprint.NewestAsync(table, partition, cancellation),
        };
        if (theirs is null)
            contents = await WithConcentrationAsync(contents, cancellation);
        return contents with { Unread = unread.Rows };
    }

    private async Task<DigestContents> WithConcentrationAsync(DigestContents contents, CancellationToken cancellation) =>
        await dependencies.HeaviestAsync(MostCritical, MostDependencies, cancellation) is { Count: > 0 } heaviest
            ? contents with
            {
                Concentration = heaviest,
                Critical = await dependencies.CriticalAsync(cancellation),
            }
            : contents;

    /// <summary>
    /// One line of each kind of waiting: what is next, who took it and who asked. The person it waits for follows from those.
    /// </summary>
    public async Task<IReadOnlyList<CaseLine>> WaitingAsync(CancellationToken cancellation)
    {
        var kinds = new Dictionary<(string, PersonId?, PersonId), CaseLine>();
        await foreach (var line in AllOpenAsync(cancellation))
        {
            var current = line.AsOf(time.GetUtcNow(), settings.Calendar);
            kinds.TryAdd((current.NextRole, current.ClaimedBy?.Id, current.Requester.Id), current);
        }
        return [.. kinds.Values];
    }

    /// <summary>
    /// As <c>pending</c> has them; where too few of the first ones wait for the reader, those of theirs that come later, too.
    /// </summary>
    private async Task<IReadOnlyList<CaseLine>> OpenAsync(
        DateTimeOffset now,
        PersonId reader,
        Func<CaseLine, bool>? theirs,
        CancellationToken cancellation
    )
    {
        var first = await queue.FirstAsync(now, reader, DigestContents.MostCounted + 1, cancellation);
        if (theirs is null || first.Count <= DigestContents.MostCounted || first.Count(theirs) > MostRows)
            return first;
        var open = first.Where(theirs).ToDictionary(line => line.Id);
        await foreach (var line in AllOpenAsync(cancellation))
        {
            if (line.AsOf(now, settings.Calendar) is var current && theirs(current))
                open.TryAdd(current.Id, current);
            if (open.Count > DigestContents.MostCounted)
                break;
        }
        return [.. open.Values];
    }

    private async IAsyncEnumerable<CaseLine> AllOpenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var left = MostOpen;
        await foreach (var page in table.PagesAsync(partition, Keys.OpenPrefix, Keys.After(Keys.OpenPrefix), PageSize, cancellation))
        {
            foreach (var line in damaged.Readable(page, row => Rows.Read(row, StoredJson.Default.CaseLine)))
                yield return line;
            if ((left -= page.Count) <= 0)
                yield break;
        }
    }

    private async Task<IReadOnlyList<Case>> ConditionsAsync(DateOnly until, CancellationToken cancellation)
    {
        var found = new List<Case>();
        foreach (var entry in await EntriesAsync(EntryDueKind.Condition, until, cancellation))
        {
            if (await damaged.OrNothingAsync(cases.FindAsync(entry.CaseId, cancellation)) is { Value: { IsApproved: true } current })
                found.Add(current);
        }
        return found;
    }

    /// <summary>Without those whose approval somebody can still undo.</summary>
    private async Task<IReadOnlyList<RegisterEntry>> NotReadyAsync(DateTimeOffset now, CancellationToken cancellation) =>
        [
            .. (await EntriesAsync(EntryDueKind.Use, DateOnly.FromDateTime(now.UtcDateTime), cancellation)).Where(entry =>
                entry.AsOf(now).Status == EntryStatus.Onboarding
            ),
        ];

    /// <summary>Lines of the register of which something is due by then or overdue, the one due first at the top.</summary>
    private async Task<IReadOnlyList<RegisterEntry>> EntriesAsync(EntryDueKind what, DateOnly until, CancellationToken cancellation)
    {
        var found = new List<RegisterEntry>();
        foreach (var row in await table.ReadAsync(partition, Keys.DueOnPrefix(what), Keys.DueAfter(what, until), MostRows, cancellation))
        {
            if (
                await damaged.OrNothingAsync(
                    cases.EntryAsync(row.Values.GetValueOrDefault("Entry") as string ?? Keys.OfIndex(row.Key) ?? "", cancellation)
                ) is
                { } entry
            )
                found.Add(entry);
        }
        return found;
    }

    private async Task<IReadOnlyList<(CaseLine, DateTimeOffset)>> DecidedAsync(
        DateTimeOffset since,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var rows = await table.ReadAsync(
            partition,
            Keys.DecidedAfter(since),
            Keys.DecidedAfter(now),
            DigestContents.MostDecided,
            cancellation
        );
        return damaged.Readable(rows, row => (Rows.Read(row, StoredJson.Default.CaseLine), Keys.DecidedAt(row.Key)));
    }
}
