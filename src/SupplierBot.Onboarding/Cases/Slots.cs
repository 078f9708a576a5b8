namespace SupplierBot.Onboarding;

/// <summary>Every message a case needs as it is now: the receipt, the review cards of the steps reached, and what was told once.</summary>
public static class Slots
{
    public const string ReviewPrefix = "review-";
    private const string ToldPrefix = "told-";

    /// <summary>The newest are looked at with every change of the case; what was told before them stays as it is.</summary>
    private const int MostTold = 40;
    /// <summary>Among them, of those that many were told.</summary>
    private const int MostGroups = 4;

    public static IReadOnlyList<Slot> Of(Case current, Roles roles) =>
    [
        new(Slot.Receipt, new Audience.Someone(current.Requester.Id)),
        .. ReviewRoles(current, roles).Select(role => new Slot(ReviewPrefix + role, new Audience.Everyone(role))),
        .. Newest(current).Select(told => new Slot(IdOf(told), AudienceOf(told, current, roles))),
    ];

    public static bool IsReview(string slot) => slot.StartsWith(ReviewPrefix, StringComparison.Ordinal);

    /// <summary>What the slot tells; null where it is no such slot.</summary>
    internal static Told? Told(Case current, string slot) =>
        slot.StartsWith(ToldPrefix, StringComparison.Ordinal) ? current.Told.FirstOrDefault(told => IdOf(told) == slot) : null;

    internal static string IdOf(Told told) => $"{ToldPrefix}{told.Kind}-{told.Number}-{told.To.Id}";

    private static IEnumerable<Told> Newest(Case current)
    {
        var newest = current.Told.Where(told => Owners.CanBeTold(told.To)).TakeLast(MostTold).ToList();
        var groups = newest.Where(ToldGroups.IsGroup).TakeLast(MostGroups).ToList();
        return newest.Where(told => !ToldGroups.IsGroup(told) || groups.Contains(told));
    }

    private static Audience AudienceOf(Told told, Case current, Roles roles) =>
        ToldGroups.IsGroup(told) ? new Audience.Several([.. ToldGroups.Of(told, current, roles).Select(person => person.Id)]) : new Audience.Someone(told.To.Id);

    private static IEnumerable<string> ReviewRoles(Case current, Roles roles) => current.ReviewRoles
        .Union(current.IsOpen ? Quorum.Of(current, roles).Reached : [])
        .Union(SeatRules.PrivacyIsTold(current) && roles.Configured(Roles.Privacy) ? [Roles.Privacy] : []);
}
