namespace SupplierBot.Onboarding;

/// <summary>Every message a case needs as it is now: the receipt, the review cards of the steps reached, and what was told once.</summary>
public static class Slots
{
    public const string ReviewPrefix = "review-";
    private const string ToldPrefix = "told-";

    /// <summary>Each is a line of the transaction that changes the case, and a transaction has 100 (facts/teams-and-tables.md §3.1); what was told before them stays as it is.</summary>
    private const int MostTold = 40;

    public static IReadOnlyList<Slot> Of(Case current, Roles roles) =>
    [
        new(Slot.Receipt, new Audience.Someone(current.Requester.Id)),
        .. ReviewRoles(current, roles).Select(role => new Slot(ReviewPrefix + role, new Audience.Everyone(role))),
        .. current.Told.Where(told => Owners.CanBeTold(told.To)).TakeLast(MostTold).Select(told => new Slot(IdOf(told), new Audience.Someone(told.To.Id))),
    ];

    public static bool IsReview(string slot) => slot.StartsWith(ReviewPrefix, StringComparison.Ordinal);

    /// <summary>What the slot tells; null where it is no such slot.</summary>
    internal static Told? Told(Case current, string slot) =>
        slot.StartsWith(ToldPrefix, StringComparison.Ordinal) ? current.Told.FirstOrDefault(told => IdOf(told) == slot) : null;

    internal static string IdOf(Told told) => $"{ToldPrefix}{told.Kind}-{told.Number}-{told.To.Id}";

    private static IEnumerable<string> ReviewRoles(Case current, Roles roles) => current.ReviewRoles
        .Union(current.IsOpen ? Quorum.Of(current, roles).Reached : [])
        .Union(SeatRules.PrivacyIsTold(current) && roles.Configured(Roles.Privacy) ? [Roles.Privacy] : []);
}
