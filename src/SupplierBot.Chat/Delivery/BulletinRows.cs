namespace SupplierBot.Chat;

/// <summary>A bulletin and the messages that tell it, as rows of one transaction.</summary>
internal static class BulletinRows
{
    /// <param name="most">Messages that fit; one more row stands for the rest.</param>
    public static IEnumerable<Row> Messages(Bulletin bulletin, DateTimeOffset now, int most = OutboxRows.MostAtOnce) => OutboxRows.Of(new(bulletin.Id), 1, Wanted(bulletin), now, most: most);

    public static IEnumerable<(string SlotId, string Target)> Wanted(Bulletin bulletin) => bulletin.To.Select(person => Keys.Person(person.Id))
        .Concat(bulletin.Place is { } place ? [Keys.Conversation(place)] : [])
        .Select(target => (SlotRenderer.BulletinSlot, target));

    public static Row Of(Bulletin bulletin) => Rows.Of(Keys.Bulletin(bulletin.Id), bulletin, StoredJson.Default.Bulletin);

    /// <summary>Told once, however often and from however many replicas: its id says what it is about.</summary>
    /// <returns>False where it was told before.</returns>
    public static async Task<bool> TellOnceAsync(this ITable table, string partition, Bulletin bulletin, DateTimeOffset now, CancellationToken cancellation) =>
        await table.CommitAsync(partition, [new RowChange.Add(Of(bulletin)), .. Messages(bulletin, now).Select(row => new RowChange.Add(row))], cancellation) is CommitResult.Committed;
}
