using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Notifications;

namespace SupplierBot.Chat.Delivery;

/// <summary>An announcement and the messages that tell it, as rows of one transaction.</summary>
internal static class AnnouncementRows
{
    /// <param name="most">Messages that fit; one more row stands for the rest.</param>
    /// <param name="version">Of what they show: a later one takes the place of what is shown.</param>
    public static IEnumerable<Row> Messages(
        Announcement announcement,
        DateTimeOffset now,
        int most = OutboxRows.MostAtOnce,
        int version = 1
    ) => OutboxRows.Of(new(announcement.Id), version, Wanted(announcement), now, most: most);

    public static IEnumerable<(string SlotId, string Target)> Wanted(Announcement announcement) =>
        announcement
            .To.Select(person => Keys.Person(person.Id))
            .Concat(announcement.Place is { } place ? [Keys.Conversation(place)] : [])
            .Select(target => (AnnouncementRenderer.Slot, target));

    public static Row Of(Announcement announcement) =>
        Rows.Of(Keys.Announcement(announcement.Id), announcement, StoredJson.Default.Announcement);

    /// <summary>Told once, however often and from however many replicas: its id says what it is about.</summary>
    /// <returns>False where it was told before.</returns>
    public static async Task<bool> AnnounceOnceAsync(
        this ITable table,
        string partition,
        Announcement announcement,
        DateTimeOffset now,
        CancellationToken cancellation
    ) =>
        await table.CommitAsync(
            partition,
            [new RowChange.Add(Of(announcement)), .. Messages(announcement, now).Select(row => new RowChange.Add(row))],
            cancellation
        ) is CommitResult.Committed;
}
