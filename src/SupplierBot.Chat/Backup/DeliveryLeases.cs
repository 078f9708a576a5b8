using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;

namespace SupplierBot.Chat.Backup;

/// <summary>
/// What a replica holds for a minute does not travel: where the backup is imported that replica does not exist. That a post was begun and
/// its outcome is not known does travel, so that a repeat is known for what it may be.
/// </summary>
internal static class DeliveryLeases
{
    public static Row Released(Row row)
    {
        try
        {
            return row.Key switch
            {
                ['o', '-', ..] => Released(row, Rows.Read(row, StoredJson.Default.OutboxItem)),
                ['m', '-', ..] or ['n', 'm', '-', ..] => Released(row, Rows.Read(row, StoredJson.Default.SlotState)),
                _ => row,
            };
        }
        catch (UnreadableRowException)
        {
            return row;
        }
    }

    private static Row Released(Row row, OutboxItem item) =>
        item is { LeaseOwner: "" } && item.LeaseUntil == DateTimeOffset.UnixEpoch
            ? row
            : Rows.Of(row.Key, item with { LeaseOwner = "", LeaseUntil = DateTimeOffset.UnixEpoch }, StoredJson.Default.OutboxItem);

    private static Row Released(Row row, SlotState slot) =>
        slot is { Holder: null, HeldUntil: null }
            ? row
            : Rows.Of(row.Key, slot with { Holder = null, HeldUntil = null }, StoredJson.Default.SlotState);
}
