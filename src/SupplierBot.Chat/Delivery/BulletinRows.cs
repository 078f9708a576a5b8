namespace SupplierBot.Chat;

/// <summary>A bulletin and the messages that tell it, as rows of one transaction.</summary>
internal static class BulletinRows
{
    public static IEnumerable<RowChange> Messages(Bulletin bulletin, DateTimeOffset now) => bulletin.To.Select(person => Keys.Person(person.Id))
        .Concat(bulletin.Place is { } place ? [Keys.Conversation(place)] : [])
        .Select((target, number) => new RowChange.Add(CaseCommit.OutboxRow(Keys.Outbox(now, bulletin.Id, 1, number), bulletin.Id, 1, (SlotRenderer.BulletinSlot, target), now)));

    public static Row Of(Bulletin bulletin) => Rows.Of(Keys.Bulletin(bulletin.Id), bulletin, StoredJson.Default.Bulletin);

    /// <summary>Told once, however often and from however many replicas: its id says what it is about.</summary>
    /// <returns>False where it was told before.</returns>
    public static async Task<bool> TellOnceAsync(this ITable table, string partition, Bulletin bulletin, DateTimeOffset now, CancellationToken cancellation) =>
        await table.CommitAsync(partition, [new RowChange.Add(Of(bulletin)), .. Messages(bulletin, now)], cancellation) is CommitResult.Committed;
}
