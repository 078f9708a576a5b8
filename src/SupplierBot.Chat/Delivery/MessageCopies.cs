using SupplierBot.Chat.Stores;

namespace SupplierBot.Chat.Delivery;

/// <summary>
/// The messages of one slot: which copies are known, and whether all of them show the same. Pure. A copy appears twice only after a post
/// whose outcome nobody knows (DELIVERY.md "Unknown outcomes").
/// </summary>
public static class MessageCopies
{
    /// <summary>A forged id can only ever name the bot's own messages; still, nobody makes a slot of a hundred copies.</summary>
    private const int MostAdopted = 5;

    /// <summary>Teams ids are digits, those of the Playground GUIDs with a letter before; all that is no path.</summary>
    private const int LongestId = 100;

    /// <summary>
    /// A message that shows the slot's card and that we do not know: possible only where a post may have arrived unnoticed. How many did is
    /// not known: a replica that lost its lease in the middle of a post counts nothing.
    /// </summary>
    public static bool MayAdopt(SlotState slot, string message) =>
        message.Length is > 0 and <= LongestId
        && message.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or ':')
        && !slot.MessageIds.Contains(message)
        && slot.Gone?.Contains(message) != true
        && slot.MessageIds.Count <= (slot.Duplicates == 0 ? 0 : MostAdopted);

    /// <summary>
    /// What the copy shows is not known, so nothing is: the next delivery updates every one. Who holds the slot keeps it; a rest after an
    /// unknown post is over.
    /// </summary>
    public static SlotState Adopt(SlotState slot, string message) =>
        slot with
        {
            MessageIds = [.. slot.MessageIds, message],
            ShownVersion = 0,
            ShownHash = "",
            Posting = false,
            HeldUntil = slot.Resting ? null : slot.HeldUntil,
            Holder = slot.Resting ? null : slot.Holder,
        };

    /// <summary>After a delivery: the slot as it is now, with what this delivery did to its messages.</summary>
    /// <param name="unsure">Another replica may still be showing something older: nothing is known to be shown.</param>
    public static SlotState Show(SlotState slot, CopyState shown, bool unsure)
    {
        var copies = slot.MessageIds.Except(shown.Gone).Union(shown.UpToDate).ToList();
        var known = !unsure && copies.All(shown.UpToDate.Contains);
        return Free(slot) with
        {
            MessageIds = copies,
            Gone = shown.Gone.Count == 0 ? slot.Gone : [.. (slot.Gone ?? []).Union(shown.Gone).TakeLast(MostAdopted)],
            ShownVersion = known ? Math.Max(slot.ShownVersion, shown.Version) : 0,
            ShownHash = known ? shown.Hash : "",
            Posting = false,
        };
    }

    public static SlotState Free(SlotState slot) => slot with { Holder = null, HeldUntil = null };
}

/// <summary>What one delivery did.</summary>
/// <param name="UpToDate">Messages that show the card now.</param>
/// <param name="Gone">Messages that are not there, or are not ours to change.</param>
public sealed record CopyState(IReadOnlyList<string> UpToDate, IReadOnlyList<string> Gone, int Version, string Hash);
