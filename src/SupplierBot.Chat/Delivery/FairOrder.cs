using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Delivery;

/// <summary>
/// Which of many messages that wait for one conversation leave first: what is about a critical supplier, and of the rest one of each
/// person's requests after the other, so that nobody's many requests stand before everybody else's. Messages of a card follow one another
/// in any order: each shows the newest.
/// </summary>
internal static class FairOrder
{
    /// <param name="due">Oldest first.</param>
    public static IReadOnlyList<Claimed> Of(IEnumerable<Claimed> due)
    {
        var before = new Dictionary<(bool, PersonId), int>();
        return
        [
            .. due.Select(row => (Row: row, Urgent: row.Item.Tier == Tier.Critical))
                .Select(one => (one.Row, one.Urgent, Place: PlaceOf(one.Row, one.Urgent, before)))
                .OrderByDescending(one => one.Urgent)
                .ThenBy(one => one.Place)
                .Select(one => one.Row),
        ];
    }

    /// <summary>How many of the same person stand before it; what nobody asked for is nobody's flood.</summary>
    private static int PlaceOf(Claimed row, bool urgent, Dictionary<(bool, PersonId), int> before)
    {
        if (row.Item.Requester is not { } person)
            return 0;
        var place = before.GetValueOrDefault((urgent, person));
        before[(urgent, person)] = place + 1;
        return place;
    }
}
