namespace SupplierBot.Chat;

/// <summary>Reads for a digest about what it shows, however large the register is.</summary>
public sealed class DigestReader(ITable table, CaseStore cases, ChatSettings settings, TimeProvider time)
{
    private const int MostRows = 11;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    public async Task<DigestContents> ReadAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var open = await cases.OpenAsync(DigestContents.MostCounted + 1, cancellation);
        var asked = await LinesAsync(Keys.QueuePrefix(CaseQueue.OfRequester), Keys.After(Keys.QueuePrefix(CaseQueue.OfRequester)), MostRows, cancellation);
        return new(open, asked, await ConditionsAsync(now, cancellation), await DecidedAsync(since, now, cancellation), since);
    }

    /// <summary>Approved cases that wake soon: a condition is due a week after its first reminder at the latest.</summary>
    private async Task<IReadOnlyList<Case>> ConditionsAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var soon = await LinesAsync(Keys.ApprovedTimerPrefix, Keys.ApprovedTimerAfter(now.AddDays(DigestContents.DaysAhead)), MostRows, cancellation);
        var found = new List<Case>();
        foreach (var line in soon)
        {
            if (await cases.FindAsync(line.Id, cancellation) is { Value: { IsApproved: true } current } && current.Conditions.Any(condition => condition is { State: ConditionState.Open, Due: not null })) found.Add(current);
        }
        return found;
    }

    private async Task<IReadOnlyList<(CaseLine, DateTimeOffset)>> DecidedAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = await table.ReadAsync(partition, Keys.DecidedAfter(since), Keys.DecidedAfter(now), DigestContents.MostDecided, cancellation);
        return [.. rows.Select(row => (Rows.Read(row, StoredJson.Default.CaseLine), Keys.DecidedAt(row.Key)))];
    }

    private async Task<IReadOnlyList<CaseLine>> LinesAsync(string from, string before, int take, CancellationToken cancellation) =>
        [.. (await table.ReadAsync(partition, from, before, take, cancellation)).Select(row => Rows.Read(row, StoredJson.Default.CaseLine))];
}
