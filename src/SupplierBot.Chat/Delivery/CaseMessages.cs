namespace SupplierBot.Chat;

/// <summary>Where the messages of a case are, and where they should be.</summary>
public sealed class CaseMessages(ITable table, CaseStore cases, ChatSettings settings, TimeProvider time, DamagedRows? damaged = null)
{
    /// <summary>Copies of review cards of one case; with 40 messages to single people a transaction still has room (facts/teams-and-tables.md §3.1).</summary>
    private const int MostCopies = 30;
    /// <summary>Keeps these rows apart from those of the commit that wrote the same version.</summary>
    private const int FirstNumber = 600;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <summary>Everywhere the slots of the case belong now.</summary>
    public static IEnumerable<(string SlotId, string Target)> Wanted(Case current, Staff staff) => Slots.Of(current, staff.Roles)
        .SelectMany(slot => Targets.Of(slot.Audience, staff).Select(target => (slot.Id, target)))
        .Distinct();

    /// <summary>Review cards that were posted: also where nobody holds the role any more, and in channels that were given up. They stay up to date.</summary>
    public async Task<IReadOnlyList<(string SlotId, string Target)>> PostedAsync(string caseId, CancellationToken cancellation)
    {
        var prefix = Keys.ReviewSlots(caseId);
        var rows = await table.ReadAsync(partition, prefix, Keys.After(prefix), MostCopies, cancellation);
        return [.. damaged.Readable(rows, row => Rows.Read(row, StoredJson.Default.SlotState)).Select(slot => (slot.SlotId, slot.Target))];
    }

    /// <summary>Every message of the case is looked at anew; one that shows already what it should is not sent.</summary>
    public async Task WantAsync(string caseId, Staff staff, CancellationToken cancellation)
    {
        if (await cases.FindAsync(caseId, cancellation) is not { Value: { IsOpen: true } current }) return;
        var now = time.GetUtcNow();
        var messages = Wanted(current, staff).Union(await PostedAsync(caseId, cancellation)).ToList();
        RowChange[] batch = [.. messages.Select((message, number) => new RowChange.Put(CaseCommit.OutboxRow(Keys.Outbox(now, current.Id, current.Version, FirstNumber + number), current.Id, OutboxItem.Look, message, now)))];
        await table.CommitAsync(partition, batch, cancellation);
    }
}
