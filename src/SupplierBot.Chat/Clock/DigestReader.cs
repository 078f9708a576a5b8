namespace SupplierBot.Chat;

/// <summary>Reads for a digest about what it shows, however large the register is.</summary>
public sealed class DigestReader(ITable table, CaseStore cases, ChatSettings settings, TimeProvider time, DamagedRows? damaged = null)
{
    private const int MostRows = 11;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    public async Task<DigestContents> ReadAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var unread = DamagedRows.Counting();
        var open = await cases.OpenAsync(DigestContents.MostCounted + 1, cancellation);
        var asked = await LinesAsync(Keys.QueuePrefix(CaseQueue.OfRequester), Keys.After(Keys.QueuePrefix(CaseQueue.OfRequester)), MostRows, cancellation);
        var until = settings.Calendar.Today(now).AddDays(DigestContents.DaysAhead);
        var contents = new DigestContents(open, asked, await ConditionsAsync(until, cancellation), await DecidedAsync(since, now, cancellation), since)
        {
            Reviews = await EntriesAsync(EntryDue.Review, until, cancellation),
            Reports = await EntriesAsync(EntryDue.Report, until, cancellation),
            Fingerprint = await DailyFingerprint.NewestAsync(table, partition, cancellation),
        };
        return contents with { Unread = unread.Rows };
    }

    private async Task<IReadOnlyList<Case>> ConditionsAsync(DateOnly until, CancellationToken cancellation)
    {
        var found = new List<Case>();
        foreach (var entry in await EntriesAsync(EntryDue.Condition, until, cancellation))
        {
            if (await damaged.OrNothingAsync(cases.FindAsync(entry.CaseId, cancellation)) is { Value: { IsApproved: true } current }) found.Add(current);
        }
        return found;
    }

    /// <summary>Lines of the register of which something is due by then or overdue, the one due first at the top.</summary>
    private async Task<IReadOnlyList<RegisterEntry>> EntriesAsync(EntryDue what, DateOnly until, CancellationToken cancellation)
    {
        var found = new List<RegisterEntry>();
        foreach (var row in await table.ReadAsync(partition, Keys.DueOnPrefix(what), Keys.DueAfter(what, until), MostRows, cancellation))
        {
            if (await damaged.OrNothingAsync(cases.EntryAsync(row.Values.GetValueOrDefault("Entry") as string ?? Keys.OfIndex(row.Key) ?? "", cancellation)) is { } entry) found.Add(entry);
        }
        return found;
    }

    private async Task<IReadOnlyList<(CaseLine, DateTimeOffset)>> DecidedAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = await table.ReadAsync(partition, Keys.DecidedAfter(since), Keys.DecidedAfter(now), DigestContents.MostDecided, cancellation);
        return damaged.Readable(rows, row => (Rows.Read(row, StoredJson.Default.CaseLine), Keys.DecidedAt(row.Key)));
    }

    private async Task<IReadOnlyList<CaseLine>> LinesAsync(string from, string before, int take, CancellationToken cancellation) =>
        damaged.Readable(await table.ReadAsync(partition, from, before, take, cancellation), row => Rows.Read(row, StoredJson.Default.CaseLine));
}
